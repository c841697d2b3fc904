import {
  createUnit,
  moveUnit,
  renameUnit,
  setUnitField,
  type Unit,
} from '../../features/organisation/contract.ts';
import { call } from '../api/call.ts';
import { client, useSession } from '../api/client.ts';
import { useWords } from '../i18n/language.ts';
import { DayField } from '../ui/day-field.tsx';
import { SelectField, TextField } from '../ui/field.tsx';
import { textIn } from '../ui/form.ts';
import { FormDialog } from '../ui/form-dialog.tsx';
import { say } from '../ui/toast.tsx';
import { useUnits } from './use-units.ts';
import { organisationWords } from './words.ts';

function useSaved() {
  const said = useWords(organisationWords);
  return async () => {
    await client.invalidateQueries({ queryKey: ['units'] });
    say(said.saved);
  };
}

function ParentField({ without, initial }: { without?: string; initial: string }) {
  const said = useWords(organisationWords);
  const { data: units = [] } = useUnits();
  return (
    <SelectField
      label={said.parent}
      name="parentId"
      defaultValue={initial}
      options={[
        { value: '', label: said.topLevel },
        ...units.filter(({ id }) => id !== without).map(({ id, name }) => ({ value: id, label: name })),
      ]}
    />
  );
}

/** A new unit, from a day on. */
export function AddUnitDialog({ onClose }: { onClose: () => void }) {
  const said = useWords(organisationWords);
  const { today } = useSession();
  const saved = useSaved();
  return (
    <FormDialog
      title={said.addUnit}
      act={said.addUnit}
      onClose={onClose}
      onSubmit={async (form) => {
        await call(createUnit, {
          body: {
            name: textIn(form)('name'),
            abbreviation: textIn(form)('abbreviation') || undefined,
            parentId: textIn(form)('parentId') || undefined,
            openedOn: textIn(form)('from'),
          },
        });
        await saved();
      }}
    >
      {(fault) => (
        <>
          <TextField
            label={said.name}
            name="name"
            required
            minLength={2}
            autoFocus
            error={fault?.at('name')}
          />
          <TextField label={said.abbreviation} name="abbreviation" error={fault?.at('abbreviation')} />
          <ParentField initial="" />
          <DayField label={said.from} name="from" required initial={today} error={fault?.at('openedOn')} />
        </>
      )}
    </FormDialog>
  );
}

/** Another name from a day on; days before keep the old one. */
export function RenameUnitDialog({ unit, onClose }: { unit: Unit; onClose: () => void }) {
  const said = useWords(organisationWords);
  const { today } = useSession();
  const saved = useSaved();
  return (
    <FormDialog
      title={said.rename}
      act={said.rename}
      onClose={onClose}
      onSubmit={async (form) => {
        await call(renameUnit, {
          params: { id: unit.id },
          body: {
            name: textIn(form)('name'),
            abbreviation: textIn(form)('abbreviation') || undefined,
            from: textIn(form)('from'),
          },
        });
        await saved();
      }}
    >
      {(fault) => (
        <>
          <p className="quiet">{said.renameHint}</p>
          <TextField
            label={said.name}
            name="name"
            required
            minLength={2}
            defaultValue={unit.name}
            error={fault?.at('name')}
          />
          <TextField label={said.abbreviation} name="abbreviation" defaultValue={unit.abbreviation ?? ''} />
          <DayField label={said.from} name="from" required initial={today} error={fault?.at('from')} />
        </>
      )}
    </FormDialog>
  );
}

/** Another parent from a day on. */
export function MoveUnitDialog({ unit, onClose }: { unit: Unit; onClose: () => void }) {
  const said = useWords(organisationWords);
  const { today } = useSession();
  const saved = useSaved();
  return (
    <FormDialog
      title={said.move}
      act={said.move}
      onClose={onClose}
      onSubmit={async (form) => {
        await call(moveUnit, {
          params: { id: unit.id },
          body: { parentId: textIn(form)('parentId') || null, from: textIn(form)('from') },
        });
        await saved();
      }}
    >
      {(fault) => (
        <>
          <ParentField without={unit.id} initial={unit.parentId ?? ''} />
          <DayField label={said.from} name="from" required initial={today} error={fault?.at('from')} />
        </>
      )}
    </FormDialog>
  );
}

/** The field a unit works in from a day on; directives given before keep theirs. */
export function FieldDialog({ unit, onClose }: { unit: Unit; onClose: () => void }) {
  const said = useWords(organisationWords);
  const { today } = useSession();
  const saved = useSaved();
  return (
    <FormDialog
      title={said.setField}
      act={said.setField}
      onClose={onClose}
      onSubmit={async (form) => {
        await call(setUnitField, {
          params: { id: unit.id },
          body: { field: textIn(form)('field') || null, from: textIn(form)('from') },
        });
        await saved();
      }}
    >
      {(fault) => (
        <>
          <p className="quiet">{said.fieldHint}</p>
          <TextField
            label={said.field}
            name="field"
            maxLength={100}
            defaultValue={unit.field ?? ''}
            error={fault?.at('field')}
          />
          <DayField label={said.from} name="from" required initial={today} error={fault?.at('from')} />
        </>
      )}
    </FormDialog>
  );
}
