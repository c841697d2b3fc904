import type { Calendar } from '../../src/domain/calendar/calendar.ts';
import type { Deadline } from '../../src/domain/deadlines/deadline.ts';
import { byDay, chance } from './course.ts';
import { formerUnits, onceWorks, quarterlyWorks, type Work } from './works.ts';

/** A directive as a notice of the invented department gives it. */
export interface Planned extends Work {
  unit: string;
  deadline: Deadline;
}

/** A notice with what it gives. */
export interface PlannedNotice {
  kind: 'TB' | 'KL';
  on: Temporal.PlainDate;
  subject: string;
  issuer: string;
  direction: 'in' | 'out';
  /** Where what it gives comes from. */
  origin: 'document' | 'state-audit' | 'inspection';
  /** Sign behind the number of a paper that came in. */
  sign?: string;
  directives: Planned[];
}

const roman = ['I', 'II', 'III', 'IV'] as const;
const department = 'Sở Khoa học và Công nghệ tỉnh Minh Sơn';

/** The day each former unit was merged away, one a year: while a quarter's reports are being written. */
export function mergerDays(calendar: Calendar, today: Temporal.PlainDate): Temporal.PlainDate[] {
  return [16, 8].map((months) => {
    const { year, month } = today.subtract({ months });
    return calendar.rollForward(Temporal.PlainDate.from({ year, month: Math.ceil(month / 3) * 3, day: 9 }));
  });
}

/**
 * Two years of notices up to `today`: a monthly meeting with what it gives, once a quarter with the
 * quarter's reports, and findings of the State Audit in each spring and of the
 * province's inspectors in autumn. Some 150 directives; the same for the same day.
 */
export function twoYears(calendar: Calendar, today: Temporal.PlainDate): PlannedNotice[] {
  const random = chance(20260101);
  const left = Object.entries(onceWorks).flatMap(([unit, works]) => works.map((one) => ({ unit, ...one })));
  const shuffled = left.map((one) => ({ one, key: random() })).toSorted((a, b) => a.key - b.key);
  const queue = shuffled.map(({ one }) => one);
  const merged = mergerDays(calendar, today);
  const notices: PlannedNotice[] = [];
  const inspections: PlannedNotice[] = [];
  for (let back = 24; back >= 0; back--) {
    const month = today.toPlainYearMonth().subtract({ months: back });
    const on = calendar.rollForward(month.toPlainDate({ day: 5 }));
    if (Temporal.PlainDate.compare(on, today) > 0) break;
    const works = queue.splice(0, onceIn(back));
    const given = [
      ...works.map((one) => planned(one, on, calendar, random)),
      ...quarterly(month, on, calendar, random),
    ];
    notices.push({
      kind: 'TB',
      on,
      subject: `Kết luận của Giám đốc Sở tại cuộc họp giao ban tháng ${month.month}/${month.year}`,
      issuer: department,
      direction: 'out',
      origin: 'document',
      directives: given.map((one) => asNamedThen(one, on, merged)),
    });
    if (month.month === 4) notices.push(auditFindings(on, calendar, month.year));
    if (month.month === 9) inspections.push(inspectionFindings(on, calendar, month.year));
  }
  for (const saturday of swappedSaturdays(calendar, today)) dueOn(saturday, notices);
  return [...notices, ...inspections];
}

/** Saturdays worked in exchange for a bridge day within the two years. */
export function swappedSaturdays(calendar: Calendar, today: Temporal.PlainDate): Temporal.PlainDate[] {
  const saturdays: Temporal.PlainDate[] = [];
  let day = today.subtract({ months: 23 });
  day = day.add({ days: (6 - day.dayOfWeek + 7) % 7 });
  for (; Temporal.PlainDate.compare(day, today) < 0; day = day.add({ weeks: 1 }))
    if (calendar.isWorkingDay(day)) saturdays.push(day);
  return saturdays;
}

