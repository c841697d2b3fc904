import { IconPlus, IconTrash } from '@tabler/icons-react';
import { type KeyboardEvent, useState } from 'react';
import { AssetCondition, type AssetLine, SettlementForm, suggestForm } from '../../domain/assets/asset.ts';
import { type AssetTask, countAssets } from '../../features/assets/contract.ts';
import { call } from '../api/call.ts';
import { client, useSession } from '../api/client.ts';
import { newId } from '../api/new-id.ts';
import { showNumber } from '../i18n/format.ts';
import { useWords } from '../i18n/language.ts';
import { moneyTyped } from '../tasks/money.ts';
import { Button } from '../ui/button.tsx';
import { DayField } from '../ui/day-field.tsx';
import { FormDialog } from '../ui/form-dialog.tsx';
import { gridKeys } from '../ui/grid-keys.ts';
import { say } from '../ui/toast.tsx';
import { assetWords } from './words.ts';

/** A line as it is typed; `key` tells lines apart before they have an id. */
interface Draft {
  key: string;
  id: string | null;
  name: string;
  quantity: string;
  originalValue: string;
  condition: AssetCondition;
  where: string;
  foundValue: string;
  form: SettlementForm | '';
}

const blank = (): Draft => ({
  ...{ key: newId(), id: null, name: '', quantity: '1', originalValue: '', condition: 'good' },
  ...{ where: '', foundValue: '', form: '' },
});

const draftOf = ({
  id,
  name,
  quantity,
  originalValue,
  condition,
  where,
  foundValue,
  form,
}: AssetTask['assets'][number]): Draft => ({
  ...{
    key: id,
    id,
    name,
    quantity: String(quantity),
    originalValue: showNumber(originalValue),
    condition,
    where,
  },
  ...{ foundValue: foundValue === null ? '' : showNumber(foundValue), form: form ?? '' },
});

/** What is not a number is sent as none, so that the server says which line lacks it. */
const lineOf = ({
  id,
  name,
  quantity,
  originalValue,
  condition,
  where,
  foundValue,
  form,
}: Draft): AssetLine & { id: string | null } => ({
  ...{ id, name, condition, where, form: form === '' ? null : form },
  quantity: moneyTyped(quantity) ?? 0,
  originalValue: moneyTyped(originalValue) ?? -1,
  foundValue: foundValue.trim() === '' ? null : (moneyTyped(foundValue) ?? -1),
});

const columns = ['name', 'quantity', 'originalValue', 'condition', 'where', 'foundValue', 'form'] as const;
type Column = (typeof columns)[number];

/** The assets of one task in a grid, recorded as a whole. */
export function CountDialog({ task, onClose }: { task: AssetTask; onClose: () => void }) {
  const said = useWords(assetWords);
  const { today } = useSession();
  const [lines, setLines] = useState(() => (task.assets.length > 0 ? task.assets.map(draftOf) : [blank()]));
  const change = (key: string, part: Partial<Draft>) =>
    setLines((before) => before.map((line) => (line.key === key ? { ...line, ...part } : line)));
  const add = () => setLines((before) => [...before, blank()]);
  const suggest = () =>
    setLines((before) =>
      before.map((line) => ({
        ...line,
        form: line.form || (suggestForm(lineOf(line), task.forms)?.form ?? ''),
      })),
    );
  const send = async (form: FormData) => {
    const assets = lines.filter(({ name, id }) => name.trim() !== '' || id !== null).map(lineOf);
    const on = String(form.get('on') ?? '');
    await call(countAssets, { params: { id: task.id }, body: { on, assets } }, { version: task.version });
    say(said.saved);
    await client.invalidateQueries({ queryKey: ['assets'] });
  };
  return (
    <FormDialog title={`${said.countOf}: ${task.title}`} act={said.save} onSubmit={send} onClose={onClose}>
      {(fault) => (
        <>
          <DayField label={said.on} name="on" required initial={today} error={fault?.at('on')} />
          <div className="cost-lines">
            <table className="cost-grid asset-grid">
              <thead>
                <tr>
                  {columns.map((column) => (
                    <th key={column} scope="col">
                      {said.line[column]}
                    </th>
                  ))}
                  <td />
                </tr>
              </thead>
              <tbody>
                {lines.map((line, at) => (
                  <Line
                    key={line.key}
                    {...{ line, at, forms: task.forms }}
                    last={at === lines.length - 1}
                    change={(part) => change(line.key, part)}
                    onAdd={add}
                    onRemove={() => setLines((before) => before.filter(({ key }) => key !== line.key))}
                  />
                ))}
              </tbody>
            </table>
          </div>
          <div className="row">
            <Button onClick={add}>
              <IconPlus size={18} aria-hidden /> {said.add}
            </Button>
            <Button onClick={suggest}>{said.suggest}</Button>
            <span className="small quiet desk-only">{said.keys}</span>
          </div>
        </>
      )}
    </FormDialog>
  );
}

function Line({
  line,
  at,
  last,
  forms,
  change,
  onAdd,
  onRemove,
}: {
  line: Draft;
  at: number;
  last: boolean;
  forms: readonly SettlementForm[];
  change: (part: Partial<Draft>) => void;
  onAdd: () => void;
  onRemove: () => void;
}) {
  const said = useWords(assetWords);
  const press = (event: KeyboardEvent<HTMLElement>) => gridKeys(event, { last, onAdd });
  const common = (column: Column) => ({
    'aria-label': `${said.line[column]} ${at + 1}`,
    className: column === 'originalValue' || column === 'foundValue' ? 'input number' : 'input',
    value: line[column],
    onKeyDown: press,
  });
  const typed = (column: Exclude<Column, 'condition' | 'form'>, numeric = false) => (
    <td data-label={said.line[column]}>
      <input
        {...common(column)}
        inputMode={numeric ? 'numeric' : 'text'}
        onChange={({ target }) => change({ [column]: target.value })}
      />
    </td>
  );
  return (
    <tr>
      {typed('name')}
      {typed('quantity', true)}
      {typed('originalValue', true)}
      <td data-label={said.line.condition}>
        <select
          {...common('condition')}
          onChange={({ target }) => change({ condition: AssetCondition.parse(target.value) })}
        >
          {AssetCondition.options.map((one) => (
            <option key={one} value={one}>
              {said.condition[one]}
            </option>
          ))}
        </select>
      </td>
      {typed('where')}
      {typed('foundValue', true)}
      <td data-label={said.line.form}>
        <select
          {...common('form')}
          onChange={({ target }) => change({ form: SettlementForm.safeParse(target.value).data ?? '' })}
        >
          <option value="">{said.noForm}</option>
          {forms.map((one) => (
            <option key={one} value={one}>
              {said.form[one]}
            </option>
          ))}
        </select>
      </td>
      <td>
        <Button kind="bare" aria-label={said.remove(line.name || String(at + 1))} onClick={onRemove}>
          <IconTrash size={18} aria-hidden />
        </Button>
      </td>
    </tr>
  );
}
