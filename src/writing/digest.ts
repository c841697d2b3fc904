/** One directive or event in a digest, as told. */
export interface DigestLine {
  words: string;
  /** «Phòng Quản lý khoa học»; null where none leads. */
  lead: string | null;
  /** What else is to be known: «sản phẩm: Báo cáo», «Thông báo 12/TB-SKHCN ngày 03/10/2026». */
  about: readonly string[];
  /** ISO; null where no day runs. */
  due: string | null;
  /** «muộn 2 ngày làm việc»; empty where no day runs. */
  lateness: string;
  /** A reminder past its day, on it, before it; work new in one's hands; a conference called off or moved. */
  when: 'late' | 'today' | 'new' | 'conference' | 'ahead';
  /** «KT. Trưởng phòng Lê Văn A» where it comes in the stead of somebody absent. */
  inNameOf: string | null;
  url: string;
}

/** Work of one unit, or of the agency, on the first working day of a week. */
export interface Summary {
  title: string;
  /** Of each unit: what is open, of it overdue, due this week, handed in and waiting. */
  units: { name: string; open: number; overdue: number; thisWeek: number; submitted: number }[];
  url: string;
}

export interface Digest {
  name: string;
  agency: string;
  /** ISO. */
  day: string;
  lines: readonly DigestLine[];
  summaries: readonly Summary[];
  /** Address of the product. */
  url: string;
}

/** Lines a mail carries of each kind; the rest is a number and a link. */
const most = 30;

const headings = {
  conference: 'Hội nghị thay đổi',
  new: 'Mới giao',
  late: 'Quá hạn',
  today: 'Đến hạn hôm nay',
  ahead: 'Sắp đến hạn',
} as const;
const kinds = ['conference', 'new', 'late', 'today', 'ahead'] as const;

const showDay = (iso: string) => iso.split('-').reverse().join('/');
const shortened = (words: string) => (words.length <= 220 ? words : `${words.slice(0, 219).trimEnd()}…`);
const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

function subjectOf({ day, lines, summaries }: Digest): string {
  const counts = kinds
    .map((when) => ({ when, count: lines.filter((line) => line.when === when).length }))
    .filter(({ count }) => count > 0)
    .map(({ when, count }) => `${count} ${headings[when].toLowerCase()}`);
  const said = counts.length > 0 ? counts.join(', ') : summaries.map(({ title }) => title).join(', ');
  return `Trọng Tâm ${showDay(day)}: ${said}`;
}

const tail = ({ lead, about, due, lateness, inNameOf }: DigestLine) =>
  [lead, ...about, due && `hạn ${showDay(due)}`, lateness, inNameOf].filter(Boolean).join(' · ');

const unitWords = ({ open, overdue, thisWeek, submitted }: Summary['units'][number]) =>
  `${open} đang làm, ${overdue} quá hạn, ${thisWeek} đến hạn trong tuần, ${submitted} chờ xác nhận`;

function plainOf(digest: Digest): string {
  const parts = [`Kính gửi ${digest.name},`, ''];
  for (const when of kinds) {
    const lines = digest.lines.filter((line) => line.when === when);
    if (lines.length === 0) continue;
    parts.push(`${headings[when].toUpperCase()} (${lines.length})`, '');
    for (const line of lines.slice(0, most))
      parts.push(`- ${shortened(line.words)}`, `  ${tail(line)}`, `  ${line.url}`, '');
    if (lines.length > most) parts.push(`… và ${lines.length - most} việc nữa: ${digest.url}/directives`, '');
  }
  for (const { title, units, url } of digest.summaries) {
    parts.push(title.toUpperCase(), '');
    for (const unit of units) parts.push(`- ${unit.name}: ${unitWords(unit)}`);
    parts.push(`  ${url}`, '');
  }
  parts.push('--', `${digest.agency}. Thư tự động của Trọng Tâm, không cần trả lời.`, digest.url);
  return parts.join('\n');
}

const sectionOf = (digest: Digest, when: (typeof kinds)[number]) => {
  const lines = digest.lines.filter((line) => line.when === when);
  if (lines.length === 0) return '';
  const items = lines
    .slice(0, most)
    .map(
      (line) =>
        `<li><a href="${escaped(line.url)}">${escaped(shortened(line.words))}</a><br><small>${escaped(tail(line))}</small></li>`,
    );
  const rest =
    lines.length > most
      ? `<p><a href="${escaped(digest.url)}/directives">… và ${lines.length - most} việc nữa</a></p>`
      : '';
  return `<h2>${headings[when]} (${lines.length})</h2><ul>${items.join('')}</ul>${rest}`;
};

const summaryOf = ({ title, units, url }: Summary) => {
  const rows = units.map(
    ({ name, open, overdue, thisWeek, submitted }) =>
      `<tr><th scope="row" align="left">${escaped(name)}</th>${[open, overdue, thisWeek, submitted]
        .map((count) => `<td align="right">${count}</td>`)
        .join('')}</tr>`,
  );
  const head = ['Đơn vị', 'Đang làm', 'Quá hạn', 'Đến hạn trong tuần', 'Chờ xác nhận']
    .map((cell) => `<th scope="col">${cell}</th>`)
    .join('');
  return `<h2><a href="${escaped(url)}">${escaped(title)}</a></h2><table cellpadding="4"><thead><tr>${head}</tr></thead><tbody>${rows.join('')}</tbody></table>`;
};

/** A digest as mail: subject, plain text, and the same as simple HTML that loads nothing. */
export function writeDigest(digest: Digest): { subject: string; plain: string; html: string } {
  const subject = subjectOf(digest);
  const html = [
    `<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>${escaped(subject)}</title></head><body>`,
    `<p>Kính gửi ${escaped(digest.name)},</p>`,
    ...kinds.map((when) => sectionOf(digest, when)),
    ...digest.summaries.map(summaryOf),
    `<hr><p><small>${escaped(digest.agency)}. Thư tự động của <a href="${escaped(digest.url)}">Trọng Tâm</a>, không cần trả lời.</small></p>`,
    '</body></html>',
  ];
  return { subject, plain: plainOf(digest), html: html.filter(Boolean).join('\n') };
}
