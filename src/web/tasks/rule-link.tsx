import { Link } from '@tanstack/react-router';
import type { Task } from '../../features/tasks/contract.ts';
import { useMay } from '../api/client.ts';
import { useWords } from '../i18n/language.ts';
import { taskVocabulary } from './vocabulary.ts';

type RuleCited = NonNullable<Task['law']['rule']>;

/** The article of a rule, for people of the agency as the way to the rule itself, and how sure it is where that is less than read in the text. */
export function RuleLink({ rule: { id, about, basis, confidence } }: { rule: RuleCited }) {
  const may = useMay();
  const { confidence: sure } = useWords(taskVocabulary);
  return (
    <span className="small quiet">
      {may('task.view') ? (
        <Link to="/task-rules/$id" params={{ id }} search={{}} title={about}>
          {basis}
        </Link>
      ) : (
        basis
      )}
      {confidence !== 'text' && ` (${sure[confidence as keyof typeof sure] ?? confidence})`}
    </span>
  );
}

/** Rules that decided something, one a line: what each is about, its article, and the file it stands in. */
export function RulesCited({ rules }: { rules: readonly RuleCited[] }) {
  return (
    <ul className="plain">
      {rules.map((rule) => (
        <li key={rule.id}>
          {rule.about}: <RuleLink rule={rule} /> {rule.file && <code className="quiet">{rule.file}</code>}
        </li>
      ))}
    </ul>
  );
}
