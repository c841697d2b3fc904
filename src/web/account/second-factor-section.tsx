import { useState } from 'react';
import { client, useSession } from '../api/client.ts';
import { useWords } from '../i18n/language.ts';
import { disableTotp, enableTotp, verifyCode } from '../sign-in/identity.ts';
import { Button } from '../ui/button.tsx';
import { TextField } from '../ui/field.tsx';
import { PasswordField } from '../ui/password-field.tsx';
import { Failed } from '../ui/state.tsx';
import { say } from '../ui/toast.tsx';
import { useTrying } from '../ui/trying.ts';
import { accountWords } from './words.ts';

interface Offer {
  qr: string;
  secret: string;
  backupCodes: string[];
}

/** The second factor: asked for by password, shown as a QR code, on once a first code has been right. */
export function SecondFactorSection() {
  const said = useWords(accountWords);
  const { user } = useSession();
  const { busy, error, run } = useTrying();
  const [offer, setOffer] = useState<Offer | null>(null);
  const settled = async (words: string) => {
    setOffer(null);
    await client.invalidateQueries({ queryKey: ['session'] });
    say(words);
  };
  const start = (password: string) =>
    run(async () => {
      if (user.secondFactor) {
        await disableTotp(password);
        return settled(said.turnedOff);
      }
      const { totpURI, backupCodes } = await enableTotp(password);
      const { renderSVG } = await import('uqr');
      setOffer({
        qr: `data:image/svg+xml;utf8,${encodeURIComponent(renderSVG(totpURI))}`,
        secret: new URL(totpURI).searchParams.get('secret') ?? '',
        backupCodes,
      });
    });
  return (
    <section className="card padded stack">
      <div className="row apart">
        <h2>{said.second}</h2>
        <span className={`badge ${user.secondFactor ? 'fine' : ''}`}>
          {user.secondFactor ? said.isOn : said.isOff}
        </span>
      </div>
      <p className="quiet">{said.secondHint}</p>
      {error !== null && <Failed error={error} />}
      {offer ? (
        <form
          className="stack"
          onSubmit={(event) => {
            event.preventDefault();
            const code = String(new FormData(event.currentTarget).get('code')).replace(/\s/gu, '');
            void run(async () => {
              await verifyCode(code);
              await settled(said.turnedOn);
            });
          }}
        >
          <p>{said.scan}</p>
          <img className="qr" src={offer.qr} alt="" width={200} height={200} />
          <p className="small">
            {said.byHand} <code className="secret">{offer.secret}</code>
          </p>
          <p className="small">{said.backup}</p>
          <p className="codes">
            {offer.backupCodes.map((code) => (
              <code key={code}>{code}</code>
            ))}
          </p>
          <TextField
            label={said.code}
            name="code"
            inputMode="numeric"
            autoComplete="one-time-code"
            required
            pattern="\d{3} ?\d{3}"
          />
          <div>
            <Button type="submit" kind="primary" busy={busy}>
              {said.confirm}
            </Button>
          </div>
        </form>
      ) : (
        <form
          className="stack"
          onSubmit={(event) => {
            event.preventDefault();
            void start(String(new FormData(event.currentTarget).get('password')));
          }}
        >
          <PasswordField label={said.oldPassword} name="password" autoComplete="current-password" required />
          <div>
            <Button type="submit" busy={busy}>
              {user.secondFactor ? said.turnOff : said.turnOn}
            </Button>
          </div>
        </form>
      )}
    </section>
  );
}
