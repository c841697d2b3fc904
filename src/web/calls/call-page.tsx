import { IconCalendarPlus, IconFileText, IconLockOpen } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import {
  type Call,
  extendCall,
  getCall,
  publicNotice,
  readDossierFile,
} from '../../features/calls/contract.ts';
import { recordStep } from '../../features/tasks/contract.ts';
import { addressOf, call } from '../api/call.ts';
import { client, useMay, useSession } from '../api/client.ts';
import { showBytes, showDay, showMoment } from '../i18n/format.ts';
import { useWords } from '../i18n/language.ts';
import { RulesCited } from '../tasks/rule-link.tsx';
import { AbleButton } from '../ui/able-button.tsx';
import { Button } from '../ui/button.tsx';
import { DayField } from '../ui/day-field.tsx';
import { SelectField, TextArea, TextField } from '../ui/field.tsx';
import { FormDialog } from '../ui/form-dialog.tsx';
import { Failed, Skeleton } from '../ui/state.tsx';
import { useTitle } from '../ui/title.ts';
import { say } from '../ui/toast.tsx';
import { callWords } from './words.ts';
import './calls.css';

const lookAgain = () => client.invalidateQueries({ queryKey: ['tasks'] });
const textIn = (form: FormData) => (name: string) => String(form.get(name) ?? '').trim();

/** One call: its notice, its tasks, what came in and, once opened, what it says. */
export function CallPage() {
  const said = useWords(callWords);
  const { id = '' } = useParams({ strict: false });
  const [extending, setExtending] = useState(false);
  const shown = useQuery({
    queryKey: ['tasks', 'calls', id],
    queryFn: ({ signal }) => call(getCall, { params: { id } }, { signal }),
  });
  const one = shown.data;
  useTitle(one?.title ?? said.title);
  if (shown.isError) return <Failed error={shown.error} retry={() => void shown.refetch()} />;
  if (!one) return <Skeleton rows={8} height={60} />;
  return (
    <div className="page">
      <nav className="crumbs">
        <Link to="/calls">{said.back}</Link>
      </nav>
      <header className="page-head">
        <div>
          <h1>{one.title}</h1>
          <p className="row">
            <span className={`badge ${one.open ? 'fine' : ''}`}>
              {one.open ? said.isOpen : said.isClosed}
            </span>
            <span>
              {one.number} · {said.mode[one.mode]}
            </span>
            <span>
              {said.closes(showDay(one.closesOn))}
              {one.closesOn !== one.firstClosesOn && ` (${said.extendedFrom(showDay(one.firstClosesOn))})`}
            </span>
          </p>
        </div>
        <AbleButton ability={one.abilities.extend} onClick={() => setExtending(true)}>
          <IconCalendarPlus size={18} aria-hidden /> {said.extend}
        </AbleButton>
      </header>
      <Notices of={one} />
      {one.rules.length > 0 && (
        <details className="small">
          <summary>{said.decidedBy}</summary>
          <RulesCited rules={one.rules} />
        </details>
      )}
      <p className="quiet">{said.sealed}</p>
      <ul className="plain stack">
        {one.items.map((item) => (
          <li key={item.taskId} className="card padded stack">
            <CalledTask of={one} item={item} />
          </li>
        ))}
      </ul>
      {extending && <ExtendDialog of={one} onClose={() => setExtending(false)} />}
    </div>
  );
}

/** The notices to take away: of the call and of each extension. */
function Notices({ of: { id, extensions } }: { of: Call }) {
  const said = useWords(callWords);
  const link = (format: 'pdf' | 'docx', extension?: number) =>
    addressOf(publicNotice, { params: { id }, query: { format, extension } });
  return (
    <p className="row">
      {(['pdf', 'docx'] as const).map((format) => (
        <a key={format} className="button" href={link(format)} download>
          <IconFileText size={18} aria-hidden /> {said.notice} ({format})
        </a>
      ))}
      {extensions.map(({ number }, at) => (
        <a key={number} className="button" href={link('pdf', at + 1)} download>
          <IconFileText size={18} aria-hidden /> {said.noticeOf(number)}
        </a>
      ))}
    </p>
  );
}

type Item = Call['items'][number];

