import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { makeCalendar } from '../src/domain/calendar/calendar.ts';
import { changeName, changeTypes, decidesOf } from '../src/domain/tasks/changes.ts';
import { amountWords, basisWords, ruleFor, type TaskRegime, taskRegimes } from '../src/domain/tasks/law.ts';
import { lifeCycleOf } from '../src/domain/tasks/lifecycle/definitions.ts';
import { getStep } from '../src/domain/tasks/lifecycle/opening.ts';
import {
  type Clock,
  type ClockStart,
  type Condition,
  kindOf,
  type Mark,
  resultWords,
  type Step,
} from '../src/domain/tasks/lifecycle/step.ts';
import { type Picture, type PictureNode, pictureOf } from '../src/domain/tasks/picture.ts';
import { roleWords } from '../src/domain/tasks/roles.ts';
import { taskRules } from '../src/domain/tasks/rules/rule-set.ts';
import { clockEventWords, deciderWords, type Khoan } from '../src/domain/tasks/rules/vocabulary.ts';

/** A day on which the rules of each regime that are told were in force. */
const told: Record<TaskRegime, string> = {
  A: '2025-06-02',
  'B-science': '2026-06-01',
  'B-innovation': '2026-06-01',
};
const law = { calendar: makeCalendar(), rules: taskRules() };

/** The documents of the life cycles, by path from the top: one page of tables, one drawing a regime. */
export function lifeCycleDocuments(): Record<string, string> {
  const drawings = taskRegimes.map((regime) => [
    `docs/pictures/life-cycle-${regime.toLowerCase()}.svg`,
    drawing(pictureOf(regime), lifeCycleOf(regime).name),
  ]);
  return { 'docs/life-cycle.md': page(), ...Object.fromEntries(drawings) };
}

function page(): string {
  return `# Vòng đời nhiệm vụ KH&CN

Sinh từ định nghĩa trong \`src/domain/tasks/lifecycle\` bằng \`node docs/life-cycle.ts\`; không sửa tay. Thời hạn là quy tắc trong
\`rules/tasks\` đang có hiệu lực (chế độ A: ngày ${told.A}; B: ngày ${told['B-science']}). Cột «Sau» là điều phải có trước; nhiều điều là
chỗ nhập nhánh. *Nghiêng*: có thể làm, không ai phải chờ. ↻: làm nhiều lần. (?): luật chưa rõ, là thiết lập của cơ quan.

${taskRegimes.map(section).join('\n')}`;
}

function section(regime: TaskRegime): string {
  const { name, law: text, phases, ends } = lifeCycleOf(regime);
  const tables = phases.map(
    (phase) => `### ${phase.name}

| Bước | Việc | Ai | Giấy tờ vào → ra | Sau | Thời hạn, tính từ | Căn cứ |
|---|---|---|---|---|---|---|
${phase.steps.map((step) => row(step, regime)).join('\n')}
`,
  );
  const over = ends.map((end) => `- ${end.name}: ${conditionWords(end.when, regime)}`).join('\n');
  return `## ${name}

${text}.

![Sơ đồ](pictures/life-cycle-${regime.toLowerCase()}.svg)

${tables.join('\n')}
### Ai quyết định điều chỉnh

${changeTable(regime)}
Kết thúc khi:

${over}
`;
}

function row(step: Step, regime: TaskRegime): string {
  const papers = [step.takes?.join(', '), step.gives?.join(', ')];
  const cells = [
    step.no,
    `${step.optional ? `*${step.name}*` : step.name}${step.repeats ? ' ↻' : ''}`,
    step.who.map(roleWords).join(', '),
    papers.some(Boolean) ? papers.map((one) => one ?? '').join(' → ') : '',
    step.after ? conditionWords(step.after, regime) : '',
    [
      ...(step.clocks ?? []).map((clock) => clockWords(clock, regime)),
      ...(step.limits ?? []).map((topic) => limitWords(topic, regime)),
      ...(step.supplement === undefined ? [] : [`bổ sung: ${limitWords(step.supplement, regime)}`]),
    ].join('; '),
    `${step.basis}${step.unsure ? ` (?) ${step.unsure}` : ''}`,
  ];
  return `| ${cells.join(' | ')} |`;
}

