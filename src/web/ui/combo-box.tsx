import { type KeyboardEvent, useId, useState } from 'react';
import './combo-box.css';

export interface Option {
  id: string;
  label: string;
  note?: string | null | undefined;
}

interface ComboBoxProps {
  label: string;
  /** All that can be chosen, or those that match what is typed. */
  find: (typed: string) => readonly Option[];
  chosen: Option | null;
  onChoose: (option: Option | null) => void;
  /** Hears what is typed, where options are asked of the server. */
  onType?: (typed: string) => void;
  /** Said where nothing matches. */
  none: string;
  hint?: string;
  error?: string | undefined;
}

const shown = 7;

/** One of many, found by typing; the list stands beneath in the flow, so that a dialog never cuts it off. */
export function ComboBox({ label, find, chosen, onChoose, onType, none, hint, error }: ComboBoxProps) {
  const id = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const [active, setActive] = useState(0);
  const open = typed !== null;
  const options = open ? find(typed).slice(0, shown) : [];
  const take = (option: Option | undefined) => {
    if (!option) return;
    onChoose(option);
    setTyped(null);
  };
  // Leaving keeps the one name that what was typed can mean, and otherwise what was chosen before.
  const leave = () => {
    if (typed === null) return;
    if (typed.trim() === '') {
      if (chosen && typed !== chosen.label) onChoose(null);
      setTyped(null);
    } else if (options.length === 1) take(options[0]);
    else setTyped(null);
  };
  const press = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (!open) setTyped('');
      else if (options.length > 0)
        setActive((active + (event.key === 'ArrowDown' ? 1 : options.length - 1)) % options.length);
    } else if (event.key === 'Enter' && open) {
      event.preventDefault();
      take(options[active]);
    } else if (event.key === 'Escape' && open) {
      event.preventDefault();
      event.stopPropagation();
      setTyped(null);
    }
  };
  const described = [hint ? `${id}h` : '', error ? `${id}e` : ''].filter(Boolean).join(' ') || undefined;
  return (
    <div className="field combo-box">
      <label htmlFor={id}>{label}</label>
      {hint && (
        <span className="hint" id={`${id}h`}>
          {hint}
        </span>
      )}
      <input
        id={id}
        className="input"
        role="combobox"
        aria-expanded={open}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={open && options[active] ? `${id}-${active}` : undefined}
        aria-describedby={described}
        aria-invalid={error ? true : undefined}
        autoComplete="off"
        value={typed ?? chosen?.label ?? ''}
        onChange={(event) => {
          setTyped(event.target.value);
          onType?.(event.target.value);
          setActive(0);
        }}
        onClick={() => setTyped(typed ?? '')}
        onFocus={(event) => event.target.select()}
        onBlur={leave}
        onKeyDown={press}
      />
      {open && (
        <div id={`${id}-list`} role="listbox" aria-label={label} className="combo-list">
          {options.map((option, index) => (
            // The box keeps the focus: pressing an option does not take it, and lifting the finger chooses.
            <div
              key={option.id}
              id={`${id}-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={index === active}
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => take(option)}
              onKeyDown={press}
            >
              {option.label}
              {option.note && <span className="quiet small">{option.note}</span>}
            </div>
          ))}
        </div>
      )}
      {open && options.length === 0 && (
        <span className="small quiet" role="status">
          {none}
        </span>
      )}
      {error && (
        <span className="error" id={`${id}e`}>
          {error}
        </span>
      )}
    </div>
  );
}
