import type { Unit } from '../../features/organisation/contract.ts';
import { useWords } from '../i18n/language.ts';
import { DayField } from '../ui/day-field.tsx';
import { SelectField, TextArea, TextField } from '../ui/field.tsx';
import { overTimeWords } from './over-time-words.ts';
import type { Draft } from './reorganise-draft.ts';

interface Part {
  draft: Draft;
  change: (part: Partial<Draft>) => void;
  units: readonly Unit[];
}

const kinds = ['merge', 'split', 'rename', 'close'] as const;

/** Which kind of act, on which units. */
export function UnitsStep({ draft, change, units }: Part) {
  const said = useWords(overTimeWords);
  return (
    <>
      <fieldset className="kinds">
        <legend className="unseen">{said.kind}</legend>
        {kinds.map((kind) => (
          <label key={kind} className="kind">
            <input
              type="radio"
              name="kind"
              checked={draft.kind === kind}
              onChange={() => change({ kind, targetId: '' })}
            />
            <span>
              <strong>{said.kinds[kind]}</strong>
              <span className="small quiet">{said.kindHints[kind]}</span>
            </span>
          </label>
        ))}
      </fieldset>
      {draft.kind === 'merge' ? (
        <Sources draft={draft} change={change} units={units} />
      ) : (
        <SelectField
          label={said.sourcesOf[draft.kind]}
          required
          value={draft.sources[0] ?? ''}
          onChange={(event) => change({ sources: event.target.value ? [event.target.value] : [] })}
          options={[{ value: '', label: said.chooseUnit }, ...optionsOf(units)]}
        />
      )}
      <Targets draft={draft} change={change} units={units} />
    </>
  );
}

const optionsOf = (units: readonly Unit[]) => units.map(({ id, name }) => ({ value: id, label: name }));

function Sources({ draft, change, units }: Part) {
  const said = useWords(overTimeWords);
  return (
    <UnitChecks
      label={said.sourcesOf.merge}
      units={units}
      chosen={draft.sources}
      onChange={(sources) => change({ sources })}
    />
  );
}

function UnitChecks({
  label,
  units,
  chosen,
  onChange,
}: {
  label: string;
  units: readonly Unit[];
  chosen: readonly string[];
  onChange: (ids: string[]) => void;
}) {
  return (
    <fieldset className="plain-set">
      <legend>{label}</legend>
      <div className="checks">
        {units.map(({ id, name }) => (
          <label key={id} className="check">
            <input
              type="checkbox"
              checked={chosen.includes(id)}
              onChange={(event) =>
                onChange(event.target.checked ? [...chosen, id] : chosen.filter((one) => one !== id))
              }
            />
            {name}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function Targets({ draft, change, units }: Part) {
  const said = useWords(overTimeWords);
  const others = draft.kind === 'close' ? units.filter(({ id }) => id !== draft.sources[0]) : units;
  const asksName = draft.kind === 'rename' || (draft.kind === 'merge' && draft.targetId === '');
  return (
    <>
      {(draft.kind === 'merge' || draft.kind === 'close') && (
        <SelectField
          label={said.target}
          required={draft.kind === 'close'}
          value={draft.targetId}
          onChange={(event) => change({ targetId: event.target.value })}
          options={[
            { value: '', label: draft.kind === 'close' ? said.chooseUnit : said.newUnit },
            ...optionsOf(others),
          ]}
        />
      )}
      {asksName && (
        <div className="row end">
          <TextField
            label={said.newName}
            required
            minLength={2}
            value={draft.name}
            onChange={(event) => change({ name: event.target.value })}
          />
          <TextField
            label={said.abbreviation}
            value={draft.abbreviation}
            onChange={(event) => change({ abbreviation: event.target.value })}
          />
        </div>
      )}
      {draft.kind === 'split' && (
        <>
          <label className="check">
            <input
              type="checkbox"
              checked={draft.goesOn}
              onChange={(event) => change({ goesOn: event.target.checked })}
            />
            {said.goesOn}
          </label>
          <UnitChecks
            label={said.knownUnits}
            units={units.filter(({ id }) => id !== draft.sources[0])}
            chosen={draft.known}
            onChange={(known) => change({ known })}
          />
          <TextArea
            label={said.newUnits}
            hint={said.newUnitsHint}
            required={draft.known.length === 0}
            rows={3}
            value={draft.newUnits}
            onChange={(event) => change({ newUnits: event.target.value })}
          />
        </>
      )}
    </>
  );
}

/** The decision and the day the new order begins. */
export function DecisionStep({ draft, change }: Omit<Part, 'units'>) {
  const said = useWords(overTimeWords);
  return (
    <div className="row end">
      <TextField
        label={said.decisionNumber}
        required
        placeholder="15/QĐ-SKHCN"
        value={draft.number}
        onChange={(event) => change({ number: event.target.value })}
      />
      <DayField
        label={said.decidedOn}
        required
        initial={draft.decidedOn}
        onDay={(decidedOn) => decidedOn && change({ decidedOn })}
      />
      <DayField
        label={said.effectiveOn}
        required
        initial={draft.effectiveOn}
        onDay={(effectiveOn) => effectiveOn && change({ effectiveOn })}
      />
    </div>
  );
}
