import { IconPlus } from '@tabler/icons-react';
import { Link, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useMay } from '../api/client.ts';
import { useWords } from '../i18n/language.ts';
import { Button } from '../ui/button.tsx';
import { Empty, Failed, Skeleton } from '../ui/state.tsx';
import { type Branch, treeOf } from './tree.ts';
import { UnitCard } from './unit-card.tsx';
import { AddUnitDialog } from './unit-dialogs.tsx';
import { useUnits } from './use-units.ts';
import { organisationWords } from './words.ts';

/** The tree of units, and one of them beside it. */
export function UnitsTab() {
  const said = useWords(organisationWords);
  const may = useMay();
  const units = useUnits();
  const { unit: chosen } = useSearch({ strict: false });
  const [adding, setAdding] = useState(false);
  if (units.isPending) return <Skeleton rows={8} />;
  if (units.isError) return <Failed error={units.error} retry={() => void units.refetch()} />;
  const add = may('organisation.manage') && (
    <Button onClick={() => setAdding(true)}>
      <IconPlus size={18} aria-hidden /> {said.addUnit}
    </Button>
  );
  const unit = units.data.find(({ id }) => id === chosen);
  return (
    <>
      {units.data.length === 0 ? (
        <Empty title={said.noUnits}>
          <p>{said.noUnitsHint}</p>
          {add}
        </Empty>
      ) : (
        <div className="units">
          <section className="card padded stack">
            <Tree branches={treeOf(units.data)} chosen={chosen} />
            {add}
          </section>
          <section className="card padded">
            {unit ? <UnitCard key={unit.id} unit={unit} /> : <p className="quiet">{said.chooseUnit}</p>}
          </section>
        </div>
      )}
      {adding && <AddUnitDialog onClose={() => setAdding(false)} />}
    </>
  );
}

function Tree({ branches, chosen }: { branches: readonly Branch[]; chosen: string | undefined }) {
  const said = useWords(organisationWords);
  return (
    <ul className="plain tree">
      {branches.map(({ unit, children }) => (
        <li key={unit.id}>
          <Link
            to="/organisation"
            search={{ unit: unit.id }}
            resetScroll={false}
            className="tree-unit"
            activeProps={{}}
            aria-current={unit.id === chosen ? 'true' : undefined}
          >
            <span>
              {unit.name}
              {unit.abbreviation && <span className="quiet"> · {unit.abbreviation}</span>}
            </span>
            <span className="small quiet nowrap">{said.personCount(unit.persons)}</span>
          </Link>
          {children.length > 0 && <Tree branches={children} chosen={chosen} />}
        </li>
      ))}
    </ul>
  );
}
