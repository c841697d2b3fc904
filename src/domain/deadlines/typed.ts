import type { Deadline } from './deadline.ts';
import { foldWithPlaces } from './folded.ts';
import { impossibleDates, isStanding, parseDeadlines } from './phrases.ts';
import { lastDay } from './points.ts';

export type Typed = { ok: true; deadline: Deadline } | { ok: false; message: string };

const examples =
  '15/11/2026; trước 15/11; tháng 10; cuối tháng 10; quý 4; cuối năm; hằng tháng ngày 25; 7 ngày làm việc từ khi nhận hồ sơ; không hạn';

/**
 * A deadline as a person types it, with or without marks: «trc 15/11», «cuoi thang 10», «quy 4», «thu 6 tuan sau», «mai»,
 * «7 ngay lam viec tu khi nhan ho so», «hang thang ngay 25», «khong han». `today` (ISO) gives «mai» its day and a
 * year-less date its year, marked `yearInferred`. A bare day binds as «chậm nhất». The deadline's text is what was typed.
 */
export function parseTyped(input: string, { today }: { today: string }): Typed {
  const said = input
    .normalize('NFC')
    .replace(/\s+/gu, ' ')
    .replace(/[\s.;,]+$/u, '')
    .trim();
  const folded = foldWithPlaces(said).text;
  if (folded === '') return { ok: false, message: `Gõ hạn, ví dụ: ${examples}.` };
  if (
    /^(?:(?:khong|ko|k|chua) ?(?:co|neu|ghi|dat)? ?(?:thoi )?han|khong|khong neu)(?: (?:xu ly|hoan thanh))?$/.test(
      folded,
    )
  )
    return { ok: true, deadline: { kind: 'none' } };
  if (isStanding(said)) {
    return {
      ok: false,
      message:
        '«Thường xuyên» không phải là hạn: chọn loại nhiệm vụ «Thường xuyên», hoặc gõ kỳ báo cáo như «hằng quý».',
    };
  }
  const wrong = impossibleDates(said)[0];
  if (wrong !== undefined) {
    return {
      ok: false,
      message: `«${wrong.text.trim()}» không có trong lịch: gõ lại ngày, tháng, năm, ví dụ 30/6/2026.`,
    };
  }
  const plain = plainWords(folded, said, today);
  const read = parseDeadlines(plain, { documentDate: today }).filter(({ span }) => coversAll(plain, span));
  const deadline = read[0]?.deadline;
  if (read.length !== 1 || deadline === undefined || deadline.kind === 'none')
    return { ok: false, message: `Chưa hiểu hạn «${said}». Gõ như: ${examples}.` };
  return { ok: true, deadline: asTyped(deadline, said, folded) };
}

/** The typed words as the phrase reader knows them: «mai» as a date, «7 ngày» as a clock, «15.11» as a day. */
function plainWords(folded: string, said: string, today: string): string {
  const lead =
    /^(?:hoan thanh |xong )?(?<bound>truoc|trc|tr|cham nhat|muon nhat|den het|den|toi|trong|tu|han|vao)?(?!\p{L}) ?(?:la )?/u.exec(
      folded,
    );
  const bound = boundWords[lead?.groups?.bound ?? ''] ?? '';
  const rest = folded.slice(lead?.[0].length ?? 0);
  const day = spokenDay(rest, today);
  if (day !== null) return `${bound} ngày ${day}`.trim();
  const period = spokenPeriod(rest, today);
  if (period !== null) return `${bound} ${period}`.trim();
  if (/^\d{1,2} ?[./-] ?\d{1,2}$/.test(rest))
    return `${bound} ngày ${rest.replace(/[ .-]+/g, '/').replace('//', '/')}`.trim();
  if (
    /^(?:\d{1,3}|mot|hai|ba|nam|bay|muoi)(?: ?\(\p{L}+\))? (?:ngay|tuan|thang|gio|tieng)(?: lam viec)?(?:$| (?:tinh |ke |tu |sau |truoc ))/u.test(
      folded,
    )
  )
    return `trong vòng ${said}`;
  if (/^20\d\d$/.test(rest)) return `${bound === '' ? 'trong' : bound} năm ${rest}`;
  return lead?.groups?.bound === 'trc' || lead?.groups?.bound === 'tr' ? `trước ${rest}` : said;
}

const boundWords: Partial<Record<string, string>> = {
  truoc: 'trước',
  trc: 'trước',
  tr: 'trước',
  'cham nhat': 'chậm nhất',
  'muon nhat': 'chậm nhất',
  'den het': 'đến hết',
  den: 'đến',
  toi: 'đến',
  trong: 'trong',
  tu: 'từ',
  han: 'hạn',
  vao: '',
};

