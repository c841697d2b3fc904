import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { DossierContent } from '../../domain/calls/dossier.ts';
import { type Dossier, getDossier, submitDossier, withdrawDossier } from '../../features/portal/contract.ts';
import type { AttachedFile } from '../../features/task-files/contract.ts';
import { CallFailed, call } from '../api/call.ts';
import { client } from '../api/client.ts';
import { showDay, showMoment } from '../i18n/format.ts';
import { useLanguage, useWords } from '../i18n/language.ts';
import { WholeField } from '../tasks/money-field.tsx';
import { Button } from '../ui/button.tsx';
import { TextArea, TextField } from '../ui/field.tsx';
import { FormDialog } from '../ui/form-dialog.tsx';
import { useUnsavedGuard } from '../ui/guard.ts';
import { Failed, Skeleton } from '../ui/state.tsx';
import { useTitle } from '../ui/title.ts';
import { say } from '../ui/toast.tsx';
import { useTrying } from '../ui/trying.ts';
import { DossierPartners } from './dossier-partners.tsx';
import { Filed, Filings } from './filings.tsx';
import { Gates } from './gates.tsx';
import { portalKey } from './home-page.tsx';
import { OwnAttachments } from './own-attachments.tsx';
import { useAutosave } from './use-autosave.ts';
import { portalWords, timeLeft } from './words.ts';

