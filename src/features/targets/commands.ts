import { sql } from 'kysely';
import { sayDay } from '../../domain/deadlines/words.ts';
import type { InNameOf } from '../../domain/directives/facts.ts';
import type { Assignment, Measure, Quarters, TargetFactBody } from '../../domain/targets/facts.ts';
import { judge, type TargetStanding, targetStandingOf } from '../../domain/targets/standing.ts';
import { recordFile } from '../../storage/files.ts';
import { uuidv7 } from '../../storage/ids.ts';
import { json } from '../../storage/schema/foundation.ts';
import type { Tx } from '../../storage/store.ts';
import { type Actor, type Context, command, Refused } from '../context.ts';
import { givesInNameOf } from '../directives/doer.ts';
import type { EvidenceFile } from '../directives/evidence.ts';
import { partiesOf } from '../directives/parties.ts';
import { tellChanged } from '../directives/tell.ts';
import { figuresToTie } from '../figures/tied.ts';
import { standingUnits } from '../planning/lead.ts';
import { sourceNamed } from '../planning/source.ts';
import { speakingFor } from '../planning/spoken.ts';
import type { Assigning, Target } from './contract.ts';
import { targetFactPolicy, targetPolicy } from './policy.ts';
import { getTarget, type KnownTarget, knownTargets, leadsTarget, type Shown, shownOn } from './queries.ts';

/** A target held by the transaction that changes it. */
interface Held {
  tx: Tx;
  known: KnownTarget;
  standing: TargetStanding;
  shown: Shown;
  /** In whose stead the actor speaks for the lead unit, or gives. */
  inNameOf: InNameOf | null;
}

const wrong = (path: string, message: string) => Refused.invalid([{ path, message }]);

