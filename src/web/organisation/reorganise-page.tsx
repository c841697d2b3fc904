import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Placement } from '../../domain/organisation/reorganisation.ts';
import {
  previewReorganisation,
  type ReorganisationRecord,
  reorganise,
} from '../../features/reorganisation/contract.ts';
import { CallFailed, call } from '../api/call.ts';
import { client, useSession } from '../api/client.ts';
import { useWords } from '../i18n/language.ts';
import { Button } from '../ui/button.tsx';
import { useUnsavedGuard } from '../ui/guard.ts';
import { Failed, Skeleton } from '../ui/state.tsx';
import { useTitle } from '../ui/title.ts';
import { useTrying } from '../ui/trying.ts';
import { HandOverLink } from './changes-tab.tsx';
import { overTimeWords } from './over-time-words.ts';
import { actOf, type Draft, emptyDraft } from './reorganise-draft.ts';
import { DecisionStep, UnitsStep } from './reorganise-form.tsx';
import { ReorganisationReview } from './reorganise-review.tsx';
import { useUnits } from './use-units.ts';
import { organisationWords } from './words.ts';
import './organisation.css';

/** Units and kind, day and decision, then everything that moves is reviewed, and it is done once. */
export function ReorganisePage() {
  const said = useWords(overTimeWords);
  const { title } = useWords(organisationWords);
  const { today } = useSession();
  const [draft, setDraft] = useState<Draft>(() => emptyDraft(today));
  const [reviewing, setReviewing] = useState(false);
  const [done, setDone] = useState<ReorganisationRecord | null>(null);
  useTitle(said.reorganise);
  useUnsavedGuard(draft.sources.length > 0 && done === null);
  return (
    <div className="page">
      <header>
        <p className="crumbs">
          <Link to="/organisation" search={{ tab: 'changes' }} activeOptions={{ exact: true }}>
            {title}
          </Link>
        </p>
        <h1>{said.reorganise}</h1>
      </header>
      {done ? (
        <Done record={done} />
      ) : reviewing ? (
        <Review draft={draft} onEdit={() => setReviewing(false)} onDone={setDone} />
      ) : (
        <Form
          draft={draft}
          change={(part) => setDraft((before) => ({ ...before, ...part }))}
          onReview={() => setReviewing(true)}
        />
      )}
    </div>
  );
}

function Form({
  draft,
  change,
  onReview,
}: {
  draft: Draft;
  change: (part: Partial<Draft>) => void;
  onReview: () => void;
}) {
  const said = useWords(overTimeWords);
  const units = useUnits();
  if (units.isPending) return <Skeleton rows={8} />;
  if (units.isError) return <Failed error={units.error} retry={() => void units.refetch()} />;
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        onReview();
      }}
    >
      <section className="card padded stack">
        <h2>{said.stepUnits}</h2>
        <UnitsStep draft={draft} change={change} units={units.data} />
      </section>
      <section className="card padded stack">
        <h2>{said.stepDecision}</h2>
        <DecisionStep draft={draft} change={change} />
      </section>
      <div className="row">
        <Button type="submit" kind="primary" disabled={draft.sources.length === 0}>
          {said.preview}
        </Button>
      </div>
    </form>
  );
}

function Review({
  draft,
  onEdit,
  onDone,
}: {
  draft: Draft;
  onEdit: () => void;
  onDone: (record: ReorganisationRecord) => void;
}) {
  const said = useWords(overTimeWords);
  const [placements, setPlacements] = useState<readonly Placement[]>([]);
  const [sure, setSure] = useState(false);
  const { busy, error, run } = useTrying();
  const body = actOf(draft, placements);
  const preview = useQuery({
    queryKey: ['reorganise', body],
    queryFn: () => call(previewReorganisation, { body }),
    placeholderData: (before) => before,
    retry: false,
    staleTime: 0,
  });
  const place = (placement: Placement) => {
    setSure(false);
    setPlacements((before) => {
      const own = before.find(({ record, id }) => record === placement.record && id === placement.id);
      return [...before.filter((one) => one !== own), { ...own, ...placement }];
    });
  };
  const doIt = () =>
    run(async () => {
      const record = await call(reorganise, { body });
      await client.invalidateQueries();
      onDone(record);
    });
  return (
    <>
      <section className="stack">
        <div className="row apart">
          <h2>{said.stepReview}</h2>
          <Button onClick={onEdit}>{said.edit}</Button>
        </div>
        {preview.isPending && <Skeleton rows={8} />}
        {preview.isError && <Refusals error={preview.error} />}
        {preview.data && !preview.isError && (
          <ReorganisationReview preview={preview.data} place={place} act={body} />
        )}
      </section>
      {preview.data?.notYet && <p className="notice soon">{preview.data.notYet}</p>}
      {preview.data && !preview.isError && preview.data.notYet === null && (
        <section className="card padded stack">
          <label className="check">
            <input type="checkbox" checked={sure} onChange={(event) => setSure(event.target.checked)} />
            {said.sure}
          </label>
          {error !== null && <Failed error={error} />}
          <div className="row">
            <Button
              kind="primary"
              busy={busy}
              disabled={!sure || preview.isFetching}
              onClick={() => void doIt()}
            >
              {said.doIt(said.kinds[draft.kind])}
            </Button>
          </div>
        </section>
      )}
    </>
  );
}

/** Every reason at once, so that one correction is enough. */
function Refusals({ error }: { error: unknown }) {
  const errors = error instanceof CallFailed ? (error.problem.errors ?? []) : [];
  return (
    <>
      <Failed error={error} />
      {errors.length > 1 && (
        <ul>
          {errors.map(({ path, message }) => (
            <li key={`${path}${message}`}>{message}</li>
          ))}
        </ul>
      )}
    </>
  );
}

function Done({ record }: { record: ReorganisationRecord }) {
  const said = useWords(overTimeWords);
  return (
    <section className="card padded stack" role="status">
      <h2>{said.done}</h2>
      <ul className="plain">
        {record.lines.map(({ from, to }) => (
          <li key={`${from}${to}`}>
            {from} → <strong>{to}</strong>
          </li>
        ))}
      </ul>
      <p>{said.moved(record.directives)}</p>
      {record.directives > 0 && <HandOverLink change={record} />}
      <p>
        <Link to="/organisation" search={{}} activeOptions={{ exact: true }}>
          {said.seeUnits}
        </Link>
      </p>
    </section>
  );
}
