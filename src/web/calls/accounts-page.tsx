import { IconUserPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import {
  changeOutsideAccess,
  inviteOutside,
  listOutsideAccounts,
} from '../../features/outsiders/contract.ts';
import { listPartners } from '../../features/partners/contract.ts';
import { call } from '../api/call.ts';
import { client } from '../api/client.ts';
import { useWords } from '../i18n/language.ts';
import { Button } from '../ui/button.tsx';
import { SelectField, TextField } from '../ui/field.tsx';
import { FormDialog } from '../ui/form-dialog.tsx';
import { Empty, Failed, Skeleton } from '../ui/state.tsx';
import { Table } from '../ui/table.tsx';
import { useTitle } from '../ui/title.ts';
import { say } from '../ui/toast.tsx';
import { callWords } from './words.ts';
import './calls.css';

const queryKey = ['outside-accounts'];
const lookAgain = () => client.invalidateQueries({ queryKey });

interface Given {
  userName: string;
  password: string;
}

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
          <Table heads={[said.partner, said.person, said.userName, said.secondFactor, said.state, '']}>
            {list.data.map(({ id, partner, name, userName, secondFactor, open }) => (
              <tr key={id}>
                <td>{partner.name}</td>
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
      {inviting && <InviteDialog onGiven={setGiven} onClose={() => setInviting(false)} />}
    </div>
  );
}

function InviteDialog({ onGiven, onClose }: { onGiven: (given: Given) => void; onClose: () => void }) {
  const said = useWords(callWords);
  const [q, setQ] = useState('');
  const { data: found } = useQuery({
    queryKey: ['partners', 'to-invite', q],
    queryFn: ({ signal }) => call(listPartners, { query: { q: q || undefined, limit: 50 } }, { signal }),
    placeholderData: (before) => before,
  });
  const submit = async (form: FormData) => {
    const body = {
      partnerId: String(form.get('partnerId')),
      fullName: String(form.get('fullName')).trim(),
      userName: String(form.get('userName')).trim().toLowerCase(),
    };
    const { userName, password } = await call(inviteOutside, { body });
    onGiven({ userName, password });
    await lookAgain();
  };
  return (
    <FormDialog title={said.invite} act={said.invite} onClose={onClose} onSubmit={submit}>
      {(fault) => (
        <>
          <TextField
            label={said.findPartner}
            value={q}
            onChange={(event) => setQ(event.target.value.trim())}
          />
          <SelectField
            label={said.partner}
            hint={said.partnerHint}
            name="partnerId"
            required
            error={fault?.at('partnerId')}
            options={[
              { value: '', label: '—' },
              ...(found?.items ?? []).map(({ id, name }) => ({ value: id, label: name })),
            ]}
          />
          <TextField label={said.person} name="fullName" required error={fault?.at('fullName')} />
          <TextField
            label={said.userName}
            hint={said.userNameHint}
            name="userName"
            autoCapitalize="none"
            required
            error={fault?.at('userName')}
          />
        </>
      )}
    </FormDialog>
  );
}
