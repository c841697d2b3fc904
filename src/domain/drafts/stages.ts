import { z } from 'zod';
import stagesFile from '../../../rules/drafts/stages.json' with { type: 'json' };
import { inForce, Rule } from '../rules/rule.ts';
import { type ActKind, type DraftPlan, Stage } from './facts.ts';

/** Which stages may be passed over, by kind of act and procedure; from common practice, as the rules say. */
export const stageRules: readonly Rule[] = z.array(Rule).parse(stagesFile);

const StageRule = z.record(z.string(), z.array(Stage));

/** The stages that a draft may pass over by the rules of a day (ISO); none where no rule is in force. */
export function optionalStages(
  { kind, shortened }: Pick<DraftPlan, 'shortened'> & { kind: ActKind },
  on: string,
): readonly Stage[] {
  const rule = inForce(stageRules, { topic: `draft-stages.${shortened ? 'shortened' : 'ordinary'}`, on });
  return rule ? (StageRule.parse(rule.value)[kind] ?? []) : [];
}
