import acceptance from '../../../../rules/tasks/acceptance.json' with { type: 'json' };
import rulesOfBct from '../../../../rules/tasks/agencies/BCT.json' with { type: 'json' };
import rulesOfBgddt from '../../../../rules/tasks/agencies/BGDDT.json' with { type: 'json' };
import rulesOfBnnptnt from '../../../../rules/tasks/agencies/BNNPTNT.json' with { type: 'json' };
import rulesOfBtttt from '../../../../rules/tasks/agencies/BTTTT.json' with { type: 'json' };
import rulesOfBvhttdl from '../../../../rules/tasks/agencies/BVHTTDL.json' with { type: 'json' };
import rulesOfByt from '../../../../rules/tasks/agencies/BYT.json' with { type: 'json' };
import rulesOfNafosted from '../../../../rules/tasks/agencies/NAFOSTED.json' with { type: 'json' };
import appraisal from '../../../../rules/tasks/appraisal.json' with { type: 'json' };
import approval from '../../../../rules/tasks/approval.json' with { type: 'json' };
import assets from '../../../../rules/tasks/assets.json' with { type: 'json' };
import capability from '../../../../rules/tasks/capability.json' with { type: 'json' };
import changes from '../../../../rules/tasks/changes.json' with { type: 'json' };
import codes from '../../../../rules/tasks/codes.json' with { type: 'json' };
import contract from '../../../../rules/tasks/contract.json' with { type: 'json' };
import duration from '../../../../rules/tasks/duration.json' with { type: 'json' };
import effect from '../../../../rules/tasks/effect.json' with { type: 'json' };
import eligibility from '../../../../rules/tasks/eligibility.json' with { type: 'json' };
import identification from '../../../../rules/tasks/identification.json' with { type: 'json' };
import inspection from '../../../../rules/tasks/inspection.json' with { type: 'json' };
import lifeCycle from '../../../../rules/tasks/life-cycle.json' with { type: 'json' };
import loanSupport from '../../../../rules/tasks/loan-support.json' with { type: 'json' };
import money from '../../../../rules/tasks/money.json' with { type: 'json' };
import nonBudget from '../../../../rules/tasks/non-budget.json' with { type: 'json' };
import ownership from '../../../../rules/tasks/ownership.json' with { type: 'json' };
import programme from '../../../../rules/tasks/programme.json' with { type: 'json' };
import recognition from '../../../../rules/tasks/recognition.json' with { type: 'json' };
import regime from '../../../../rules/tasks/regime.json' with { type: 'json' };
import registration from '../../../../rules/tasks/registration.json' with { type: 'json' };
import reports from '../../../../rules/tasks/reports.json' with { type: 'json' };
import running from '../../../../rules/tasks/running.json' with { type: 'json' };
import selection from '../../../../rules/tasks/selection.json' with { type: 'json' };
import settlement from '../../../../rules/tasks/settlement.json' with { type: 'json' };
import termination from '../../../../rules/tasks/termination.json' with { type: 'json' };
import { readTaskRules } from './read-rules.ts';
import type { TaskRule } from './rule.ts';

/** The files under `rules/tasks`, by name: one per subject of the national law, and one per ministry under `agencies`. */
export const taskRuleFiles: Readonly<Record<string, unknown>> = {
  acceptance,
  'agencies/BCT': rulesOfBct,
  'agencies/BGDDT': rulesOfBgddt,
  'agencies/BNNPTNT': rulesOfBnnptnt,
  'agencies/BTTTT': rulesOfBtttt,
  'agencies/BVHTTDL': rulesOfBvhttdl,
  'agencies/BYT': rulesOfByt,
  'agencies/NAFOSTED': rulesOfNafosted,
  appraisal,
  approval,
  assets,
  capability,
  changes,
  codes,
  contract,
  duration,
  effect,
  eligibility,
  identification,
  inspection,
  'life-cycle': lifeCycle,
  'loan-support': loanSupport,
  money,
  'non-budget': nonBudget,
  ownership,
  programme,
  recognition,
  regime,
  registration,
  reports,
  running,
  selection,
  settlement,
  termination,
};

const placed = Object.entries(taskRuleFiles).flatMap(([name, content]) => {
  const file = `rules/tasks/${name}.json`;
  const { rules, faults } = readTaskRules(file, content);
  const [fault] = faults;
  if (fault) throw new Error(`${fault.file}, ${fault.id}: ${fault.words}`);
  return rules.map((rule) => ({ file, rule }));
});

/** Every rule of those files; loading this throws an Error in Vietnamese where one is not whole. */
export const publishedTaskRules: readonly TaskRule[] = placed.map(({ rule }) => rule);

const fileById = new Map(placed.map(({ file, rule }) => [rule.id, file]));

/** The file a rule stands in; undefined for what an agency decided itself. */
export const fileOfRule = (id: string): string | undefined => fileById.get(id);