/** Of two who change one target at once the second waits. */
async function hold(tx: Tx, ctx: Context, actor: Actor, id: string): Promise<Held> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`target ${actor.agencyId} ${id}`}, 0))`.execute(
    tx,
  );
  const [known] = await knownTargets(tx, actor.agencyId, { id });
  const standing = known && targetStandingOf(known.facts);
  if (!known || !standing) throw Refused.notFound();
  const shown = await shownOn(tx, ctx, actor, []);
  const units = standingUnits(shown.followed, standing.now.lead, shown.today);
  const speaks = speakingFor(shown.spoken, units);
  const inNameOf = speaks === undefined ? await givesInNameOf(tx, actor, shown.today) : speaks;
  return { tx, known, standing, shown, inNameOf };
}

async function record(
  tx: Tx,
  ctx: Context,
  actor: Actor,
  fact: { targetId: string; on: string; inNameOf: InNameOf | null; body: TargetFactBody },
): Promise<void> {
  await tx
    .insertInto('target_fact')
    .values({
      agency_id: actor.agencyId,
      id: uuidv7(),
      target_id: fact.targetId,
      happened_on: fact.on,
      recorded_at: ctx.clock().toString(),
      recorded_by: actor.personId,
      in_name_of: fact.inNameOf && json(fact.inNameOf),
      body: json(fact.body),
    })
    .execute();
}

/** Records facts on one target that `make` finds possible, and gives it as it then stands. */
async function change(
  ctx: Context,
  actor: Actor,
  about: { id: string; action: string; detail?: unknown },
  make: (held: Held) => Promise<{ on: string; body: TargetFactBody }[]>,
): Promise<Target> {
  const { id, action, detail } = about;
  await command(ctx, actor, { action, recordKind: 'target', recordId: id, detail }, async (tx) => {
    const held = await hold(tx, ctx, actor, id);
    for (const { on, body } of await make(held))
      await record(tx, ctx, actor, { targetId: id, on, inNameOf: held.inNameOf, body });
  });
  tellChanged(ctx, actor.agencyId);
  return getTarget(ctx, actor, id);
}

const insist = (act: keyof typeof targetPolicy.rules, actor: Actor, { standing, shown }: Held) =>
  targetPolicy.insist(act, actor, { standing, leads: leadsTarget(standing, shown) });

/** A day of a decision or a value: it has come. */
function refuseToCome(path: string, day: string, today: string): void {
  if (day > today) throw wrong(path, `Ngày ${sayDay(day)} chưa đến. Kiểm tra lại ngày.`);
}

/** The assignment with what its measure leaves no choice of. @throws Refused 400 */
async function assignmentOf(
  tx: Tx,
  ctx: Context,
  actor: Actor,
  { leadUnitId, document, on, ...said }: Assigning,
  year: number,
): Promise<Assignment> {
  refuseToCome('on', on, ctx.today().toString());
  const { due, measure } = said;
  if (due < on) throw wrong('due', 'Hạn trước ngày giao. Kiểm tra lại hai ngày.');
  if (due < `${year}-01-01` || due > `${year + 1}-12-31`)
    throw wrong('due', `Hạn của chỉ tiêu năm ${year} phải trong năm ${year} hoặc ${year + 1}.`);
  const counted = measure === 'number' || measure === 'money';
  if (counted && said.unit === '')
    throw wrong(
      'unit',
      measure === 'money' ? 'Ghi đơn vị tính, ví dụ triệu đồng.' : 'Ghi đơn vị tính, ví dụ nhiệm vụ.',
    );
  const [lead] = await partiesOf(tx, ctx, actor.agencyId, [leadUnitId], ctx.today().toString());
  if (!lead) throw wrong('leadUnitId', 'Chọn đơn vị chủ trì.');
  return {
    words: said.words,
    measure,
    unit: counted ? said.unit : measure === 'percent' ? '%' : '',
    // «Xong hay chưa» has one value to reach.
    aim: measure === 'yes-no' ? 'at-least' : said.aim,
    value: measure === 'yes-no' ? 1 : said.value,
    due,
    lead,
    assignedBy: said.assignedBy,
    document: await sourceNamed(tx, actor.agencyId, document),
    ...(said.figure && { figure: await figureTied(tx, ctx, actor, said.figure, measure) }),
  };
}

/** A figure counts what the target counts: a rate measures a percentage, records and times a number. @throws Refused 400 */
async function figureTied(
  tx: Tx,
  ctx: Context,
  actor: Actor,
  figure: string,
  measure: Measure,
): Promise<string> {
  const found = (await figuresToTie(tx, ctx, actor)).get(figure);
  if (!found)
    throw wrong('figure', 'Không còn số liệu này. Chọn số liệu khác, hoặc để đơn vị báo cáo kết quả.');
  const fits = found.unit === 'tenths-of-percent' ? measure === 'percent' : measure === 'number';
  if (!fits)
    throw wrong(
      'figure',
      `«${found.name}» không đo được theo cách tính này. Số liệu là tỷ lệ thì chọn cách tính tỷ lệ %, số liệu đếm thì chọn số lượng.`,
    );
  return figure;
}

/** Records a target that a decision assigns. @throws Refused 400 */
export async function assignTarget(
  ctx: Context,
  actor: Actor,
  { year, ...said }: Assigning & { year: number },
): Promise<Target> {
  const about = { action: 'target.assigned', recordKind: 'target', detail: { year, words: said.words } };
  const { id } = await command(ctx, actor, about, async (tx) => {
    const assignment = await assignmentOf(tx, ctx, actor, said, year);
    const id = uuidv7();
    const stamp = { recorded_at: ctx.clock().toString(), recorded_by: actor.personId };
    await tx
      .insertInto('target')
      .values({ agency_id: actor.agencyId, id, year, ...stamp })
      .execute();
    const inNameOf = await givesInNameOf(tx, actor, ctx.today().toString());
    await record(tx, ctx, actor, {
      ...{ targetId: id, on: said.on, inNameOf },
      body: { kind: 'assigned', ...assignment },
    });
    return { id };
  });
  tellChanged(ctx, actor.agencyId);
  return getTarget(ctx, actor, id);
}

/** Records what a later decision makes of a target. @throws Refused 400, 404, 409, 412 where it has changed meanwhile */
export async function amendTarget(
  ctx: Context,
  actor: Actor,
  id: string,
  expectedVersion: number,
  { reason, ...said }: Assigning & { reason: string },
): Promise<Target> {
  return change(ctx, actor, { id, action: 'target.amended', detail: { reason } }, async (held) => {
    insist('amend', actor, held);
    const { known, standing, tx } = held;
    if (known.facts.length !== expectedVersion) throw Refused.stale();
    if (said.on < standing.assignedOn)
      throw wrong(
        'on',
        `Chỉ tiêu giao ngày ${sayDay(standing.assignedOn)}; điều chỉnh không thể trước ngày ấy.`,
      );
    const assignment = await assignmentOf(tx, ctx, actor, said, known.year);
    if (assignment.measure !== standing.now.measure && standing.reports.length > 0)
      throw wrong(
        'measure',
        'Đã có báo cáo theo cách tính cũ. Thôi giao chỉ tiêu này rồi giao chỉ tiêu mới.',
      );
    return [{ on: said.on, body: { kind: 'amended', ...assignment, reason } }];
  });
}

/** Records what is to be reached by the end of each quarter. @throws Refused 400, 403, 404, 409 */
export async function planTarget(
  ctx: Context,
  actor: Actor,
  id: string,
  quarters: Quarters,
): Promise<Target> {
  return change(ctx, actor, { id, action: 'target.planned' }, async (held) => {
    insist('plan', actor, held);
    const { measure, aim } = held.standing.now;
    let before = Number.NEGATIVE_INFINITY;
    for (const [at, value] of quarters.entries()) {
      if (value === null) continue;
      if (measure === 'yes-no' && value !== 0 && value !== 1)
        throw wrong(`quarters.${at}`, 'Chọn xong hoặc chưa xong.');
      if (aim !== 'at-most' && measure !== 'percent' && value < before)
        throw wrong(
          `quarters.${at}`,
          'Kế hoạch là số luỹ kế từ đầu năm: quý sau không thể ít hơn quý trước.',
        );
      before = value;
    }
    return [{ on: held.shown.today, body: { kind: 'planned', quarters } }];
  });
}

interface Reported {
  value: number;
  on: string;
  words: string;
  cause: Extract<TargetFactBody, { kind: 'reported' }>['cause'];
  link: string | null;
}

/** Records the result of a day; what is behind the plan names its cause. @throws Refused 400, 403, 404, 409 */
export async function reportTarget(ctx: Context, actor: Actor, id: string, said: Reported): Promise<Target> {
  return change(ctx, actor, { id, action: 'target.reported' }, async (held) => {
    insist('report', actor, held);
    const { known, standing, shown } = held;
    const { on, ...report } = said;
    refuseToCome('on', on, shown.today);
    if (on < `${known.year}-01-01`)
      throw wrong('on', `Chỉ tiêu của năm ${known.year}: báo cáo số liệu từ ngày 01/01/${known.year}.`);
    if (standing.now.measure === 'yes-no' && report.value !== 0 && report.value !== 1)
      throw wrong('value', 'Chọn xong hoặc chưa xong.');
    // A value of the last day of a quarter answers for that quarter.
    const after = Temporal.PlainDate.from(on).add({ days: 1 }).toString();
    const then = { ...standing, reports: [{ factId: '', on, ...report }] };
    const { state } = judge(then, known.year, after);
    if ((state === 'late' || state === 'failed') && report.cause === null)
      throw wrong('cause', 'Kết quả chưa bằng kế hoạch đến ngày này. Chọn nguyên nhân.');
    return [{ on, body: { kind: 'reported', ...report } }];
  });
}

/** Ends a target by a document. @throws Refused 400, 404, 409 */
export async function withdrawTarget(
  ctx: Context,
  actor: Actor,
  id: string,
  { reason, document, on }: { reason: string; document: string; on: string },
): Promise<Target> {
  return change(ctx, actor, { id, action: 'target.withdrawn', detail: { reason } }, async (held) => {
    insist('withdraw', actor, held);
    refuseToCome('on', on, held.shown.today);
    if (on < held.standing.assignedOn)
      throw wrong(
        'on',
        `Chỉ tiêu giao ngày ${sayDay(held.standing.assignedOn)}; không thể thôi giao trước ngày ấy.`,
      );
    const source = await sourceNamed(held.tx, actor.agencyId, document);
    return [{ on, body: { kind: 'withdrawn', reason, document: source } }];
  });
}

/** Takes back what the actor recorded by mistake. @throws Refused 403, 404, 409 */
export async function retractTargetFact(
  ctx: Context,
  actor: Actor,
  id: string,
  { factId, reason }: { factId: string; reason: string },
): Promise<Target> {
  return change(ctx, actor, { id, action: 'target.retracted', detail: { reason } }, async ({ known }) => {
    const fact = known.facts.find((one) => one.id === factId);
    if (!fact) throw Refused.notFound();
    const retracted = known.facts.some(({ body }) => body.kind === 'retracted' && body.supersedes === factId);
    targetFactPolicy.insist('retract', actor, { fact, retracted });
    return [{ on: fact.happenedOn, body: { kind: 'retracted', supersedes: factId, reason } }];
  });
}

/** Attaches files that show the result; each is on disk before its fact is recorded. @throws Refused 400, 403, 404, 409 */
export async function attachToTarget(
  ctx: Context,
  actor: Actor,
  id: string,
  files: readonly EvidenceFile[],
): Promise<Target> {
  if (files.some(({ bytes }) => bytes.length === 0))
    throw wrong('file', 'Tệp không có nội dung. Chọn tệp khác.');
  await ctx.store.transaction(actor.scope, async (tx) =>
    insist('prove', actor, await hold(tx, ctx, actor, id)),
  );
  const kept: { name: string; mediaType: string; file: Awaited<ReturnType<Context['files']['put']>> }[] = [];
  for (const { name, bytes, mediaType } of files)
    kept.push({ name, mediaType, file: await ctx.files.put(actor.agencyId, bytes) });
  return change(ctx, actor, { id, action: 'target.evidenced' }, async (held) => {
    insist('prove', actor, held);
    for (const { file, mediaType } of kept) await recordFile(held.tx, actor.agencyId, file, mediaType);
    return kept.map(({ name, file }) => ({
      on: held.shown.today,
      body: { kind: 'evidenced' as const, name, fileHash: file.hash },
    }));
  });
}

/** A file as it was attached, checked against its hash. @throws Refused 404 */
export async function targetEvidence(ctx: Context, actor: Actor, id: string, factId: string) {
  const [known] = await ctx.store.read(actor.scope, (tx) => knownTargets(tx, actor.agencyId, { id }));
  const body = known?.facts.find((fact) => fact.id === factId)?.body;
  if (body?.kind !== 'evidenced') throw Refused.notFound();
  return { name: body.name, bytes: await ctx.files.read(actor.agencyId, body.fileHash) };
}
