import { useBlocker } from '@tanstack/react-router';
import { common } from '../i18n/common.ts';
import { language } from '../i18n/language.ts';

/** Asks before what has been typed and not saved is left behind, also when the tab is closed. */
export function useUnsavedGuard(unsaved: boolean): void {
  useBlocker({
    shouldBlockFn: () => unsaved && !window.confirm(common[language()].leave),
    enableBeforeUnload: () => unsaved,
    disabled: !unsaved,
  });
}
