import { IconX } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { addAlias, endAlias, type Unit } from '../../features/organisation/contract.ts';
import { call } from '../api/call.ts';
import { client } from '../api/client.ts';
import { common } from '../i18n/common.ts';
import { showDay } from '../i18n/format.ts';
import { useWords } from '../i18n/language.ts';
import { AbleButton } from '../ui/able-button.tsx';
import { Button } from '../ui/button.tsx';
import { TextField } from '../ui/field.tsx';
import { Failed } from '../ui/state.tsx';
import { say } from '../ui/toast.tsx';
import { useTrying } from '../ui/trying.ts';
import { FieldDialog, MoveUnitDialog, RenameUnitDialog } from './unit-dialogs.tsx';
import { organisationWords } from './words.ts';

/** One unit: its names over time, what documents call it, who is in it. */
export function UnitCard({ unit }: { unit: Unit }) {
  const said = useWords(organisationWords);
  const [dialog, setDialog] = useState<'rename' | 'move' | 'field' | null>(null);
  return (
    <div className="stack">
      <div>
        <h2>{unit.name}</h2>
        <p className="quiet">
          {[unit.abbreviation, unit.head?.fullName ?? said.noHead].filter(Boolean).join(' · ')}
        </p>
      </div>
      <p className="row">
        <Link to="/organisation" search={{ tab: 'persons', unit: unit.id }}>
          {said.personCount(unit.persons)}
        </Link>
        <Link to="/directives" search={{ unit: unit.id }}>
          {said.directives}
        </Link>
      </p>
      <dl className="facts">
        <dt>{said.openedOn}</dt>
        <dd>{showDay(unit.openedOn)}</dd>
        {unit.field && (
          <>
            <dt>{said.field}</dt>
            <dd>{unit.field}</dd>
          </>
        )}
        {unit.closedOn && (
          <>
            <dt>{said.closedOn}</dt>
            <dd>{showDay(unit.closedOn)}</dd>
          </>
        )}
        {unit.formerNames.length > 0 && (
          <>
            <dt>{said.formerly}</dt>
            <dd>
              {unit.formerNames.map((former) => (
                <p key={former.until}>
                  {former.name} <span className="quiet">{said.until(showDay(former.until))}</span>
                </p>
              ))}
            </dd>
          </>
        )}
      </dl>
      <Aliases unit={unit} />
      <div className="row">
        <AbleButton ability={unit.abilities.rename} onClick={() => setDialog('rename')}>
          {said.rename}
        </AbleButton>
        <AbleButton ability={unit.abilities.move} onClick={() => setDialog('move')}>
          {said.move}
        </AbleButton>
        <AbleButton ability={unit.abilities.setField} onClick={() => setDialog('field')}>
          {said.setField}
        </AbleButton>
      </div>
      {dialog === 'rename' && <RenameUnitDialog unit={unit} onClose={() => setDialog(null)} />}
      {dialog === 'field' && <FieldDialog unit={unit} onClose={() => setDialog(null)} />}
      {dialog === 'move' && <MoveUnitDialog unit={unit} onClose={() => setDialog(null)} />}
    </div>
  );
}

function Aliases({ unit }: { unit: Unit }) {
  const said = useWords(organisationWords);
  const { undo } = useWords(common);
  const [typed, setTyped] = useState('');
  const { busy, error, run } = useTrying();
  const change = (act: () => Promise<unknown>) =>
    run(async () => {
      await act();
      setTyped('');
      await client.invalidateQueries({ queryKey: ['units'] });
    });
  const add = (alias: string) => call(addAlias, { params: { id: unit.id }, body: { alias } });
  const end = async (id: string, alias: string) => {
    await call(endAlias, { params: { id: unit.id, aliasId: id } });
    say(said.aliasEnded(alias), { label: undo, run: () => void change(() => add(alias)) });
  };
  return (
    <section className="stack tight">
      <h3>{said.aliases}</h3>
      {error !== null && <Failed error={error} />}
      <ul className="plain row">
        {unit.aliases.map(({ id, alias, learned }) => (
          <li key={id} className="badge alias" title={learned ? said.learned : undefined}>
            {alias}
            {learned && <span className="unseen"> ({said.learned})</span>}
            {unit.abilities.endAlias === true && (
              <button
                type="button"
                aria-label={said.endAlias(alias)}
                onClick={() => void change(() => end(id, alias))}
              >
                <IconX size={14} aria-hidden />
              </button>
            )}
          </li>
        ))}
      </ul>
      {unit.abilities.addAlias === true && (
        <form
          className="row end"
          onSubmit={(event) => {
            event.preventDefault();
            void change(() => add(typed));
          }}
        >
          <TextField
            label={said.addAlias}
            hint={said.aliasHint}
            required
            minLength={2}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
          <Button type="submit" busy={busy}>
            {said.addAlias}
          </Button>
        </form>
      )}
    </section>
  );
}
