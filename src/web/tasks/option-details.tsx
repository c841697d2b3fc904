import type { Task } from '../../features/tasks/contract.ts';
import { useWords } from '../i18n/language.ts';
import { fieldWords } from './field-words.ts';

/** Who decides a change and what limits it, each with its article. */
export function OptionDetails({ option: { parts, limits } }: { option: Task['changeOptions'][number] }) {
  const said = useWords(fieldWords);
  return (
    <ul className="small change-option">
      {parts.map(({ what, by, basis, unsure }) => (
        <li key={what}>
          {said.decides(parts.length > 1 ? said.moneyOf[what as keyof typeof said.moneyOf] : null, by)}
          {basis !== null && ` (${basis})`}
          {unsure && ` · ${said.unsure}`}
        </li>
      ))}
      {limits.map((limit) => (
        <li key={limit}>{limit}</li>
      ))}
    </ul>
  );
}
