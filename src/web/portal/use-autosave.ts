import { useEffect, useRef, useState } from 'react';
import type { DossierContent } from '../../domain/calls/dossier.ts';
import { type Dossier, saveDossier } from '../../features/portal/contract.ts';
import { CallFailed, call } from '../api/call.ts';

/** Milliseconds of rest after the last key before what is typed is saved. */
const rest = 1000;

/** What the server sends along with «somebody else saved», which is what stands now. */
const isDossier = (value: unknown): value is Dossier =>
  typeof value === 'object' && value !== null && 'version' in value && 'content' in value;

/**
 * A dossier that saves itself as it is typed, one saving after another. Where a colleague saved in between nothing is
 * written over: `theirs` holds what stands now until one of the two is chosen.
 */
export function useAutosave(first: Dossier) {
  const [known, setKnown] = useState(first);
  const [content, setContent] = useState<DossierContent>(first.content);
  const [theirs, setTheirs] = useState<Dossier | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [saving, setSaving] = useState(false);
  const latest = useRef(content);
  latest.current = content;
  const unsaved = JSON.stringify(content) !== JSON.stringify(known.content);

  async function save(over: Dossier = known): Promise<Dossier | null> {
    setSaving(true);
    const sent = latest.current;
    try {
      const kept = await call(
        saveDossier,
        { params: { id: over.id }, body: sent },
        { version: over.version },
      );
      setKnown(kept);
      // What was typed meanwhile stays; else the server's own form of it is taken.
      if (latest.current === sent) setContent(kept.content);
      setError(null);
      return kept;
    } catch (cause) {
      const current = cause instanceof CallFailed && cause.status === 412 ? cause.problem.current : null;
      if (isDossier(current)) setTheirs(current);
      else setError(cause);
      return null;
    } finally {
      setSaving(false);
    }
  }
  const saveNow = useRef(save);
  saveNow.current = save;

  useEffect(() => {
    if (!unsaved || saving || theirs !== null || error !== null) return;
    const timer = setTimeout(() => void saveNow.current(), rest);
    return () => clearTimeout(timer);
  }, [unsaved, saving, theirs, error]);

  return {
    known,
    content,
    unsaved,
    saving,
    theirs,
    error,
    change(part: Partial<DossierContent>) {
      setError(null);
      setContent((before) => ({ ...before, ...part }));
    },
    /** What the server answered to another act. */
    take(dossier: Dossier) {
      setKnown(dossier);
      setContent(dossier.content);
    },
    /** Saves what is not saved; gives the dossier as it then stands, null where that failed. */
    settle: () => (unsaved ? save() : Promise.resolve(known)),
    async keepMine() {
      if (!theirs) return;
      setTheirs(null);
      await save(theirs);
    },
    takeTheirs() {
      if (!theirs) return;
      setKnown(theirs);
      setContent(theirs.content);
      setTheirs(null);
    },
  };
}
