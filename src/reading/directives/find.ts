import type { Deadline } from '../../domain/deadlines/deadline.ts';
import { parseDeadlines } from '../../domain/deadlines/phrases.ts';
import type { ReadDirective, ReadingWarning } from '../../domain/documents/reading.ts';
import type { AgencyUnits } from '../../domain/organisation/match.ts';
import { fold } from '../../domain/text/fold.ts';
import type { Block } from '../extracted.ts';
import type { Parties } from '../units/parties.ts';
import { annexes, recipients } from './annex.ts';
import { leadInBracket } from './brackets.ts';
import { sentences } from './clauses.ts';
import { contextDay } from './dating.ts';
import type { Draft } from './draft.ts';
import { type Dating, finish } from './finish.ts';
import { isPress, ledeEnd } from './genre.ts';
import { addresseeOf, handwrittenNotes, hostOf } from './letter.ts';
import { markAt } from './marks.ts';
import { joinParagraphs, type Paragraph } from './paragraphs.ts';
import { TaskTable } from './tables.ts';
import { Walk } from './walk.ts';

export interface FindOptions {
  /** Where the body of the paper begins and ends in the text. */
  bodyStart: number;
  bodyEnd: number;
  kind: string | null;
  documentDate: string | null;
  /** The agency's own units, and the day whose names hold. */
  agency?: AgencyUnits;
  on?: string;
}

/** Finds the directives of a paper, in its order, with warnings about what is doubtful. Pure. */
export function findDirectives(
  text: string,
  blocks: Block[],
  options: FindOptions,
): { directives: ReadDirective[]; warnings: ReadingWarning[] } {
  const flat = text.replace(/\s/g, ' ');
  const press = isPress(text, options.kind);
  const letter = press ? undefined : addresseeOf(flat, blocks);
  const lede = press ? ledeEnd(flat, blocks) : 0;
  const titleEnd =
    lede > 0 ? (blocks.find(({ start, end }) => flat.slice(start, end).trim() !== '')?.end ?? 0) : 0;
  const from = Math.max(options.bodyStart, letter?.end ?? 0);
  const all = joinParagraphs(flat, blocks, from, options.bodyEnd);
  const paragraphs = press ? all : afterPreamble(flat, all);
  const review = reviewKinds.has(options.kind ?? '');
  const walk = new Walk({
    flat,
    press,
    review,
    addressee: letter?.parties ?? (options.kind === 'TB' ? hostOf(text) : undefined),
    hasDeadline: deadlineKind,
  });
  const told = paragraphs.filter((paragraph) => paragraph.row ?? paragraph.start >= titleEnd);
  walkThrough(flat, told, walk);
  walk.drafts.splice(0, walk.drafts.length, ...withoutRetold(flat, walk.drafts, lede));
  const commands = !press && commandKinds.has(options.kind ?? '');
  const drafts = settle(flat, walk.drafts, press, commands ? walk.everybody : undefined);
  for (const annex of press ? [] : annexes(flat, blocks, options.bodyEnd)) {
    const further = new Walk({ flat, press: false, review: false, hasDeadline: deadlineKind });
    walkThrough(flat, afterPreamble(flat, joinParagraphs(flat, blocks, annex.start, annex.end)), further);
    drafts.push(...settle(flat, further.drafts, false, undefined));
  }
  const day = options.documentDate ? undefined : contextDay(flat);
  const dating: Dating = { documentDate: options.documentDate ?? undefined, contextDay: day };
  const found = finish(flat, drafts, dating, {
    agency: options.agency,
    on: options.on ?? options.documentDate ?? undefined,
    press,
  });
  const notes = letter && handwrittenNotes(flat, blocks, letter.start);
  if (notes) {
    const message =
      'Phía trên «Kính gửi» có dòng giao việc, có thể là bút phê viết tay; không tính là nhiệm vụ của văn bản, hãy xem lại.';
    found.warnings.push({ code: 'handwritten-notes', message, span: notes });
  }
  return found;
}

const leastShared = 0.4;
const unnamed = /^(cac|nhung|moi|tat ca|toan the|toan bo) /;

