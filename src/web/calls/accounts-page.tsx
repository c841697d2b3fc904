import { IconUserPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { changeOutsideAccess, listOutsideAccounts } from '../../features/outsiders/contract.ts';
import { call } from '../api/call.ts';
import { client } from '../api/client.ts';
import { useWords } from '../i18n/language.ts';
import { Button } from '../ui/button.tsx';
import { Empty, Failed, Skeleton } from '../ui/state.tsx';
import { Table } from '../ui/table.tsx';
import { useTitle } from '../ui/title.ts';
import { say } from '../ui/toast.tsx';
import { type Given, InviteDialog } from './invite-dialog.tsx';
import { callWords } from './words.ts';
import './calls.css';

const queryKey = ['outside-accounts'];
const lookAgain = () => client.invalidateQueries({ queryKey });

/** Accounts of hosts and investigators: whom the agency has invited, and who may come in. */
export function AccountsPage() {
  const said = useWords(callWords);
  const [inviting, setInviting] = useState(false);
  const [given, setGiven] = useState<Given | null>(null);
  useTitle(said.accounts);
  const list = useQuery({ queryKey, queryFn: ({ signal }) => call(listOutsideAccounts, {}, { signal }) });
  const change = async (id: string, open: boolean) => {
    await call(changeOutsideAccess, { params: { id }, body: { open } });
    say(said.done);
    await lookAgain();
  };
  return (
    <div className="page">
      <nav className="crumbs">
        <Link to="/calls">{said.back}</Link>
      </nav>
      <header className="page-head">
        <div>
          <h1>{said.accounts}</h1>
          <p className="quiet">{said.accountsPurpose}</p>
        </div>
        <Button kind="primary" onClick={() => setInviting(true)}>
          <IconUserPlus size={18} aria-hidden /> {said.invite}
        </Button>
      </header>
      {given && (
        <div className="notice fine" role="status">
          <p>
            {said.passwordOnce(given.userName)} <code>{given.password}</code>
          </p>
          <p className="small">{said.passwordHint}</p>
        </div>
      )}
      {list.isPending && <Skeleton />}
      {list.isError && <Failed error={list.error} retry={() => void list.refetch()} />}
      {list.data?.length === 0 && (
        <section className="card padded">
          <Empty title={said.accountsNone} />
        </section>
      )}
      {list.data && list.data.length > 0 && (
        <section className="card scroll-x">
          <Table
            heads={[said.partner, said.scope, said.person, said.userName, said.secondFactor, said.state, '']}
          >
            {list.data.map(({ id, partner, investigator, name, userName, secondFactor, open }) => (
              <tr key={id}>
                <td>{partner.name}</td>
                <td>{investigator ? said.onlyOf(investigator.name) : said.whole[partner.kind]}</td>
                <td>{name}</td>
                <td>{userName}</td>
                <td>
                  <span className={`badge ${secondFactor ? 'fine' : 'soon'}`}>
                    {secondFactor ? said.on2 : said.off2}
                  </span>
                </td>
                <td>{open ? said.active : said.closed}</td>
                <td>
                  <Button className="small" onClick={() => void change(id, !open)}>
                    {open ? said.close : said.reopen}
                  </Button>
                </td>
              </tr>
            ))}
          </Table>
        </section>
      )}
      {inviting && (
        <InviteDialog
          onGiven={(one) => {
            setGiven(one);
            void lookAgain();
          }}
          onClose={() => setInviting(false)}
        />
      )}
    </div>
  );
}
