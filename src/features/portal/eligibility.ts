import { notNow } from '../../domain/permissions/ability.ts';
import { type Gate, gatesOf, lastsBeyond } from '../../domain/tasks/eligibility.ts';
import { holdersOf } from '../../domain/tasks/host-part.ts';
import type { Law } from '../../domain/tasks/law.ts';
import { taskOn } from '../../domain/tasks/task.ts';
import { fold } from '../../domain/text/fold.ts';
import type { Language } from '../../domain/text/language.ts';
import type { Tx } from '../../storage/store.ts';
import type { Actor } from '../context.ts';
import { refuse } from '../policy.ts';
import { applicantGates, type Sought, tasksEverOf } from '../tasks/eligibility.ts';
import { taskFacts } from '../tasks/facts.ts';
import type { GateShown } from './contract.ts';
import { partnerOfActor } from './partner.ts';

/** The new task a partner would take, by which law, and whom its dossier names to lead it. */
export interface Wished extends Sought {
  law: Law;
  investigator?: string | undefined;
}

const shown = (gate: Gate, who: GateShown['who']): GateShown => ({
  ...{ who, words: gate.words, until: gate.until },
  shuts: gate.sure && lastsBeyond(gate),
  tasks: gate.tasks.map(({ title, words }) => ({ title, words })),
});

/**
 * What keeps a partner from a new task by the closing of its call, told to themselves: by their own records, and of the
 * investigator an organisation names only what stands in tasks that this organisation hosts. What that person owes elsewhere
 * the agency weighs; here nobody learns of it.
 */
export async function gatesFor(tx: Tx, actor: Actor, wished: Wished): Promise<GateShown[]> {
  const { id, kind } = partnerOfActor(actor);
  const as = kind === 'organisation' ? ('host-organisation' as const) : ('investigator' as const);
  const own = await applicantGates(tx, actor.agencyId, { id, as }, { ...wished, language: actor.language });
  const named = kind === 'organisation' ? await gatesOfNamed(tx, actor, wished) : [];
  return [...own.map((gate) => shown(gate, 'self')), ...named.map((gate) => shown(gate, 'investigator'))];
}

async function gatesOfNamed(tx: Tx, actor: Actor, wished: Wished): Promise<Gate[]> {
  const { investigator = '', on, law, taskId } = wished;
  if (investigator.trim() === '') return [];
  const { id: hostId } = partnerOfActor(actor);
  const ids = (await tasksEverOf(tx, actor.agencyId, hostId)).filter((id) => id !== taskId);
  const hosted = [...(await taskFacts(tx, actor.agencyId, ids))].flatMap(([id, facts]) => {
    const task = taskOn(facts, law, { asOf: on });
    return task && holdersOf(task.standing).host?.id === hostId ? [{ id, task }] : [];
  });
  const leads = hosted.flatMap(({ task }) => holdersOf(task.standing).investigator ?? []);
  const known = leads.find(({ id, name }) => id !== null && fold(name) === fold(investigator.trim()));
  return known?.id ? gatesOf({ id: known.id, as: 'investigator' }, hosted, wished, actor.language) : [];
}

const sentences = {
  vi: {
    self: 'Đơn vị không được nhận nhiệm vụ này.',
    investigator: 'Chủ nhiệm ghi trong hồ sơ không được nhận nhiệm vụ này.',
  },
  en: {
    self: 'You may not take this task.',
    investigator: 'The investigator named in the dossier may not take this task.',
  },
};

/** Why a dossier cannot be filed: what lasts beyond the closing; null where all else can still be made good. */
export function shutReason(gates: readonly GateShown[], language: Language = 'vi'): string | null {
  const shut = gates.find(({ shuts }) => shuts);
  if (!shut) return null;
  const resting = shut.tasks.map(({ title, words }) => `«${title}» (${words})`).join('; ');
  return `${sentences[language][shut.who]} ${shut.words}: ${resting}.`;
}

/** @throws Refused 409 */
export function insistOpenTo(gates: readonly GateShown[], language?: Language): void {
  const reason = shutReason(gates, language);
  if (reason !== null) refuse(notNow(reason));
}
