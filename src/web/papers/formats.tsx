import { IconFileTypeDocx, IconFileTypePdf } from '@tabler/icons-react';
import { useWords } from '../i18n/language.ts';
import { Button } from '../ui/button.tsx';
import { downloadFrom } from '../ui/download.ts';
import { Failed } from '../ui/state.tsx';
import { say } from '../ui/toast.tsx';
import { useTrying } from '../ui/trying.ts';
import { paperWords } from './words.ts';

/** Word and PDF of one paper, and why it could not be written. */
export function Formats({
  name,
  word,
  pdf,
  disabled = false,
}: {
  name: string;
  word: string;
  pdf: string;
  disabled?: boolean;
}) {
  const said = useWords(paperWords);
  const { busy, error, run } = useTrying();
  const save = (address: string) => void run(async () => say(said.saved(await downloadFrom(address))));
  return (
    <>
      {error !== null && <Failed error={error} />}
      <div className="row">
        <Button busy={busy} disabled={disabled} aria-label={`${name}, Word`} onClick={() => save(word)}>
          <IconFileTypeDocx size={18} aria-hidden /> Word
        </Button>
        <Button busy={busy} disabled={disabled} aria-label={`${name}, PDF`} onClick={() => save(pdf)}>
          <IconFileTypePdf size={18} aria-hidden /> PDF
        </Button>
      </div>
    </>
  );
}
