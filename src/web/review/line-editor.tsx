import { IconArrowBackUp, IconArrowMerge, IconCheck, IconCut, IconTrash, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import type { LineFields } from '../../domain/intake/line.ts';
import type { ReviewLine } from '../../features/intake/contract.ts';
import { common } from '../i18n/common.ts';
import { useWords } from '../i18n/language.ts';
import { DeadlineField } from './deadline-field.tsx';
import { PartiesField, PartyBox } from './party-field.tsx';
import { SplitField } from './split-field.tsx';
import { TypedField } from './typed-field.tsx';
import { useTyped } from './use-typed.ts';
import { reviewWords } from './words.ts';
import './line-editor.css';

export interface LineActs {
  change: (line: ReviewLine, fields: Partial<LineFields>) => void;
  accept: (line: ReviewLine) => void;
  split: (line: ReviewLine, at: number) => void;
  merge: (line: ReviewLine) => void;
  toggleDropped: (line: ReviewLine) => void;
}

interface LineEditorProps {
  line: ReviewLine;
  text: string;
  today: string;
  acts: LineActs;
  readOnly: boolean;
  splitting: boolean;
  setSplitting: (on: boolean) => void;
  /** The fields seldom touched are shown too. */
  detailed: boolean;
  setDetailed: (on: boolean) => void;
  hasNext: boolean;
  /** Closes the sheet that the editor is on a narrow screen. */
  close: () => void;
}

/** Everything of one task that can be put right, in place. */
export function LineEditor({
  line,
  text,
  today,
  acts,
  readOnly,
  splitting,
  setSplitting,
  detailed,
  setDetailed,
  hasNext,
  close,
}: LineEditorProps) {
  const said = useWords(reviewWords);
  const shared = useWords(common);
  const change = (fields: Partial<LineFields>) => acts.change(line, fields);
  if (splitting) {
    return (
      <SplitField
        text={text}
        spans={line.spans}
        split={(at) => acts.split(line, at)}
        cancel={() => setSplitting(false)}
      />
    );
  }
  return (
    <div className="line-editor">
      <div className="sheet-head">
        <strong>{line.words}</strong>
        <button type="button" className="icon-button" aria-label={shared.close} onClick={close}>
          <IconX size={20} aria-hidden />
        </button>
      </div>
      {line.doubts.length > 0 && (
        <ul className="plain line-doubts">
          {line.doubts.map(({ field, message }) => (
            <li key={field}>{message}</li>
          ))}
        </ul>
      )}
      <div className="line-fields">
        <DeadlineField
          lineId={line.id}
          deadline={line.deadline}
          none={line.deadlineNone}
          today={today}
          readOnly={readOnly}
          change={(deadline) => change({ deadline, deadlineNone: false })}
          sayNone={() => change({ deadline: { kind: 'none' }, deadlineNone: true })}
        />
        <PartyBox
          label={said.field.lead}
          field="lead"
          value={line.lead?.name ?? (line.leadNone ? said.sayNoLead : '')}
          readOnly={readOnly}
          choose={(lead) => change({ lead, leadNone: false })}
          none={{ label: said.sayNoLead, take: () => change({ lead: null, leadNone: true }) }}
        />
      </div>
      <details
        className="line-more"
        open={detailed}
        onToggle={(event) => setDetailed(event.currentTarget.open)}
      >
        <summary>{said.details}</summary>
        <div className="line-fields">
          <PartiesField
            label={said.field.coordinating}
            field="coordinating"
            parties={line.coordinating}
            readOnly={readOnly}
            change={(coordinating) => change({ coordinating })}
          />
          <TypedField
            label={said.field.product}
            field="product"
            value={line.product ?? ''}
            readOnly={readOnly}
            save={(product) => change({ product: product.trim() || null })}
          />
          <KindField kind={line.kind} readOnly={readOnly} change={(kind) => change({ kind })} />
          <QuantityField
            quantity={line.quantity}
            readOnly={readOnly}
            change={(quantity) => change({ quantity })}
          />
          <TypedField
            label={said.field.words}
            field="words"
            value={line.words}
            readOnly={readOnly}
            save={(words) => words.trim() !== '' && change({ words })}
            tall
          />
        </div>
      </details>
      {line.changedBy && <p className="quiet small">{said.changedBy(line.changedBy)}</p>}
      {!readOnly && (
        <div className="line-acts">
          <button type="button" className="button primary small" onClick={() => acts.accept(line)}>
            <IconCheck size={16} aria-hidden /> {said.accept}
          </button>
          <button type="button" className="button small" onClick={() => setSplitting(true)}>
            <IconCut size={16} aria-hidden /> {said.split}
          </button>
          <button type="button" className="button small" disabled={!hasNext} onClick={() => acts.merge(line)}>
            <IconArrowMerge size={16} aria-hidden /> {said.merge}
          </button>
          <button type="button" className="button small" onClick={() => acts.toggleDropped(line)}>
            {line.mark === 'dropped' ? (
              <IconArrowBackUp size={16} aria-hidden />
            ) : (
              <IconTrash size={16} aria-hidden />
            )}
            {line.mark === 'dropped' ? said.restore : said.dropLine}
          </button>
        </div>
      )}
    </div>
  );
}

function KindField({
  kind,
  change,
  readOnly,
}: {
  kind: LineFields['kind'];
  change: (kind: LineFields['kind']) => void;
  readOnly: boolean;
}) {
  const said = useWords(reviewWords);
  return (
    <fieldset className="field kind-field" disabled={readOnly}>
      <legend>{said.field.kind}</legend>
      <div className="choice">
        {(['do', 'stop', 'standing'] as const).map((one) => (
          <button
            key={one}
            type="button"
            aria-pressed={kind === one}
            onClick={() => kind !== one && change(one)}
          >
            {said.kind[one]}
          </button>
        ))}
      </div>
    </fieldset>
  );
}

type Quantity = LineFields['quantity'];

/** «04 nhiệm vụ»: a number as people write it, with the word after it. */
function QuantityField({
  quantity,
  change,
  readOnly,
}: {
  quantity: Quantity;
  change: (quantity: Quantity) => void;
  readOnly: boolean;
}) {
  const said = useWords(reviewWords);
  const value =
    quantity === null ? '' : `${String(quantity.value).replace('.', ',')} ${quantity.unit ?? ''}`.trim();
  const [wrong, setWrong] = useState(false);
  const save = (typed: string) => {
    const read = readQuantity(typed);
    setWrong(read === undefined);
    if (read !== undefined) change(read);
  };
  const { text, type, leave } = useTyped(value, save);
  return (
    <label className="field">
      <span className="label">{said.field.quantity}</span>
      <input
        className="input"
        data-field="quantity"
        readOnly={readOnly}
        aria-invalid={wrong || undefined}
        value={text}
        onChange={(event) => type(event.target.value)}
        onBlur={leave}
      />
    </label>
  );
}

/** A number with its unit; null for nothing, undefined where there is no number. */
function readQuantity(typed: string): Quantity | undefined {
  if (typed.trim() === '') return null;
  const said = /^\s*(?<number>\d+(?:[.,]\d+)?)\s*(?<unit>.*)$/u.exec(typed)?.groups;
  if (said?.number === undefined) return undefined;
  return { value: Number(said.number.replace(',', '.')), unit: said.unit?.trim() || null };
}