const day = 86_400_000;
const weekdays: Partial<Record<string, number>> = {
  hai: 1,
  ba: 2,
  tu: 3,
  nam: 4,
  sau: 5,
  bay: 6,
  2: 1,
  3: 2,
  4: 3,
  5: 4,
  6: 5,
  7: 6,
};

/** «mai», «thứ 6 tuần sau», «cuối tuần», «ngày 25» as dd/mm/yyyy; the end of a week is its Friday. */
function spokenDay(words: string, today: string): string | null {
  const now = Date.parse(`${today}T00:00:00Z`);
  const near = ['hom nay', 'mai', 'mot'].indexOf(
    words.replace(/^ngay (?=mai|mot|kia)/, '').replace(/^kia$/, 'mot'),
  );
  if (near >= 0) return dayMonthYear(now + near * day);
  const monday = now - ((new Date(now).getUTCDay() + 6) % 7) * day;
  const week =
    /^(?:(?:cuoi |het )?tuan(?: (?<one>nay|sau|toi))?|(?<named>thu (?<number>\p{L}+|\d)|chu nhat)(?: tuan (?<which>nay|sau|toi))?)$/u.exec(
      words,
    )?.groups;
  if (week !== undefined) {
    const place =
      week.named === undefined ? 4 : week.named === 'chu nhat' ? 6 : (weekdays[week.number ?? ''] ?? 0) - 1;
    if (place < 0) return null;
    const which = week.one ?? week.which;
    const inWeek = monday + place * day + (which === 'sau' || which === 'toi' ? 7 * day : 0);
    return dayMonthYear(which === undefined && inWeek < now ? inWeek + 7 * day : inWeek);
  }
  const number = Number(/^(?:ngay )?(\d{1,2})$/.exec(words)?.[1] ?? 0);
  return number === 0 ? null : nextWith(number, today);
}

/** The next day of the month with this number, from today on; null where no month has it. */
function nextWith(number: number, today: string): string | null {
  if (number > 31) return null;
  const [year = 0, month = 0, date = 0] = today.split('-').map(Number);
  for (let ahead = number < date ? 1 : 0; ahead < 12; ahead++) {
    const first = new Date(Date.UTC(year, month - 1 + ahead, 1));
    if (number <= lastDay(first.getUTCFullYear(), first.getUTCMonth() + 1))
      return dayMonthYear(first.getTime() + (number - 1) * day);
  }
  return null;
}

/** «cuối tháng», «tháng sau», «quý này» as a numbered month or quarter. */
function spokenPeriod(words: string, today: string): string | null {
  const said = /^(?<edge>cuoi |het |giua |dau )?(?<unit>thang|quy)(?: (?<which>nay|sau|toi))?$/.exec(
    words,
  )?.groups;
  if (said === undefined) return null;
  const [year = 0, month = 0] = today.split('-').map(Number);
  const step = said.unit === 'quy' ? 3 : 1;
  const first = new Date(
    Date.UTC(year, month - 1 + (said.which === 'sau' || said.which === 'toi' ? step : 0), 1),
  );
  const number = said.unit === 'quy' ? Math.floor(first.getUTCMonth() / 3) + 1 : first.getUTCMonth() + 1;
  const edge = { 'cuoi ': 'cuối ', 'het ': 'hết ', 'giua ': 'giữa ', 'dau ': 'đầu ' }[said.edge ?? ''] ?? '';
  return `${edge}${said.unit === 'quy' ? 'quý' : 'tháng'} ${number}/${first.getUTCFullYear()}`;
}

function dayMonthYear(at: number): string {
  const [year, month, date] = new Date(at).toISOString().slice(0, 10).split('-');
  return `${date}/${month}/${year}`;
}

/** Whether nothing but filling words stands outside a phrase: half-understood input is asked again. */
function coversAll(plain: string, [start, end]: readonly [number, number]): boolean {
  const outside = foldWithPlaces(`${plain.slice(0, start)} ${plain.slice(end)}`).text;
  return /^[ ().,:-]*(?:(?:hoan thanh|xong|han|thoi han|bao cao|nop|la|tu|den|ngay|\d{1,2}|\/)[ ().,:-]*){0,6}$/.test(
    outside,
  );
}

type Known = Exclude<Deadline, { kind: 'none' }>;

function asTyped(deadline: Known, said: string, folded: string): Deadline {
  const typed = { ...deadline, text: said, span: [0, said.length] as [number, number] };
  if (typed.kind === 'relative' && typed.relative.from === '') {
    return { ...typed, relative: { ...typed.relative, from: 'giao việc' } };
  }
  const bare =
    typed.kind === 'date' &&
    typed.bound === 'on' &&
    !/ngay|vao/.test(folded.replace(/^ngay (?:mai|kia|mot)/, ''));
  return bare ? { ...typed, bound: 'by' } : typed;
}
