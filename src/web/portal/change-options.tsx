import type { Task } from '../../features/tasks/contract.ts';
import { useWords } from '../i18n/language.ts';
import { OptionDetails } from '../tasks/option-details.tsx';
import { portalWords } from './words.ts';

/** The closed list of changes: which the host asks for, which it decides itself, which nobody may make. */
export function ChangeOptions({ options }: { options: Task['changeOptions'] }) {
  const said = useWords(portalWords);
  return (
    <details className="card padded">
      <summary>{said.whoDecides}</summary>
      <dl className="facts change-options">
        {options.map((option) => (
          <div key={option.type} style={{ display: 'contents' }}>
            <dt>
              {option.name}
              <span className="small quiet">
                {' '}
                {option.ways.length === 0
                  ? said.way.none
                  : option.ways.map((way) => said.way[way]).join('; ')}
              </span>
            </dt>
            <dd>
              <OptionDetails option={option} />
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
