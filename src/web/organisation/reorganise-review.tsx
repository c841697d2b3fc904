import type { ReactNode } from 'react';
import type { Reorganisation } from '../../domain/organisation/reorganisation.ts';
import { StateBadge } from '../directives/state-badge.tsx';
import { showDay } from '../i18n/format.ts';
import { useWords } from '../i18n/language.ts';
import { Table } from '../ui/table.tsx';
import { overTimeWords } from './over-time-words.ts';
import { PostRows } from './reorganise-posts.tsx';
import { type Placing, Target } from './reorganise-target.tsx';

/** Everything the act does, with another place for a record where there is more than one. */
export function ReorganisationReview({ preview, place, act }: Placing & { act: Reorganisation }) {
  const said = useWords(overTimeWords);
  const { directives, successions, posts, requests, units } = preview;
  const nothing = directives.length + successions.length + requests.length === 0;
  return (
    <>
      <Changes preview={preview} act={act} />
      {nothing && <p className="quiet">{said.nothingOpen}</p>}
      {preview.clocks > 0 && <p>{said.clocks(preview.clocks)}</p>}
      {directives.length > 0 && (
        <Section title={said.directives(directives.length)} open>
          <DirectiveRows preview={preview} place={place} />
        </Section>
      )}
      {posts.length > 0 && (
        <Section title={said.posts(posts.length)} open>
          <PostRows preview={preview} place={place} />
        </Section>
      )}
      {successions.length > 0 && (
        <Section title={said.helping(successions.length)}>
          <ul className="plain stack tight padded">
            {successions.map((one) => (
              <li key={`${one.id}${one.fromUnitId}`}>
                {one.words}
                <div className="small quiet">
                  {one.fromName} → {preview.targets[one.target]?.name}
                </div>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {requests.length > 0 && (
        <Section title={said.requests(requests.length)} open>
          <RequestRows preview={preview} place={place} />
        </Section>
      )}
      {units.length > 0 && (
        <p>
          {said.beneath}: {units.map(({ name }) => name).join('; ')}
        </p>
      )}
    </>
  );
}

function Changes({ preview, act }: Pick<Placing, 'preview'> & { act: Reorganisation }) {
  const said = useWords(overTimeWords);
  const lines = [
    { words: said.by, names: [`${act.decision.number}, ${showDay(act.decision.on)}`] },
    { words: said.effectiveOn, names: [showDay(act.effectiveOn)] },
    { words: said.closing, names: preview.closing },
    { words: said.opening, names: preview.opening },
    { words: said.renaming, names: preview.renaming.map(({ from, to }) => `${from} → ${to}`) },
  ].filter(({ names }) => names.length > 0);
  return (
    <dl className="facts">
      {lines.map(({ words, names }) => (
        <div key={words} className="facts-line">
          <dt>{words}</dt>
          <dd>
            <strong>{names.join('; ')}</strong>
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Section({ title, open = false, children }: { title: string; open?: boolean; children: ReactNode }) {
  return (
    <details className="card moved" open={open}>
      <summary>
        <h3>{title}</h3>
      </summary>
      {children}
    </details>
  );
}

function DirectiveRows({ preview, place }: Placing) {
  const said = useWords(overTimeWords);
  return (
    <Table heads={[said.directive, said.to, said.firstDue, said.due, said.inHand]}>
      {preview.directives.map((one) => (
        <tr key={one.id}>
          <td>
            {one.words} {one.part && <span className="badge">{said.part}</span>}
            <div className="row tags">
              <span className="small quiet">{one.fromName}</span>
              <StateBadge row={{ state: one.state, lateness: '', late: null }} />
            </div>
          </td>
          <td>
            <span className="phone-only small quiet">{said.to}:&nbsp;</span>
            <Target
              preview={preview}
              target={one.target}
              label={`${said.to}: ${one.words}`}
              onTarget={(target) => place({ record: 'directive', id: one.id, target })}
            />
          </td>
          <td>
            <span className="phone-only small quiet">{said.firstDue}:&nbsp;</span>
            {showDay(one.firstDueDay)}
          </td>
          <td>
            <span className="phone-only small quiet">{said.due}:&nbsp;</span>
            {showDay(one.dueDay)}
          </td>
          <td>
            {one.assignee}
            {one.assignee && !one.stays && !one.assigneeMoves && (
              <div className="small late-words">{said.laidDown}</div>
            )}
          </td>
        </tr>
      ))}
    </Table>
  );
}

function RequestRows({ preview, place }: Placing) {
  const said = useWords(overTimeWords);
  return (
    <Table heads={[said.request, said.to, said.due]}>
      {preview.requests.map((one) => (
        <tr key={`${one.id}${one.side}`}>
          <td>
            {one.words}
            <div className="small quiet">
              {one.fromName}, {said.sides[one.side]}
            </div>
          </td>
          <td>
            <Target
              preview={preview}
              target={one.target}
              label={`${said.to}: ${one.words}`}
              onTarget={(target) => place({ record: 'request', id: one.id, target })}
            />
          </td>
          <td>{showDay(one.dueDay)}</td>
        </tr>
      ))}
    </Table>
  );
}
