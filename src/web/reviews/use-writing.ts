import { useEffect, useRef, useState } from 'react';
import { ReviewSection, type SectionWords } from '../../domain/reviews/facts.ts';
import { faultIn } from '../../domain/reviews/words.ts';
import type { Review } from '../../features/reviews/contract.ts';
import { CallFailed } from '../api/call.ts';
import { useTrying } from '../ui/trying.ts';
import { findKept, type KeptWords, keepWords } from './kept-words.ts';
import { keepReview } from './review-query.ts';
import { useAutosave } from './use-autosave.ts';

/** A place of a review where words are written. */
export interface WritingPlace {
  /** Where unsaved words stand on this machine. */
  place: string;
  /** What stands saved, and as which version. */
  initial: SectionWords;
  version: number;
  send: (words: SectionWords, version: number) => Promise<Review>;
  versionIn: (review: Review) => number;
  /** What a refusal says stands now. */
  theirsIn: (current: unknown) => KeptWords;
}

const sameWords = (a: SectionWords, b: SectionWords) =>
  ReviewSection.options.every((section) => (a[section] ?? '') === (b[section] ?? ''));

/**
 * Words as they are written: every letter is kept on this machine at once, saved to the review when typing pauses or
 * the place is left, and of two who write at once the second sees the other's and chooses.
 */
export function useWriting({ place, initial, version, send, versionIn, theirsIn }: WritingPlace) {
  const [found] = useState(() => findKept(place));
  const [words, setWords] = useState(found?.words ?? initial);
  const [saved, setSaved] = useState<KeptWords & { at: Date | null }>({
    ...{ words: initial, version: found?.version ?? version, at: null },
  });
  const [theirs, setTheirs] = useState<KeptWords | null>(null);
  const { busy, error, run } = useTrying();
  const typed = useRef(words);
  typed.current = words;
  const dirty = !sameWords(words, saved.words);
  const wrong = Object.values(words).some((one) => faultIn(one) !== null);

  useEffect(() => {
    keepWords(place, dirty ? { words, version: saved.version } : null);
  }, [place, words, dirty, saved.version]);

  const save = (sent = words, at = saved.version, then = () => {}) =>
    run(async () => {
      try {
        const review = await send(sent, at);
        setSaved({ words: sent, version: versionIn(review), at: new Date() });
        setTheirs(null);
        // What was saved in its stead, unless more was typed meanwhile.
        setWords((now) => (now === words ? sent : now));
        // Also where the place of typing is gone by now.
        if (typed.current === words) keepWords(place, null);
        keepReview(review);
        then();
      } catch (cause) {
        if (!(cause instanceof CallFailed) || cause.status !== 412) throw cause;
        setTheirs(theirsIn(cause.problem.current));
      }
    });
  useAutosave(dirty && !wrong && !busy && theirs === null, words, (typed) => void save(typed));
  return {
    ...{ words, setWords, saved, dirty, wrong, theirs, busy, error, save },
    /** Words were found that an earlier page had not saved. */
    restored: found !== null && !sameWords(found.words, initial),
    takeTheirs: () => {
      if (theirs === null) return;
      setWords({ ...theirs.words });
      setSaved({ ...theirs, at: null });
      setTheirs(null);
    },
  };
}
