import { sql } from 'kysely';
import { sayDeadline } from '../../domain/deadlines/words.ts';
import { dueDayOf } from '../../domain/directives/due-day.ts';
import type { DirectiveFact } from '../../domain/directives/facts.ts';
import { type Standing, standingOf } from '../../domain/directives/standing.ts';
import { stateOn, stateWords } from '../../domain/directives/state.ts';
import { issuingOf } from '../../domain/documents/issuing.ts';
import type { DirectiveKind } from '../../domain/documents/reading.ts';
import { sayDecision } from '../../domain/organisation/reorganisation.ts';
import type { Tx } from '../../storage/store.ts';
import type { Signature } from '../../writing/official/document.ts';
import { type HandOverMinutes, handOverMinutes } from '../../writing/official/kinds/hand-over.ts';
import { handOverData } from '../../writing/official/templates/data.ts';
import { type Actor, type Context, Refused } from '../context.ts';
import { asOfToday } from '../directives/queries.ts';
import { factsOf } from '../directives/record.ts';
import { documentLabel } from '../documents/label.ts';
import { writeApart } from '../papers/apart.ts';
import type { PaperFormat } from '../papers/contract.ts';
import { templateInForce } from '../papers/kept.ts';
import { writeWord } from '../papers/templates.ts';
import { dueSettingsByDay } from '../settings/settings.ts';
import { unitNameOn } from './queries.ts';
import { kindWords } from './reorganise.ts';

type Reorganised = {
  kind: keyof typeof kindWords;
  effectiveOn: string;
  number: string;
  decidedOn: string;
  recordedAt: string;
  agency: string;
};

interface Moved {
  id: string;
  words: string;
  kind: DirectiveKind;
  from: string;
  to: string;
  fromHead: string | null;
  toHead: string | null;
  documentKind: string | null;
  documentNumber: string | null;
  documentDate: string | null;
  documentSubject: string | null;
}

async function actOf(tx: Tx, agencyId: string, id: string): Promise<Reorganised> {
  const { rows } = await sql<Reorganised>`
    select r.kind, r.effective_on as "effectiveOn", r.decision_number as number, r.decided_on as "decidedOn",
      r.recorded_at as "recordedAt", a.name as agency
    from reorganisation r join agency a on a.id = r.agency_id
    where r.agency_id = ${agencyId} and r.id = ${id}`.execute(tx);
  if (!rows[0]) throw Refused.notFound();
  return rows[0];
}

/** Who headed a unit on a day. */
const headOn = (unitId: ReturnType<typeof sql>, day: ReturnType<typeof sql>) => sql<string | null>`(
  select p.full_name from post_holding h join person p on p.agency_id = h.agency_id and p.id = h.person_id
  left join post_end e on e.agency_id = h.agency_id and e.post_id = h.id
  where h.agency_id = r.agency_id and h.unit_id = ${unitId} and h.role in ('head', 'director')
    and h.from_day <= ${day} and (e.to_day is null or e.to_day > ${day}) order by h.from_day, h.id limit 1)`;

async function movedOf(tx: Tx, agencyId: string, id: string): Promise<Moved[]> {
  const { rows } = await sql<Moved>`
    select d.id, d.words, d.kind,
      ${unitNameOn(sql`m.from_unit_id`, sql`r.effective_on - 1`)} as from,
      ${unitNameOn(sql`m.to_unit_id`, sql`r.effective_on`)} as to,
      ${headOn(sql`m.from_unit_id`, sql`r.effective_on - 1`)} as "fromHead",
      ${headOn(sql`m.to_unit_id`, sql`r.effective_on`)} as "toHead",
      doc.kind as "documentKind", doc.number as "documentNumber", doc.issued_on as "documentDate",
      doc.subject as "documentSubject"
    from reorganisation_move m
    join reorganisation r on r.agency_id = m.agency_id and r.id = m.reorganisation_id
    join directive d on d.agency_id = m.agency_id and d.id = m.record_id
    left join document doc on doc.agency_id = d.agency_id and doc.id = d.document_id
    where m.agency_id = ${agencyId} and m.reorganisation_id = ${id} and m.record = 'directive'
    order by 4, 5, m.id`.execute(tx);
  return rows;
}

const showDay = (day: string) => {
  const { day: d, month, year } = Temporal.PlainDate.from(day);
  return `${String(d).padStart(2, '0')}/${String(month).padStart(2, '0')}/${year}`;
};

/** How each directive stood when it was handed over: known before the act was recorded. */
const before = (facts: readonly DirectiveFact[], { recordedAt }: Reorganised): Standing | null =>
  standingOf(facts.filter((fact) => fact.recordedAt < recordedAt));

