import { IconPlus, IconX } from '@tabler/icons-react';
import { useId } from 'react';
import { type TaskProfile, TaskType } from '../../domain/tasks/about.ts';
import type { Named } from '../../domain/tasks/change.ts';
import { TaskLevel } from '../../domain/tasks/rules/vocabulary.ts';
import type { ProfileSaid } from '../../features/tasks/contract.ts';
import type { CallFailed } from '../api/call.ts';
import { newId } from '../api/new-id.ts';
import { common } from '../i18n/common.ts';
import { language, useWords } from '../i18n/language.ts';
import { useFields, useUnits } from '../organisation/use-units.ts';
import { ProgrammeField } from '../science-programmes/programme-field.tsx';
import { Button } from '../ui/button.tsx';
import { SelectField, TextArea, TextField } from '../ui/field.tsx';
import { fieldWords } from './field-words.ts';
import { PartnerField } from './partner-field.tsx';
import { formFault } from './sending.ts';
import { taskVocabulary } from './vocabulary.ts';

type Role = TaskProfile['members'][number]['role'];

/** What is typed of a profile; a member not yet chosen has no name. */
export interface ProfileDraft extends Omit<ProfileSaid, 'members' | 'unitId'> {
  unitId: string;
  members: { key: string; named: Named | undefined; role: Role }[];
}

export const emptyProfile: ProfileDraft = {
  ...{ title: '', level: 'province', type: 'topic', field: null, programmeId: null, unitId: '' },
  ...{ orderedBy: null, aims: '', products: '', members: [] },
};

export const profileDraft = ({ unit, members, ...profile }: TaskProfile): ProfileDraft => ({
  ...profile,
  unitId: unit.unitId,
  members: members.map(({ role, ...named }) => ({ key: newId(), named, role })),
});

/** The profile a form says. @throws CallFailed where a unit or a member is not chosen */
export function profileOf({ members, ...draft }: ProfileDraft): ProfileSaid {
  const { required } = common[language()];
  const open = [
    ...(draft.unitId === '' ? ['profile.unitId'] : []),
    ...members.flatMap(({ named }, at) => (named ? [] : [`profile.members.${at}`])),
  ];
  if (open.length > 0) throw formFault(open.map((path) => ({ path, message: required })));
  return {
    ...draft,
    members: members.flatMap(({ named, role }) => (named ? [{ ...named, role }] : [])),
  };
}

/** What a task is: title, kind, unit, aims, products, and who works on it. */
export function ProfileFields({
  draft,
  onDraft,
  fault,
}: {
  draft: ProfileDraft;
  onDraft: (part: Partial<ProfileDraft>) => void;
  fault: CallFailed | null;
}) {
  const said = useWords(fieldWords);
  const names = useWords(taskVocabulary);
  const { data: units = [] } = useUnits();
  const fields = useFields();
  const list = useId();
  return (
    <>
      <TextArea
        label={said.title}
        required
        minLength={5}
        maxLength={1000}
        rows={2}
        value={draft.title}
        onChange={({ target }) => onDraft({ title: target.value })}
        error={fault?.at('profile.title')}
      />
      <div className="row two-fields">
        <SelectField
          label={said.level}
          value={draft.level}
          onChange={({ target }) => onDraft({ level: TaskLevel.parse(target.value) })}
          options={TaskLevel.options.map((value) => ({ value, label: names.level[value] }))}
        />
        <SelectField
          label={said.type}
          value={draft.type}
          onChange={({ target }) => onDraft({ type: TaskType.parse(target.value) })}
          options={TaskType.options.map((value) => ({ value, label: names.type[value] }))}
        />
      </div>
      <div className="row two-fields">
        <SelectField
          label={said.unit}
          required
          value={draft.unitId}
          onChange={({ target }) => onDraft({ unitId: target.value })}
          error={fault?.at('profile.unitId')}
          options={[
            { value: '', label: said.choose },
            ...units.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
        <TextField
          label={said.field}
          list={list}
          maxLength={200}
          value={draft.field ?? ''}
          onChange={({ target }) => onDraft({ field: target.value.trim() === '' ? null : target.value })}
        />
        <datalist id={list}>
          {fields.map((one) => (
            <option key={one} value={one} />
          ))}
        </datalist>
      </div>
      <ProgrammeField
        value={draft.programmeId ?? null}
        onValue={(programmeId) => onDraft({ programmeId })}
        error={fault?.at('profile.programmeId')}
      />
      <PartnerField
        label={said.orderedBy}
        of="organisation"
        value={draft.orderedBy ?? undefined}
        onValue={(orderedBy) => onDraft({ orderedBy: orderedBy ?? null })}
      />
      {(['aims', 'products'] as const).map((name) => (
        <TextArea
          key={name}
          label={said[name]}
          rows={2}
          maxLength={4000}
          value={draft[name] ?? ''}
          onChange={({ target }) => onDraft({ [name]: target.value })}
        />
      ))}
      <Members members={draft.members} onMembers={(members) => onDraft({ members })} fault={fault} />
    </>
  );
}

function Members({
  members,
  onMembers,
  fault,
}: {
  members: ProfileDraft['members'];
  onMembers: (members: ProfileDraft['members']) => void;
  fault: CallFailed | null;
}) {
  const said = useWords(fieldWords);
  const { member: roles } = useWords(taskVocabulary);
  const set = (key: string, part: Partial<ProfileDraft['members'][number]>) =>
    onMembers(members.map((one) => (one.key === key ? { ...one, ...part } : one)));
  return (
    <fieldset className="field">
      <legend>{said.members}</legend>
      {members.map(({ key, named, role }, at) => (
        <div key={key} className="card padded stack tight">
          <PartnerField
            label={said.member}
            of="person"
            value={named}
            onValue={(next) => set(key, { named: next })}
            error={fault?.at(`profile.members.${at}`)}
          />
          <div className="row apart">
            <SelectField
              label={said.role}
              value={role}
              onChange={({ target }) => set(key, { role: target.value as Role })}
              options={Object.entries(roles).map(([value, label]) => ({ value, label }))}
            />
            <Button
              kind="bare"
              className="small"
              onClick={() => onMembers(members.filter((one) => one.key !== key))}
            >
              <IconX size={16} aria-hidden /> {said.drop}
            </Button>
          </div>
        </div>
      ))}
      <Button
        className="small start"
        onClick={() => onMembers([...members, { key: newId(), named: undefined, role: 'main' }])}
      >
        <IconPlus size={16} aria-hidden /> {said.addMember}
      </Button>
    </fieldset>
  );
}
