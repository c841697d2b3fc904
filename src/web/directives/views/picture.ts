import type { DirectiveRow } from '../../../features/directives/contract.ts';
import type { DirectiveGroup } from '../../../features/views/contract.ts';
import { common } from '../../i18n/common.ts';
import { showDay, showNumber } from '../../i18n/format.ts';
import { language } from '../../i18n/language.ts';
import { showLateness } from '../../i18n/lateness.ts';
import { barOf } from './bars.ts';
import { block, box, type Drawing, field, ink, stroke, text } from './sheet.ts';
import { viewWords } from './words.ts';

const colours: Partial<Record<DirectiveRow['state'], string>> = {
  overdue: ink.late,
  'done-late': ink.late,
  'due-soon': ink.soon,
  returned: ink.soon,
  refused: ink.soon,
  'done-in-time': ink.fine,
};
const colourOf = ({ state }: DirectiveRow) => colours[state] ?? ink.blue;
const standOf = (row: DirectiveRow) => {
  const { state } = common[language()];
  return row.lateness && ['overdue', 'due-soon', 'in-time'].includes(row.state)
    ? showLateness(row)
    : state[row.state];
};
const leftOver = (count: number) => (count > 0 ? viewWords[language()].more(showNumber(count)) : '');

/** The rows of a list, as many as a page holds. */
export function tablePicture(rows: readonly DirectiveRow[]): Drawing {
  const height = 22;
  const shown = rows.slice(0, Math.floor(field.height / height));
  const columns = [0, 560, 780, 870].map((x) => field.x + x);
  const body = shown.map((row, at) => {
    const y = field.y + at * height;
    const cells = [row.words, row.lead?.name ?? '', showDay(row.dueDay), standOf(row)];
    const widths = [545, 210, 85, 175];
    return [
      ...cells.map(
        (words, column) =>
          block(
            words,
            columns[column]!,
            y,
            { width: widths[column]!, most: 1 },
            {
              size: 10.5,
              ...(column === 3 && { fill: colourOf(row) }),
            },
          ).drawn,
      ),
      stroke(field.x, y + height - 4, field.x + field.width, y + height - 4, ink.soft),
    ].join('');
  });
  return { body: body.join(''), left: leftOver(rows.length - shown.length) };
}

/** Columns with their first cards. */
export function boardPicture(columns: readonly { name: string; group: DirectiveGroup }[]): Drawing {
  const shown = columns.slice(0, 6);
  const gap = 10;
  const width = (field.width - gap * (shown.length - 1)) / Math.max(1, shown.length);
  let drawnCards = 0;
  const body = shown.map(({ name, group }, at) => {
    const x = field.x + at * (width + gap);
    const head = block(name, x + 8, field.y + 2, { width: width - 52, most: 2 }, { size: 11, bold: true });
    const parts = [
      box(x, field.y, width, field.height, ink.soft),
      head.drawn,
      text(showNumber(group.count), x + width - 8, field.y + 14, { bold: true, anchor: 'end' }),
    ];
    let y = field.y + 40;
    for (const row of group.items) {
      const words = block(row.words, x + 14, y + 6, { width: width - 28, most: 3 }, { size: 10 });
      const height = words.height + 26;
      if (y + height > field.y + field.height - 6) break;
      parts.push(
        box(x + 6, y, width - 12, height, '#fff', ink.line),
        words.drawn,
        block(
          `${showDay(row.dueDay)} · ${standOf(row)}`,
          x + 14,
          y + words.height + 7,
          { width: width - 28, most: 1 },
          { size: 9.5, fill: colourOf(row) },
        ).drawn,
      );
      y += height + 6;
      drawnCards += 1;
    }
    return parts.join('');
  });
  const all = columns.reduce((sum, { group }) => sum + group.count, 0);
  return { body: body.join(''), left: leftOver(all - drawnCards) };
}

const grounds = { '': '#fff', swapped: '#fff', rest: ink.soft, off: ink.lateSoft };

/** The weeks of a month with what is due each day. */
export function calendarPicture(
  weeks: readonly (readonly string[])[],
  groups: ReadonlyMap<string, DirectiveGroup>,
  kindOf: (day: string) => '' | 'rest' | 'off' | 'swapped',
): Drawing {
  const { weekdays } = viewWords[language()];
  const width = field.width / 7;
  const height = (field.height - 18) / Math.max(1, weeks.length);
  const heads = weekdays.map((weekday, at) =>
    text(weekday, field.x + at * width + 6, field.y + 11, { size: 10.5, fill: ink.quiet }),
  );
  let drawnItems = 0;
  const days = weeks.flatMap((week, line) =>
    week.map((day, at) => {
      const [x, y] = [field.x + at * width, field.y + 18 + line * height];
      const group = groups.get(day);
      const most = Math.max(1, Math.floor((height - 24) / 14));
      const items = (group?.items ?? []).slice(0, most);
      drawnItems += items.length;
      return [
        box(x, y, width - 3, height - 3, grounds[kindOf(day)], ink.line),
        text(String(Number(day.slice(8))), x + 6, y + 14, { bold: true }),
        group ? text(showNumber(group.count), x + width - 9, y + 14, { anchor: 'end', fill: ink.quiet }) : '',
        ...items.map(
          (row, place) =>
            block(
              row.words,
              x + 6,
              y + 18 + place * 14,
              { width: width - 14, most: 1 },
              { size: 9.5, fill: colourOf(row) },
            ).drawn,
        ),
      ].join('');
    }),
  );
  const all = [...groups.values()].reduce((sum, { count }) => sum + count, 0);
  return { body: [...heads, ...days].join(''), left: leftOver(all - drawnItems) };
}

/** A line of a timeline: the name of a unit, or one of its directives. */
export type TimeLine = { unit: string; count: number } | { row: DirectiveRow };

/** Bars from given to the last deadline, by unit, with the months above and a line at today. */
export function timelinePicture(
  lines: readonly TimeLine[],
  shown: { from: string; to: string },
  months: readonly { name: string; left: number }[],
  today: string,
): Drawing {
  const height = 19;
  const [labels, width] = [360, field.width - 370];
  const place = (share: number) => field.x + 370 + (share / 100) * width;
  const top = field.y + 20;
  const drawn = lines.slice(0, Math.floor((field.height - 30) / height));
  const heads = months.map(({ name, left }) =>
    [
      text(name, place(left) + 5, field.y + 8, { size: 10, fill: ink.quiet }),
      stroke(place(left), field.y - 4, place(left), field.y + field.height),
    ].join(''),
  );
  const body = drawn.map((line, at) => {
    const y = top + at * height;
    if ('unit' in line) return text(line.unit, field.x, y + 12, { size: 10.5, bold: true });
    const bar = barOf(line.row, shown);
    return [
      block(line.row.words, field.x, y, { width: labels, most: 1 }, { size: 10 }).drawn,
      bar && box(place(bar.left), y + 4, Math.max(3, (bar.width / 100) * width), 9, colourOf(line.row)),
      bar?.first != null ? stroke(place(bar.first), y + 1, place(bar.first), y + 15, ink.text) : '',
    ].join('');
  });
  const now = barOf({ givenOn: today, dueDay: today, firstDueDay: null, closedOn: null }, shown);
  const line = now
    ? stroke(place(now.left), field.y - 4, place(now.left), field.y + field.height, ink.late)
    : '';
  const left = lines.slice(drawn.length).filter((one) => 'row' in one).length;
  return { body: [...heads, ...body, line].join(''), left: leftOver(left) };
}
