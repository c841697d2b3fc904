import { Link } from '@tanstack/react-router';
import { useWords } from '../i18n/language.ts';
import { Empty, Failed, Skeleton } from '../ui/state.tsx';
import { useTitle } from '../ui/title.ts';
import { frameWords } from './words.ts';

/** While a screen is being fetched: its layout in grey. */
export function Waiting() {
  return (
    <div className="page">
      <Skeleton rows={9} />
    </div>
  );
}

/** A screen that could not be drawn: what happened, and a way on. */
export function Crashed({ error, reset }: { error: unknown; reset: () => void }) {
  const said = useWords(frameWords);
  return (
    <main className="page">
      <Failed error={error} retry={reset} />
      <p>
        <Link to="/">{said.goToday}</Link>
      </p>
    </main>
  );
}

/** An address that names nothing. */
export function NotFound() {
  const said = useWords(frameWords);
  useTitle(said.notFound);
  return (
    <main className="page">
      <Empty title={said.notFound}>
        <p>{said.notFoundDetail}</p>
        <Link to="/" className="button">
          {said.goToday}
        </Link>
      </Empty>
    </main>
  );
}
