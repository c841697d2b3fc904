import { Link } from '@tanstack/react-router';
import type { Review } from '../../features/reviews/contract.ts';
import { showDay } from '../i18n/format.ts';
import { useWords } from '../i18n/language.ts';
import { reviewsWords } from './words.ts';

/** Every version that was signed, each to be read as it was; and the one that is being written where it is open again. */
export function Versions({ review: { id, versions, signature, signed } }: { review: Review }) {
  const said = useWords(reviewsWords);
  if (versions.length === 0 || (versions.length === 1 && signed)) return null;
  return (
    <nav className="card padded stack tight" aria-labelledby="review-versions">
      <h2 id="review-versions">{said.versions}</h2>
      <ul className="plain record-lines">
        {versions.map(({ version, on, by, reopened }) => (
          <li key={version}>
            <Link
              to="/reviews/$id"
              params={{ id }}
              search={{ version: String(version) }}
              aria-current={signature?.version === version ? 'page' : undefined}
            >
              {said.versionOf(String(version), showDay(on), by)}
            </Link>
            {reopened && (
              <div className="small quiet">
                {said.reopenedBy(showDay(reopened.on), reopened.by, reopened.reason)}
              </div>
            )}
          </li>
        ))}
        {!signed && (
          <li>
            <Link
              to="/reviews/$id"
              params={{ id }}
              search={{}}
              aria-current={signature === null ? 'page' : undefined}
            >
              {said.versionOpen}
            </Link>
          </li>
        )}
      </ul>
    </nav>
  );
}
