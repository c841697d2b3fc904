import type { Entry } from '../zip.ts';

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const drawingMl = 'http://schemas.openxmlformats.org/drawingml/2006';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packaged = 'http://schemas.openxmlformats.org/package/2006';
const wordTypes = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
const font = 'Times New Roman';

/** The number of the page, in points. */
export const numbered = (size: number): string => {
  const look = `<w:rPr><w:sz w:val="${size * 2}"/></w:rPr>`;
  const run = (inside: string) => `<w:r>${look}${inside}</w:r>`;
  return [
    run('<w:fldChar w:fldCharType="begin"/>'),
    run('<w:instrText xml:space="preserve"> PAGE </w:instrText>'),
    run('<w:fldChar w:fldCharType="end"/>'),
  ].join('');
};

/** A picture that stands in the line; `number` from 1, sizes in EMU, `alt` already escaped. */
export function drawing(picture: { number: number; width: number; height: number; alt: string }): string {
  const { number, width, height, alt } = picture;
  const size = `cx="${width}" cy="${height}"`;
  const shape = `<pic:pic xmlns:pic="${drawingMl}/picture"><pic:nvPicPr><pic:cNvPr id="${number}" name="image${number}.png" descr="${alt}"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="rIdPicture${number}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext ${size}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>`;
  return `<w:drawing><wp:inline xmlns:wp="${drawingMl}/wordprocessingDrawing" distT="0" distB="0" distL="0" distR="0"><wp:extent ${size}/><wp:docPr id="${number}" name="Biểu ${number}" descr="${alt}"/><a:graphic xmlns:a="${drawingMl}/main"><a:graphicData uri="${drawingMl}/picture">${shape}</a:graphicData></a:graphic></wp:inline></w:drawing>`;
}

/** What changes from file to file: marked up where it is markup, `title` already escaped. */
interface Parts {
  body: Iterable<string>;
  title: string;
  bodySize: number;
  pageNumber: string;
  pictures: number;
}

function* around(before: string, inside: Iterable<string>, after: string): Generator<string> {
  yield before;
  yield* inside;
  yield after;
}

const entry = (path: string, text: string): Entry => ({ path, pieces: [text] });

/** The text parts of a Word package. */
export function packageParts({ body, title, bodySize, pageNumber, pictures }: Parts): Entry[] {
  const override = (name: string, type: string) => `<Override PartName="/${name}" ContentType="${type}"/>`;
  const types = [
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
    '<Default Extension="xml" ContentType="application/xml"/>',
    '<Default Extension="png" ContentType="image/png"/>',
    override('word/document.xml', `${wordTypes}.document.main+xml`),
    override('word/styles.xml', `${wordTypes}.styles+xml`),
    override('word/settings.xml', `${wordTypes}.settings+xml`),
    override('word/header1.xml', `${wordTypes}.header+xml`),
    override('docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'),
  ];
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`;
  const images = Array.from({ length: pictures }, (_, at) =>
    relation(`rIdPicture${at + 1}`, `${office}/image`, `media/image${at + 1}.png`),
  );
  const relations = (inside: readonly string[]) =>
    `${declaration}<Relationships xmlns="${packaged}/relationships">${inside.join('')}</Relationships>`;
  const sizes = `<w:sz w:val="${bodySize * 2}"/><w:szCs w:val="${bodySize * 2}"/>`;
  return [
    entry(
      '[Content_Types].xml',
      `${declaration}<Types xmlns="${packaged}/content-types">${types.join('')}</Types>`,
    ),
    entry(
      '_rels/.rels',
      relations([
        relation('rId1', `${office}/officeDocument`, 'word/document.xml'),
        relation('rId2', `${packaged}/relationships/metadata/core-properties`, 'docProps/core.xml'),
      ]),
    ),
    entry(
      'docProps/core.xml',
      `${declaration}<cp:coreProperties xmlns:cp="${packaged}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${title}</dc:title><dc:language>vi-VN</dc:language></cp:coreProperties>`,
    ),
    {
      path: 'word/document.xml',
      pieces: around(
        `${declaration}<w:document ${w} xmlns:r="${office}"><w:body>`,
        body,
        `</w:body></w:document>`,
      ),
    },
    entry(
      'word/_rels/document.xml.rels',
      relations([
        relation('rId1', `${office}/styles`, 'styles.xml'),
        relation('rId2', `${office}/header`, 'header1.xml'),
        relation('rId3', `${office}/settings`, 'settings.xml'),
        ...images,
      ]),
    ),
    entry(
      'word/styles.xml',
      `${declaration}<w:styles ${w}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="${font}" w:hAnsi="${font}" w:eastAsia="${font}" w:cs="${font}"/><w:color w:val="000000"/>${sizes}<w:lang w:val="vi-VN"/></w:rPr></w:rPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style></w:styles>`,
    ),
    // The rules of Word since 2013: without them it lets a table's rules stand out beyond the margins.
    entry(
      'word/settings.xml',
      `${declaration}<w:settings ${w}><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>`,
    ),
    // In the middle above, from the second page on: the first page of a section has a header of its own, an empty one.
    entry('word/header1.xml', `${declaration}<w:hdr ${w}>${pageNumber}</w:hdr>`),
  ];
}
