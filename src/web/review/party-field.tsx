import { IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { Party } from '../../domain/documents/reading.ts';
import { listUnits } from '../../features/organisation/contract.ts';
import { call } from '../api/call.ts';
import { useWords } from '../i18n/language.ts';
import { matchingUnits } from './parties.ts';
import { reviewWords } from './words.ts';

interface Choice {
  key: string;
  label: string;
  note?: string;
  take: () => void;
}

interface PartyBoxProps {
  label: string;
  /** Shown while nobody types. */
  value: string;
  field: string;
  choose: (party: Party) => void;
  /** A further choice at the end of the list, «không nêu đơn vị». */
  none?: { label: string; take: () => void };
  readOnly: boolean;
}

const shown = 8;

/** Names a unit with or without marks, by abbreviation or other names; words no unit has name an outside body. */
export function PartyBox({ label, value, field, choose, none, readOnly }: PartyBoxProps) {
  const said = useWords(reviewWords);
  const id = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const [active, setActive] = useState(0);
  const units = useQuery({ queryKey: ['units'], queryFn: () => call(listUnits, { query: {} }) });
  const open = typed !== null;
  const list = useShownWhole(open);
  const found = matchingUnits(units.data ?? [], typed ?? '');
  const take = (party: Party) => () => {
    choose(party);
    setTyped(null);
  };
  const choices: Choice[] = [
    ...found.slice(0, shown).map(({ id: unitId, name, abbreviation }) => ({
      key: unitId,
      label: name,
      ...(abbreviation && { note: abbreviation }),
      take: take({ name, unitId }),
    })),
    ...(typed?.trim() && !found.some(({ name }) => name === typed.trim())
      ? [{ key: 'outside', label: said.outside(typed.trim()), take: take({ name: typed.trim() }) }]
      : []),
    ...(none
      ? [
          {
            key: 'none',
            label: none.label,
            take: () => {
              none.take();
              setTyped(null);
            },
          },
        ]
      : []),
  ];
  // Leaving takes what was typed: the one unit it can mean, else an outside body of that name.
  const leave = () => {
    const name = typed?.trim() ?? '';
    const [only, ...others] = found;
    if (name === '') setTyped(null);
    else if (only && others.length === 0) take({ name: only.name, unitId: only.id })();
    else take({ name })();
  };
  const press = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (!open) setTyped('');
      else setActive((active + (event.key === 'ArrowDown' ? 1 : choices.length - 1)) % choices.length);
    } else if (event.key === 'Enter' && open) {
      event.preventDefault();
      choices[active]?.take();
    } else if (event.key === 'Escape' && open) {
      // Given up at once, so that the screen, which now takes the keyboard back to the row, leaves nothing behind.
      flushSync(() => setTyped(null));
    }
  };
  return (
    <div className="field party-box">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        data-field={field}
        className="input"
        role="combobox"
        aria-expanded={open}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={open && choices[active] ? `${id}-${active}` : undefined}
        autoComplete="off"
        placeholder={said.leadHint}
        readOnly={readOnly}
        value={typed ?? value}
        onChange={(event) => {
          setTyped(event.target.value);
          setActive(0);
        }}
        onFocus={(event) => event.target.select()}
        onClick={() => !readOnly && setTyped(typed ?? '')}
        onBlur={leave}
        onKeyDown={press}
      />
      {none && value === '' && !readOnly && (
        <button type="button" className="button small" onClick={none.take}>
          {none.label}
        </button>
      )}
      {open && (
        <div ref={list} id={`${id}-list`} role="listbox" aria-label={label} className="party-list">
          {choices.map((choice, index) => (
            // The box keeps the focus; a choice is made before it would be lost.
            <div
              key={choice.key}
              id={`${id}-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={index === active}
              onPointerDown={(event) => {
                event.preventDefault();
                choice.take();
              }}
            >
              {choice.label}
              {choice.note && <span className="quiet small">{choice.note}</span>}
            </div>
          ))}
        </div>
      )}
    </div>
  );
}

/** Brings a list that opens below its box into view, where the pane would cut it. */
function useShownWhole(open: boolean) {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (open) list.current?.scrollIntoView({ block: 'nearest' });
  }, [open]);
  return list;
}

/** Several parties, each taken off by its own button. */
export function PartiesField({
  label,
  parties,
  field,
  change,
  readOnly,
}: {
  label: string;
  parties: readonly Party[];
  field: string;
  change: (parties: Party[]) => void;
  readOnly: boolean;
}) {
  const said = useWords(reviewWords);
  const isNew = (party: Party) => !parties.some(({ name }) => name === party.name);
  return (
    <div className="parties">
      <PartyBox
        label={label}
        value=""
        field={field}
        readOnly={readOnly}
        choose={(party) => isNew(party) && change([...parties, party])}
      />
      {parties.length > 0 && (
        <ul className="plain parties-chosen">
          {parties.map((party) => (
            <li key={party.name} className="badge">
              {party.name}
              {!readOnly && (
                <button
                  type="button"
                  aria-label={said.remove(party.name)}
                  onClick={() => change(parties.filter((one) => one !== party))}
                >
                  <IconX size={14} aria-hidden />
                </button>
              )}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
