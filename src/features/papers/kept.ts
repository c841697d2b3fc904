import { sql } from 'kysely';
import { type TemplateFact, templateOn } from '../../domain/papers/template.ts';
import { recordFile } from '../../storage/files.ts';
import { uuidv7 } from '../../storage/ids.ts';
import type { Tx } from '../../storage/store.ts';
import { type TemplateKind, templateKinds, templateNames } from '../../writing/official/templates/fields.ts';
import { type Actor, type Context, command, Refused } from '../context.ts';
import { contentTypes, type KeptTemplate, type TemplateList } from './contract.ts';
import { inspectTemplate } from './templates.ts';

interface Fact extends TemplateFact {
  by: string;
}

async function factsOf(tx: Tx, agencyId: string): Promise<Fact[]> {
  const { rows } = await sql<Fact>`
    select t.id, t.kind, t.from_day as from, t.recorded_at as "recordedAt", coalesce(p.full_name, 'Hệ thống') as by,
      case when t.file_hash is not null then json_build_object('hash', t.file_hash, 'name', t.file_name) end as file
    from paper_template t left join person p on p.agency_id = t.agency_id and p.id = t.recorded_by
    where t.agency_id = ${agencyId} order by t.from_day desc, t.recorded_at desc, t.id desc`.execute(tx);
  return rows;
}

const told = ({ id, from, file, by }: Fact): KeptTemplate => ({ id, from, name: file?.name ?? null, by });

/** Every kind of paper with the agency's own template that holds today, and what held before or will. */
export async function listTemplates(ctx: Context, actor: Actor): Promise<TemplateList> {
  const facts = await ctx.store.read(actor.scope, (tx) => factsOf(tx, actor.agencyId));
  const today = ctx.today().toString();
  return {
    items: templateKinds.map((kind) => {
      const inForce = templateOn(facts, kind, today);
      return {
        ...{ kind, name: templateNames[kind], inForce: inForce && told(inForce) },
        facts: facts.filter((fact) => fact.kind === kind).map(told),
      };
    }),
  };
}

/** The bytes of the agency's own template of a kind on a day (ISO); null where the layout of the decree holds. */
export async function templateInForce(
  tx: Tx,
  ctx: Context,
  { agencyId }: Pick<Actor, 'agencyId'>,
  kind: TemplateKind,
  on: string,
): Promise<Uint8Array | null> {
  const file = templateOn(await factsOf(tx, agencyId), kind, on)?.file;
  return file ? ctx.files.read(agencyId, file.hash) : null;
}

/** A template that was kept, as Word, with its name. @throws Refused 404 */
export async function templateFile(
  ctx: Context,
  actor: Actor,
  id: string | undefined,
): Promise<{ name: string; bytes: Uint8Array }> {
  const facts = await ctx.store.read(actor.scope, (tx) => factsOf(tx, actor.agencyId));
  const file = facts.find((fact) => fact.id === id)?.file;
  if (!file) throw Refused.notFound();
  return { name: file.name, bytes: await ctx.files.read(actor.agencyId, file.hash) };
}

async function record(
  ctx: Context,
  actor: Actor,
  action: string,
  {
    kind,
    from,
    file,
  }: { kind: TemplateKind; from: string; file: { hash: string; name: string; bytes: number } | null },
): Promise<TemplateList> {
  const detail = { kind, from, name: file?.name };
  await command(ctx, actor, { action, recordKind: 'template', detail }, async (tx) => {
    if (file) await recordFile(tx, actor.agencyId, file, contentTypes.docx);
    await tx
      .insertInto('paper_template')
      .values({
        ...{ agency_id: actor.agencyId, id: uuidv7(), kind, from_day: from },
        ...{ file_hash: file?.hash ?? null, file_name: file?.name ?? null },
        ...{ recorded_at: ctx.clock().toString(), recorded_by: actor.personId },
      })
      .execute();
  });
  return listTemplates(ctx, actor);
}

const fromToday = (ctx: Context, from: string) => {
  if (from < ctx.today().toString())
    throw Refused.invalid([
      { path: 'from', message: 'Ngày bắt đầu dùng đã qua. Chọn hôm nay hoặc một ngày sau.' },
    ]);
};

/** Keeps a template from a day on. @throws Refused 400 with all that is wrong with it, 413, 422 where it is no Word file */
export async function keepTemplate(
  ctx: Context,
  actor: Actor,
  { kind, from, name, bytes }: { kind: TemplateKind; from: string; name: string; bytes: Uint8Array },
): Promise<TemplateList> {
  fromToday(ctx, from);
  const { faults } = await inspectTemplate(bytes, kind);
  if (faults.length > 0)
    throw Refused.invalid(
      faults.map((message) => ({ path: 'file', message })),
      `Mẫu chưa dùng được, chưa lưu gì: ${faults.join(' ')}`,
    );
  const file = await ctx.files.put(actor.agencyId, bytes);
  return record(ctx, actor, 'template.kept', { kind, from, file: { ...file, name } });
}

/** From a day on the layout of the decree holds again. @throws Refused 400, 409 where no template would be in force */
export async function withdrawTemplate(
  ctx: Context,
  actor: Actor,
  { kind, from }: { kind: TemplateKind; from: string },
): Promise<TemplateList> {
  fromToday(ctx, from);
  const facts = await ctx.store.read(actor.scope, (tx) => factsOf(tx, actor.agencyId));
  if (templateOn(facts, kind, from) === null)
    throw Refused.conflict('Đến ngày ấy không có mẫu riêng nào của loại văn bản này để thôi dùng.');
  return record(ctx, actor, 'template.withdrawn', { kind, from, file: null });
}
