import type { ConclusionLine } from '../../domain/conferences/facts.ts';
import { termOf } from '../../domain/conferences/term.ts';
import type { ReadDirective } from '../../domain/documents/reading.ts';
import { read } from '../../reading/read.ts';
import { writtenDeadline } from '../../writing/official/kinds/frame.ts';
import { type Actor, type Context, Refused } from '../context.ts';
import { agencyUnits } from '../organisation/queries.ts';
import { knownConference } from './read.ts';

/** Words of a directive without the brackets or the end that says its deadline, which the notice writes anew. */
function withoutTerm(text: string, said: string): string {
  const at = said === '' ? -1 : text.lastIndexOf(said);
  if (at < 0) return text;
  const opened = text.lastIndexOf('(', at);
  const closed = text.indexOf(')', at);
  const bracketed = opened >= 0 && closed >= 0 && !text.slice(opened, at).includes(')');
  const [start, end] = bracketed ? [opened, closed + 1] : [at, at + said.length];
  const tail = text.slice(end).replace(/^[\s.;,]+$/u, '');
  return tail === '' ? text.slice(0, start).replace(/[\s,;.]+$/u, '') : text;
}

function lineOf(
  { text, lead, coordinating, product, kind, deadline }: ReadDirective,
  day: string,
): ConclusionLine {
  const own = [lead, ...coordinating].flatMap((one) =>
    one?.unitId === undefined ? [] : [{ unitId: one.unitId, name: one.name }],
  );
  const leading = own.find(({ unitId }) => unitId === lead?.unitId) ?? null;
  const said = deadline.kind === 'none' ? '' : deadline.text;
  const written = writtenDeadline(deadline) ?? '';
  const term = kind === 'standing' ? 'thường xuyên' : termOf(said, day).ok ? said : written;
  return {
    words: withoutTerm(text, said).slice(0, 5000),
    lead: leading,
    coordinating: own.filter((one) => one !== leading),
    product: product?.slice(0, 300) ?? null,
    term: term.slice(0, 200),
    answers: null,
  };
}

/** Conclusions pasted as words, as the reader would take them: lines to be looked over. @throws Refused 404, 400 */
export async function readConclusions(
  ctx: Context,
  actor: Actor,
  id: string,
  text: string,
): Promise<{ lines: ConclusionLine[] }> {
  const { day, agency } = await ctx.store.read(actor.scope, async (tx) => ({
    day: (await knownConference(tx, actor.agencyId, id)).conference.plan.day,
    agency: await agencyUnits(tx, actor.agencyId),
  }));
  // Bare lines bind nobody: they are read as what they are, conclusions.
  const items = text.split(/\n+/u).map((one) => `- ${one.replace(/^[-–+•\s]+/u, '')}`);
  const notice = `THÔNG BÁO\nKết luận hội nghị\n\nGiám đốc kết luận:\n${items.join('\n')}\n`;
  const bytes = new TextEncoder().encode(notice);
  const { directives } = await read(bytes, { name: 'ket-luan.txt', agency });
  if (directives.length === 0)
    throw Refused.invalid([
      { path: 'text', message: 'Không thấy nhiệm vụ nào trong đoạn này. Gõ thẳng vào các ô.' },
    ]);
  return { lines: directives.map((one) => lineOf(one, day)) };
}
