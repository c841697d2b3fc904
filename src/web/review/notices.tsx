import { IconAlertTriangle, IconGitMerge, IconInfoCircle } from '@tabler/icons-react';
import type { Deadline, Span } from '../../domain/deadlines/deadline.ts';
import type { Review } from '../../features/intake/contract.ts';
import { showDeadline } from '../i18n/deadline.ts';
import { useWords } from '../i18n/language.ts';
import type { Conflict, Outbox, OutboxState } from './outbox.ts';
import { reviewWords } from './words.ts';

/** What could not be saved, with everything typed still there. */
export function UnsavedNotices({ unsaved, outbox }: { unsaved: OutboxState; outbox: Outbox }) {
  const said = useWords(reviewWords);
  return (
    <>
      {unsaved.conflict && <ConflictCard conflict={unsaved.conflict} choose={outbox.choose} />}
      {unsaved.refusals.map(({ entry, message }) => (
        <div key={entry.key} className="notice late" role="alert">
          <IconAlertTriangle size={20} aria-hidden />
          <strong>{said.refused}</strong>
          <p>{message}</p>
          {(entry.edit.act === 'change' || entry.edit.act === 'head') && (
            <Values values={entry.edit.fields} />
          )}
          <p>
            <button type="button" className="button small" onClick={() => outbox.dismiss(entry.key)}>
              {said.understood}
            </button>
          </p>
        </div>
      ))}
    </>
  );
}

function ConflictCard({ conflict, choose }: { conflict: Conflict; choose: Outbox['choose'] }) {
  const said = useWords(reviewWords);
  const { entry, current, message } = conflict;
  if (entry.edit.act !== 'change' && entry.edit.act !== 'head') return null;
  const mine = entry.edit.fields;
  const names = Object.keys(mine);
  const theirs = Object.fromEntries(Object.entries(current).filter(([name]) => names.includes(name)));
  const who = ('changedBy' in current ? current.changedBy : null) ?? said.someone;
  return (
    <div className="notice soon" role="alert">
      <IconGitMerge size={20} aria-hidden />
      <strong>{said.conflict}</strong>
      <p>{message}</p>
      <div className="conflict">
        <div>
          <h3>{said.mine}</h3>
          <Values values={mine} />
          <button type="button" className="button primary small" onClick={() => choose('mine')}>
            {said.keepMine}
          </button>
        </div>
        <div>
          <h3>{said.theirs(who)}</h3>
          <Values values={theirs} />
          <button type="button" className="button small" onClick={() => choose('theirs')}>
            {said.keepTheirs(who)}
          </button>
        </div>
      </div>
    </div>
  );
}

/** The values of an edit by the names the fields have on the screen. */
function Values({ values }: { values: object }) {
  const said = useWords(reviewWords);
  const labels: Partial<Record<string, string>> = { ...said.head, ...said.field };
  const shown = Object.entries(values).flatMap(([name, value]) => {
    const label = labels[name];
    return label === undefined ? [] : [{ label, text: wordsFor(value) }];
  });
  return (
    <dl className="facts">
      {shown.map(({ label, text }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  );
}

function wordsFor(value: unknown): string {
  if (isDeadline(value)) return showDeadline(value);
  if (Array.isArray(value)) return value.map(wordsFor).join(', ') || '—';
  if (typeof value === 'object' && value !== null && 'name' in value) return String(value.name);
  if (typeof value === 'object' && value !== null && 'value' in value) return Object.values(value).join(' ');
  return value === null || value === '' ? '—' : String(value);
}

const isDeadline = (value: unknown): value is Deadline =>
  typeof value === 'object' && value !== null && 'kind' in value;

/** What the reader noticed: sums that do not agree, days no calendar has, handwriting; each leads to its place. */
export function Warnings({ warnings, look }: { warnings: Review['warnings']; look: (span: Span) => void }) {
  const said = useWords(reviewWords);
  if (warnings.length === 0) return null;
  return (
    <details className="warnings">
      <summary>
        <IconInfoCircle size={17} aria-hidden /> {said.warnings(warnings.length)}
      </summary>
      <ul>
        {warnings.map(({ code, message, span }, index) => (
          <li key={`${code} ${span?.[0] ?? index}`}>
            {message}{' '}
            {span && (
              <button
                type="button"
                className="link"
                onClick={(event) => {
                  event.currentTarget.closest('details')?.removeAttribute('open');
                  look([...span]);
                }}
              >
                {said.seeWhere}
              </button>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}
