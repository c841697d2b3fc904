import { IconX } from '@tabler/icons-react';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { ConclusionLine } from '../../domain/conferences/facts.ts';
import { termOf } from '../../domain/conferences/term.ts';
import { type Conference, type LineTold, readLines, writeLine } from '../../features/conferences/contract.ts';
import { call } from '../api/call.ts';
import { newId } from '../api/new-id.ts';
import { meaningOf } from '../directives/deadline-field.tsx';
import { showNumber, showTime } from '../i18n/format.ts';
import { useWords } from '../i18n/language.ts';
import { useUnits } from '../organisation/use-units.ts';
import { Button } from '../ui/button.tsx';
import { ComboBox } from '../ui/combo-box.tsx';
import { SelectField, TextArea, TextField } from '../ui/field.tsx';
import { Failed } from '../ui/state.tsx';
import { say } from '../ui/toast.tsx';
import { useTrying } from '../ui/trying.ts';
import { keep } from './conference-query.ts';
import { type Theirs, useLineDraft } from './line-draft.ts';
import { matching } from './units.ts';
import { conferenceWords } from './words.ts';

interface Editing {
  conference: Conference;
  lineId: string;
  kept: LineTold | undefined;
  initial: ConclusionLine;
  isNew: boolean;
  /** The cursor comes to the words. */
  focus: boolean;
  onDone: () => void;
}

/** Writes one conclusion, fast: what it says, who leads and helps, what comes of it, by when as people say it. */
export function LineEditor({ conference, lineId, kept, initial, isNew, focus, onDone }: Editing) {
  const said = useWords(conferenceWords);
  const draft = useLineDraft(conference.id, lineId, kept, initial);
  const { value, change, theirs, error } = draft;
  const words = useRef<HTMLFieldSetElement>(null);
  useEffect(() => {
    if (focus) words.current?.querySelector('textarea')?.focus();
  }, [focus]);
  const finish = async () => {
    if (await draft.flush()) onDone();
  };
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    void finish();
  };
  return (
    <fieldset className="line-editor stack" ref={words} onKeyDown={press} onBlur={() => void draft.flush()}>
      <legend>
        {isNew ? said.newLine : said.editLine}{' '}
        <span className="small quiet" role="status">
          {draft.saving
            ? said.saving
            : draft.dirty
              ? said.unsaved
              : draft.savedAt && said.savedAt(showTime(draft.savedAt))}
        </span>
      </legend>
      {theirs && <Conflict theirs={theirs} draft={draft} onGone={onDone} />}
      <TextArea
        label={said.line}
        hint={said.lineHint}
        rows={2}
        value={value.words}
        onChange={(event) => change({ words: event.target.value })}
      />
      <Units value={value} change={change} />
      <div className="line-fields">
        <TextField
          label={said.product}
          value={value.product ?? ''}
          autoComplete="off"
          onChange={(event) => change({ product: event.target.value || null })}
        />
        <TermField day={conference.plan.day} value={value.term} change={change} />
      </div>
      <Answers conference={conference} value={value} change={change} />
      {error !== null && (
        <>
          <Failed error={error} />
          <p className="small late-words">{said.notSaved}</p>
        </>
      )}
      <div className="row">
        <Button kind="primary" onClick={() => void finish()}>
          {said.done}
        </Button>
        <ReadParts conference={conference} value={value} change={change} />
        {kept && (
          <Button kind="bare" onClick={() => void draft.remove().then((gone) => gone && onDone())}>
            {said.removeLine}
          </Button>
        )}
      </div>
    </fieldset>
  );
}

interface Changing {
  value: ConclusionLine;
  change: (more: Partial<ConclusionLine>) => void;
}

