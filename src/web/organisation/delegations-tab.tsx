import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { type Delegation, listDelegations } from '../../features/delegations/contract.ts';
import { call } from '../api/call.ts';
import { useMay, useSession } from '../api/client.ts';
import { showDay } from '../i18n/format.ts';
import { useWords } from '../i18n/language.ts';
import { AbleButton } from '../ui/able-button.tsx';
import { Button } from '../ui/button.tsx';
import { Empty, Failed, Skeleton } from '../ui/state.tsx';
import { DelegateDialog, EndDelegationDialog } from './delegation-dialogs.tsx';
import { overTimeWords } from './over-time-words.ts';

/** Who acts in whose stead, from when to when. */
export function DelegationsTab() {
  const said = useWords(overTimeWords);
  const may = useMay();
  const [adding, setAdding] = useState(false);
  const delegations = useQuery({ queryKey: ['delegations'], queryFn: () => call(listDelegations, {}) });
  return (
    <>
      <div className="row apart">
        <p className="quiet">{said.delegationsHint}</p>
        {may('delegation.manage') && (
          <Button onClick={() => setAdding(true)}>
            <IconPlus size={18} aria-hidden /> {said.delegate}
          </Button>
        )}
      </div>
      <div className="card">
        {delegations.isPending && <Skeleton rows={4} />}
        {delegations.isError && <Failed error={delegations.error} retry={() => void delegations.refetch()} />}
        {delegations.data?.length === 0 && <Empty title={said.noDelegations} />}
        {delegations.data && delegations.data.length > 0 && <Table delegations={delegations.data} />}
      </div>
      {adding && <DelegateDialog onClose={() => setAdding(false)} />}
    </>
  );
}

function Table({ delegations }: { delegations: readonly Delegation[] }) {
  const said = useWords(overTimeWords);
  const [ending, setEnding] = useState<Delegation | null>(null);
  return (
    <div className="scroll-x">
      <table className="table to-cards">
        <thead>
          <tr>
            <th scope="col">{said.absent}</th>
            <th scope="col">{said.stand}</th>
            <th scope="col">{said.firstDay}</th>
            <th scope="col">{said.basis}</th>
            <th scope="col">{said.state}</th>
          </tr>
        </thead>
        <tbody>
          {delegations.map((one) => (
            <tr key={one.id}>
              <td>
                <strong>{one.from.name}</strong>
                <div className="small quiet">
                  {[one.from.title, one.unitName ?? said.allPosts].filter(Boolean).join(' · ')}
                </div>
              </td>
              <td>
                {one.form} {one.to.name}
              </td>
              <td>
                {showDay(one.fromDay)} – {showDay(one.lastDay)}
              </td>
              <td>{one.document}</td>
              <td>
                <Standing delegation={one} />
                <AbleButton
                  ability={one.abilities.end}
                  className="small"
                  aria-label={`${said.endEarly}: ${one.from.name}`}
                  onClick={() => setEnding(one)}
                >
                  {said.endEarly}
                </AbleButton>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {ending && <EndDelegationDialog delegation={ending} onClose={() => setEnding(null)} />}
    </div>
  );
}

function Standing({ delegation }: { delegation: Delegation }) {
  const said = useWords(overTimeWords);
  const { today } = useSession();
  const toCome = !delegation.holds && delegation.endedOn === null && delegation.fromDay > today;
  return (
    <div className="stack tight">
      <span className="row">
        <span className={`badge ${delegation.holds ? 'fine' : ''}`}>
          {delegation.holds ? said.holds : toCome ? said.toCome : said.over}
        </span>
        {delegation.endedOn && <span className="small quiet">{said.ended(showDay(delegation.endedOn))}</span>}
      </span>
      {delegation.holds && (
        <Link to="/directives" search={{ person: delegation.from.personId }} className="small">
          {said.workOf}
        </Link>
      )}
    </div>
  );
}