/** Makes the first work of the last notice some weeks before a day due on it. */
function dueOn(day: Temporal.PlainDate, notices: readonly PlannedNotice[]): void {
  const notice = notices.findLast(({ on }) => Temporal.PlainDate.compare(on, day.subtract({ days: 20 })) < 0);
  const first = notice?.directives[0];
  if (first) first.deadline = byDay(day);
}

/** How many works a month's meeting gives once: more in the last months, so that much is under way when one looks. */
const onceIn = (back: number): number => [9, 8, 5][back] ?? (back % 3 === 0 ? 2 : 1);

function planned(
  one: Work & { unit: string },
  on: Temporal.PlainDate,
  calendar: Calendar,
  random: () => number,
): Planned {
  const day = calendar.addWorkingDays(on, 12 + Math.floor(random() * 40));
  return { ...one, deadline: byDay(day, random() < 0.5 ? 'before' : 'by') };
}

/** Reports of the quarter that is ending, given in its last month and due by the decree's closing day. */
function quarterly(
  month: Temporal.PlainYearMonth,
  on: Temporal.PlainDate,
  calendar: Calendar,
  random: () => number,
): Planned[] {
  if (month.month % 3 !== 0) return [];
  const quarter = `quý ${roman[month.month / 3 - 1]}/${month.year}`;
  return quarterlyWorks.map(({ words, ...rest }) => ({
    ...rest,
    words: words.replace('{quarter}', quarter),
    deadline: byDay(calendar.addWorkingDays(on, 6 + Math.floor(random() * 6))),
  }));
}

function auditFindings(on: Temporal.PlainDate, calendar: Calendar, year: number): PlannedNotice {
  const day = calendar.addWorkingDays(on, 2);
  const finding = (unit: string, words: string, product: string): Planned => ({
    unit,
    words,
    product,
    deadline: byDay(calendar.addWorkingDays(on, 45)),
  });
  return {
    kind: 'KL',
    on: day,
    subject: `Kết luận kiểm toán việc quản lý, sử dụng kinh phí khoa học và công nghệ năm ${year - 1}`,
    issuer: 'Kiểm toán nhà nước khu vực X',
    direction: 'in',
    origin: 'state-audit',
    sign: 'KTNN',
    directives: [
      finding(
        'Phòng Kế hoạch - Tài chính',
        'Thu hồi kinh phí chi sai nội dung nộp ngân sách',
        'Giấy nộp tiền',
      ),
      finding(
        'Phòng Quản lý khoa học',
        'Thanh lý dứt điểm các hợp đồng quá hạn trên 12 tháng',
        'Biên bản thanh lý',
      ),
    ],
  };
}

/** What the province's inspectors found, to be put right within two months. */
function inspectionFindings(on: Temporal.PlainDate, calendar: Calendar, year: number): PlannedNotice {
  const finding = (unit: string, words: string, product: string): Planned => ({
    unit,
    words,
    product,
    deadline: byDay(calendar.addWorkingDays(on, 40)),
  });
  return {
    kind: 'KL',
    on: calendar.addWorkingDays(on, 3),
    subject: `Kết luận thanh tra việc chấp hành pháp luật về tiếp công dân, giải quyết kiến nghị năm ${year}`,
    issuer: 'Thanh tra tỉnh Minh Sơn',
    direction: 'in',
    origin: 'inspection',
    sign: 'TTr',
    directives: [
      finding('Văn phòng Sở', 'Niêm yết lịch tiếp công dân, mở sổ theo dõi kiến nghị', 'Báo cáo khắc phục'),
      finding('Thanh tra Sở', 'Trả lời dứt điểm các kiến nghị quá thời hạn giải quyết', 'Văn bản trả lời'),
    ],
  };
}

/** Before its merger a former unit got half of what its successor gets now. */
function asNamedThen(one: Planned, on: Temporal.PlainDate, merged: readonly Temporal.PlainDate[]): Planned {
  const index = formerUnits.findIndex(({ into }) => into === one.unit);
  const day = merged[index];
  const former = formerUnits[index];
  return former && day && Temporal.PlainDate.compare(on, day) < 0 ? { ...one, unit: former.name } : one;
}
