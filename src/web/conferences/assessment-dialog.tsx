import { useState } from 'react';
import { faultIn } from '../../domain/reviews/words.ts';
import type { Conference, Notice } from '../../features/conferences/contract.ts';
import { useWords } from '../i18n/language.ts';
import { WordsEditor } from '../reviews/words-editor.tsx';
import { Button } from '../ui/button.tsx';
import { FormDialog } from '../ui/form-dialog.tsx';
import { say } from '../ui/toast.tsx';
import { useTrying } from '../ui/trying.ts';
import { noticeWords } from './notice-words.ts';
import { useSavePart } from './part-form.tsx';
import { conferenceWords } from './words.ts';

/** Writes the assessment around its figures, or gives it back to its draft. */
export function AssessmentDialog({
  conference,
  notice,
  onClose,
}: {
  conference: Conference;
  notice: Notice;
  onClose: () => void;
}) {
  const said = useWords(noticeWords);
  const general = useWords(conferenceWords);
  const [words, setWords] = useState(notice.assessment);
  const savePart = useSavePart(conference, 'assessment');
  const { busy, run } = useTrying();
  const save = async (next: string | null) => {
    await savePart({ part: 'assessment', words: next });
    say(general.saved);
  };
  return (
    <FormDialog title={said.editAssessment} act={general.save} onSubmit={() => save(words)} onClose={onClose}>
      {(fault) => (
        <WordsEditor
          label={said.assessment}
          value={words}
          onChange={setWords}
          figures={notice.figures}
          error={fault?.at('words') ?? faultIn(words) ?? undefined}
        >
          {!notice.drafted && (
            <Button busy={busy} kind="bare" onClick={() => void run(() => save(null).then(onClose))}>
              {said.toDraft}
            </Button>
          )}
        </WordsEditor>
      )}
    </FormDialog>
  );
}
