import type { Issued, ReviewFact, ReviewPeriod, ReviewSection, SectionWords } from './facts.ts';

/** Who did something, and on which day. */
export interface Done {
  on: string;
  by: string;
}

/** What a unit has written; `version` counts how often. */
export interface UnitPage {
  words: SectionWords;
  version: number;
  confirmed: Done | null;
}

/** What the office has made of a section; `version` counts how often. */
export interface Composed {
  words: string;
  version: number;
  last: Done | null;
}

/** What was signed at one time, «bản 1»: readable for ever, also once it was opened again. */
export interface SignedVersion extends Done {
  version: number;
  at: string;
  sha256: string;
  missing: { unitId: string; name: string }[];
  reason: string | null;
  lines: readonly string[];
  /** The report in the outgoing book; null of those signed before reports were entered there. */
  issued: Issued | null;
  reopened: (Done & { reason: string }) | null;
}

export interface ReviewStanding {
  opened: Done;
  period: ReviewPeriod;
  unitsUntil: string;
  pages: ReadonlyMap<string, UnitPage>;
  composed: ReadonlyMap<ReviewSection, Composed>;
  /** Everything that was signed, first to last. */
  versions: readonly SignedVersion[];
  /** The version that stands; null while it is open, for the first time or again. */
  signed: SignedVersion | null;
}

export const emptyPage: UnitPage = { words: {}, version: 0, confirmed: null };
export const notComposed: Composed = { words: '', version: 0, last: null };

/** How a review stands by its facts in the order they were recorded; null before it was opened. */
export function reviewStandingOf(facts: readonly ReviewFact[]): ReviewStanding | null {
  const [first, ...rest] = facts;
  if (first?.body.kind !== 'opened') return null;
  const pages = new Map<string, UnitPage>();
  const composed = new Map<ReviewSection, Composed>();
  const { period, unitsUntil } = first.body;
  const versions: SignedVersion[] = [];
  let signed: SignedVersion | null = null;
  for (const { body, happenedOn: on, by, recordedAt } of rest) {
    // What is signed is frozen until it is opened again.
    if (signed !== null && body.kind !== 'reopened') continue;
    switch (body.kind) {
      case 'unit-words': {
        const { version } = pages.get(body.unitId) ?? emptyPage;
        // A page that was confirmed and is written on is confirmed anew.
        pages.set(body.unitId, { words: body.words, version: version + 1, confirmed: null });
        break;
      }
      case 'unit-confirmed': {
        const page = pages.get(body.unitId) ?? emptyPage;
        pages.set(body.unitId, { ...page, confirmed: { on, by } });
        break;
      }
      case 'composed': {
        const { version } = composed.get(body.section) ?? notComposed;
        composed.set(body.section, { words: body.words, version: version + 1, last: { on, by } });
        break;
      }
      case 'signed': {
        const { sha256, missing, reason, lines = [], issued = null } = body;
        const version = versions.length + 1;
        signed = { version, on, by, at: recordedAt, sha256, missing, reason, lines, issued, reopened: null };
        versions.push(signed);
        break;
      }
      case 'reopened':
        if (signed === null) break;
        versions[versions.length - 1] = { ...signed, reopened: { on, by, reason: body.reason } };
        signed = null;
        break;
      case 'opened':
        break;
    }
  }
  const opened = { on: first.happenedOn, by: first.by };
  return { opened, period, unitsUntil, pages, composed, versions, signed };
}
