import { type ReactNode, useState } from 'react';
import { BoardRole } from '../../domain/science-programmes/facts.ts';
import { TaskLevel } from '../../domain/tasks/rules/vocabulary.ts';
import {
  openScienceProgramme,
  recordScienceProgramme,
  type ScienceProgramme,
  type ScienceProgrammeSaid,
} from '../../features/science-programmes/contract.ts';
import { type CallFailed, call } from '../api/call.ts';
import { useSession } from '../api/client.ts';
import { newId } from '../api/new-id.ts';
import { showNumber } from '../i18n/format.ts';
import { useWords } from '../i18n/language.ts';
import { linesOf } from '../planning/lines.ts';
import { DayAndDocument } from '../tasks/document-fields.tsx';
import { moneyTyped } from '../tasks/money.ts';
import { documentIn, formFault, lookAtTasks } from '../tasks/sending.ts';
import { taskVocabulary } from '../tasks/vocabulary.ts';
import { DayField } from '../ui/day-field.tsx';
import { SelectField, TextArea, TextField } from '../ui/field.tsx';
import { textIn } from '../ui/form.ts';
import { FormDialog } from '../ui/form-dialog.tsx';
import { say } from '../ui/toast.tsx';
import { scienceProgrammeWords } from './words.ts';

type Text = ReturnType<typeof textIn>;

interface Acting {
  programme: ScienceProgramme;
  onClose: () => void;
}

/** A form that records something of a programme, with its day and document. */
function RecordDialog({
  programme,
  saidIn,
  children,
  ...dialog
}: Acting & {
  title: string;
  act: string;
  saidIn: (text: Text) => ScienceProgrammeSaid;
  children: (fault: CallFailed | null) => ReactNode;
}) {
  const { recorded } = useWords(scienceProgrammeWords);
  const { id, version } = programme;
  return (
    <FormDialog
      {...dialog}
      onSubmit={async (form) => {
        const text = textIn(form);
        const body = { said: saidIn(text), on: text('on'), restsOn: documentIn(form) };
        await call(recordScienceProgramme, { params: { id }, body }, { version });
        say(recorded);
        await lookAtTasks();
      }}
    >
      {(fault) => (
        <>
          {children(fault)}
          <DayAndDocument fault={fault} />
        </>
      )}
    </FormDialog>
  );
}

/** The frame of a programme: a new one, or one said anew. @param onDone its id */
export function FrameDialog({
  programme,
  onDone,
  onClose,
}: {
  programme?: ScienceProgramme;
  onDone?: (id: string) => void;
  onClose: () => void;
}) {
  const said = useWords(scienceProgrammeWords);
  const [key] = useState(newId);
  const profileIn = (text: Text) => ({
    ...{ code: text('code'), name: text('name'), level: TaskLevel.parse(text('level')) },
    ...{ from: text('from'), to: text('to'), aims: text('aims'), products: text('products') },
    indicators: linesOf(text('indicators')).map((line) => {
      const [name = '', ...target] = line.split(':');
      return { name: name.trim(), target: target.join(':').trim() };
    }),
    stateMoney: moneyIn(text('stateMoney'), said.badMoney),
  });
  const fields = (fault: CallFailed | null) => (
    <FrameFields
      programme={programme}
      at={(path) => fault?.at(`said.profile.${path}`) ?? fault?.at(`profile.${path}`)}
    />
  );
  if (programme)
    return (
      <RecordDialog
        {...{ programme, onClose }}
        title={said.edit}
        act={said.editAct}
        saidIn={(text) => ({ kind: 'described', profile: profileIn(text) })}
      >
        {fields}
      </RecordDialog>
    );
  return (
    <FormDialog
      title={said.open}
      act={said.openAct}
      onClose={onClose}
      onSubmit={async (form) => {
        const text = textIn(form);
        const body = { profile: profileIn(text), on: text('on'), restsOn: documentIn(form) };
        const { id } = await call(openScienceProgramme, { body }, { key });
        say(said.opened);
        await lookAtTasks();
        onDone?.(id);
      }}
    >
      {(fault) => (
        <>
          {fields(fault)}
          <DayAndDocument fault={fault} />
        </>
      )}
    </FormDialog>
  );
}