/** What the list says of a directive beside its words. */
type Said = (one: Moved, standing: Standing) => string[];

async function sayer(tx: Tx, ctx: Context, agencyId: string, { effectiveOn }: Reorganised): Promise<Said> {
  const calendar = await ctx.calendar();
  const settings = await dueSettingsByDay(tx, agencyId);
  const asOf = await asOfToday(tx, ctx, agencyId, calendar, effectiveOn);
  return ({ kind }, standing) => {
    const { deadline, firstDeadline, phase, suspendedOn, closedOn, clock, evidence, assignee } = standing;
    const dueOf = (one: Standing['deadline']) => dueDayOf(one, calendar, settings(standing.givenOn), clock);
    const said = (one: Standing['deadline']) => {
      const day = dueOf(one);
      return day === null ? sayDeadline(one) : showDay(day);
    };
    const suspended = suspendedOn !== null;
    const dated = { kind, deadlineKind: deadline.kind, phase, suspended, due: dueOf(deadline), closedOn };
    return [
      said(firstDeadline),
      said(deadline),
      stateWords[stateOn(dated, asOf)],
      String(evidence.length),
      assignee?.name ?? '',
    ];
  };
}

/**
 * The hand-over list of a reorganisation in a format: who hands over to whom, and each open directive with its first and
 * present deadline, its state that day and how many products it has. @throws Refused 404
 */
export async function handOverList(
  ctx: Context,
  actor: Actor,
  id: string,
  { format, layout }: { format: PaperFormat; layout?: 'standard' | undefined },
): Promise<Uint8Array> {
  const { agencyId } = actor;
  const today = ctx.today().toString();
  const { minutes, own } = await ctx.store.read(actor.scope, async (tx) => {
    const act = await actOf(tx, agencyId, id);
    const moved = await movedOf(tx, agencyId, id);
    const ids = moved.map((one) => one.id);
    const facts = await factsOf(tx, agencyId, ids);
    const say = await sayer(tx, ctx, agencyId, act);
    const rows = new Map(
      moved.map((one) => {
        const standing = before(facts.get(one.id) ?? [], act);
        return [one.id, standing === null ? [] : say(one, standing)];
      }),
    );
    const own = layout ? null : await templateInForce(tx, ctx, actor, 'hand-over', today);
    return { minutes: minutesOf(act, moved, rows), own };
  });
  const document = handOverMinutes(minutes);
  if (format === 'pdf') return writeApart(document, 'pdf');
  return writeWord({ document, data: handOverData(minutes) }, 'hand-over', own);
}

function minutesOf(
  act: Reorganised,
  moved: readonly Moved[],
  rows: ReadonlyMap<string, readonly string[]>,
): HandOverMinutes {
  const pairs = [...Map.groupBy(moved, ({ from, to }) => `${from}\n${to}`).values()];
  const { kind, effectiveOn, number, decidedOn } = act;
  return {
    frame: { ...issuingOf(act.agency), on: effectiveOn, date: effectiveOn },
    subject: `Nhiệm vụ đang thực hiện khi ${kindWords[kind]} đơn vị`,
    opening: `Căn cứ ${sayDecision({ number, on: decidedOn })}, có hiệu lực từ ngày ${showDay(effectiveOn)}; các bên bàn giao và nhận ${moved.length} nhiệm vụ đang thực hiện theo danh sách dưới đây, kèm sản phẩm đã có và thời hạn đang tính.`,
    handed: pairs.map((list) => ({
      line: lineOf(list),
      rows: list.map((one) => [nameOf(one), ...(rows.get(one.id) ?? [])]),
    })),
    parties: pairs.flatMap(([first]) => (first ? [sidesOf(first)] : [])),
  };
}

function lineOf(list: readonly Moved[]): string {
  const [first] = list;
  if (!first) return '';
  return `Bên giao: ${party(first.from, first.fromHead)}. Bên nhận: ${party(first.to, first.toHead)}. Số nhiệm vụ: ${list.length}.`;
}

const party = (unit: string, head: string | null) => (head === null ? unit : `${unit} (${head})`);

/** The words, and the document they come from. */
const nameOf = (one: Moved) => {
  if (one.documentSubject === null) return one.words;
  const label = documentLabel({
    kind: one.documentKind,
    number: one.documentNumber,
    date: one.documentDate,
    subject: one.documentSubject,
  });
  return `${one.words} (${label})`;
};

const sidesOf = ({ from, fromHead, to, toHead }: Moved): readonly [Signature, Signature] => [
  { lines: ['Bên giao'], note: from, name: fromHead },
  { lines: ['Bên nhận'], note: to, name: toHead },
];
