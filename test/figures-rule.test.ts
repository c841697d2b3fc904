import { expect, test } from 'vitest';
import { z } from 'zod';
import { allContracts } from '../src/http/contracts.ts';
import { filesUnder, textOf } from './repository.ts';

/** Files of the screens that turn a number into text themselves, each with why it is no figure of records. */
const without: Record<string, string> = {
  'src/web/i18n/format.ts': 'how numbers are written',
  'src/web/figures/figure.tsx': 'where figures are shown',
  'src/web/figures/catalogue.tsx': 'how far a figure moved, between two figures that both open',
  'src/web/morning/rates.tsx': 'the base told within the words of a figure that opens',
  'src/web/morning/waits.tsx': 'days waited; the work and the questions beside them open',
  'src/web/conferences/carried.tsx': 'how often one directive was extended and how late it is, in its row',
  'src/web/conferences/line-editor.tsx': 'lines a paragraph was taken apart into, all on the page',
  'src/web/directives/views/calendar-view.tsx': 'what lies beyond the days the view shows',
  'src/web/directives/views/timeline.tsx': 'how many rows are drawn beneath a name',
  'src/web/directives/views/picture.ts': 'a drawing to take away, under its filter and day',
  'src/web/directives/bulk/bulk-bar.tsx': 'what was chosen on this screen',
  'src/web/directives/bulk/bulk-dialog.tsx': 'what was chosen on this screen',
  'src/web/directives/bring-in/progress.tsx': 'rows of a file being read',
  'src/web/directives/bring-in/bring-in-page.tsx': 'rows of a file that was read',
  'src/web/assets/assets-page.tsx': 'the value of the assets of one task, listed in its row',
  'src/web/assets/count-dialog.tsx': 'values somebody types of one asset',
  'src/web/assets/report.tsx': 'how far one directive has come, which its link opens',
  'src/web/assets/settle-bar.tsx': 'what was chosen on this screen',
  'src/web/task-imports/import-page.tsx': 'rows and sums of a file that was read',
  'src/web/task-imports/reconciliation.tsx': 'rows and sums of a file that was read',
  'src/web/bring-in/table-outcome.tsx': 'rows of a file that was read',
  'src/web/agencies/agencies-page.tsx': 'sizes of agencies that the viewer may not open',
  'src/web/agencies/overview-page.tsx':
    'lines of agencies that the viewer may not open, and how many lines there are',
  'src/web/audit/audit-page.tsx': 'what a check of the log went through',
  'src/web/calendar/calendar-page.tsx': 'days of a year, all of them on the page',
  'src/web/frame/reminders.tsx': 'reminders in the list that the button opens',
  'src/web/settings/letters-page.tsx': 'persons without an address, tries of one letter told beneath',
  'src/web/settings/settings-page.tsx': 'values somebody set',
  'src/web/papers/papers-dialog.tsx': 'how many directives of the list behind it a sheet will hold',
  'src/web/planning/table-page.tsx': 'rows of a file that was read',
  'src/web/figures/records-dialog.tsx': 'the records of a figure, in the list beneath',
  'src/web/reviews/reviews-page.tsx': 'units that confirmed, named on the page the row opens',
  'src/web/planning/plan-page.tsx': 'what a plan of a year holds, all of it on the page',
  'src/web/task-rules/value-fields.tsx': 'a number of a rule, to be decided otherwise',
  'src/web/tasks/attachments.tsx': 'which of the chosen files is being sent',
  'src/web/tasks/brief.tsx': 'clocks of one task and the days it waited, told beneath',
  'src/web/tasks/history.tsx': 'facts and rules of one task, in the lists they open',
  'src/web/tasks/money-field.tsx': 'an amount somebody types',
  'src/web/tasks/cost-fields.tsx': 'amounts somebody types and their sum',
  'src/web/tasks/money.ts': 'amounts somebody types',
  'src/web/tasks/lines-grid.tsx': 'sums of amounts somebody types',
  'src/web/tasks/instalment-rows.ts': 'amounts somebody types',
  'src/web/tasks/instalment-fields.tsx': 'amounts somebody types and their sum',
  'src/web/tasks/payments.tsx': 'the money of one contract, instalment by instalment, all of it on the page',
  'src/web/tasks/budget-fields.tsx': 'amounts somebody types and their sum',
  'src/web/tasks/costs.tsx': 'the budget of one task, item by item, all of it on the page',
  'src/web/tasks/task-table.tsx': 'steps open beside the one named, of one task',
  'src/web/tasks/waits.tsx': 'days tasks spent in a step; the tasks that wait there open',
  'src/web/results/public-page.tsx': 'results anybody may read, all of them in the list beneath',
  'src/web/science-programmes/programme-page.tsx':
    'the frame beside the sum that opens, and the money of one task in its row',
  'src/web/science-programmes/act-dialogs.tsx': 'money somebody set',
  'src/web/targets/value.ts': 'the value of one target, which its page traces to its reports',
};

