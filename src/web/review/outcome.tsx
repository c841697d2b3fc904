import {
  IconCircleCheck,
  IconDownload,
  IconFileAlert,
  IconFileOff,
  IconHourglass,
  IconRefresh,
} from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { getOriginal, type IntakeRow } from '../../features/intake/contract.ts';
import { addressOf } from '../api/call.ts';
import { useWords } from '../i18n/language.ts';
import { AbleButton } from '../ui/able-button.tsx';
import { reviewWords } from './words.ts';

export interface Confirmed {
  documentId: string;
  bookNumber: number;
  directives: number;
}

export function OriginalLink({ id }: { id: string }) {
  const said = useWords(reviewWords);
  return (
    <a className="button" href={addressOf(getOriginal, { params: { id } })} download>
      <IconDownload size={17} aria-hidden /> {said.original}
    </a>
  );
}

/** Waiting for its turn, or being read page by page. */
export function ReadingNow({ intake }: { intake: IntakeRow }) {
  const said = useWords(reviewWords);
  const { progress } = intake;
  return (
    <div className="empty" role="status">
      <IconHourglass size={40} stroke={1.4} aria-hidden />
      <h2>{intake.state === 'waiting' ? said.waiting : said.reading}</h2>
      {progress && (
        <>
          <progress max={progress.of} value={progress.done} />
          <p>
            {said.readingPages(progress.done, progress.of)} · {progress.what}
          </p>
        </>
      )}
      <p>{said.mayLeave}</p>
    </div>
  );
}

/** Why it cannot be read, and what can be done. */
export function Unreadable({ intake, readAgain }: { intake: IntakeRow; readAgain: () => void }) {
  const said = useWords(reviewWords);
  return (
    <div className="empty">
      <IconFileAlert size={40} stroke={1.4} aria-hidden />
      <h2>{said.unreadable}</h2>
      <p>{intake.refusal}</p>
      <div className="row">
        <AbleButton kind="primary" ability={intake.abilities.readAgain} onClick={readAgain}>
          <IconRefresh size={17} aria-hidden /> {said.readAgain}
        </AbleButton>
        <OriginalLink id={intake.id} />
      </div>
    </div>
  );
}

/** In the register: where it is, and what came of it. */
export function InRegister({ documentId, confirmed }: { documentId: string; confirmed: Confirmed | null }) {
  const said = useWords(reviewWords);
  return (
    <div className="empty" role="status">
      <IconCircleCheck size={44} stroke={1.4} className="fine-icon" aria-hidden />
      <h2>{confirmed ? said.confirmed(confirmed.bookNumber, confirmed.directives) : said.already}</h2>
      <div className="row">
        <Link className="button primary" to="/documents/$id" params={{ id: documentId }}>
          {said.seeDocument}
        </Link>
        <Link className="button" to="/directives" search={{ document: documentId }}>
          {said.seeDirectives}
        </Link>
        <Link className="button" to="/intake">
          {said.backToIntake}
        </Link>
      </div>
    </div>
  );
}

export function SetAside({ intake }: { intake: IntakeRow }) {
  const said = useWords(reviewWords);
  return (
    <div className="empty">
      <IconFileOff size={40} stroke={1.4} aria-hidden />
      <h2>{said.dropped}</h2>
      <p>{said.dropHint}</p>
      <OriginalLink id={intake.id} />
    </div>
  );
}