function CalledTask({ of, item }: { of: Call; item: Item }) {
  const said = useWords(callWords);
  const may = useMay();
  const [opening, setOpening] = useState(false);
  return (
    <>
      <div className="row apart">
        <h2>{item.title}</h2>
        <strong>{said.dossiers(item.count)}</strong>
      </div>
      {item.openedOn === null ? (
        <div className="row">
          {of.open && <span className="quiet">{said.sealedUntil(showDay(of.closesOn))}</span>}
          {!of.open && may('task.record') && (
            <Button onClick={() => setOpening(true)}>
              <IconLockOpen size={18} aria-hidden /> {said.openDossiers}
            </Button>
          )}
        </div>
      ) : (
        <p className="quiet">{said.openedOn(showDay(item.openedOn))}</p>
      )}
      {item.dossiers.map((dossier) => (
        <Opened key={dossier.id} callId={of.id} dossier={dossier} />
      ))}
      {opening && <OpeningDialog item={item} onClose={() => setOpening(false)} />}
    </>
  );
}

/** A dossier after the opening. */
function Opened({ callId, dossier }: { callId: string; dossier: Item['dossiers'][number] }) {
  const said = useWords(callWords);
  const { host, receipt, filedAt, content, files } = dossier;
  return (
    <details className="dossier">
      <summary>
        <strong>{host.name}</strong> · {receipt} · {showMoment(filedAt)}
      </summary>
      <dl className="facts">
        <dt>{said.investigator}</dt>
        <dd>{content.investigator?.name}</dd>
        <dt>{said.aims}</dt>
        <dd className="lines">{content.aims}</dd>
        <dt>{said.content}</dt>
        <dd className="lines">{content.content}</dd>
        <dt>{said.products}</dt>
        <dd className="lines">{content.products || '—'}</dd>
        <dt>{said.time}</dt>
        <dd>{content.months !== null && said.months(content.months)}</dd>
        <dt>{said.files}</dt>
        <dd>
          <ul className="plain">
            {files.map(({ id, name, bytes }) => (
              <li key={id}>
                <a href={addressOf(readDossierFile, { params: { id: callId, fileId: id } })} download>
                  {name}
                </a>{' '}
                <span className="quiet">{showBytes(bytes)}</span>
              </li>
            ))}
          </ul>
        </dd>
      </dl>
    </details>
  );
}

function ExtendDialog({ of: { id }, onClose }: { of: Call; onClose: () => void }) {
  const said = useWords(callWords);
  const submit = async (form: FormData) => {
    const text = textIn(form);
    const body = { number: text('number'), closesOn: text('closesOn'), reason: text('reason') };
    await call(extendCall, { params: { id }, body });
    say(said.extended);
    await lookAgain();
  };
  return (
    <FormDialog title={said.extend} act={said.extend} onClose={onClose} onSubmit={submit}>
      {(fault) => (
        <>
          <TextField
            label={said.number}
            hint={said.numberHint}
            name="number"
            required
            error={fault?.at('number')}
          />
          <DayField label={said.closesOn} name="closesOn" required error={fault?.at('closesOn')} />
          <TextArea label={said.reason} name="reason" required rows={2} error={fault?.at('reason')} />
        </>
      )}
    </FormDialog>
  );
}

/** Records that the dossiers of a task were opened: from then on what they say is seen. */
function OpeningDialog({ item, onClose }: { item: Item; onClose: () => void }) {
  const said = useWords(callWords);
  const { today } = useSession();
  const submit = async (form: FormData) => {
    const text = textIn(form);
    const outcome = text('outcome') === 'valid' ? ('valid' as const) : ('none' as const);
    const body = { on: text('on'), event: { kind: 'opened' as const, outcome } };
    await call(recordStep, { params: { id: item.taskId }, body });
    say(said.dossiersOpened);
    await lookAgain();
  };
  return (
    <FormDialog
      title={said.openDossiersOf(item.title)}
      act={said.openDossiers}
      onClose={onClose}
      onSubmit={submit}
    >
      {(fault) => (
        <>
          <DayField label={said.on} name="on" required initial={today} error={fault?.at('on')} />
          <SelectField
            label={said.outcome}
            name="outcome"
            defaultValue={item.count > 0 ? 'valid' : 'none'}
            options={[
              { value: 'valid', label: said.valid },
              { value: 'none', label: said.noneValid },
            ]}
          />
        </>
      )}
    </FormDialog>
  );
}