function conditionWords(condition: Condition, regime: TaskRegime): string {
  if (typeof condition === 'string') return markWords(condition, regime);
  const inside = (one: Condition) => {
    const words = conditionWords(one, regime);
    return typeof one === 'string' ? words : `(${words})`;
  };
  return 'all' in condition
    ? condition.all.map(inside).join(' và ')
    : condition.any.map(inside).join(' hoặc ');
}

function markWords(mark: Mark, regime: TaskRegime): string {
  const result = resultWords(mark);
  return `${getStep(regime, kindOf(mark))?.step.no ?? kindOf(mark)}${result === null ? '' : ` «${result}»`}`;
}

function clockWords({ topic, from, every }: Clock, regime: TaskRegime): string {
  const rule = ruleFor(every ? 'every' : 'term', { topic, regime, on: told[regime] }, law);
  const length = rule
    ? `${every ? 'mỗi ' : ''}${amountWords(rule)}${rule.confidence === 'text' ? '' : ' (?)'}`
    : 'cơ quan đặt';
  const starts = (Array.isArray(from) ? from : [from]) as readonly ClockStart[];
  return `${length} từ ${starts.map((start) => startWords(start, regime)).join(', ')}`;
}

/** «ít nhất 5 ngày làm việc trước phiên họp». */
function limitWords(topic: string, regime: TaskRegime): string {
  const rule = ruleFor('term', { topic, regime, on: told[regime] }, law);
  if (!rule) return 'cơ quan đặt';
  const least = rule.comparison === '≥' ? 'ít nhất ' : '';
  const side = rule.value.direction === 'before' ? 'trước' : 'từ';
  const event = rule.clockEvent === undefined ? '' : ` ${side} ${clockEventWords[rule.clockEvent]}`;
  return `${least}${amountWords(rule)}${event}${rule.confidence === 'text' ? '' : ' (?)'}`;
}

/** Who decides each change under each khoán. */
function changeTable(regime: TaskRegime): string {
  const rows = changeTypes.flatMap((type) =>
    decidesOf(type).map((what) => {
      const rule = ruleFor(
        'decides',
        { topic: `task.changes.decides.${what}`, regime, on: told[regime] },
        law,
      );
      const by = (khoan: Khoan) =>
        rule ? deciderWords[rule.value.by[khoan]] : 'cơ quan chủ trì nhiệm vụ (?)';
      const name =
        decidesOf(type).length === 1 ? changeName(type) : `${changeName(type)}: ${moneyWords[what] ?? what}`;
      const basis = rule ? `${basisWords(rule)}${rule.confidence === 'text' ? '' : ' (?)'}` : '';
      return `| ${name} | ${by('final-product')} | ${by('by-part')} | ${basis} |`;
    }),
  );
  return `| Điều chỉnh | Khoán đến sản phẩm cuối cùng | Khoán từng phần | Căn cứ |
|---|---|---|---|
${rows.join('\n')}
`;
}

const moneyWords: Record<string, string> = {
  'khoan-total': 'đổi tổng phần khoán',
  'within-khoan-items': 'giữa các khoản mục khoán',
  'non-khoan-money': 'khoản mục không khoán',
};

function startWords(start: ClockStart, regime: TaskRegime): string {
  if (start === 'contractEnd') return 'hết hợp đồng';
  if (start === 'callClosing') return 'hết hạn nhận hồ sơ';
  return typeof start === 'string'
    ? markWords(start, regime)
    : `lần đầu của ${markWords(start.first, regime)}`;
}

const box = { width: 176, height: 56, gapX: 34, gapY: 16, left: 24, band: 44 };
const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const text = (x: number, y: number, words: string, look: string) =>
  `<text x="${x}" y="${y}" ${look}>${escaped(words)}</text>`;
const looks = {
  band: 'font-size="15" font-weight="700" fill="#223"',
  no: 'font-size="11" font-weight="700" fill="#1d4f91"',
  name: 'font-size="12" fill="#222"',
  from: 'font-size="10" fill="#566" text-anchor="end"',
  needs: 'stroke="#567"',
  'one-of': 'stroke="#567" stroke-dasharray="6 3"',
  back: 'stroke="#b5402f" stroke-dasharray="2 3"',
};

/**
 * The drawing as SVG: bands of phases, boxes of steps, lines of what leads to what within a phase. What leads in from
 * another phase stands in the corner of the box by its number, since lines across the whole page cannot be followed.
 */
