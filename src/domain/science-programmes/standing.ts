import type { RestsOn } from '../tasks/facts.ts';
import {
  type BoardMember,
  boardRoleWords,
  type ScienceProgrammeBody,
  type ScienceProgrammeFact,
  type ScienceProgrammeProfile,
} from './facts.ts';

/** A programme as it stands on a day. */
export interface ScienceProgrammeStanding {
  profile: ScienceProgrammeProfile;
  frame: RestsOn | null;
  board: readonly BoardMember[];
  boardRestsOn: RestsOn | null;
  /** One a year, the newest year first. */
  reports: readonly { year: number; words: string; on: string; restsOn: RestsOn | null }[];
}

const order = ({ happenedOn, recordedAt, id }: ScienceProgrammeFact) => `${happenedOn} ${recordedAt} ${id}`;

/** Folds the facts of a programme by a day (ISO); null before it is described. In what order they were recorded does not matter. */
export function scienceProgrammeOn(
  facts: readonly ScienceProgrammeFact[],
  asOf: string,
): ScienceProgrammeStanding | null {
  const known = facts
    .filter(({ happenedOn }) => happenedOn <= asOf)
    .toSorted((a, b) => (order(a) < order(b) ? -1 : 1));
  const last = <Kind extends ScienceProgrammeBody['kind']>(kind: Kind) =>
    known.findLast(({ body }) => body.kind === kind)?.body as
      | Extract<ScienceProgrammeBody, { kind: Kind }>
      | undefined;
  const described = last('described');
  if (!described) return null;
  const board = last('boardNamed');
  const reports = new Map<number, ScienceProgrammeStanding['reports'][number]>();
  for (const { happenedOn: on, body } of known)
    if (body.kind === 'reported')
      reports.set(body.year, { year: body.year, words: body.words, on, restsOn: body.restsOn });
  return {
    profile: described.profile,
    frame: described.restsOn,
    board: board?.members ?? [],
    boardRestsOn: board?.restsOn ?? null,
    reports: [...reports.values()].toSorted((a, b) => b.year - a.year),
  };
}

/** A fact of a programme as its history tells it. */
export function scienceProgrammeSentence(body: ScienceProgrammeBody): string {
  switch (body.kind) {
    case 'described':
      return `Khung chương trình: ${body.profile.code} ${body.profile.name}`;
    case 'boardNamed':
      return body.members.length === 0
        ? 'Thôi ban chủ nhiệm'
        : `Ban chủ nhiệm: ${body.members.map(({ name, role }) => `${name} (${boardRoleWords[role]})`).join(', ')}`;
    case 'reported':
      return `Báo cáo năm ${body.year}: ${body.words}`;
  }
}
