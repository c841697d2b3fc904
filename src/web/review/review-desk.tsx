import { useCallback, useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { Span } from '../../domain/deadlines/deadline.ts';
import { confirmReview, type Review } from '../../features/intake/contract.ts';
import { CallFailed, call } from '../api/call.ts';
import { useSession } from '../api/client.ts';
import { useWords } from '../i18n/language.ts';
import { useKeys } from '../ui/keys.ts';
import { say } from '../ui/toast.tsx';
import { DropDialog, KeysDialog, ReadAgainDialog } from './dialogs.tsx';
import { HeadFields } from './head-fields.tsx';
import { newId } from './keeping.ts';
import { KeyBar } from './key-bar.tsx';
import { LineList } from './line-list.tsx';
import { type Filter, inFilter, needsLook, stateOf } from './line-state.ts';
import { UnsavedNotices, Warnings } from './notices.tsx';
import type { Confirmed } from './outcome.tsx';
import { ReviewHead } from './review-head.tsx';
import { SourcePane } from './source-pane.tsx';
import { useLeaveField } from './use-leave-field.ts';
import { useLineActs } from './use-line-acts.ts';
import type { ReviewDesk } from './use-review.ts';
import { reviewWords } from './words.ts';

interface DeskProps {
  desk: ReviewDesk;
  review: Review;
  confirmed: (result: Confirmed) => void;
  readAgain: () => void;
  drop: (reason: string) => void;
}

type Open = 'help' | 'drop' | 'read-again' | null;

/** The document on one side, its tasks on the other, and everything to put them right by hand or by key. */
export function ReviewDeskView({ desk, review, ...props }: DeskProps) {
  const { abilities } = review.intake;
  const mayChange = abilities.edit === true;
  const said = useWords(reviewWords);
  const { user, today } = useSession();
  const first = review.lines.find(needsLook) ?? review.lines[0];
  const [chosen, setChosen] = useState<string | null>(isNarrow() ? null : (first?.id ?? null));
  const [filter, setFilter] = useState<Filter>('all');
  const [splitting, setSplitting] = useState(false);
  const [detailed, setDetailed] = useState(false);
  const [editingHead, setEditingHead] = useState(false);
  const [look, setLook] = useState<Span | null>(null);
  const [side, setSide] = useState<'text' | 'tasks'>('tasks');
  const [open, setOpen] = useState<Open>(null);
  const focus = useCallback((id: string | null) => {
    setChosen(id);
    setSplitting(false);
    setLook(null);
  }, []);
  const focusFromText = useCallback(
    (id: string) => {
      focus(id);
      setSide('tasks');
    },
    [focus],
  );
  const focused = useStillThere(review, chosen);
  useLeaveField();
  const lines = review.lines.filter((line) => inFilter(line, filter) || line.id === focused);
  // At once: the next key typed already belongs to the field.
  const goToField = (field: string) => {
    flushSync(() => {
      setSide('tasks');
      if (!['lead', 'deadline'].includes(field)) setDetailed(true);
    });
    document.querySelector<HTMLElement>(`.line-editor [data-field="${field}"]`)?.focus();
  };
  const { acts, step, nextDoubtful, withFocused, add, changeHead, undo } = useLineActs({
    lines,
    focused,
    focus,
    act: desk.act,
    setSplitting,
    goToField,
  });
  const doubtful = useMemo(() => new Set(review.lines.filter(needsLook).map(({ id }) => id)), [review.lines]);
  const kept = review.lines.filter(({ mark }) => mark !== 'dropped');
  const counts = { total: kept.length, doubtful: doubtful.size, clear: kept.length - doubtful.size };
  const confirmation = useConfirmation(
    desk,
    review,
    () => {
      setFilter('all');
      setSide('tasks');
      nextDoubtful((line) => stateOf(line) === 'question');
    },
    props.confirmed,
  );
  useKeys({
    j: () => step(1),
    k: () => step(-1),
    ArrowDown: () => step(1),
    ArrowUp: () => step(-1),
    n: () => nextDoubtful(needsLook),
    u: () => goToField('lead'),
    d: () => goToField('deadline'),
    c: () => goToField('coordinating'),
    p: () => goToField('product'),
    '/': () => document.querySelector<HTMLElement>('[data-field="find"]')?.focus(),
    '?': () => setOpen('help'),
    Escape: () => setSplitting(false),
    ...(mayChange && {
      Enter: () => withFocused(acts.accept),
      s: () => setSplitting(true),
      m: () => withFocused(acts.merge),
      x: () => withFocused(acts.toggleDropped),
      z: undo,
    }),
  });
  return (
    <div className="review" data-side={side}>
      <ReviewHead
        review={review}
        unsaved={desk.unsaved}
        counts={counts}
        filter={filter}
        setFilter={setFilter}
        editing={editingHead}
        setEditing={setEditingHead}
        userId={user.id}
        confirm={confirmation.confirm}
        busy={confirmation.busy}
        readAgain={() => setOpen('read-again')}
        drop={() => setOpen('drop')}
        help={() => setOpen('help')}
      />
      {mayChange || <p className="quiet small">{said.viewOnly}</p>}
      {editingHead && (
        <HeadFields
          head={review.head}
          readOnly={!mayChange}
          change={(fields) => changeHead(review.head, fields)}
        />
      )}
      <UnsavedNotices unsaved={desk.unsaved} outbox={desk.outbox} />
      <Warnings
        warnings={review.warnings}
        look={(span) => {
          setLook(span);
          setSide('text');
        }}
      />
      <div className="side-tabs">
        <button type="button" aria-pressed={side === 'text'} onClick={() => setSide('text')}>
          {said.text}
        </button>
        <button type="button" aria-pressed={side === 'tasks'} onClick={() => setSide('tasks')}>
          {said.tasks} ({counts.total})
        </button>
      </div>
      <div className="review-panes">
        <SourcePane
          review={review}
          focused={focused}
          focus={focusFromText}
          doubtful={doubtful}
          look={look}
          add={mayChange ? add : null}
          reset={
            mayChange && focused !== null
              ? (span) => withFocused((line) => acts.change(line, { spans: [span] }))
              : null
          }
        />
        <section className="pane lines-pane" aria-label={said.taskCount(counts.total)}>
          <LineList
            lines={lines}
            numberOf={(line) => review.lines.indexOf(line) + 1}
            text={review.text}
            today={today}
            focused={focused}
            focus={focus}
            acts={acts}
            readOnly={!mayChange}
            splitting={splitting && mayChange}
            setSplitting={setSplitting}
            detailed={detailed}
            setDetailed={setDetailed}
            filtered={review.lines.length > 0}
          />
          {mayChange && <KeyBar undo={undo} help={() => setOpen('help')} />}
        </section>
      </div>
      {open === 'help' && <KeysDialog close={() => setOpen(null)} />}
      {open === 'drop' && <DropDialog drop={props.drop} close={() => setOpen(null)} />}
      {open === 'read-again' && (
        <ReadAgainDialog
          close={() => setOpen(null)}
          readAgain={() => {
            setOpen(null);
            props.readAgain();
          }}
        />
      )}
    </div>
  );
}

/** On a narrow screen a line opens over the list, so none does by itself. */
const isNarrow = () => matchMedia('(max-width: 760px)').matches;

/** The line at hand; where it was merged away or got its lasting id, the one that stands in its place. */
function useStillThere({ lines }: Review, chosen: string | null): string | null {
  const place = useRef(0);
  const index = lines.findIndex(({ id }) => id === chosen);
  if (index >= 0) place.current = index;
  return chosen === null ? null : (lines[Math.min(place.current, lines.length - 1)]?.id ?? null);
}

/** Puts the document and its tasks into the register; open questions and unsaved edits come first. */
function useConfirmation(
  desk: ReviewDesk,
  review: Review,
  goToQuestion: () => void,
  confirmed: (result: Confirmed) => void,
) {
  const said = useWords(reviewWords);
  const [busy, setBusy] = useState(false);
  const key = useRef(newId());
  const confirm = () => {
    const questions = review.lines.filter((line) => stateOf(line) === 'question').length;
    if (questions > 0) {
      say(said.stillOpen(questions));
      goToQuestion();
    } else if (desk.unsaved.entries.length > 0) {
      desk.outbox.wake();
      say(said.stillSaving);
    } else {
      setBusy(true);
      call(
        confirmReview,
        { params: { id: review.intake.id }, body: { direction: 'in' } },
        { key: key.current },
      )
        .then(confirmed, (error: unknown) => {
          say(error instanceof CallFailed ? error.message : String(error));
          if (error instanceof CallFailed && error.status !== 0) key.current = newId();
          desk.refetch();
        })
        .finally(() => setBusy(false));
    }
  };
  return { confirm, busy };
}