/** Orders of a lead paragraph stay only where the body does not tell them again, to the same body or in the same words. */
function withoutRetold(flat: string, drafts: Draft[], lede: number): Draft[] {
  const wordsOf = ({ start, end }: Draft) => new Set(fold(flat.slice(start, end)).match(/[a-z0-9]{2,}/g));
  const body = drafts
    .filter(({ start }) => start >= lede)
    .map((draft) => ({ lead: draft.lead?.name, words: wordsOf(draft) }));
  return drafts.filter((draft) => {
    if (draft.start >= lede) return true;
    const dated = deadlineKind(flat.slice(draft.start, draft.end)) === 'dated';
    if (!draft.lead || (!dated && unnamed.test(fold(draft.lead.name)))) return false;
    const own = wordsOf(draft);
    return !body.some(({ lead, words }) => {
      const shared = [...own].filter((word) => words.has(word)).length;
      return fold(lead ?? '') === fold(draft.lead?.name ?? '') || shared > own.size * leastShared;
    });
  });
}

function walkThrough(flat: string, paragraphs: Paragraph[], walk: Walk): void {
  const table = new TaskTable();
  for (const paragraph of paragraphs) {
    if (recipients.test(fold(flat.slice(paragraph.start, paragraph.start + 40)))) return;
    if (paragraph.row) {
      const draft = table.read(flat, paragraph.row);
      if (draft) walk.drafts.push(draft);
    } else walk.paragraph(paragraph);
  }
}

function deadlineKind(text: string): 'dated' | 'recurring' | undefined {
  const kinds = parseDeadlines(text, {}).map(({ deadline }: { deadline: Deadline }) => deadline.kind);
  if (kinds.includes('recurring')) return 'recurring';
  return kinds.some((kind) => kind !== 'none') ? 'dated' : undefined;
}

/** Notices, conclusions, directives, telegrams: what they say to nobody by name, they say to those of the closing sentence. */
const commandKinds = new Set(['TB', 'KL', 'CT', 'CĐ']);
const reviewKinds = new Set(['BC', 'TTr', 'BB']);
const announcement =
  /(nhu sau|sau day|noi dung sau|nhiem vu sau|viec sau|quyet dinh|quyet nghi|chi thi|ket luan|chi dao|yeu cau|de nghi)\s*:\s*$/;
const announcementReach = 400;

/** What stands before the announcement («… kết luận như sau:») tells of the meeting and the papers it rests on. */
function afterPreamble(flat: string, paragraphs: Paragraph[]): Paragraph[] {
  const firstMarked = paragraphs.findIndex((p) => p.row || markAt(flat.slice(p.start, p.end)));
  const opening = firstMarked < 0 ? paragraphs : paragraphs.slice(0, firstMarked);
  const announced = opening.findLastIndex((p) =>
    announcement.test(fold(flat.slice(Math.max(p.start, p.end - announcementReach), p.end))),
  );
  const opener = opening[announced];
  if (!opener) return paragraphs;
  const last = sentences(flat, opener.start, opener.end).at(-1);
  return [{ ...opener, start: last?.start ?? opener.start }, ...paragraphs.slice(announced + 1)];
}

/**
 * Drops announcements whose items were read, and drafts that nobody leads. In the press an order to nobody takes the
 * next lead named; in a notice, those to whom its closing sentence speaks.
 */
function settle(flat: string, drafts: Draft[], press: boolean, everybody: Parties | undefined): Draft[] {
  const kept = drafts.filter((draft, i) => !draft.announces || !drafts[i + 1]?.above.includes(draft.under));
  kept.forEach((draft, i) => {
    if (press && !draft.lead) {
      draft.lead = kept.slice(i + 1).find((later) => later.lead)?.lead ?? kept[i - 1]?.lead;
      draft.leadFrom = 'later';
    } else if (!press && draft.leadFrom !== 'own' && draft.leadFrom !== 'label') {
      const named = leadInBracket(flat, draft);
      if (named) Object.assign(draft, { lead: named, leadFrom: 'bracket' });
      else if (!draft.lead && draft.task && everybody)
        Object.assign(draft, { lead: everybody, leadFrom: 'later' });
    }
  });
  return kept.filter((draft) => draft.lead !== undefined);
}
