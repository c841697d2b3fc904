import { sql } from 'kysely';
import type { PartnerKind } from '../../domain/partners/facts.ts';
import type { Applicant } from '../../domain/tasks/eligibility.ts';
import type { TaskRegime } from '../../domain/tasks/law.ts';
import { newTaskRegimes } from '../../domain/tasks/regime.ts';
import { regimeWords } from '../../domain/tasks/rules/vocabulary.ts';
import type { Tx } from '../../storage/store.ts';
import type { Actor, Context } from '../context.ts';
import { wrong } from '../tasks/change.ts';
import { applicantGates } from '../tasks/eligibility.ts';
import { agencyLaw } from '../tasks/law.ts';
import type { Eligibility, GatesUnder } from './contract.ts';

/** What keeps somebody from a new task of a call that closes on a day, under each law such a task can follow. */
export async function gatesToday(
  tx: Tx,
  ctx: Context,
  { agencyId, language }: Actor,
  { id, kind, on }: { id: string; kind: PartnerKind; on: string },
): Promise<GatesUnder[]> {
  const law = await agencyLaw(tx, ctx, agencyId);
  const as = kind === 'organisation' ? 'host-organisation' : 'investigator';
  const shown: GatesUnder[] = [];
  for (const regime of newTaskRegimes(law.rules, { on, agency: law.agency })) {
    const gates = await applicantGates(tx, agencyId, { id, as }, { on, regime, law, language });
    shown.push({ regime, law: regimeWords[regime], gates });
  }
  return shown;
}

/** Who is asked about, by the name on record. @throws Refused 400 where they are not known in the agency */
async function partnerNamed(tx: Tx, agencyId: string, id: string, kind: PartnerKind): Promise<string> {
  const { rows } = await sql<{ name: string }>`select name from partner_now
    where agency_id = ${agencyId} and partner_id = ${id} and kind = ${kind}`.execute(tx);
  if (rows[0]) return rows[0].name;
  throw kind === 'organisation'
    ? wrong('host', 'Tổ chức này không có trong danh sách của cơ quan. Chọn lại từ danh sách.')
    : wrong('investigator', 'Cá nhân này không có trong danh sách của cơ quan. Chọn lại từ danh sách.');
}

/** Whether a host and an investigator may take a new task whose call closes on a day. @throws Refused 400 */
export function checkEligibility(
  ctx: Context,
  { agencyId, scope, language }: Actor,
  {
    host,
    investigator,
    on = ctx.today().toString(),
    regime: asked,
    task: taskId,
  }: {
    on?: string | undefined;
    host?: string | undefined;
    investigator?: string | undefined;
    regime?: TaskRegime | undefined;
    task?: string | undefined;
  },
): Promise<Eligibility> {
  return ctx.store.read(scope, async (tx) => {
    const law = await agencyLaw(tx, ctx, agencyId);
    const [first = 'B-science'] = newTaskRegimes(law.rules, { on, agency: law.agency });
    const regime = asked ?? first;
    const sought = { on, regime, law, language, ...(taskId !== undefined && { taskId }) };
    const judge = async (id: string | undefined, kind: PartnerKind, as: Applicant['as']) => {
      if (id === undefined) return null;
      const name = await partnerNamed(tx, agencyId, id, kind);
      return { id, name, gates: await applicantGates(tx, agencyId, { id, as }, sought) };
    };
    return {
      ...{ on, regime },
      host: await judge(host, 'organisation', 'host-organisation'),
      investigator: await judge(investigator, 'person', 'investigator'),
    };
  });
}
