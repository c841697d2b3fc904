import { useState } from 'react';
import { ReviewSection, type SectionWords } from '../../domain/reviews/facts.ts';
import { faultIn } from '../../domain/reviews/words.ts';
import {
  composeSection,
  type FigureTold,
  type Review,
  type ReviewSectionTold,
  type ReviewUnit,
  writeUnitWords,
} from '../../features/reviews/contract.ts';
import { CallFailed, call } from '../api/call.ts';
import { client } from '../api/client.ts';
import { common } from '../i18n/common.ts';
import { useWords } from '../i18n/language.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { useUnsavedGuard } from '../ui/guard.ts';
import { Failed } from '../ui/state.tsx';
import { say } from '../ui/toast.tsx';
import { useTrying } from '../ui/trying.ts';
import { reviewsWords } from './words.ts';
import { WordsEditor } from './words-editor.tsx';

/** What somebody else has saved meanwhile. */
interface Theirs {
  version: number;
  words: SectionWords;
}

/** Writes the words of some sections; of two who write at once the second sees the other's and chooses. */
function WriteDialog({
  title,
  initial,
  version,
  sections,
  figures,
  send,
  theirsIn,
  emptied,
  onClose,
}: {
  title: string;
  initial: SectionWords;
  version: number;
  sections: readonly ReviewSection[];
  figures: readonly FigureTold[];
  send: (words: SectionWords, version: number) => Promise<Review>;
  /** What a refusal says stands now. */
  theirsIn: (current: unknown) => Theirs;
  /** What saving no words at all means, where it means something. */
  emptied?: string | undefined;
  onClose: () => void;
}) {
  const said = useWords(reviewsWords);
  const { cancel } = useWords(common);
  const [words, setWords] = useState(initial);
  const [base, setBase] = useState(version);
  const [theirs, setTheirs] = useState<Theirs | null>(null);
  const { busy, error, run } = useTrying();
  const dirty = sections.some((section) => (words[section] ?? '') !== (initial[section] ?? ''));
  useUnsavedGuard(dirty && !busy);
  const fault = error instanceof CallFailed ? error : null;
  const wrong = sections.some((section) => faultIn(words[section] ?? '') !== null);
  const save = (at: number, sent = words) =>
    run(async () => {
      try {
        const review = await send(sent, at);
        client.setQueryData(['directives', 'reviews', 'one', review.id], review);
        say(said.saved);
        onClose();
      } catch (cause) {
        if (!(cause instanceof CallFailed) || cause.status !== 412) throw cause;
        setTheirs(theirsIn(cause.problem.current));
      }
    });
  return (
    <Dialog title={title} onClose={onClose} sheet>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (!wrong) void save(base);
        }}
      >
        {error !== null && !fault?.problem.errors && <Failed error={error} />}
        {sections.map((section) => (
          <WordsEditor
            key={section}
            label={said.sections[section]}
            value={words[section] ?? ''}
            onChange={(one) => setWords({ ...words, [section]: one })}
            figures={figures}
            error={fault?.at(`words.${section}`) ?? fault?.at('words')}
          >
            {theirs && (theirs.words[section] ?? '') !== (words[section] ?? '') && (
              <blockquote className="review-theirs">
                <strong>{said.theirs}:</strong> {theirs.words[section] ?? '—'}
              </blockquote>
            )}
          </WordsEditor>
        ))}
        {theirs ? (
          <div className="notice soon" role="alert">
            <p>{said.conflict}</p>
            <div className="row">
              <Button busy={busy} onClick={() => void save(theirs.version)}>
                {said.keepMine}
              </Button>
              <Button
                onClick={() => {
                  setWords({ ...theirs.words });
                  setBase(theirs.version);
                  setTheirs(null);
                }}
              >
                {said.takeTheirs}
              </Button>
            </div>
          </div>
        ) : (
          <div className="row">
            <Button type="submit" kind="primary" busy={busy} disabled={wrong}>
              {said.save}
            </Button>
            <Button kind="bare" onClick={onClose}>
              {cancel}
            </Button>
            {emptied && (
              <Button kind="bare" busy={busy} onClick={() => void save(base, {})}>
                {emptied}
              </Button>
            )}
          </div>
        )}
      </form>
    </Dialog>
  );
}

/** The office writes a section. */
export function ComposeDialog({
  review,
  section,
  onClose,
}: {
  review: Review;
  section: ReviewSectionTold;
  onClose: () => void;
}) {
  const said = useWords(reviewsWords);
  const name = section.section;
  return (
    <WriteDialog
      title={said.editOf(said.sections[name])}
      initial={{ [name]: section.words }}
      version={section.version}
      sections={[name]}
      figures={review.figures}
      send={(words, version) =>
        call(
          composeSection,
          { params: { id: review.id }, body: { section: name, words: words[name] ?? '' } },
          { version },
        )
      }
      theirsIn={(current) => {
        const { version, words } = current as { version: number; words: string };
        return { version, words: { [name]: words } };
      }}
      emptied={section.drafted ? undefined : said.toDraft}
      onClose={onClose}
    />
  );
}

/** A unit writes its page. */
export function UnitDialog({
  review,
  unit,
  onClose,
}: {
  review: Review;
  unit: ReviewUnit;
  onClose: () => void;
}) {
  const said = useWords(reviewsWords);
  return (
    <WriteDialog
      title={said.writeOf(unit.name)}
      initial={unit.words}
      version={unit.version}
      sections={ReviewSection.options}
      figures={unit.figures}
      send={(words, version) =>
        call(writeUnitWords, { params: { id: review.id }, body: { unitId: unit.unitId, words } }, { version })
      }
      theirsIn={(current) => current as Theirs}
      onClose={onClose}
    />
  );
}
