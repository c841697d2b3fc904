import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { changeSuperiorView, createAgency, listAgencies } from '../../features/agencies/contract.ts';
import { call, type ReplyOf } from '../api/call.ts';
import { client, useMay, useSession } from '../api/client.ts';
import { showNumber } from '../i18n/format.ts';
import { useWords } from '../i18n/language.ts';
import { AbleButton } from '../ui/able-button.tsx';
import { Button } from '../ui/button.tsx';
import { TextField } from '../ui/field.tsx';
import { textIn } from '../ui/form.ts';
import { FormDialog } from '../ui/form-dialog.tsx';
import { PasswordField } from '../ui/password-field.tsx';
import { Empty, Failed, Skeleton } from '../ui/state.tsx';
import { useTitle } from '../ui/title.ts';
import { say } from '../ui/toast.tsx';
import { agencyWords } from './words.ts';

type Agency = ReplyOf<typeof listAgencies>[number];

/** The agencies of the installation, for its administrator and for a superior authority. */
export function AgenciesPage() {
  const said = useWords(agencyWords);
  const may = useMay();
  const [adding, setAdding] = useState(false);
  const { grant } = useSearch({ strict: false });
  const navigate = useNavigate();
  const setGranting = (agency: Agency | null) =>
    void navigate({ to: '/agencies', search: { grant: agency?.id }, replace: true });
  useTitle(said.title);
  const changeView = async (agency: Agency, userName: string, open: boolean) => {
    await call(changeSuperiorView, { params: { id: agency.id }, body: { userName, open } });
    await client.invalidateQueries({ queryKey: ['agencies'] });
  };
  const endView = async (agency: Agency, viewer: { userName: string; name: string }) => {
    await changeView(agency, viewer.userName, false);
    say(said.viewEnded(viewer.name), {
      label: said.undo,
      run: () => void changeView(agency, viewer.userName, true),
    });
  };
  const agencies = useQuery({ queryKey: ['agencies'], queryFn: () => call(listAgencies, {}) });
  const granting = agencies.data?.find(({ id, abilities }) => id === grant && abilities.grantView === true);
  return (
    <div className="page">
      <header className="page-head">
        <h1>{said.title}</h1>
        {may('agency.create') && (
          <Button kind="primary" onClick={() => setAdding(true)}>
            <IconPlus size={18} aria-hidden /> {said.add}
          </Button>
        )}
      </header>
      <div className="card scroll-x">
        {agencies.isPending && <Skeleton rows={4} />}
        {agencies.isError && <Failed error={agencies.error} retry={() => void agencies.refetch()} />}
        {agencies.data?.length === 0 && <Empty title={said.none} />}
        {agencies.data && agencies.data.length > 0 && (
          <table className="table to-cards">
            <thead>
              <tr>
                <th scope="col">{said.name}</th>
                <th scope="col" className="number">
                  {said.persons}
                </th>
                <th scope="col" className="number">
                  {said.directives}
                </th>
                <th scope="col">
                  <span className="unseen">{said.acts}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {agencies.data.map((agency) => (
                <tr key={agency.id}>
                  <td>
                    <strong>{agency.name}</strong>
                    <div className="small quiet">
                      {agency.shortName} · {agency.sign}
                    </div>
                    {agency.viewers.map((viewer) => (
                      <div key={viewer.userName} className="small row">
                        <span>
                          {said.viewer}: {viewer.name} ({viewer.userName})
                        </span>
                        <AbleButton
                          ability={agency.abilities.endView}
                          className="small"
                          aria-label={said.endViewOf(viewer.name, agency.shortName)}
                          onClick={() => void endView(agency, viewer)}
                        >
                          {said.endView}
                        </AbleButton>
                      </div>
                    ))}
                  </td>
                  <td className="number">
                    {showNumber(agency.persons)}
                    <span className="card-label"> {said.persons}</span>
                  </td>
                  <td className="number">
                    {showNumber(agency.directives)}
                    <span className="card-label"> {said.directives}</span>
                  </td>
                  <td>
                    <AbleButton
                      ability={agency.abilities.grantView}
                      className="small"
                      onClick={() => setGranting(agency)}
                    >
                      {said.grant}
                    </AbleButton>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </div>
      {adding && <AddDialog onClose={() => setAdding(false)} />}
      {granting && <GrantDialog agency={granting} onClose={() => setGranting(null)} />}
    </div>
  );
}

function AddDialog({ onClose }: { onClose: () => void }) {
  const said = useWords(agencyWords);
  return (
    <FormDialog
      title={said.add}
      act={said.add}
      onClose={onClose}
      onSubmit={async (form) => {
        await call(createAgency, {
          body: {
            name: textIn(form)('name'),
            shortName: textIn(form)('shortName'),
            sign: textIn(form)('sign'),
            administrator: {
              fullName: textIn(form)('fullName'),
              userName: textIn(form)('userName').toLowerCase(),
              password: String(form.get('password')) || undefined,
            },
          },
        });
        await client.invalidateQueries({ queryKey: ['agencies'] });
        say(said.made);
      }}
    >
      {(fault) => (
        <>
          <TextField
            label={said.name}
            name="name"
            required
            minLength={3}
            autoFocus
            error={fault?.at('name')}
          />
          <TextField
            label={said.shortName}
            name="shortName"
            required
            minLength={2}
            error={fault?.at('shortName')}
          />
          <TextField label={said.sign} name="sign" required minLength={2} error={fault?.at('sign')} />
          <TextField
            label={said.administrator}
            name="fullName"
            required
            minLength={2}
            error={fault?.at('administrator.fullName')}
          />
          <TextField
            label={said.userName}
            name="userName"
            required
            autoCapitalize="none"
            error={fault?.at('administrator.userName')}
          />
          <PasswordField
            label={said.password}
            hint={said.passwordHint}
            name="password"
            minLength={14}
            autoComplete="new-password"
            error={fault?.at('administrator.password')}
          />
        </>
      )}
    </FormDialog>
  );
}

/** Lets an account look into an agency; one's own first, which the overview leads here for. */
function GrantDialog({ agency, onClose }: { agency: Agency; onClose: () => void }) {
  const said = useWords(agencyWords);
  const { user } = useSession();
  const navigate = useNavigate();
  return (
    <FormDialog
      title={`${said.grant}: ${agency.shortName}`}
      act={said.grant}
      onClose={onClose}
      onSubmit={async (form) => {
        const userName = textIn(form)('userName').toLowerCase();
        await call(changeSuperiorView, { params: { id: agency.id }, body: { userName } });
        await client.invalidateQueries({ queryKey: ['agencies'] });
        if (userName !== user.userName) return say(said.granted);
        await client.refetchQueries({ queryKey: ['session'] });
        say(said.granted, { label: said.seeOverview, run: () => void navigate({ to: '/overview' }) });
      }}
    >
      {(fault) => (
        <TextField
          label={said.userName}
          hint={said.grantHint}
          name="userName"
          required
          minLength={3}
          defaultValue={user.userName}
          error={fault?.at('userName')}
        />
      )}
    </FormDialog>
  );
}
