import { IconTableImport } from '@tabler/icons-react';
import { Link, useSearch } from '@tanstack/react-router';
import { useMay } from '../api/client.ts';
import { useWords } from '../i18n/language.ts';
import { useTitle } from '../ui/title.ts';
import { PersonsTab } from './persons-tab.tsx';
import { UnitsTab } from './units-tab.tsx';
import { organisationWords } from './words.ts';
import './organisation.css';

/** The agency's units and persons; which half is shown, and which unit, stands in the address. */
export function OrganisationPage() {
  const said = useWords(organisationWords);
  const may = useMay();
  const { tab } = useSearch({ strict: false });
  useTitle(said.title);
  const persons = tab === 'persons';
  return (
    <div className="page">
      <header className="page-head">
        <h1>{said.title}</h1>
        {may('organisation.manage') && (
          <Link to="/organisation/import" className="button">
            <IconTableImport size={18} aria-hidden /> {said.import}
          </Link>
        )}
      </header>
      <nav className="tabs" aria-label={said.title}>
        <Link
          to="/organisation"
          search={{}}
          activeOptions={{ exact: true }}
          aria-current={persons ? undefined : 'page'}
          activeProps={{}}
        >
          {said.units}
        </Link>
        <Link
          to="/organisation"
          search={{ tab: 'persons' }}
          aria-current={persons ? 'page' : undefined}
          activeProps={{}}
        >
          {said.persons}
        </Link>
      </nav>
      {persons ? <PersonsTab /> : <UnitsTab />}
    </div>
  );
}
