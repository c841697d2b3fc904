/** A conference as tests open it; whatever a test cares about comes on top. */
export const conferencePlan = {
  ...{ name: 'Hội nghị bí mật số bảy', day: '2026-11-24', start: '08:00', end: null, place: 'Phòng họp' },
  ...{ chair: 'Trần Văn A', chairTitle: 'Giám đốc', secretary: null, reviewId: null },
};

/** A body that each door of a conference takes. @param id of whatever it names */
export const conferenceBodies = (id: string): Record<string, unknown> => ({
  'conference.prepare': { part: 'agenda', items: [] },
  'conference.callOff': { form: 'cancelled', reason: 'Trùng lịch họp tỉnh' },
  'conference.attend': { inviteeId: id, presence: 'present' },
  'conference.propose': { unitId: id, form: 'petition', words: 'Xin thêm biên chế' },
  'conference.owe': { proposalId: id, unitId: id, due: '2026-12-01' },
  'conference.answer': { proposalId: id, words: 'Đã giải quyết' },
  'conference.write': { lineId: id, line: null },
  'conference.readLines': { text: 'Giao Văn phòng báo cáo' },
  'conference.issue': { reason: 'vội' },
  'conference.amend': { words: 'Đính chính ngày' },
});