/** One dossier: what is written, what goes along, what was filed. */
export function DossierPage() {
  const { id = '' } = useParams({ strict: false });
  const said = useWords(portalWords);
  const shown = useQuery({
    queryKey: [...portalKey, 'dossier', id],
    queryFn: ({ signal }) => call(getDossier, { params: { id } }, { signal }),
    // What is typed must not be pulled from under the hands.
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
  useTitle(shown.data?.task.title ?? said.dossier);
  if (shown.isError) return <Failed error={shown.error} retry={() => void shown.refetch()} />;
  return shown.data ? <Desk key={id} first={shown.data} /> : <Skeleton rows={8} height={60} />;
}

function Desk({ first }: { first: Dossier }) {
  const said = useWords(portalWords);
  const desk = useAutosave(first);
  const { known, content, change } = desk;
  const [files, setFiles] = useState<AttachedFile[]>(first.files);
  const [sending, setSending] = useState(false);
  const { busy, error, run } = useTrying();
  const fault = error instanceof CallFailed ? error : null;
  useUnsavedGuard(desk.unsaved);
  const locked = known.possible.save !== true;
  const attach = (all: AttachedFile[]) => {
    setFiles(all);
    change({ files: all.map(({ id }) => id) });
  };
  const submit = () =>
    run(async () => {
      const settled = await desk.settle();
      if (!settled) return;
      desk.take(await call(submitDossier, { params: { id: known.id } }, { version: settled.version }));
      say(said.submitted);
      await client.invalidateQueries({ queryKey: portalKey, refetchType: 'none' });
    });
  return (
    <div className="stack">
      <nav className="crumbs">
        <Link to="/portal">{said.home}</Link>
      </nav>
      <Head dossier={known} />
      <Filed dossier={known} />
      {!locked && <SavedLine desk={desk} />}
      <Gates gates={known.gates} />
      {desk.theirs && <Conflict desk={desk} theirs={desk.theirs} onTaken={setFiles} />}
      {desk.error !== null && <Failed error={desk.error} />}
      {error !== null && <Failed error={error} />}
      <fieldset className="stack dossier-form" disabled={locked}>
        <Fields content={content} change={change} fault={fault} />
        <OwnAttachments files={files} onChange={attach} onSending={setSending} disabled={locked} />
      </fieldset>
      <div className="row">
        {known.possible.submit === true ? (
          <Button kind="primary" busy={busy} disabled={sending} onClick={() => void submit()}>
            {known.filings.some(({ valid }) => valid) ? said.submitAgain : said.submit}
          </Button>
        ) : (
          <p className="notice soon">{known.possible.submit}</p>
        )}
        <Withdraw dossier={known} onDone={desk.take} />
      </div>
      <Filings dossier={known} />
    </div>
  );
}

function Head({ dossier: { call: of, task, closesAt, now, possible } }: { dossier: Dossier }) {
  const said = useWords(portalWords);
  const language = useLanguage();
  const left = timeLeft(Date.parse(closesAt) - Date.parse(now), language);
  return (
    <header>
      <h1>{task.title}</h1>
      <p className="quiet">
        {of.number} ·{' '}
        {possible.save === true
          ? `${said.until(`24:00 ${showDay(of.closesOn)}`)}, ${said.leftOf(left)}`
          : said.closed}
      </p>
    </header>
  );
}

type Desk = ReturnType<typeof useAutosave>;

function SavedLine({ desk: { known, saving, unsaved } }: { desk: Desk }) {
  const said = useWords(portalWords);
  return (
    <p className="saved-line small" role="status">
      {saving
        ? said.saving
        : unsaved
          ? said.unsaved
          : said.saved(showMoment(known.changedAt), known.changedBy)}
    </p>
  );
}

const compared = [
  'investigator',
  'aims',
  'content',
  'products',
  'note',
  'months',
  'stateMoney',
  'otherMoney',
  'partners',
  'files',
] as const;

/** A colleague saved in between: both versions are there until one is chosen. */
function Conflict({
  desk,
  theirs,
  onTaken,
}: {
  desk: Desk;
  theirs: Dossier;
  onTaken: (files: AttachedFile[]) => void;
}) {
  const said = useWords(portalWords);
  const parts = compared.filter(
    (part) => JSON.stringify(theirs.content[part]) !== JSON.stringify(desk.content[part]),
  );
  return (
    <div className="notice soon" role="alert">
      <p>{said.conflict(theirs.changedBy)}</p>
      <p>
        {said.differs}: {parts.map((part) => said[part]).join(', ')}
      </p>
      <p className="row">
        <Button onClick={() => void desk.keepMine()}>{said.keepMine}</Button>
        <Button
          onClick={() => {
            onTaken(theirs.files);
            desk.takeTheirs();
          }}
        >
          {said.takeTheirs}
        </Button>
      </p>
    </div>
  );
}

function Fields({
  content,
  change,
  fault,
}: {
  content: DossierContent;
  change: (part: Partial<DossierContent>) => void;
  fault: CallFailed | null;
}) {
  const said = useWords(portalWords);
  const number = (name: 'months' | 'stateMoney' | 'otherMoney') => (
    <WholeField
      label={said[name]}
      money={name !== 'months'}
      optional
      value={content[name] ?? undefined}
      error={fault?.at(name)}
      onValue={(value) => change({ [name]: value ?? null })}
    />
  );
  const text = (name: 'aims' | 'content' | 'products' | 'note', rows: number) => (
    <TextArea
      label={said[name]}
      rows={rows}
      value={content[name]}
      error={fault?.at(name)}
      onChange={(event) => change({ [name]: event.target.value })}
    />
  );
  return (
    <>
      <TextField
        label={said.investigator}
        hint={said.investigatorHint}
        value={content.investigator?.name ?? ''}
        error={fault?.at('investigator')}
        onChange={(event) => {
          const name = event.target.value;
          change({ investigator: name.trim() === '' ? null : { id: null, name } });
        }}
      />
      <DossierPartners
        partners={content.partners}
        onChange={(partners) => change({ partners })}
        fault={fault}
      />
      {text('aims', 4)}
      {text('content', 8)}
      {text('products', 4)}
      <div className="row two-fields">
        {number('months')}
        {number('stateMoney')}
        {number('otherMoney')}
      </div>
      {text('note', 2)}
    </>
  );
}

function Withdraw({ dossier, onDone }: { dossier: Dossier; onDone: (dossier: Dossier) => void }) {
  const said = useWords(portalWords);
  const [asking, setAsking] = useState(false);
  if (dossier.possible.withdraw !== true) return null;
  const withdraw = async (form: FormData) => {
    const body = { reason: String(form.get('reason')).trim() };
    onDone(await call(withdrawDossier, { params: { id: dossier.id }, body }));
    say(said.withdrawn);
    await client.invalidateQueries({ queryKey: portalKey, refetchType: 'none' });
  };
  return (
    <>
      <Button onClick={() => setAsking(true)}>{said.withdraw}</Button>
      {asking && (
        <FormDialog
          title={said.withdraw}
          act={said.withdraw}
          onClose={() => setAsking(false)}
          onSubmit={withdraw}
        >
          {(fault) => (
            <TextArea
              label={said.withdrawReason}
              name="reason"
              required
              rows={2}
              error={fault?.at('reason')}
            />
          )}
        </FormDialog>
      )}
    </>
  );
}