function drawing(picture: Picture, title: string): string {
  const bandOf = (row: number) =>
    picture.bands.findIndex((band) => row >= band.row && row < band.row + band.rows);
  const y = (row: number) => (bandOf(row) + 1) * box.band + row * (box.height + box.gapY);
  const x = (column: number) => box.left + column * (box.width + box.gapX);
  const width = x(picture.columns) + box.left - box.gapX;
  const height = y(picture.rows - 1) + box.height + box.gapY * 2;
  const nodes = new Map(picture.nodes.map((node) => [node.kind, node]));
  const bands = picture.bands.map(({ name, row, aside }) =>
    text(box.left, y(row) - 18, `${name}${aside ? ' (nhánh bên)' : ''}`, looks.band),
  );
  const lines = picture.edges.flatMap(({ from, to, kind }) => {
    const [a, b] = [nodes.get(from), nodes.get(to)];
    if (!a || !b || a.phase !== b.phase) return [];
    const path = line({ x: x(a.column), y: y(a.row) }, { x: x(b.column), y: y(b.row) });
    return [`<path d="${path}" fill="none" stroke-width="1.4" ${looks[kind]}/>`];
  });
  const boxes = picture.nodes.map((node) =>
    boxOf(node, cornerOf(node, picture, nodes), x(node.column), y(node.row)),
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="sans-serif">
<title>${escaped(title)}</title>
<rect width="${width}" height="${height}" fill="#f6f7f9"/>
${[...bands, ...lines, ...boxes].join('\n')}
</svg>
`;
}

interface Place {
  x: number;
  y: number;
}

/** From the right side of one box to the left of the next; to one that does not lie further right, around above. */
function line(a: Place, b: Place): string {
  const middle = box.height / 2;
  if (b.x > a.x) {
    const bend = box.gapX / 2;
    const turn = b.x - bend;
    return `M${a.x + box.width} ${a.y + middle} H${turn - 8} Q${turn} ${a.y + middle} ${turn} ${a.y + middle + Math.sign(b.y - a.y) * 8} V${b.y + middle} H${b.x}`;
  }
  const centre = box.width / 2;
  const above = Math.min(a.y, b.y) - 9;
  return `M${a.x + centre} ${a.y} V${above} H${b.x + centre + 12} V${b.y}`;
}

/** «← 16», «↩ 7»: what leads in from other phases, and what a step of this one reopens there. */
function cornerOf(node: PictureNode, { edges }: Picture, nodes: ReadonlyMap<string, PictureNode>): string {
  const elsewhere = (kind: string) => nodes.get(kind)?.phase !== node.phase;
  const noOf = (kind: string) => nodes.get(kind)?.no ?? '';
  const into = edges.filter(({ from, to, kind }) => to === node.kind && kind !== 'back' && elsewhere(from));
  const back = edges.filter(({ from, to, kind }) => from === node.kind && kind === 'back' && elsewhere(to));
  const numbers = [...new Set(into.map(({ from }) => noOf(from)))];
  return [
    ...(numbers.length > 0 ? [`← ${numbers.join(', ')}`] : []),
    ...back.map(({ to }) => `↩ ${noOf(to)}`),
  ].join(' ');
}

function boxOf(
  { no, name, optional, repeats }: PictureNode,
  corner: string,
  left: number,
  top: number,
): string {
  const { width, height } = box;
  const dashed = optional ? ' stroke-dasharray="4 3"' : '';
  return [
    `<rect x="${left}" y="${top}" width="${width}" height="${height}" rx="6" fill="#fff" stroke="#456"${dashed}/>`,
    text(left + 8, top + 15, `${no}${repeats ? ' ↻' : ''}`, looks.no),
    ...(corner === '' ? [] : [text(left + width - 6, top + 15, corner, looks.from)]),
    ...wrapped(name, 25).map((words, index) => text(left + 8, top + 32 + index * 15, words, looks.name)),
  ].join('');
}

/** Words on two lines, the rest left out. */
function wrapped(text: string, length: number): string[] {
  const lines: string[] = [''];
  for (const word of text.split(' ')) {
    const last = lines.at(-1) ?? '';
    if (last !== '' && last.length + word.length + 1 > length) lines.push(word);
    else lines[lines.length - 1] = last === '' ? word : `${last} ${word}`;
  }
  const [first = '', second, third] = lines;
  if (second === undefined) return [first];
  return [first, third === undefined ? second : `${second}…`];
}

if (import.meta.main)
  for (const [path, text] of Object.entries(lifeCycleDocuments()))
    await writeFile(join(import.meta.dirname, '..', path), text);
