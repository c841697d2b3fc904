import {
  IconDots,
  IconDownload,
  IconKeyboard,
  IconPencil,
  IconRefresh,
  IconTrash,
  IconUsers,
} from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { Review } from '../../features/intake/contract.ts';
import { getOriginal } from '../../features/intake/contract.ts';
import { addressOf } from '../api/call.ts';
import { asHeading } from '../i18n/format.ts';
import { useWords } from '../i18n/language.ts';
import { Button } from '../ui/button.tsx';
import { documentWords } from './document-words.ts';
import type { Filter } from './line-state.ts';
import type { OutboxState } from './outbox.ts';
import { SavedState } from './saved-state.tsx';
import { reviewWords } from './words.ts';

interface ReviewHeadProps {
  review: Review;
  unsaved: OutboxState;
  counts: { clear: number; doubtful: number; total: number };
  filter: Filter;
  setFilter: (filter: Filter) => void;
  editing: boolean;
  setEditing: (on: boolean) => void;
  userId: string;
  confirm: () => void;
  busy: boolean;
  readAgain: () => void;
  drop: () => void;
  help: () => void;
}

export function ReviewHead(props: ReviewHeadProps) {
  const { review, counts, filter, setFilter, unsaved } = props;
  const said = useWords(reviewWords);
  const { head, intake } = review;
  const label = documentWords(head) || intake.name;
  const others = review.present.filter(({ userId }) => userId !== props.userId);
  const names = others.map(({ name }) => name).join(', ');
  const toggle = (one: Filter) => setFilter(filter === one ? 'all' : one);
  return (
    <header className="review-head">
      <div className="review-title">
        <p className="crumbs">
          <Link to="/intake">{said.incoming}</Link> › {label}
          {others.length > 0 && (
            <span className="here">
              <IconUsers size={16} aria-hidden /> {said.here(names)}
            </span>
          )}
        </p>
        <h1>
          {head.subject ? asHeading(head.subject) : said.untitled}{' '}
          <button
            type="button"
            className="icon-button"
            aria-expanded={props.editing}
            aria-label={said.head.edit}
            title={said.head.edit}
            onClick={() => props.setEditing(!props.editing)}
          >
            <IconPencil size={16} aria-hidden />
          </button>
        </h1>
      </div>
      <div className="review-acts">
        <SavedState unsaved={unsaved} savedAt={review.savedAt} />
        <button
          type="button"
          className={counts.doubtful > 0 ? 'badge soon count' : 'badge count'}
          aria-pressed={filter === 'doubtful'}
          onClick={() => toggle('doubtful')}
        >
          {said.doubtful(counts.doubtful)}
        </button>
        <button
          type="button"
          className="badge fine count"
          aria-pressed={filter === 'clear'}
          onClick={() => toggle('clear')}
        >
          {said.clear(counts.clear)}
        </button>
        <Confirm {...props} />
        <MoreActs {...props} />
      </div>
    </header>
  );
}

/** Pressed while lines are open it goes to the first of them, so it says why and stays pressable. */
function Confirm({ review, counts, busy, confirm }: ReviewHeadProps) {
  const said = useWords(reviewWords);
  const ability = review.intake.abilities.confirm;
  if (ability === undefined) return null;
  return (
    <Button kind="primary" busy={busy} title={ability === true ? undefined : ability} onClick={confirm}>
      {counts.total === 0 ? said.confirmNone : said.confirm(counts.total)}
    </Button>
  );
}

function MoreActs({ review, help, readAgain, drop }: ReviewHeadProps) {
  const said = useWords(reviewWords);
  const { id, abilities } = review.intake;
  return (
    <>
      <button
        type="button"
        className="icon-button"
        aria-label={said.more}
        title={said.more}
        popoverTarget="review-more"
      >
        <IconDots size={20} aria-hidden />
      </button>
      <div id="review-more" popover="auto" className="menu review-more">
        <a className="menu-item" href={addressOf(getOriginal, { params: { id } })} download>
          <IconDownload size={18} aria-hidden /> {said.original}
        </a>
        <button type="button" className="menu-item" popoverTarget="review-more" onClick={help}>
          <IconKeyboard size={18} aria-hidden /> {said.help}
        </button>
        {abilities.readAgain === true && (
          <button type="button" className="menu-item" popoverTarget="review-more" onClick={readAgain}>
            <IconRefresh size={18} aria-hidden /> {said.readAgain}
          </button>
        )}
        {abilities.drop === true && (
          <button type="button" className="menu-item" popoverTarget="review-more" onClick={drop}>
            <IconTrash size={18} aria-hidden /> {said.drop}
          </button>
        )}
      </div>
    </>
  );
}
