import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Permission } from '../../domain/permissions/permission.ts';
import { createToken, listTokens, revokeToken } from '../../features/tokens/contract.ts';
import { CallFailed, call } from '../api/call.ts';
import { client, useSession } from '../api/client.ts';
import { showDay } from '../i18n/format.ts';
import { useWords } from '../i18n/language.ts';
import { AbleButton } from '../ui/able-button.tsx';
import { Button } from '../ui/button.tsx';
import { DayField } from '../ui/day-field.tsx';
import { TextField } from '../ui/field.tsx';
import { Failed, Skeleton } from '../ui/state.tsx';
import { say } from '../ui/toast.tsx';
import { useTrying } from '../ui/trying.ts';
import { accountWords } from './words.ts';

/** Scoped tokens for other programs: shown once, revoked at any time. */
export function TokensSection() {
  const said = useWords(accountWords);
  const { busy, error, run } = useTrying();
  const [secret, setSecret] = useState<string | null>(null);
  const tokens = useQuery({ queryKey: ['tokens'], queryFn: () => call(listTokens, {}) });
  const refresh = () => client.invalidateQueries({ queryKey: ['tokens'] });
  return (
    <section className="card padded stack">
      <h2>{said.tokens}</h2>
      <p className="quiet">{said.tokensHint}</p>
      {error !== null && <Failed error={error} />}
      {tokens.isPending && <Skeleton rows={2} />}
      {tokens.isError && <Failed error={tokens.error} retry={() => void tokens.refetch()} />}
      {tokens.data?.length === 0 && <p>{said.noTokens}</p>}
      <ul className="plain stack tight">
        {tokens.data?.map((token) => (
          <li key={token.id} className="row apart">
            <span>
              <strong>{token.name}</strong>{' '}
              <span className="small quiet">
                {token.scopes.map((scope) => said.permissions[scope]).join(', ')} · {said.expires}{' '}
                {showDay(token.expiresOn)} · {said.lastUsed}{' '}
                {token.lastUsedOn ? showDay(token.lastUsedOn) : said.never}
              </span>
            </span>
            <AbleButton
              ability={token.abilities.revoke}
              className="small"
              kind="danger"
              aria-label={said.revokeNamed(token.name)}
              onClick={() =>
                void run(async () => {
                  await call(revokeToken, { params: { id: token.id } });
                  await refresh();
                })
              }
            >
              {said.revoke}
            </AbleButton>
          </li>
        ))}
      </ul>
      {secret && <Secret secret={secret} words={said.secret} />}
      <CreateForm
        busy={busy}
        fault={error instanceof CallFailed ? error : null}
        onCreate={(body) =>
          run(async () => {
            const made = await call(createToken, { body });
            setSecret(made.secret);
            await refresh();
          })
        }
      />
    </section>
  );
}

/** A secret that is shown this once, with a way to copy it. */
export function Secret({ secret, words }: { secret: string; words: string }) {
  const said = useWords(accountWords);
  return (
    <div className="notice fine" role="status">
      <p>{words}</p>
      <p className="row">
        <code className="secret">{secret}</code>
        {window.isSecureContext && (
          <Button
            className="small"
            onClick={() => void navigator.clipboard.writeText(secret).then(() => say(said.copied))}
          >
            {said.copy}
          </Button>
        )}
      </p>
    </div>
  );
}

function CreateForm({
  busy,
  fault,
  onCreate,
}: {
  busy: boolean;
  fault: CallFailed | null;
  onCreate: (body: { name: string; scopes: Permission[]; expiresOn: string }) => Promise<void>;
}) {
  const said = useWords(accountWords);
  const { permissions, today } = useSession();
  const usual = Temporal.PlainDate.from(today).add({ days: 90 }).toString();
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        const form = new FormData(event.currentTarget);
        void onCreate({
          name: String(form.get('name')),
          scopes: permissions.filter((permission) => form.has(permission)),
          expiresOn: String(form.get('expiresOn')),
        });
      }}
    >
      <TextField label={said.tokenName} name="name" required minLength={2} error={fault?.at('name')} />
      <fieldset className="field">
        <legend>{said.scopes}</legend>
        {fault?.at('scopes') && <span className="error">{fault.at('scopes')}</span>}
        <div className="checks">
          {permissions.map((permission) => (
            <label key={permission} className="check">
              <input type="checkbox" name={permission} />
              {said.permissions[permission]}
            </label>
          ))}
        </div>
      </fieldset>
      <DayField
        label={said.expires}
        name="expiresOn"
        initial={usual}
        required
        error={fault?.at('expiresOn')}
      />
      <div>
        <Button type="submit" busy={busy}>
          {said.create}
        </Button>
      </div>
    </form>
  );
}