function Units({ value: { lead, coordinating }, change }: Changing) {
  const said = useWords(conferenceWords);
  const { data: units = [] } = useUnits();
  const options = units.map(({ id, name }) => ({ id, label: name }));
  const taken = new Set([lead?.unitId, ...coordinating.map(({ unitId }) => unitId)]);
  const open = options.filter(({ id }) => !taken.has(id));
  return (
    <div className="line-fields">
      <ComboBox
        label={said.lead}
        find={(typed) => matching(options, typed)}
        chosen={lead && { id: lead.unitId, label: lead.name }}
        onChoose={(one) => change({ lead: one && { unitId: one.id, name: one.label } })}
        none={said.noUnit}
      />
      <div className="stack tight">
        <ComboBox
          key={coordinating.length}
          label={said.coordinating}
          find={(typed) => matching(open, typed)}
          chosen={null}
          onChoose={(one) =>
            one && change({ coordinating: [...coordinating, { unitId: one.id, name: one.label }] })
          }
          none={said.noUnit}
        />
        {coordinating.length > 0 && (
          <ul className="plain row">
            {coordinating.map(({ unitId, name }) => (
              <li key={unitId}>
                <Button
                  className="small"
                  aria-label={said.removeOf(name)}
                  onClick={() =>
                    change({ coordinating: coordinating.filter((one) => one.unitId !== unitId) })
                  }
                >
                  {name} <IconX size={14} aria-hidden />
                </Button>
              </li>
            ))}
          </ul>
        )}
      </div>
    </div>
  );
}

/** A deadline as it is said, with the day it means beneath. */
function TermField({ day, value, change }: { day: string; value: string; change: Changing['change'] }) {
  const said = useWords(conferenceWords);
  const [left, setLeft] = useState(value !== '');
  const read = termOf(value, day);
  return (
    <div className="stack tight">
      <TextField
        label={said.term}
        hint={said.termHint}
        value={value}
        autoComplete="off"
        error={left && !read.ok ? read.message : undefined}
        onBlur={() => setLeft(true)}
        onChange={(event) => change({ term: event.target.value })}
      />
      <p className="small meaning" role="status">
        {value !== '' &&
          read.ok &&
          (read.kind === 'standing' ? said.standing : meaningOf(read.deadline, said.dueOn))}
      </p>
    </div>
  );
}

function Answers({ conference, value, change }: Changing & { conference: Conference }) {
  const said = useWords(conferenceWords);
  const open = conference.proposals.filter(
    ({ id, state }) => id === value.answers || (state !== 'answered' && state !== 'noted'),
  );
  if (open.length === 0) return null;
  return (
    <SelectField
      label={said.answersTo}
      value={value.answers ?? ''}
      onChange={(event) => change({ answers: event.target.value || null })}
      options={[
        { value: '', label: said.answersNone },
        ...open.map(({ id, unit, words }) => ({ value: id, label: `${unit.name}: ${words}`.slice(0, 100) })),
      ]}
    />
  );
}

/** A whole paragraph pasted or typed is taken apart by the reader; more than one directive becomes as many lines. */
function ReadParts({ conference, value, change }: Changing & { conference: Conference }) {
  const said = useWords(conferenceWords);
  const { busy, error, run } = useTrying();
  if (value.words.length < 40 || value.lead !== null) return null;
  const read = () =>
    run(async () => {
      const params = { id: conference.id };
      const { lines } = await call(readLines, { params, body: { text: value.words } });
      const [first, ...rest] = lines;
      if (first) change({ ...first, answers: value.answers });
      for (const line of rest)
        await keep(await call(writeLine, { params, body: { lineId: newId(), line } }, { version: 0 }));
      say(said.readDone(showNumber(lines.length)));
    });
  return (
    <>
      <Button busy={busy} onClick={() => void read()}>
        {said.readParts}
      </Button>
      {error !== null && <Failed error={error} />}
    </>
  );
}

/** What another wrote meanwhile beside what was typed here. */
function Conflict({
  theirs,
  draft,
  onGone,
}: {
  theirs: Theirs;
  draft: ReturnType<typeof useLineDraft>;
  onGone: () => void;
}) {
  const said = useWords(conferenceWords);
  const { line, by } = theirs;
  return (
    <div className="notice soon" role="alert">
      <p>{line ? said.lineConflict(by ?? said.somebody) : said.theyRemoved}</p>
      {line && (
        <blockquote className="line-theirs">
          <strong>{said.theirs}:</strong> {line.words}
          <br />
          {[line.lead?.name, line.product, line.term].filter(Boolean).join(' · ')}
        </blockquote>
      )}
      <div className="row">
        <Button busy={draft.saving} onClick={() => void draft.keepMine(theirs)}>
          {said.keepMine}
        </Button>
        <Button
          onClick={() => {
            draft.takeTheirs(theirs);
            if (!line) onGone();
          }}
        >
          {said.takeTheirs}
        </Button>
      </div>
    </div>
  );
}
