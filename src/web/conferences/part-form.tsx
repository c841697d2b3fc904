import { type ReactNode, useState } from 'react';
import type { ConferencePart, PartName } from '../../domain/conferences/facts.ts';
import { type Conference, getConference, prepareConference } from '../../features/conferences/contract.ts';
import { CallFailed, call } from '../api/call.ts';
import { useWords } from '../i18n/language.ts';
import { Button } from '../ui/button.tsx';
import { useUnsavedGuard } from '../ui/guard.ts';
import { Failed } from '../ui/state.tsx';
import { say } from '../ui/toast.tsx';
import { useTrying } from '../ui/trying.ts';
import { keep } from './conference-query.ts';
import { conferenceWords } from './words.ts';

/** Saves a part over a version of it. @throws CallFailed */
const savePart = async (conference: Conference, part: ConferencePart, version: number) =>
  keep(await call(prepareConference, { params: { id: conference.id }, body: part }, { version }));

/**
 * Saves a part from a dialog over the version it was opened on. Who was second is told once and keeps what they typed;
 * sent again it stands.
 */
export function useSavePart(conference: Conference, part: PartName) {
  const [version, setVersion] = useState(conference.versions[part] ?? 0);
  return async (changed: ConferencePart) => {
    try {
      await savePart(conference, changed, version);
    } catch (cause) {
      if (cause instanceof CallFailed && cause.status === 412)
        setVersion((cause.problem.current as { version: number }).version);
      throw cause;
    }
  };
}

/**
 * A part of a conference that is changed on the page and saved whole. Of two who change it at once the second is told,
 * keeps what they entered, and chooses.
 */
export function PartForm<Value>({
  conference,
  part,
  valueIn,
  partOf,
  act,
  children,
}: {
  conference: Conference;
  part: PartName;
  valueIn: (conference: Conference) => Value;
  partOf: (value: Value) => ConferencePart;
  act: string;
  children: (value: Value, change: (value: Value) => void, fault: CallFailed | null) => ReactNode;
}) {
  const said = useWords(conferenceWords);
  const current = conference.versions[part] ?? 0;
  const [draft, setDraft] = useState<{ value: Value; base: number } | null>(null);
  const [theirs, setTheirs] = useState<Conference | null>(null);
  const { busy, error, run } = useTrying();
  useUnsavedGuard(draft !== null && !busy);
  const value = draft?.value ?? valueIn(conference);
  const change = (next: Value) => setDraft({ value: next, base: draft?.base ?? current });
  const finish = () => {
    setDraft(null);
    setTheirs(null);
  };
  const save = (base: number) =>
    run(async () => {
      try {
        await savePart(conference, partOf(value), base);
        say(said.saved);
        finish();
      } catch (cause) {
        if (!(cause instanceof CallFailed) || cause.status !== 412) throw cause;
        setTheirs(await call(getConference, { params: { id: conference.id } }));
      }
    });
  const fault = error instanceof CallFailed ? error : null;
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (draft) void save(draft.base);
      }}
    >
      {error !== null && <Failed error={error} />}
      {children(value, change, fault)}
      {theirs ? (
        <div className="notice soon" role="alert">
          <p>{said.conflict}</p>
          <div className="row">
            <Button busy={busy} onClick={() => void save(theirs.versions[part] ?? 0)}>
              {said.keepMine}
            </Button>
            <Button onClick={() => void keep(theirs).then(finish)}>{said.takeTheirs}</Button>
          </div>
        </div>
      ) : (
        draft && (
          <div className="row">
            <Button type="submit" kind="primary" busy={busy}>
              {act}
            </Button>
          </div>
        )
      )}
    </form>
  );
}
