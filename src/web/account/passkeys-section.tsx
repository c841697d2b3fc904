import { useQuery } from '@tanstack/react-query';
import { CallFailed } from '../api/call.ts';
import { client } from '../api/client.ts';
import { showDay } from '../i18n/format.ts';
import { useWords } from '../i18n/language.ts';
import { addPasskey, listPasskeys, removePasskey } from '../sign-in/identity.ts';
import { Button } from '../ui/button.tsx';
import { TextField } from '../ui/field.tsx';
import { Failed, Skeleton } from '../ui/state.tsx';
import { useTrying } from '../ui/trying.ts';
import { accountWords } from './words.ts';

/** Passkeys of this account. */
export function PasskeysSection() {
  const said = useWords(accountWords);
  const { busy, error, run } = useTrying();
  const passkeys = useQuery({ queryKey: ['passkeys'], queryFn: listPasskeys });
  const refresh = () => client.invalidateQueries({ queryKey: ['passkeys'] });
  const add = (form: HTMLFormElement) =>
    run(async () => {
      const name = String(new FormData(form).get('name')).trim();
      await addPasskey(name).catch((cause: unknown) => {
        if (cause instanceof CallFailed) throw cause;
        throw new CallFailed({
          type: 'about:blank',
          title: said.addPasskey,
          status: 0,
          detail: said.passkeyFailed,
          traceId: '',
        });
      });
      form.reset();
      await refresh();
    });
  return (
    <section className="card padded stack">
      <h2>{said.passkeys}</h2>
      <p className="quiet">{said.passkeysHint}</p>
      {error !== null && <Failed error={error} />}
      {passkeys.isPending && <Skeleton rows={2} />}
      {passkeys.isError && <Failed error={passkeys.error} retry={() => void passkeys.refetch()} />}
      {passkeys.data?.length === 0 && <p>{said.noPasskeys}</p>}
      <ul className="plain stack tight">
        {passkeys.data?.map((passkey) => (
          <li key={passkey.id} className="row apart">
            <span>
              {passkey.name ?? passkey.id} <span className="small quiet">{showDay(passkey.createdAt)}</span>
            </span>
            <Button
              className="small"
              aria-label={said.removeNamed(passkey.name ?? '')}
              onClick={() =>
                void run(async () => {
                  await removePasskey(passkey.id);
                  await refresh();
                })
              }
            >
              {said.remove}
            </Button>
          </li>
        ))}
      </ul>
      {'PublicKeyCredential' in window && (
        <form
          className="stack"
          onSubmit={(event) => {
            event.preventDefault();
            void add(event.currentTarget);
          }}
        >
          <TextField label={said.passkeyName} hint={said.passkeyNameHint} name="name" required />
          <div>
            <Button type="submit" busy={busy}>
              {said.addPasskey}
            </Button>
          </div>
        </form>
      )}
    </section>
  );
}
