const nobody = '00000000-0000-4000-8000-000000000000';

/** What is said of a task, by the unit that manages it. */
export const taskProfile = (unitId: string, title = 'Nghiên cứu máy sấy nông sản') => ({
  ...{ title, level: 'province', type: 'topic', unitId },
});

const organisation = (name: string) => ({ kind: 'organisation', profile: { name } });

/** A body that each route of tasks and partners takes, whoever sends it. */
export const taskBodies = (day: string): Record<string, unknown> => ({
  'task.describe': { profile: taskProfile(nobody), on: day },
  'task.record': { on: day, event: { kind: 'ordered' } },
  'task.correct': { factId: nobody, reason: 'ghi nhầm', instead: null },
  'task.sendBack': { reason: 'thiếu chứng từ' },
  'task.code': { code: 'ĐTĐL.01/26', on: day },
  'task.uncode': { code: 'ĐTĐL.01/26', reason: 'gõ nhầm' },
  'task.arrange': { signers: { agency: null, host: null }, instalments: [], on: day },
  'task.decideRegime': { regime: 'A', on: day, number: '1/QĐ-SKHCN', reason: 'đang xét duyệt' },
  'scienceProgramme.record': { said: { kind: 'reported', year: 2026, words: 'đúng tiến độ' }, on: day },
  'task.overlaps': { title: 'Nghiên cứu máy sấy nông sản' },
  'taskRule.decide': ruleDecision(day),
  'partner.describe': { said: organisation('Viện Khác'), on: day },
});

/** A programme of S&T tasks, by what tells its code apart. */
export const scienceProgramme = (words: string) => ({
  ...{ code: `CT ${words}`, name: `Chương trình ${words}`, level: 'province' },
  ...{ from: '2021-01-01', to: '2030-12-31' },
});

/** A decision of the agency in the place of a rule that holds of old. */
export const ruleDecision = (day: string) => ({
  ...{
    insteadOf: 'selection.opening.B.2025',
    number: '12/QĐ-SKHCN',
    date: day,
    article: 'Điều 3',
    from: day,
  },
  value: { kind: 'term', amount: 5, direction: 'after' },
});

/** A task, a partner and a programme, as somebody records them. */
export const taskRecords = (
  unitId: string,
  { day, words = 'của ta' }: { day: string; words?: string },
): Record<'tasks' | 'partners' | 'science-programmes', object> => ({
  tasks: { profile: taskProfile(unitId, `Nghiên cứu ${words}`), on: day },
  partners: { said: organisation(`Viện ${words}`), on: day },
  'science-programmes': { profile: scienceProgramme(words), on: day },
});
