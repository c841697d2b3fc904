import { type ContractVersion, contractVersions, draftTerms } from '../../domain/tasks/contract.ts';
import type { Law, TaskRegime } from '../../domain/tasks/law.ts';
import { type KnownTask, taskOn } from '../../domain/tasks/task.ts';
import type { TaskContract } from '../../writing/official/kinds/contract-words.ts';
import { taskContract } from '../../writing/official/kinds/task-contract.ts';
import { contractData } from '../../writing/official/templates/data.ts';
import { type Actor, type Context, Refused } from '../context.ts';
import { writeApart } from '../papers/apart.ts';
import type { PaperFormat } from '../papers/contract.ts';
import { frameOf } from '../papers/frame.ts';
import { templateInForce } from '../papers/kept.ts';
import { writeWord } from '../papers/templates.ts';
import { taskFacts } from '../tasks/facts.ts';
import { agencyLaw } from '../tasks/law.ts';

/** Where the law on contracts, their approval and their changes is cited. */
const topics = ['task.contract.', 'task.approval.', 'task.changes.'];

/** The texts a contract rests on, each once, as far as they were read. */
function basesOf(regime: TaskRegime, on: string, { rules, agency }: Law): string[] {
  const scope = { on, regime, ...(agency !== undefined && { agency }) };
  const cited = topics.flatMap((topic) =>
    (['term', 'limit', 'decides'] as const).flatMap((kind) => rules.under(kind, topic, scope)),
  );
  const read = cited.filter(({ confidence }) => confidence === 'text').map(({ basis }) => basis.text);
  return [...new Set(read)];
}

/** What an appendix says beside the terms; null of the contract itself. */
function appendixOf(
  version: ContractVersion | undefined,
  versions: readonly ContractVersion[],
): TaskContract['appendix'] {
  if (!version?.change) return null;
  const { nth, on, own, change, decision, terms } = version;
  const before = versions.find((one) => one.nth === nth - 1)?.terms ?? terms;
  return { no: nth - 1, change, decision, toldOn: own ? on : null, before: before.instalments };
}

/**
 * A version of a task's contract as a file: Word by the agency's own template of the day where one is in force, PDF as the
 * usual layout has it. Before it is signed it is the contract as it would be; what the papers do not say stands in brackets.
 * @throws Refused 404 for a task or version that is not there
 */
export async function contractPaper(
  ctx: Context,
  actor: Actor,
  id: string,
  {
    version,
    asOf,
    layout,
    format,
  }: {
    version?: number | undefined;
    asOf?: string | undefined;
    layout?: 'standard' | undefined;
    format: PaperFormat;
  },
): Promise<{ name: string; bytes: Uint8Array }> {
  const { said, own } = await ctx.store.read(actor.scope, async (tx) => {
    const today = ctx.today().toString();
    const law = await agencyLaw(tx, ctx, actor.agencyId);
    const facts = (await taskFacts(tx, actor.agencyId, [id])).get(id) ?? [];
    const task = taskOn(facts, law, { asOf: asOf ?? today });
    if (task === null) throw Refused.notFound();
    const versions = contractVersions(facts, task.standing);
    const one = versions.find(({ nth }) => nth === version);
    if (version !== undefined && !one) throw Refused.notFound();
    const on = one?.on ?? today;
    const appendix = appendixOf(one, versions);
    const said: TaskContract = {
      frame: await frameOf(tx, actor, { on, date: one?.on ?? null, recipients: [] }),
      terms: one?.terms ?? draftTerms(facts, task.standing, task.about),
      code: codeOn(task, on),
      signedOn: versions[0]?.on ?? null,
      bases: basesOf(task.law.regime, on, law),
      appendix,
    };
    const kind = appendix ? ('contract-appendix' as const) : ('task-contract' as const);
    const kept = layout || format === 'pdf' ? null : await templateInForce(tx, ctx, actor, kind, on);
    return { said, own: { kind, kept } };
  });
  const document = taskContract(said);
  const name = `${said.appendix ? `Phụ lục ${said.appendix.no}` : 'Hợp đồng'} ${said.terms.contract?.number ?? 'dự thảo'}`;
  const bytes =
    format === 'pdf'
      ? await writeApart(document, 'pdf')
      : await writeWord({ document, data: contractData(said) }, own.kind, own.kept);
  return { name: `${name.replace(/[\\/:*?"<>|]/gu, '-')}.${format}`, bytes };
}

/** The code the task was known by on a day. */
const codeOn = ({ about: { codes } }: KnownTask, day: string) =>
  codes.findLast(({ on }) => on <= day)?.code ?? null;
