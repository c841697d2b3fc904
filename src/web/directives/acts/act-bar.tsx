import { useRef, useState } from 'react';
import type { DirectiveRecord } from '../../../features/directives/contract.ts';
import { useWords } from '../../i18n/language.ts';
import { showReason } from '../../i18n/reasons.ts';
import { Button } from '../../ui/button.tsx';
import { useKeys } from '../../ui/keys.ts';
import { ActDialog } from './act-dialog.tsx';
import { type Choice, choicesFor, type Doing, dangerous, keyOf } from './choose.ts';
import { actWords } from './words.ts';
import './acts.css';

/** What can I do now: one act named by its verb, the rest behind «Việc khác», the impossible with its reason. */
export function ActBar({ directive }: { directive: DirectiveRecord }) {
  const said = useWords(actWords);
  const [doing, setDoing] = useState<Doing | null>(null);
  const more = useRef<HTMLDetailsElement>(null);
  const choice = choicesFor(directive);
  const { primary, beside } = choice;
  const possible = [primary, beside, ...choice.others].filter((one) => one !== null);
  useKeys({
    ...Object.fromEntries(
      possible.flatMap((one) => {
        const key = keyOf[one];
        return key ? [[key, () => setDoing(one)]] : [];
      }),
    ),
    m: () => {
      more.current?.toggleAttribute('open');
      more.current?.querySelector('summary')?.focus();
    },
  });
  return (
    <section className="stack act-bar" aria-label={said.whatNow}>
      {primary === null ? (
        <p className="quiet">{waitingWords(directive, said)}</p>
      ) : (
        <div className="act-first">
          <Button kind="primary" onClick={() => setDoing(primary)}>
            {said.doing[primary]} <Key doing={primary} />
          </Button>
          {beside && (
            <Button kind={dangerous.has(beside) ? 'danger' : 'plain'} onClick={() => setDoing(beside)}>
              {said.doing[beside]}
            </Button>
          )}
        </div>
      )}
      <Held directive={directive} primary={primary} />
      <MoreActs choice={choice} box={more} onDoing={setDoing} />
      {doing && <ActDialog directive={directive} doing={doing} onClose={() => setDoing(null)} />}
    </section>
  );
}

function Key({ doing }: { doing: Doing }) {
  const key = keyOf[doing];
  return key ? <kbd aria-hidden>{key}</kbd> : null;
}

/** Why the result cannot yet be submitted: what stands between the doer and the end. */
function Held({ directive, primary }: { directive: DirectiveRecord; primary: Doing | null }) {
  const said = useWords(actWords);
  const reason = directive.abilities.submitted;
  if (primary !== 'progressed' || typeof reason !== 'string') return null;
  return (
    <p className="small quiet">
      {said.doing.submitted}: {showReason(reason)}
    </p>
  );
}

function MoreActs({
  choice: { others, impossible },
  box,
  onDoing,
}: {
  choice: Choice;
  box: React.RefObject<HTMLDetailsElement | null>;
  onDoing: (doing: Doing) => void;
}) {
  const said = useWords(actWords);
  if (others.length === 0 && impossible.length === 0) return null;
  const reasons = (
    <dl className="impossible small">
      {impossible.map(({ reason, doings }) => (
        <div key={reason}>
          <dt>{doings.map((doing) => said.doing[doing]).join(' · ')}</dt>
          <dd className="quiet">{showReason(reason)}</dd>
        </div>
      ))}
    </dl>
  );
  if (others.length === 0)
    return (
      <details ref={box} className="more-acts">
        <summary>{said.impossible}</summary>
        {reasons}
      </details>
    );
  return (
    <details ref={box} className="more-acts">
      <summary>{said.others}</summary>
      <div className="stack tight">
        {others.map((doing) => (
          <button
            key={doing}
            type="button"
            className={dangerous.has(doing) ? 'menu-item danger' : 'menu-item'}
            onClick={() => onDoing(doing)}
          >
            {said.doing[doing]} <Key doing={doing} />
          </button>
        ))}
        {impossible.length > 0 && (
          <details>
            <summary className="small">{said.impossible}</summary>
            {reasons}
          </details>
        )}
      </div>
    </details>
  );
}

function waitingWords(
  { holder, lead }: DirectiveRecord,
  said: { nothingNow: string; over: string; withGiver: string; withLead: (name: string) => string },
): string {
  if (holder === null) return said.over;
  const where = holder === 'giver' ? said.withGiver : lead ? said.withLead(lead.name) : '';
  return `${said.nothingNow} ${where}`.trim();
}
