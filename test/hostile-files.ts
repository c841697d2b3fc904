import { deflateSync } from 'node:zlib';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { unicodeToTcvn3 } from '../src/reading/encodings/tcvn3.ts';
import { docx, docxParagraph, docxTable, wordFile, xlsx, xlsxCell } from './office-files.ts';

/** A hostile file with the story of how it was made, so that a failure can be repeated. */
export interface HostileFile {
  story: string;
  bytes: Uint8Array;
}

type Random = () => number;

/** A small seeded generator (mulberry32): the same seed gives the same files. */
function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const whole = (random: Random, below: number) => Math.floor(random() * below);
const pick = <T>(random: Random, from: readonly T[]): T => from[whole(random, from.length)]!;

const lines = [
  'SỞ KHOA HỌC VÀ CÔNG NGHỆ',
  'Số: 45/TB-SKHCN',
  'THÔNG BÁO',
  'Kết luận của Giám đốc Sở tại cuộc họp giao ban',
  '1. Văn phòng Sở chủ trì, phối hợp với các phòng rà soát quy chế, báo cáo trước ngày 15/9/2024.',
  'a) Phòng Quản lý công nghệ tham mưu kế hoạch quý IV; hoàn thành trong tháng 10 năm 2024.',
  '- Trung tâm Thông tin và Thống kê gửi số liệu hằng tháng (kinh phí 120 triệu đồng).',
];
const html = `<!doctype html><html><head><title>Thông báo</title><script>alert(1)</script></head><body><nav><a href="/">Trang chủ</a></nav><article class="content"><h1>Thông báo</h1>${lines.map((line) => `<p>${line}</p>`).join('')}<table><tr><th>Việc</th><th>Hạn</th></tr><tr><td rowspan=2>Rà soát</td><td>1/9</td></tr><tr><td>2/9</td></tr></table></article></body></html>`;
const rtf = `{\\rtf1\\ansi{\\fonttbl{\\f0 Times;}}\\f0 ${lines.map((line) => `${[...line].map((char) => (char.charCodeAt(0) < 128 ? char : `\\u${char.charCodeAt(0)}?`)).join('')}\\par\n`).join('')}\\trowd\\cellx1\\intbl a\\cell b\\cell\\row}`;
const numbering =
  '<w:numbering><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>';
const word = docx(
  lines.map((line) => docxParagraph(line, '<w:numPr><w:numId w:val="1"/></w:numPr>')).join('') +
    docxTable([
      ['Việc', 'Hạn'],
      ['Rà soát', ['<w:vMerge w:val="restart"/>', '1/9/2024']],
      ['Báo cáo', ['<w:vMerge/>', '']],
    ]),
  { 'word/numbering.xml': numbering },
);

