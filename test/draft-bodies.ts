const nobody = '00000000-0000-4000-8000-000000000000';
const plan = {
  ...{ title: 'Quy định khác', kind: 'committee-decision', leadUnitId: nobody, submittedTo: 'UBND tỉnh' },
};

/** Superior act as somebody records it. */
export const superiorAct = (day: string) => ({
  ...{ number: '1/2026/TT-BKHCN', title: 'Sửa đổi', issuer: 'Bộ', issuedOn: day, effectiveOn: day },
  ...{ effect: 'amends', changes: ['2/2020/TT-BKHCN'] },
});

/** A body that each route of drafts and acts takes, whoever sends it. */
export const draftBodies = (day: string): Record<string, unknown> => ({
  'draft.change': plan,
  'draft.move': { days: { issued: day }, reason: 'dời', on: day },
  'draft.enter': { stage: 'drafting', on: day },
  'draft.sendBack': { stage: 'drafting', on: day, reason: 'viết lại' },
  'draft.report': { words: 'đang viết', on: day },
  'draft.ask': { outside: ['Sở Tư pháp'], on: day },
  'draft.answer': { askId: nobody, on: day, answer: 'agree' },
  'draft.handle': { answerId: nobody, remark: 0, how: 'taken' },
  'draft.stop': { reason: 'thôi làm', on: day },
  'draft.retract': { factId: nobody, reason: 'ghi nhầm' },
  'act.correct': { number: '1/QĐ-UBND', title: 'Quy định', issuedOn: day, leadUnitId: nobody },
  'act.correctSuperior': superiorAct(day),
  'act.give': { amendments: [{ actId: nobody, leadUnitId: nobody, product: 'Dự thảo', due: day }] },
  'act.spare': { actId: nobody, reason: 'không liên quan' },
});

/** A draft of a year, an act in force here and a superior act that touches it, as somebody records them. */
export const draftRecords = (
  leadUnitId: string,
  { day, words = 'của ta' }: { day: string; words?: string },
): Record<'drafts' | 'local-acts' | 'superior-acts', object> => ({
  drafts: {
    ...{ ...plan, title: `Dự thảo ${words}`, leadUnitId, year: 2026, on: '2026-01-05' },
    days: { drafting: '2026-03-01', issued: '2026-12-01' },
  },
  'local-acts': {
    ...{ number: '25/2018/QĐ-UBND', title: `Quy định ${words}`, issuedOn: '2018-06-01', leadUnitId },
    bases: ['02/2020/TT-BKHCN'],
  },
  'superior-acts': { ...superiorAct(day), title: `Thông tư ${words}` },
});
