import { IconPlus, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { newId } from '../api/new-id.ts';
import { useLanguage, useWords } from '../i18n/language.ts';
import { fieldWords } from '../tasks/field-words.ts';
import { Button } from '../ui/button.tsx';
import { DayField } from '../ui/day-field.tsx';
import { SelectField, TextField } from '../ui/field.tsx';
import { emptyOf, type Shape } from './value-shape.ts';
import { choiceWord, partWord } from './value-words.ts';
import { ruleScreenWords } from './words.ts';

interface Props {
  shape: Shape;
  /** What it is called in the rule («upTo»), and where it stands in it («bands.0.upTo»). */
  name: string;
  path: string;
  value: unknown;
  onValue: (value: unknown) => void;
  errorAt: (path: string) => string | undefined;
}

/** What a rule states, to be decided otherwise: its numbers, who decides, its bands, which may be added to and taken away. */
export function ValueFields({ shape, name, path, value, onValue, errorAt }: Props) {
  const language = useLanguage();
  const label = partWord(name, language) ?? name;
  const field = { label, error: errorAt(path) };
  switch (shape.as) {
    case 'number':
      return <NumberField {...field} value={value} onValue={onValue} />;
    case 'text':
      return (
        <TextField
          {...field}
          required
          value={String(value ?? '')}
          onChange={({ target }) => onValue(target.value)}
        />
      );
    case 'day':
      return <DayField {...field} required initial={String(value ?? '') || undefined} onDay={onValue} />;
    case 'flag':
      return (
        <label className="check">
          <input
            type="checkbox"
            checked={value === true}
            onChange={({ target }) => onValue(target.checked)}
          />
          {label}
        </label>
      );
    case 'choice':
      return (
        <SelectField
          {...field}
          value={String(value ?? '')}
          onChange={({ target }) => onValue(target.value)}
          options={shape.options.map((one) => ({
            value: one,
            label: choiceWord(name, one, language) ?? one,
          }))}
        />
      );
    case 'rows':
      return <Rows {...{ shape, name, path, value, onValue, errorAt }} />;
    case 'parts':
      return shape.parts.map((part) => (
        <ValueFields
          key={part.name}
          {...part}
          path={path === '' ? part.name : `${path}.${part.name}`}
          value={(value as Record<string, unknown> | undefined)?.[part.name]}
          onValue={(one) => onValue({ ...(value as object), [part.name]: one })}
          errorAt={errorAt}
        />
      ));
  }
}

/** Bands, days or facts, one below the other. */
function Rows({ shape, name, path, value, onValue, errorAt }: Props & { shape: { as: 'rows'; of: Shape } }) {
  const said = useWords(ruleScreenWords);
  const { drop } = useWords(fieldWords);
  const rows = Array.isArray(value) ? (value as unknown[]) : [];
  const [ids, setIds] = useState(() => rows.map(newId));
  const label = partWord(name, useLanguage()) ?? name;
  return (
    <fieldset className="stack tight">
      <legend>{label}</legend>
      {errorAt(path) && <p className="notice late">{errorAt(path)}</p>}
      {rows.map((row, at) => (
        <div key={ids[at]} className="row two-fields">
          <ValueFields
            shape={shape.of}
            name={name}
            path={`${path}.${at}`}
            value={row}
            onValue={(one) => onValue(rows.with(at, one))}
            errorAt={errorAt}
          />
          <Button
            kind="bare"
            aria-label={`${drop}: ${label} ${at + 1}`}
            onClick={() => {
              setIds(ids.toSpliced(at, 1));
              onValue(rows.toSpliced(at, 1));
            }}
          >
            <IconX size={16} aria-hidden />
          </Button>
        </div>
      ))}
      <Button
        className="small start"
        onClick={() => {
          setIds([...ids, newId()]);
          onValue([...rows, emptyOf(shape.of)]);
        }}
      >
        <IconPlus size={16} aria-hidden /> {said.addRow(label.toLowerCase())}
      </Button>
    </fieldset>
  );
}

const written = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 10 });

/** A number as it is written here; what is typed and is none yet stays in the field. */
function NumberField({
  value,
  onValue,
  ...field
}: {
  label: string;
  error: string | undefined;
  value: unknown;
  onValue: (value: unknown) => void;
}) {
  return (
    <TextField
      {...field}
      inputMode="decimal"
      required
      defaultValue={typeof value === 'number' && !Number.isNaN(value) ? written.format(value) : ''}
      onChange={({ target }) => onValue(numberIn(target.value))}
    />
  );
}

/** «0,5» and «1.000.000» as they are written here; what is no number is refused by the server with its name. */
const numberIn = (typed: string): number =>
  typed.trim() === '' ? Number.NaN : Number(typed.replace(/\.(?=\d{3}\b)/gu, '').replace(',', '.'));
