import { agencies, leaders, peers, superiors } from '../phrases/units.ts';
import { assigning, proposing, taskVerbs } from '../phrases/verbs.ts';
import { headAt, type Parties, readParties } from '../units/parties.ts';
import { type Instruction, readPredicate } from './predicate.ts';
import { type Token, tokenise } from './tokens.ts';

/** Words between «giao» and the one it is given to: «giao nhiệm vụ cụ thể cho», «yêu cầu:». */
const between = /^(:|cho|nhiem|vu|cu|the|rieng|ro|,|”|"|“)$/;

/** «giao X [phối hợp với Y] VERB …», where `giao` is at token `i` and takes `length` tokens. */
export function assignedAfter(tokens: Token[], i: number, length: number): Instruction | undefined {
  let at = i + length;
  while (tokens[at] && between.test((tokens[at] as Token).folded) && !tokens[at]?.capital) at++; // «giao Vụ …»
  const found = readParties(tokens, at) ?? readParties(tokens, behindTime(tokens, at));
  if (!found) return undefined;
  const next = /^[:,]$/.test(tokens[found.next]?.text ?? '') ? found.next + 1 : found.next;
  const predicate = readPredicate(tokens, next);
  return predicate && { how: 'assigned', lead: found.parties, from: i, ...predicate, firm: true };
}

const timeReach = 14;

/** «(yêu cầu) chậm nhất là hết tháng 7, các cơ sở …»: past the comma behind the time. */
function behindTime(tokens: Token[], at: number): number {
  if (!/^(truoc|cham|den|trong|tu|het)$/.test(tokens[at]?.folded ?? '')) return at;
  const comma = tokens.slice(at, at + timeReach).findIndex(({ text }) => text === ',');
  return comma < 0 ? at : at + comma + 1;
}

/** Before these a verb of ordering is a noun («theo yêu cầu», «công tác chỉ đạo»). */
const nominal = new Set(
  'theo các những ứng tác sự việc quyền bị một số trương của nhiều có nhiệm tiêu chí đầy đủ ngoài bởi vì'.split(
    ' ',
  ),
);
const speakerReach = 22;

/** The index of the leader who speaks before token `k` in the same clause, or -1. */
function speakerBefore(tokens: Token[], k: number, from: number): number {
  let agency = -1;
  for (let m = k - 1; m >= Math.max(from, k - speakerReach); m--) {
    const token = tokens[m] as Token;
    if (token.text === ';' || token.text === ':') break;
    if (agencies.at(tokens, m) && token.capital && !leaders.at(tokens, m)) agency = m;
    if (
      leaders.at(tokens, m) &&
      !(isPlace(tokens, m) && m > from && tokens[m - 1]?.word) &&
      (m === from || token.capital || headAt(tokens, m) > 0 || isSpokenOf(tokens, m))
    ) {
      return leaders.at(tokens, m - 1) ? m - 1 : m; // «Phó | thủ tướng»
    }
  }
  return agency;
}

/** «Trưởng phòng Giáo dục thành phố chỉ đạo …»: there «thành phố» only ends a name. */
const isPlace = (tokens: Token[], m: number) =>
  !tokens[m]?.capital && /^(thanh|tinh)$/.test(tokens[m]?.folded ?? '') && tokens[m - 1]?.text !== 'cũng';

/** «…, ông Quang yêu cầu», «…, đồng chí yêu cầu»: a speaker in small letters behind a comma or a quotation. */
const isSpokenOf = (tokens: Token[], m: number) =>
  /^[,"”]$/.test(tokens[m - 1]?.text ?? '') && /^(ông|bà|đồng)$/.test((tokens[m] as Token).text);

/** True where someone only proposes that the speaker at `m` should order something. */
function isProposed(tokens: Token[], m: number): boolean {
  for (let back = m - 1; back >= Math.max(0, m - 4); back--) {
    const asked =
      tokens[back]?.folded === 'de' && tokens[back + 1]?.folded === 'nghi' && superiors.at(tokens, m);
    if (proposing.at(tokens, back) || asked) return true;
    if (!(tokens[back] as Token).word) return false;
  }
  return false;
}

/** «nhiệm vụ do Ban Thường vụ Tỉnh ủy giao …», «được UBND tỉnh giao …»: tells of an order given elsewhere. */
function tellsOf(tokens: Token[], speaker: number): boolean {
  for (let back = speaker - 1; back >= Math.max(0, speaker - 6); back--) {
    if (!/^(do|được)$/.test(tokens[back]?.text ?? '')) continue;
    return (readParties(tokens, back + 1)?.next ?? 0) > speaker;
  }
  return false;
}

/** What a search for an order in a sentence found. */
export interface Order {
  instruction: Instruction | undefined;
  /** The order is only proposed to one who may give it. */
  proposed: boolean;
}

function isNoun(tokens: Token[], k: number, phrase: string): boolean {
  const before = tokens[k - 1]?.text.toLowerCase() ?? '';
  const passive = before === 'được' && tokens[k - 2]?.text.toLowerCase() === 'đã';
  return (
    (nominal.has(before) && tokens[k - 2]?.folded !== 'dong') ||
    (before === 'được' && !passive) ||
    (/^(kiến|ban)$/.test(before) && phrase === 'chỉ đạo') // «Ban Chỉ đạo»
  );
}

/** An order that names nobody: «Phó Thủ tướng yêu cầu rà soát …», the speaker opening the clause. */
function unaddressed(
  tokens: Token[],
  k: number,
  length: number,
  speaker: number,
  from: number,
): Instruction | undefined {
  const opens = speaker === from || /^[,;:“"]$/.test(tokens[speaker - 1]?.text ?? '');
  if (speaker < 0 || !opens || !taskVerbs.at(tokens, k + length)) return undefined;
  const predicate = readPredicate(tokens, k + length);
  return (
    predicate && {
      how: 'assigned',
      lead: addressedBefore(tokens.slice(0, speaker), from),
      from: k,
      ...predicate,
      firm: true,
    }
  );
}

/** «Với Ngân hàng Nhà nước, Thủ tướng giao nghiên cứu …»: the opener names whom the order binds. */
function addressedBefore(tokens: Token[], from: number): Parties | undefined {
  const words = tokens[from]?.folded === 'doi' ? 2 : 1;
  if (!/^(voi|doi|rieng)$/.test(tokens[from]?.folded ?? '')) return undefined;
  const found = readParties(tokens, from + words);
  return found && (tokens[found.next]?.text ?? ',') === ',' ? found.parties : undefined;
}

/** An order to superiors, or of a ministry to its equals, is a proposal; so is one of a ministry to nobody named. */
function asksUpward(tokens: Token[], speaker: number, { lead }: Instruction): boolean {
  const bound = lead ? tokenise(lead.name) : [];
  if (superiors.at(bound, 0)) return !superiors.at(tokens, speaker); // «Thủ tướng phân công Phó Thủ tướng A …»
  const agency = speaker >= 0 && !leaders.at(tokens, speaker);
  return agency && (!lead || peers.at(bound, 0) !== undefined);
}

/**
 * Finds «(leader) giao/yêu cầu/chỉ đạo X …» anywhere in a sentence.
 * `speakerNeeded`: only where a leader is named before the verb (reports and the press).
 */
export function findOrder(tokens: Token[], from: number, speakerNeeded: boolean): Order {
  let proposed = false;
  for (let k = from; k < tokens.length; k++) {
    const hit = assigning.at(tokens, k);
    if (!hit || isNoun(tokens, k, hit.phrase)) continue;
    const speaker = speakerBefore(tokens, k, from);
    if (tellsOf(tokens, speaker)) continue;
    const onlyProposed =
      proposing.at(tokens, k - 2)?.length === 2 || proposing.at(tokens, k - 1) !== undefined;
    if (onlyProposed || (speaker >= 0 && isProposed(tokens, speaker))) {
      proposed = true;
      continue;
    }
    const passive = tokens[k - 1]?.text === 'được';
    if (speaker < 0 && ((speakerNeeded && !passive) || hit.phrase === 'chỉ đạo')) continue;
    if (hit.phrase === 'chỉ đạo' && !leaders.at(tokens, speaker)) continue; // «Bộ X chỉ đạo Cục Y …» binds Bộ X
    const instruction =
      assignedAfter(tokens, k, hit.length) ??
      (hit.phrase === 'chỉ đạo' ? undefined : unaddressed(tokens, k, hit.length, speaker, from));
    if (speakerNeeded && instruction && asksUpward(tokens, speaker, instruction)) proposed = true;
    else if (instruction) return { instruction, proposed };
  }
  return { instruction: undefined, proposed };
}

/** The order that begins with the first token, its verb of ordering. */
export function orderAt(tokens: Token[]): Instruction | undefined {
  const hit = assigning.at(tokens, 0);
  if (!hit) return undefined;
  const predicate = readPredicate(tokens, hit.length);
  return (
    assignedAfter(tokens, 0, hit.length) ??
    (predicate && { how: 'assigned', lead: undefined, from: 0, ...predicate, firm: true })
  );
}