/** Files that say a number of one record, or of what the page itself lists. */
const ofOneRecord: Record<string, string> = {
  'src/web/calls/calls-page.tsx': 'tasks and dossiers of one call, on the page its row opens',
  'src/web/calls/call-page.tsx': 'dossiers of one task of the call that is open, sealed or beneath',
  'src/web/calls/public-page.tsx': 'tasks of one call, on the page its row opens',
  'src/web/directives/directive-facts.tsx': 'the quantity a document asks for',
  'src/web/drafts/draft-table.tsx': 'how often one draft was moved, told in its history',
  'src/web/drafts/opinion-dialogs.tsx': 'working days that somebody set',
  'src/web/intake/intake-list.tsx': 'marks on one document, whose row opens its review',
  'src/web/tasks/effect.tsx': 'the place of one report of one task, named beside it',
  'src/web/today/waiting-section.tsx': 'marks on one document, whose row opens its review',
  'src/web/morning/overdue.tsx': 'how often one directive was extended',
  'src/web/requests/request-list.tsx': 'days one question has waited',
  'src/web/review/outcome.tsx': 'pages and lines of the document that is open',
  'src/web/review/page-view.tsx': 'pages of the document that is open',
  'src/web/review/review-desk.tsx': 'lines on this page',
  'src/web/review/review-head.tsx': 'lines on this page, which the number filters',
  'src/web/organisation/changes-tab.tsx': 'what one reorganisation moved, told in its hand-over list',
  'src/web/organisation/doubles-tab.tsx': 'what merging one record moves, told before it is done',
  'src/web/organisation/reorganise-page.tsx': 'what one reorganisation moved, told in its hand-over list',
  'src/web/organisation/reorganise-review.tsx': 'what one reorganisation moves, told before it is done',
  'src/web/organisation/unit-card.tsx': 'persons of one unit, on the next tab',
  'src/web/organisation/units-tab.tsx': 'persons of one unit, on the next tab',
  'src/web/programme/item-page.tsx': 'how often one item was moved, told in its history',
  'src/web/programme/months.tsx': 'how often one item was moved, told in its history',
  'src/web/programme/programme-page.tsx': 'what was moved, shown by the button that says it',
  'src/web/targets/target-page.tsx': 'how often one target was amended, told in its history',
};

/** Numbers of contracts that count nothing: of one record, of a place on a page, of a document. */
const noFigure = new Set([
  ...['percent', 'version', 'weight', 'depth', 'page', 'year', 'n', 'number', 'day', 'month'],
  // Places in a book of registration, and in a file.
  ...['bookNumber', 'bookYear', 'row'],
  ...['width', 'height', 'size', 'status', 'confidence', 'amount', 'at', 'start', 'end', 'ordinal'],
]);

/** Names of all numbers that a reply of the API may hold. */
function numbersIn(schema: unknown): string[] {
  if (Array.isArray(schema)) return schema.flatMap(numbersIn);
  if (typeof schema !== 'object' || schema === null) return [];
  const { properties = {}, ...rest } = schema as { properties?: Record<string, unknown> };
  const named = Object.entries(properties).filter(([, of]) => isNumber(of));
  return [
    ...named.map(([name]) => name),
    ...Object.values(properties).flatMap(numbersIn),
    ...Object.values(rest).flatMap(numbersIn),
  ];
}

function isNumber(schema: unknown): boolean {
  if (typeof schema !== 'object' || schema === null) return false;
  const { type = [], anyOf = [] } = schema as { type?: string | string[]; anyOf?: unknown[] };
  return [type].flat().some((one) => one === 'integer' || one === 'number') || anyOf.some(isNumber);
}

const names = [
  ...new Set(
    allContracts
      .filter(({ raw }) => !raw)
      .flatMap(({ reply }) => numbersIn(z.toJSONSchema(reply, { unrepresentable: 'any', io: 'output' }))),
  ),
].filter((name) => !noFigure.has(name));

const screens = filesUnder('src/web', /\.tsx?$/u).filter((path) => !path.includes('.test.'));

test('a number is written out by the figure that opens its records, or a file says why it is none', () => {
  const writing = screens.filter((path) => /\bshowNumber\b|Intl\.NumberFormat/u.test(textOf(path)));
  expect(new Set(writing)).toEqual(new Set(Object.keys(without)));
});

test('no number of a reply reaches a screen as it is', () => {
  expect(names).toEqual(expect.arrayContaining(['count', 'total', 'value', 'medianLate', 'longest']));
  const bare = new RegExp(
    [
      // As a child, or within a text.
      String.raw`(?:(?<![=(,]\s*)\{|\$\{)\s*(?!said\.)[\w.?!]*\.(?:${names.join('|')})\s*(?:\?\?\s*\w+\s*)?\}`,
      // Told to the words of the screen.
      String.raw`said\.[\w.]+\([^()]*\.(?:${names.join('|')})\s*[,)]`,
    ].join('|'),
    'u',
  );
  expect('<b>{group.count}</b>').toMatch(bare);
  expect(`$${'{first?.total}'} việc`).toMatch(bare);
  expect('said.more(group.count)').toMatch(bare);
  expect('<Figure value={group.count} />').not.toMatch(bare);
  const found = screens.filter((path) =>
    textOf(path)
      .split('\n')
      .some((line) => bare.test(line)),
  );
  expect(new Set(found)).toEqual(new Set(Object.keys(ofOneRecord)));
});
