import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { changeSetting, listSettings, type Setting } from '../../features/settings/contract.ts';
import { call } from '../api/call.ts';
import { client, useMay, useSession } from '../api/client.ts';
import { showDay, showNumber } from '../i18n/format.ts';
import { useLanguage, useWords } from '../i18n/language.ts';
import { AbleButton } from '../ui/able-button.tsx';
import { DayField } from '../ui/day-field.tsx';
import { SelectField, TextField } from '../ui/field.tsx';
import { FormDialog } from '../ui/form-dialog.tsx';
import { Failed, Skeleton } from '../ui/state.tsx';
import { useTitle } from '../ui/title.ts';
import { say } from '../ui/toast.tsx';
import { settingsInEnglish } from './english.ts';
import { settingWords } from './words.ts';
import './settings.css';

/** In the order they are shown. */
const groups = ['deadlines', 'urging', 'mail', 'reports'] as const satisfies readonly Setting['group'][];

/** What the agency decides for itself, each with its default and where that comes from. */
export function SettingsPage() {
  const said = useWords(settingWords);
  const may = useMay();
  const settings = useQuery({ queryKey: ['settings'], queryFn: () => call(listSettings, {}) });
  const [changing, setChanging] = useState<Setting | null>(null);
  useTitle(said.title);
  return (
    <div className="page narrow">
      <header>
        <h1>{said.title}</h1>
        <p className="quiet">{said.hint}</p>
        {may('directive.give') && <Link to="/directives/templates">{said.templates}</Link>}
      </header>
      {settings.isPending && <Skeleton rows={4} height={80} />}
      {settings.isError && <Failed error={settings.error} retry={() => void settings.refetch()} />}
      {settings.data &&
        groups.map((group) => (
          <section key={group} className="stack" aria-labelledby={`group-${group}`}>
            <div className="row apart">
              <h2 id={`group-${group}`}>{said.groups[group]}</h2>
              {group === 'mail' && <Link to="/settings/letters">{said.log}</Link>}
            </div>
            <ul className="plain card">
              {settings.data
                .filter((setting) => setting.group === group)
                .map((setting) => (
                  <SettingLine key={setting.key} setting={setting} onChange={() => setChanging(setting)} />
                ))}
            </ul>
          </section>
        ))}
      {changing && <ChangeDialog setting={changing} onClose={() => setChanging(null)} />}
    </div>
  );
}

/** What a setting decides, in the language of the screens; in Vietnamese as the server says it. */
function useAbout({ key, words, basis }: Setting): { words: string; basis: string } {
  return useLanguage() === 'vi' ? { words, basis } : settingsInEnglish[key];
}

/** One setting: what holds, since when, what is decided for later, and what the default rests on. */
function SettingLine({ setting, onChange }: { setting: Setting; onChange: () => void }) {
  const said = useWords(settingWords);
  const show = useShown(setting);
  const about = useAbout(setting);
  return (
    <li className="setting">
      <h3>{about.words}</h3>
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
        {said.basis}: {about.basis}
      </p>
      <AbleButton
        ability={setting.abilities.change}
        aria-label={`${said.change}: ${about.words}`}
        onClick={onChange}
      >
        {said.change}
      </AbleButton>
    </li>
  );
}

const signed = (step: number) => (step > 0 ? `+${step}` : `${step}`.replace('-', '−'));

const hours: readonly Setting['key'][] = ['digest.hour', 'quiet.from', 'quiet.until'];

function useShown({ key }: Setting): (value: Setting['value']) => string {
  const said = useWords(settingWords);
  return (value) => {
    if (Array.isArray(value)) return value.length > 0 ? value.map(signed).join('; ') : said.nobody;
    if (typeof value === 'boolean') return value ? said.yes : said.no;
    return hours.includes(key) ? said.hour(String(value)) : showNumber(value);
  };
}

/** What was typed, as the setting takes it. */
function valueFrom({ value }: Setting, typed: string): Setting['value'] {
  if (typeof value === 'boolean') return typed === 'true';
  if (typeof value === 'number') return Number(typed);
  return typed
    .replaceAll('−', '-')
    .split(/[\s,;]+/u)
    .filter(Boolean)
    .map(Number);
}

function ChangeDialog({ setting, onClose }: { setting: Setting; onClose: () => void }) {
  const said = useWords(settingWords);
  const { today } = useSession();
  const { value } = setting;
  const { words } = useAbout(setting);
  return (
    <FormDialog
      title={words}
      act={said.change}
      onClose={onClose}
      onSubmit={async (form) => {
        const typed = String(form.get('value'));
        const settings = await call(changeSetting, {
          params: { key: setting.key },
          body: { value: valueFrom(setting, typed), from: String(form.get('from')) },
        });
        client.setQueryData(['settings'], settings);
        say(said.saved);
      }}
    >
      {(fault) => (
        <>
          {Array.isArray(value) && (
            <TextField
              label={said.value}
              hint={said.stepsHint}
              name="value"
              inputMode="text"
              pattern={'[\\-−+\\d\\s,;]*'}
              defaultValue={value.join(' ')}
              error={fault?.at('value')}
            />
          )}
          {typeof value === 'boolean' && (
            <SelectField
              label={said.value}
              name="value"
              defaultValue={String(value)}
              options={[
                { value: 'true', label: said.yes },
                { value: 'false', label: said.no },
              ]}
            />
          )}
          {typeof value === 'number' && (
            <TextField
              label={said.value}
              name="value"
              type="number"
              required
              defaultValue={value}
              error={fault?.at('value')}
            />
          )}
          <DayField label={said.from} name="from" required initial={today} error={fault?.at('from')} />
        </>
      )}
    </FormDialog>
  );
}
