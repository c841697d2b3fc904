import type {
  AgendaItem,
  Beginning,
  CallOffForm,
  ConclusionLine,
  ConferenceFact,
  ConferencePlan,
  Invitee,
  PartName,
  Presence,
  ProposalForm,
} from './facts.ts';

/** Who did something, and on which day. */
export interface Done {
  on: string;
  by: string;
}

interface UnitNamed {
  unitId: string;
  name: string;
}

export interface Proposal extends Done {
  id: string;
  unit: UnitNamed;
  form: ProposalForm;
  words: string;
  /** `on`: since when. */
  owed: { by: UnitNamed; due: string; on: string } | null;
  answered: (Done & { words: string }) | null;
}

/** A conclusion with how often it was written, which a change of it names. */
export interface Line {
  id: string;
  line: ConclusionLine;
  version: number;
  last: Done;
  /** The directive it became. */
  directiveId: string | null;
}

/** A conference moved, put off or cancelled. */
export interface Change extends Done {
  id: string;
  /** Instant, ISO. */
  at: string;
  form: CallOffForm;
  from: Beginning;
  to: Beginning | null;
  reason: string;
}

export interface Conference {
  opened: Done;
  /** Facts so far: what an issue names as seen. */
  version: number;
  plan: ConferencePlan;
  agenda: readonly AgendaItem[];
  invitees: readonly Invitee[];
  assessment: string | null;
  carried: readonly string[] | null;
  /** How often each part was saved. */
  versions: Readonly<Record<PartName, number>>;
  presence: ReadonlyMap<string, { presence: Presence; stead: string | null }>;
  proposals: readonly Proposal[];
  lines: readonly Line[];
  /** Lines taken out, with the version a second writer is told of. */
  removed: ReadonlyMap<string, number>;
  issued:
    | (Done & {
        at: string;
        documentId: string;
        number: string;
        sha256: string;
        findings: readonly string[];
        reason: string | null;
      })
    | null;
  /** Every time it was moved, put off or cancelled. */
  changes: readonly Change[];
  /** Where it is put off or cancelled as it stands: the last of them. */
  calledOff: Change | null;
  amendments: readonly (Done & { id: string; words: string; document: string | null })[];
}

type Building = {
  -readonly [Key in keyof Conference]: Conference[Key];
};

/** How a conference stands by its facts in the order they were recorded; null before it was planned. */
export function conferenceOf(facts: readonly ConferenceFact[]): Conference | null {
  const [first] = facts;
  if (first?.body.kind !== 'prepared' || first.body.part !== 'plan') return null;
  const proposals = new Map<string, Proposal>();
  const lines = new Map<string, Line>();
  const removed = new Map<string, number>();
  const presence = new Map<string, { presence: Presence; stead: string | null }>();
  const versions = { plan: 0, agenda: 0, invitees: 0, assessment: 0, carried: 0 };
  const made: Building = {
    ...{ opened: { on: first.happenedOn, by: first.by }, version: facts.length, plan: first.body.plan },
    ...{ agenda: [], invitees: [], assessment: null, carried: null, versions, presence, removed },
    ...{ proposals: [], lines: [], issued: null, amendments: [] },
    ...{ changes: [], calledOff: null },
  };
  for (const { id, body, happenedOn: on, by, recordedAt: at } of facts) {
    switch (body.kind) {
      case 'prepared':
        versions[body.part] += 1;
        if (body.part === 'plan') made.plan = body.plan;
        else if (body.part === 'agenda') made.agenda = body.items;
        else if (body.part === 'invitees') made.invitees = body.invitees;
        else if (body.part === 'assessment') made.assessment = body.words;
        else made.carried = body.directiveIds;
        break;
      case 'attended':
        presence.set(body.inviteeId, { presence: body.presence, stead: body.stead });
        break;
      case 'proposed': {
        const { proposalId, unit, form, words } = body;
        proposals.set(proposalId, { id: proposalId, unit, form, words, on, by, owed: null, answered: null });
        break;
      }
      case 'owed':
        change(proposals, body.proposalId, { owed: { by: body.by, due: body.due, on } });
        break;
      case 'answered':
        change(proposals, body.proposalId, { answered: { words: body.words, on, by } });
        break;
      case 'line': {
        const { lineId, line } = body;
        const version = (lines.get(lineId)?.version ?? removed.get(lineId) ?? 0) + 1;
        if (line === null) {
          lines.delete(lineId);
          removed.set(lineId, version);
        } else {
          lines.set(lineId, { id: lineId, line, version, last: { on, by }, directiveId: null });
          removed.delete(lineId);
        }
        break;
      }
      case 'issued': {
        const { documentId, number, sha256, findings, reason } = body;
        made.issued = { on, by, at, documentId, number, sha256, findings, reason };
        for (const { lineId, directiveId } of body.directives) change(lines, lineId, { directiveId });
        answerBy(proposals, lines, { on, by, number });
        break;
      }
      case 'calledOff': {
        const { form, to, reason } = body;
        const { day, start } = made.plan;
        const changed = { id, at, on, by, form, from: { day, start }, to, reason };
        made.changes = [...made.changes, changed];
        made.calledOff = form === 'moved' ? null : changed;
        if (to !== null) made.plan = { ...made.plan, ...to, end: to.start === start ? made.plan.end : null };
        versions.plan += 1;
        break;
      }
      case 'amended':
        made.amendments = [...made.amendments, { id, on, by, words: body.words, document: body.document }];
        break;
    }
  }
  return { ...made, proposals: [...proposals.values()], lines: [...lines.values()] };
}

function change<Record_>(records: Map<string, Record_>, id: string, changed: Partial<Record_>): void {
  const record = records.get(id);
  if (record) records.set(id, { ...record, ...changed });
}

/** The notice answers the proposals its lines were written to. */
function answerBy(
  proposals: Map<string, Proposal>,
  lines: ReadonlyMap<string, Line>,
  { on, by, number }: Done & { number: string },
): void {
  for (const { line } of lines.values())
    if (line.answers !== null && proposals.get(line.answers)?.answered === null)
      change(proposals, line.answers, {
        answered: { on, by, words: `Thông báo ${number}: ${line.words}` },
      });
}

/** noted: a remark; unassigned: nobody owes the answer yet; late: silent past the day. */
export type ProposalState = 'late' | 'unassigned' | 'open' | 'answered' | 'noted';

/** How a proposal stands on a day; silence is derived, never stored. */
export function proposalStateOn({ form, owed, answered }: Proposal, day: string): ProposalState {
  if (answered !== null) return 'answered';
  if (form === 'remark') return 'noted';
  if (owed === null) return 'unassigned';
  return owed.due < day ? 'late' : 'open';
}

const urgency: readonly ProposalState[] = ['late', 'unassigned', 'open', 'answered', 'noted'];

/** Overdue ones first, then by the day they are due. */
export const byUrgency = (proposals: readonly Proposal[], day: string): Proposal[] =>
  proposals.toSorted(
    (a, b) =>
      urgency.indexOf(proposalStateOn(a, day)) - urgency.indexOf(proposalStateOn(b, day)) ||
      (a.owed?.due ?? '').localeCompare(b.owed?.due ?? ''),
  );

/** Lines in the order of the notice: units as they first come, each with its lines together. */
export const inNoticeOrder = (lines: readonly Line[]): Line[] =>
  [...Map.groupBy(lines, ({ line }) => line.lead?.name ?? '').values()].flat();