/** Đồng as typed; nothing where nothing is. @throws CallFailed where it is no number */
function moneyIn(typed: string, message: string): number | null {
  if (typed === '') return null;
  const money = moneyTyped(typed);
  if (money === null) throw formFault([{ path: 'profile.stateMoney', message }]);
  return money;
}

function FrameFields({
  programme,
  at,
}: {
  programme: ScienceProgramme | undefined;
  at: (path: string) => string | undefined;
}) {
  const said = useWords(scienceProgrammeWords);
  const { level } = useWords(taskVocabulary);
  const profile = programme?.profile;
  return (
    <>
      <TextField
        label={said.code}
        name="code"
        required
        hint={said.codeHint}
        defaultValue={profile?.code}
        error={at('code')}
      />
      <TextArea
        label={said.name}
        name="name"
        required
        rows={2}
        defaultValue={profile?.name}
        error={at('name')}
      />
      <SelectField
        label={said.level}
        name="level"
        defaultValue={profile?.level ?? 'province'}
        options={TaskLevel.options.map((value) => ({ value, label: level[value] }))}
      />
      <div className="row two-fields">
        <DayField label={said.from} name="from" required initial={profile?.from} error={at('from')} />
        <DayField label={said.to} name="to" required initial={profile?.to} error={at('to')} />
      </div>
      <TextArea label={said.aims} name="aims" rows={3} defaultValue={profile?.aims} error={at('aims')} />
      <TextArea
        label={said.products}
        name="products"
        rows={3}
        defaultValue={profile?.products}
        error={at('products')}
      />
      <TextArea
        label={said.indicators}
        name="indicators"
        rows={3}
        hint={said.indicatorsHint}
        defaultValue={profile?.indicators.map(({ name, target }) => `${name}: ${target}`).join('\n')}
        error={at('indicators.0.target') ?? at('indicators.0.name')}
      />
      <TextField
        label={said.stateMoney}
        name="stateMoney"
        inputMode="numeric"
        defaultValue={profile?.stateMoney == null ? '' : showNumber(profile.stateMoney)}
        error={at('stateMoney')}
      />
    </>
  );
}

/** Who leads the programme now, a field for each seat with a name a line. */
export function BoardDialog({ programme, onClose }: Acting) {
  const said = useWords(scienceProgrammeWords);
  const known = (role: BoardRole) => programme.board.filter((one) => one.role === role);
  return (
    <RecordDialog
      {...{ programme, onClose }}
      title={said.nameBoard}
      act={said.nameBoardAct}
      saidIn={(text) => ({
        kind: 'boardNamed',
        members: BoardRole.options.flatMap((role) =>
          linesOf(text(role)).map((name) => {
            const before = programme.board.find((one) => one.name === name);
            return { id: before?.id ?? null, name, role };
          }),
        ),
      })}
    >
      {() =>
        BoardRole.options.map((role) => (
          <TextArea
            key={role}
            label={said.boardLines(said.role[role])}
            name={role}
            rows={role === 'member' ? 4 : 2}
            hint={said.boardHint}
            defaultValue={known(role)
              .map(({ name }) => name)
              .join('\n')}
          />
        ))
      }
    </RecordDialog>
  );
}

/** What the programme came to in a year. */
export function ReportDialog({ programme, onClose }: Acting) {
  const said = useWords(scienceProgrammeWords);
  const { today } = useSession();
  return (
    <RecordDialog
      {...{ programme, onClose }}
      title={said.report}
      act={said.reportAct}
      saidIn={(text) => ({ kind: 'reported', year: Number(text('year')), words: text('words') })}
    >
      {(fault) => (
        <>
          <TextField
            label={said.year}
            name="year"
            required
            inputMode="numeric"
            defaultValue={today.slice(0, 4)}
            error={fault?.at('said.year')}
          />
          <TextArea label={said.words} name="words" required rows={5} error={fault?.at('said.words')} />
        </>
      )}
    </RecordDialog>
  );
}
