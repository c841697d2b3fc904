import { useState } from 'react';
import { ReviewSection } from '../../domain/reviews/facts.ts';
import {
  composeSection,
  type FigureTold,
  type Review,
  type ReviewSectionTold,
  type ReviewUnit,
  writeUnitWords,
} from '../../features/reviews/contract.ts';
import { CallFailed, call } from '../api/call.ts';
import { useSession } from '../api/client.ts';
import { showTime } from '../i18n/format.ts';
import { useWords } from '../i18n/language.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Failed } from '../ui/state.tsx';
import { type KeptWords, wordsPlace } from './kept-words.ts';
import { useWriting, type WritingPlace } from './use-writing.ts';
import { reviewsWords } from './words.ts';
import { WordsEditor } from './words-editor.tsx';

/** Writes the words of some sections; they save themselves. */
function WriteDialog({
  title,
  sections,
  figures,
  emptied,
  onClose,
  ...place
}: WritingPlace & {
  title: string;
  sections: readonly ReviewSection[];
  figures: readonly FigureTold[];
  /** What saving no words at all means, where it means something. */
  emptied?: string | undefined;
  onClose: () => void;
}) {
  const said = useWords(reviewsWords);
  const [opened] = useState(place.initial);
  const writing = useWriting(place);
  const { words, setWords, theirs, wrong, busy, error, save, dirty } = writing;
  const fault = error instanceof CallFailed ? error : null;
  return (
    <Dialog title={title} onClose={onClose} sheet>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (dirty && !wrong) void save(words, undefined, onClose);
          else if (!dirty) onClose();
        }}
      >
        {error !== null && !fault?.problem.errors && <Failed error={error} />}
        {writing.restored && <p className="notice soon">{said.restored}</p>}
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
        <Saved writing={writing} />
        {theirs ? (
          <div className="notice soon" role="alert">
            <p>{said.conflict}</p>
            <div className="row">
              <Button busy={busy} onClick={() => void save(words, theirs.version)}>
                {said.keepMine}
              </Button>
              <Button onClick={writing.takeTheirs}>{said.takeTheirs}</Button>
            </div>
          </div>
        ) : (
          <div className="row">
            <Button type="submit" kind="primary" busy={busy} disabled={wrong}>
              {said.save}
            </Button>
            {(dirty || writing.saved.at !== null) && (
              <Button kind="bare" onClick={() => setWords(opened)}>
                {said.asOpened}
              </Button>
            )}
            {emptied && (
              <Button kind="bare" busy={busy} onClick={() => void save({}, undefined, onClose)}>
                {emptied}
              </Button>
            )}
          </div>
        )}
      </form>
    </Dialog>
  );
}

/** Where what was typed stands now. */
function Saved({ writing: { wrong, dirty, saved } }: { writing: ReturnType<typeof useWriting> }) {
  const said = useWords(reviewsWords);
  return (
    <p className="small quiet" role="status">
      {wrong
        ? said.keptWrong
        : dirty
          ? said.keptHere
          : saved.at && said.savedAt(showTime(saved.at.toISOString()))}
    </p>
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
  const { user } = useSession();
  const name = section.section;
  return (
    <WriteDialog
      title={said.editOf(said.sections[name])}
      place={wordsPlace(user.id, review.id, name)}
      initial={{ [name]: section.words }}
      version={section.version}
      versionIn={({ sections }) => sections.find((one) => one.section === name)?.version ?? 0}
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
  const { user } = useSession();
  return (
    <WriteDialog
      title={said.writeOf(unit.name)}
      place={wordsPlace(user.id, review.id, unit.unitId)}
      initial={unit.words}
      version={unit.version}
      versionIn={({ units }) => units.find(({ unitId }) => unitId === unit.unitId)?.version ?? 0}
      sections={ReviewSection.options}
      figures={unit.figures}
      send={(words, version) =>
        call(writeUnitWords, { params: { id: review.id }, body: { unitId: unit.unitId, words } }, { version })
      }
      theirsIn={(current) => current as KeptWords}
      onClose={onClose}
    />
  );
}
