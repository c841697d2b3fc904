import { IconEdit } from '@tabler/icons-react';
import { Link, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import type { ConclusionLine } from '../../domain/conferences/facts.ts';
import { termOf } from '../../domain/conferences/term.ts';
import type { Conference, LineTold } from '../../features/conferences/contract.ts';
import { newId } from '../api/new-id.ts';
import { meaningOf } from '../directives/deadline-field.tsx';
import { useWords } from '../i18n/language.ts';
import { Button } from '../ui/button.tsx';
import { emptyLine } from './line-draft.ts';
import { LineEditor } from './line-editor.tsx';
import { conferenceWords } from './words.ts';

/** The line that is being written: a new one at the end, or one in its place. */
interface Open {
  id: string;
  isNew: boolean;
  initial: ConclusionLine;
  focus: boolean;
}

const newLine = (initial = emptyLine, focus = true): Open => ({ id: newId(), isNew: true, initial, focus });

/** Conclusions as they are written during the meeting, each a directive to be. */
export function Conclusions({ conference }: { conference: Conference }) {
  const said = useWords(conferenceWords);
  const { line, answers } = useSearch({ strict: false });
  const [open, setOpen] = useState<Open>(() => {
    if (line !== undefined) return { id: line, isNew: false, initial: emptyLine, focus: true };
    const proposal = conference.proposals.find(({ id }) => id === answers);
    return proposal
      ? newLine({ ...emptyLine, words: proposal.words, answers: proposal.id })
      : newLine(emptyLine, false);
  });
  const able = conference.abilities.write === true;
  const done = () => setOpen(newLine());
  const editor = (kept: LineTold | undefined) => (
    <LineEditor
      key={open.id}
      {...{ conference, kept, initial: open.initial, isNew: open.isNew, focus: open.focus }}
      lineId={open.id}
      onDone={done}
    />
  );
  // A new line that saved itself stays where it is written.
  const shown = conference.lines.filter(({ id }) => !(able && open.isNew && id === open.id));
  const found = conference.lines.find(({ id }) => id === open.id);
  const inPlace = able && !open.isNew && found !== undefined;
  return (
    <section className="card padded stack" aria-label={said.lines}>
      <h2>{said.lines}</h2>
      {conference.lines.length === 0 && <p className="quiet">{able ? said.noLines : said.noLinesYet}</p>}
      <ol className="lines">
        {shown.map((one) => (
          <li key={one.id}>
            {inPlace && one.id === open.id ? (
              editor(one)
            ) : (
              <Written
                line={one}
                day={conference.plan.day}
                onEdit={
                  able
                    ? () => setOpen({ id: one.id, isNew: false, initial: emptyLine, focus: true })
                    : undefined
                }
              />
            )}
          </li>
        ))}
      </ol>
      {able && !inPlace && editor(found)}
    </section>
  );
}

function Written({ line, day, onEdit }: { line: LineTold; day: string; onEdit: (() => void) | undefined }) {
  const said = useWords(conferenceWords);
  const { words, lead, coordinating, product, term, last, directiveId } = line;
  const read = termOf(term, day);
  const meaning = !read.ok
    ? `«${term}»`
    : read.kind === 'standing'
      ? said.standing
      : term === ''
        ? said.noTerm
        : meaningOf(read.deadline, said.dueOn);
  return (
    <div className="row apart line-written">
      <div className="stack tight">
        <p className="line-words">{words || '—'}</p>
        <p className="small">
          <strong className={lead ? '' : 'late-words'}>{lead?.name ?? said.noLead}</strong>
          {coordinating.length > 0 && ` · ${said.withUnits(coordinating.map(({ name }) => name).join(', '))}`}
          {product && ` · ${said.productIs(product)}`}
          {' · '}
          <span className={read.ok ? '' : 'late-words'}>{meaning}</span>
        </p>
        <p className="small quiet">{last.by}</p>
      </div>
      {directiveId ? (
        <Link to="/directives/$id" params={{ id: directiveId }} className="button small">
          {said.directive} <span className="unseen">: {words}</span>
        </Link>
      ) : (
        onEdit && (
          <Button className="small" onClick={onEdit}>
            <IconEdit size={16} aria-hidden /> {said.editLine} <span className="unseen">: {words}</span>
          </Button>
        )
      )}
    </div>
  );
}
