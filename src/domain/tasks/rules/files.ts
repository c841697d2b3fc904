import acceptance from '../../../../rules/tasks/acceptance.json' with { type: 'json' };
import appraisal from '../../../../rules/tasks/appraisal.json' with { type: 'json' };
import approval from '../../../../rules/tasks/approval.json' with { type: 'json' };
import assets from '../../../../rules/tasks/assets.json' with { type: 'json' };
import changes from '../../../../rules/tasks/changes.json' with { type: 'json' };
import codes from '../../../../rules/tasks/codes.json' with { type: 'json' };
import duration from '../../../../rules/tasks/duration.json' with { type: 'json' };
import effect from '../../../../rules/tasks/effect.json' with { type: 'json' };
import eligibility from '../../../../rules/tasks/eligibility.json' with { type: 'json' };
import identification from '../../../../rules/tasks/identification.json' with { type: 'json' };
import inspection from '../../../../rules/tasks/inspection.json' with { type: 'json' };
import money from '../../../../rules/tasks/money.json' with { type: 'json' };
import ownership from '../../../../rules/tasks/ownership.json' with { type: 'json' };
import recognition from '../../../../rules/tasks/recognition.json' with { type: 'json' };
import regime from '../../../../rules/tasks/regime.json' with { type: 'json' };
import registration from '../../../../rules/tasks/registration.json' with { type: 'json' };
import running from '../../../../rules/tasks/running.json' with { type: 'json' };
import selection from '../../../../rules/tasks/selection.json' with { type: 'json' };
import settlement from '../../../../rules/tasks/settlement.json' with { type: 'json' };
import termination from '../../../../rules/tasks/termination.json' with { type: 'json' };
import { readTaskRules } from './read-rules.ts';
import type { TaskRule } from './rule.ts';

/** The files under `rules/tasks`, by name: one per subject of the national law, and one per ministry under `agencies`. */
export const taskRuleFiles: Readonly<Record<string, unknown>> = {
  acceptance,
  appraisal,
  approval,
  assets,
  changes,
  codes,
  duration,
  effect,
  eligibility,
  identification,
  inspection,
  money,
  ownership,
  recognition,
  regime,
  registration,
  running,
  selection,
  settlement,
  termination,
};

/** Every rule of those files. @throws Error in Vietnamese that names a rule which is not whole */
export const publishedTaskRules: readonly TaskRule[] = Object.entries(taskRuleFiles).flatMap(
  ([file, content]) => {
    const { rules, faults } = readTaskRules(`rules/tasks/${file}.json`, content);
    const [fault] = faults;
    if (fault) throw new Error(`${fault.file}, ${fault.id}: ${fault.words}`);
    return rules;
  },
);
