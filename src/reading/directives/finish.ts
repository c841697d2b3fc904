import type { Deadline } from '../../domain/deadlines/deadline.ts';
import type { Party, ReadDirective, ReadingWarning } from '../../domain/documents/reading.ts';
import { type AgencyUnits, matchUnit } from '../../domain/organisation/match.ts';
import { fold } from '../../domain/text/fold.ts';
import type { Parties } from '../units/parties.ts';
import { trustedDays } from './dating.ts';
import type { Draft, LeadFrom } from './draft.ts';
import { actionOf, deadlineOf, kindOf, productOf, quantityOf } from './fields.ts';
import { tokenise } from './tokens.ts';

/** What is known of the day of the paper: its own date, or what its words speak of. */
export interface Dating {
  documentDate: string | undefined;
  contextDay: string | undefined;
}

interface FinishOptions {
  agency: AgencyUnits | undefined;
  on: string | undefined;
  press: boolean;
}

const leadConfidence: Record<LeadFrom, number> = {
  own: 0.95,
  label: 0.95,
  heading: 0.95,
  bracket: 0.9,
  carried: 0.85,
  'lead-in': 0.85,
  addressee: 0.7,
  later: 0.5,
};
const leastLength = 8;
const inferred = new Set<LeadFrom>(['carried', 'addressee', 'later', 'lead-in']);

/** Makes directives of drafts: words cleaned, deadline, product and quantity read, units matched, repeats dropped. */
export function finish(
  flat: string,
  drafts: Draft[],
  dating: Dating,
  options: FinishOptions,
): { directives: ReadDirective[]; warnings: ReadingWarning[] } {
  const directives: ReadDirective[] = [];
  const warnings: ReadingWarning[] = [];
  const told = new Told(options.press);
  for (const draft of drafts) {
    const directive = complete(flat, draft, dating, options);
    if (directive.text.length < leastLength || told.again(directive)) continue;
    directives.push({ ...directive, ordinal: directives.length + 1 });
    const { deadline } = directive;
    if ('yearUnknown' in deadline && deadline.yearUnknown) {
      warnings.push({
        code: 'year-unknown',
        message: `Thời hạn «${deadline.text}» không ghi năm và văn bản không có ngày ban hành; hãy cho biết năm.`,
        span: deadline.span,
      });
    }
  }
  return { directives, warnings };
}

function complete(flat: string, draft: Draft, dating: Dating, options: FinishOptions): ReadDirective {
  const span = edges(flat, draft, options.press);
  const text = flat.slice(...span).replace(/\s+/g, ' ');
  const tokens = tokenise(flat, span[0], span[1]);
  const verb = Math.max(
    0,
    tokens.findIndex((token) => token.start >= draft.verb),
  );
  const deadline = dated(flat, draft, span, dating);
  const from = draft.leadFrom ?? 'own';
  const fieldConfidence = {
    lead: leadConfidence[from],
    deadline: deadlineConfidence(deadline),
    boundary: draft.firm || from === 'heading' || from === 'label' ? 0.9 : 0.75,
  };
  return {
    ordinal: 1,
    text,
    span,
    outline: draft.outline,
    lead: draft.lead ? partyOf(draft.lead, options, inferred.has(from)) : null,
    coordinating: draft.coordinating.map((party) => partyOf(party, options, false)),
    kind: kindOf(tokens, verb, deadline),
    action: actionOf(flat, tokens, verb),
    product: draft.product ?? productOf(flat, tokens, verb),
    quantity: quantityOf(flat, tokens, verb),
    deadline,
    confidence: Math.min(fieldConfidence.lead, fieldConfidence.deadline, fieldConfidence.boundary),
    fieldConfidence,
  };
}

/** The span without trailing marks of the outline and, in the press, without «…”, ông X cho hay». */
function edges(flat: string, draft: Draft, press: boolean): [number, number] {
  let end = draft.end;
  if (press) {
    const quoted = /\s*["”]\s*,\s*[^"”]{2,60}\.?\s*$/u.exec(flat.slice(draft.start, end).slice(-90));
    if (quoted) end -= quoted[0].length;
  }
  const closing = /\s*\.?\s*\/\s*\.?\s*$/.exec(flat.slice(Math.max(draft.start, end - 8), end)); // «./.» ends a paper
  if (closing) end -= closing[0].length;
  while (end > draft.start && flat[end - 1] === ' ') end--;
  let start = draft.start;
  while (start < end && /[\s"“”',|]/.test(flat[start] as string)) start++;
  return [start, end];
}

function dated(flat: string, draft: Draft, span: [number, number], dating: Dating): Deadline {
  const stretch = draft.deadlineAt;
  const read = (day: string | undefined): Deadline => {
    if (stretch && draft.deadlineText && flat.slice(stretch.start, stretch.end).trim() === '') {
      const carried = deadlineOf(draft.deadlineText, 0, day);
      return carried.kind === 'none' ? carried : { ...carried, span: [stretch.start, stretch.end] };
    }
    const own = stretch ? deadlineOf(flat.slice(stretch.start, stretch.end), stretch.start, day) : undefined;
    if (own && own.kind !== 'none') return own;
    return deadlineOf(flat.slice(...span), span[0], day);
  };
  if (dating.documentDate) return read(dating.documentDate);
  const found = read(dating.contextDay);
  if (!dating.contextDay || !('yearInferred' in found) || !found.yearInferred) return found;
  const away = Math.abs(Date.parse(found.due) - Date.parse(dating.contextDay)) / 86_400_000;
  return away <= trustedDays ? found : read(undefined);
}

function deadlineConfidence(deadline: Deadline): number {
  if (deadline.kind === 'none') return 0.85;
  if ('yearUnknown' in deadline && deadline.yearUnknown) return 0.5;
  return 'yearInferred' in deadline && deadline.yearInferred ? 0.8 : 0.95;
}

function partyOf(parties: Parties, { agency, on }: FinishOptions, isInferred: boolean): Party {
  const match = agency ? matchUnit(parties.name, agency, on) : undefined;
  return {
    name: parties.name,
    ...(match && { unitId: match.unitId }),
    span: parties.span,
    ...(isInferred && { inferred: true }),
  };
}

const wordsOf = (text: string) => new Set(fold(text).match(/[a-z0-9]{2,}/g) ?? []);

/** The instructions given so far, by lead, with their words: to know one told again. */
class Told {
  readonly #byLead = new Map<string, { directive: ReadDirective; words: Set<string> }[]>();
  readonly #press: boolean;

  constructor(press: boolean) {
    this.#press = press;
  }

  /** True where a title or caption tells an instruction again; otherwise keeps it in mind. */
  again(directive: ReadDirective): boolean {
    const lead = fold(directive.lead?.name ?? '');
    const known = this.#byLead.get(lead) ?? [];
    const words = wordsOf(directive.text);
    if (words.size >= 6 && known.some((earlier) => this.#covers(earlier, directive, words))) return true;
    this.#byLead.set(lead, [...known, { directive, words }]);
    return false;
  }

  #covers(
    earlier: { directive: ReadDirective; words: Set<string> },
    later: ReadDirective,
    words: Set<string>,
  ): boolean {
    const [a, b] = [earlier.directive.deadline, later.deadline];
    const sameDay = 'due' in a && 'due' in b && a.due === b.due;
    const sameAction = earlier.directive.action === later.action;
    const needed = this.#press && sameDay ? 0.7 : sameAction ? 0.9 : 0.97;
    let shared = 0;
    for (const word of words) if (earlier.words.has(word)) shared++;
    return shared >= words.size * needed;
  }
}
