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

/** Asks before the tab is closed or loaded anew while work is under way; other screens may be opened meanwhile. */
export function useUnderWayGuard(underWay: boolean): void {
  useBlocker({ shouldBlockFn: () => false, enableBeforeUnload: () => underWay, disabled: !underWay });
}
