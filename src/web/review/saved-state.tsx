import { IconCloudCheck, IconCloudOff, IconCloudUp, IconGitMerge } from '@tabler/icons-react';
import { showTime } from '../i18n/format.ts';
import { useWords } from '../i18n/language.ts';
import type { OutboxState } from './outbox.ts';
import { reviewWords } from './words.ts';

/** Whether everything is safe, told to eye and ear. */
export function SavedState({ unsaved, savedAt }: { unsaved: OutboxState; savedAt: string | null }) {
  const said = useWords(reviewWords);
  const count = unsaved.entries.length;
  const [Icon, text] = unsaved.conflict
    ? [IconGitMerge, said.toChoose]
    : unsaved.signedOut && count > 0
      ? [IconCloudOff, said.signedOut(count)]
      : unsaved.offline && count > 0
        ? [IconCloudOff, said.offline(count)]
        : count > 0
          ? [IconCloudUp, said.saving]
          : [IconCloudCheck, savedAt === null ? '' : said.saved(showTime(savedAt))];
  return (
    <span className="saved-state quiet small" role="status">
      <Icon size={17} aria-hidden /> {text}
    </span>
  );
}
