import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { changeSetting, listSettings, type Setting } from '../../features/settings/contract.ts';
import { call } from '../api/call.ts';
import { client, useSession } from '../api/client.ts';
import { showDay, showNumber } from '../i18n/format.ts';
import { useWords } from '../i18n/language.ts';
import { Button } from '../ui/button.tsx';
import { DayField } from '../ui/day-field.tsx';
import { SelectField, TextField } from '../ui/field.tsx';
import { FormDialog } from '../ui/form-dialog.tsx';
import { Failed, Skeleton } from '../ui/state.tsx';
import { useTitle } from '../ui/title.ts';
import { say } from '../ui/toast.tsx';
import { settingWords } from './words.ts';

/** What the agency decides for itself, each with its default and where that comes from. */
export function SettingsPage() {
  const said = useWords(settingWords);
  const settings = useQuery({ queryKey: ['settings'], queryFn: () => call(listSettings, {}) });
  const [changing, setChanging] = useState<Setting | null>(null);
  const show = useShown();
  useTitle(said.title);
  return (
    <div className="page narrow">
      <header>
        <h1>{said.title}</h1>
        <p className="quiet">{said.hint}</p>
      </header>
      {settings.isPending && <Skeleton rows={4} height={80} />}
      {settings.isError && <Failed error={settings.error} retry={() => void settings.refetch()} />}
      {settings.data?.map((setting) => (
        <section key={setting.key} className="card padded stack tight">
          <div className="row apart">
            <h2>{setting.words}</h2>
            <Button aria-label={`${said.change}: ${setting.words}`} onClick={() => setChanging(setting)}>
              {said.change}
            </Button>
          </div>
          <p>
            <strong>{show(setting.value)}</strong>
            <span className="quiet">
              {' · '}
              {setting.from ? said.since(showDay(setting.from)) : said.usual(show(setting.usual))}
            </span>
          </p>
          {setting.upcoming.map((next) => (
            <p key={next.from} className="badge blue">
              {said.upcoming(show(next.value), showDay(next.from))}
            </p>
          ))}
          <p className="small quiet">
            {said.basis}: {setting.basis}
          </p>
        </section>
      ))}
      {changing && <ChangeDialog setting={changing} onClose={() => setChanging(null)} />}
    </div>
  );
}

function useShown(): (value: boolean | number) => string {
  const said = useWords(settingWords);
  return (value) => (typeof value === 'boolean' ? (value ? said.yes : said.no) : showNumber(value));
}

function ChangeDialog({ setting, onClose }: { setting: Setting; onClose: () => void }) {
  const said = useWords(settingWords);
  const { today } = useSession();
  const truth = typeof setting.value === 'boolean';
  return (
    <FormDialog
      title={setting.words}
      act={said.change}
      onClose={onClose}
      onSubmit={async (form) => {
        const typed = String(form.get('value'));
        const settings = await call(changeSetting, {
          params: { key: setting.key },
          body: { value: truth ? typed === 'true' : Number(typed), from: String(form.get('from')) },
        });
        client.setQueryData(['settings'], settings);
        say(said.saved);
      }}
    >
      {(fault) => (
        <>
          {truth ? (
            <SelectField
              label={said.value}
              name="value"
              defaultValue={String(setting.value)}
              options={[
                { value: 'true', label: said.yes },
                { value: 'false', label: said.no },
              ]}
            />
          ) : (
            <TextField
              label={said.value}
              name="value"
              type="number"
              required
              defaultValue={Number(setting.value)}
              error={fault?.at('value')}
            />
          )}
          <DayField label={said.from} name="from" required initial={today} error={fault?.at('from')} />
        </>
      )}
    </FormDialog>
  );
}
