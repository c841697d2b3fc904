import { IconArrowsSplit2, IconTableImport } from '@tabler/icons-react';
import { Link, useSearch } from '@tanstack/react-router';
import { useMay } from '../api/client.ts';
import { useWords } from '../i18n/language.ts';
import { useTitle } from '../ui/title.ts';
import { ChangesTab } from './changes-tab.tsx';
import { DelegationsTab } from './delegations-tab.tsx';
import { DoublesTab } from './doubles-tab.tsx';
import { overTimeWords } from './over-time-words.ts';
import { PersonsTab } from './persons-tab.tsx';
import { UnitsTab } from './units-tab.tsx';
import { organisationWords } from './words.ts';
import './organisation.css';

/** The agency's units and persons, and how they change; which part is shown, and which unit, stands in the address. */
export function OrganisationPage() {
  const said = useWords(organisationWords);
  const overTime = useWords(overTimeWords);
  const may = useMay();
  const { tab } = useSearch({ strict: false });
  useTitle(said.title);
  const tabs = [
    { tab: undefined, words: said.units, part: <UnitsTab /> },
    { tab: 'persons', words: said.persons, part: <PersonsTab /> },
    { tab: 'delegations', words: overTime.delegations, part: <DelegationsTab /> },
    { tab: 'changes', words: overTime.changes, part: <ChangesTab /> },
    ...(may('organisation.manage')
      ? [{ tab: 'doubles', words: overTime.doubles, part: <DoublesTab /> }]
      : []),
  ];
  const shown = tabs.find((one) => one.tab === tab) ?? tabs[0];
  return (
    <div className="page">
      <header className="page-head">
        <h1>{said.title}</h1>
        <span className="row">
          {may('organisation.manage') && (
            <Link to="/organisation/import" className="button">
              <IconTableImport size={18} aria-hidden /> {said.import}
            </Link>
          )}
          {may('organisation.reorganise') && (
            <Link to="/organisation/reorganise" className="button">
              <IconArrowsSplit2 size={18} aria-hidden /> {overTime.reorganise}
            </Link>
          )}
        </span>
      </header>
      <nav className="tabs" aria-label={said.title}>
        {tabs.map((one) => (
          <Link
            key={one.words}
            to="/organisation"
            search={one.tab ? { tab: one.tab } : {}}
            activeOptions={{ exact: true }}
            aria-current={one === shown ? 'page' : undefined}
            activeProps={{}}
          >
            {one.words}
          </Link>
        ))}
      </nav>
      {shown?.part}
    </div>
  );
}
