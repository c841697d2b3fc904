import type { PortalTask } from '../../features/portal/contract.ts';
import { useWords } from '../i18n/language.ts';
import { portalWords } from './words.ts';

type Option = PortalTask['changeOptions'][number];

/** Who decides a change and what limits it, each with its article. */
export function OptionDetails({ option: { parts, limits } }: { option: Option }) {
  const said = useWords(portalWords);
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

/** The closed list of changes: which the host asks for, which it decides itself, which nobody may make. */
export function ChangeOptions({ options }: { options: readonly Option[] }) {
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