/** A one-page PDF written by hand around a content stream. */
function pdf(content: string): Uint8Array {
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>',
    `<</Length ${content.length}>>\nstream\n${content}\nendstream`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
  ];
  let file = '%PDF-1.4\n';
  const offsets = objects.map((object, i) => {
    const at = file.length;
    file += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const table = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  const begin = file.length;
  return strToU8(
    `${file}xref\n0 6\n0000000000 65535 f \n${table}trailer<</Size 6/Root 1 0 R>>\nstartxref\n${begin}\n%%EOF`,
  );
}

/** A white picture, its checks left wrong on purpose. */
function png(): Uint8Array {
  const chunk = (name: string, data: Uint8Array) =>
    Uint8Array.from([0, 0, data.length >> 8, data.length & 255, ...strToU8(name), ...data, 0, 0, 0, 0]);
  const header = Uint8Array.from([0, 0, 0, 40, 0, 0, 0, 40, 8, 0, 0, 0, 0]);
  const pixels = deflateSync(new Uint8Array(40 * 41).fill(255));
  return Uint8Array.from([
    0x89,
    0x50,
    0x4e,
    0x47,
    13,
    10,
    26,
    10,
    ...chunk('IHDR', header),
    ...chunk('IDAT', pixels),
    ...chunk('IEND', new Uint8Array()),
  ]);
}

const bases: Record<string, Uint8Array> = {
  docx: word,
  xlsx: xlsx(
    [
      xlsxCell('A1', 'Việc') + xlsxCell('B1', 'Hạn'),
      `${xlsxCell('A2', 'Rà soát')}<c r="B2" s="1"><v>45550</v></c>`,
    ],
    ['A2:A3'],
  ),
  doc: wordFile(unicodeToTcvn3(lines.join('\r'))),
  rtf: strToU8(rtf),
  html: strToU8(html),
  txt: strToU8(lines.join('\n')),
  tcvn3: Uint8Array.from(unicodeToTcvn3(lines.join('\n')), (char) => char.charCodeAt(0)),
};
const slow: Record<string, Uint8Array> = {
  pdf: pdf(`BT /F1 12 Tf 20 150 Td (${'Thong bao ket luan cua Giam doc. '.repeat(3)}) Tj ET`),
  png: png(),
};
const textual = new Set(['rtf', 'html', 'txt', 'tcvn3']);

const deep = (open: string, close: string, times: number) =>
  open.repeat(times) + lines[4] + close.repeat(times);
const entities = `<!DOCTYPE w:document [<!ENTITY a "${'x'.repeat(50)}">${[...'bcdefgh'].map((name, i) => `<!ENTITY ${name} "${`&${'abcdefg'[i]};`.repeat(20)}">`).join('')}]>`;

/** Files made to exhaust a reader rather than to be damaged. */
const crafted: [story: string, make: (random: Random) => Uint8Array][] = [
  [
    'entity bomb',
    () =>
      zipSync({
        'word/document.xml': strToU8(
          `${entities}<w:document><w:body><w:p><w:r><w:t>&h;</w:t></w:r></w:p></w:body></w:document>`,
        ),
      }),
  ],
  [
    'zip bomb',
    (random) => zipSync({ 'word/document.xml': strToU8(' '.repeat(18 << (20 + whole(random, 2)))) }),
  ],
  [
    'nested tables',
    (random) => docx(deep('<w:tbl><w:tr><w:tc>', '</w:tc></w:tr></w:tbl>', 10 ** (1 + whole(random, 4)))),
  ],
  ['nested braces', (random) => strToU8(`{\\rtf1 ${deep('{', '}', 10 ** (2 + whole(random, 4)))}}`)],
  [
    'nested elements',
    (random) => strToU8(`<html><body>${deep('<div><b>', '</b></div>', 10 ** (2 + whole(random, 4)))}`),
  ],
  [
    'nested lists',
    (random) => strToU8(`<html><body>${deep('<ul><li>', '</li></ul>', 10 ** (2 + whole(random, 3)))}`),
  ],
  ['wide spans', () => strToU8(html.replace('rowspan=2', 'rowspan=99999999 colspan=99999999'))],
  [
    'circular styles',
    () =>
      docx(docxParagraph(lines[4]!, '<w:pStyle w:val="a"/>'), {
        'word/styles.xml':
          '<w:styles><w:style w:styleId="a"><w:basedOn w:val="b"/></w:style><w:style w:styleId="b"><w:basedOn w:val="a"/></w:style></w:styles>',
      }),
  ],
  [
    'huge list numbers',
    () =>
      docx(docxParagraph(lines[4]!, '<w:numPr><w:numId w:val="1"/></w:numPr>'), {
        'word/numbering.xml': numbering
          .replace('<w:numFmt', '<w:start w:val="99999999999"/><w:numFmt')
          .replace('decimal', 'upperRoman'),
      }),
  ],
  ['one long line', (random) => strToU8('Sở chủ trì, '.repeat(10 ** (3 + whole(random, 2))))],
  [
    'only marks',
    (random) =>
      strToU8(pick(random, ['(', '-', ';', '1.', 'ngày ', '/', '\u0301', 'ư', '\u00AD']).repeat(20_000)),
  ],
  ['macro document', () => zipSync({ ...unzipSync(word), 'word/vbaProject.bin': strToU8('Sub AutoOpen()') })],
  ['polyglot of page and archive', () => join(strToU8(html), word)],
  ['polyglot of archive and page', () => join(word, strToU8(html))],
  [
    'far row and column',
    () => xlsx([`${xlsxCell('XFD1048576', 'xa')}${xlsxCell('A1', 'gần')}`], ['A1:XFD1048576', 'A1:A9999999']),
  ],
  ['stretched binary', () => strToU8('{\\rtf1 a\\bin999999999 b}')],
];

function join(...parts: Uint8Array[]): Uint8Array {
  return Uint8Array.from(parts.flatMap((part) => [...part]));
}

/**
 * File number `index` of a seed: four in five are sound files with flipped, cut, doubled or spliced bytes (inside the
 * archive as well as outside), the rest are crafted; one in fifty is a PDF or picture, for those are slow to read.
 */
export function hostileFile(seed: number, index: number): HostileFile {
  const random = randomFrom(seed * 1_000_003 + index);
  if (index % 5 === 4) {
    const [story, make] = pick(random, crafted);
    return { story, bytes: make(random) };
  }
  const source = index % 50 === 7 ? slow : bases;
  const name = pick(random, Object.keys(source));
  const bytes = source[name]!;
  if ((name === 'docx' || name === 'xlsx') && random() < 0.6) return insideArchive(name, bytes, random);
  const [damage, changed] = mutate(bytes, random, textual.has(name));
  return { story: `${name}: ${damage}`, bytes: changed };
}

/** Damages one entry and packs the archive again, so that the damage reaches the XML reader. */
function insideArchive(name: string, bytes: Uint8Array, random: Random): HostileFile {
  const files = unzipSync(bytes);
  const entry = pick(random, Object.keys(files));
  const [damage, changed] =
    random() < 0.5 ? swapTags(files[entry]!, random) : mutate(files[entry]!, random, true);
  return { story: `${name}/${entry}: ${damage}`, bytes: zipSync({ ...files, [entry]: changed }) };
}

/** Well-formed but senseless: values exchanged, elements moved. */
function swapTags(bytes: Uint8Array, random: Random): [string, Uint8Array] {
  const parts = strFromU8(bytes).split(/(<[^>]*>|"[^"]*")/);
  for (let i = 0; i < 6; i++) {
    const [a, b] = [whole(random, parts.length), whole(random, parts.length)];
    [parts[a], parts[b]] = [parts[b]!, parts[a]!];
  }
  return ['exchanged parts', strToU8(parts.join(''))];
}

function mutate(bytes: Uint8Array, random: Random, text: boolean): [string, Uint8Array] {
  const at = whole(random, bytes.length);
  const length = 1 + whole(random, Math.min(2000, bytes.length));
  const copy = Uint8Array.from(bytes);
  switch (whole(random, text ? 6 : 5)) {
    case 0:
      for (let i = 1 + whole(random, 40); i > 0; i--)
        copy[whole(random, copy.length)]! ^= 1 << whole(random, 8);
      return ['flipped bits', copy];
    case 1:
      return ['cut end', copy.slice(0, at)];
    case 2:
      return ['cut middle', join(copy.slice(0, at), copy.slice(at + length))];
    case 3:
      return ['doubled stretch', join(copy.slice(0, at + length), copy.slice(at))];
    case 4:
      return ['filled stretch', copy.fill(pick(random, [0, 0xff, 0x20]), at, at + length)];
    default:
      return [
        'random bytes',
        join(
          copy.slice(0, at),
          Uint8Array.from({ length: 60 }, () => whole(random, 256)),
          copy.slice(at),
        ),
      ];
  }
}
