import { useSyncExternalStore } from 'react';

export type Language = 'vi' | 'en';

/** Words of one room of the screens in both languages; English must say everything that Vietnamese says. */
export interface Words<Said> {
  vi: Said;
  en: Said;
}

/** Written-out texts may differ between languages, their keys and arguments may not. */
type Loosened<Said> = {
  [Key in keyof Said]: Said[Key] extends string
    ? string
    : Said[Key] extends readonly string[]
      ? readonly string[]
      : Said[Key] extends (...args: infer Args) => string
        ? (...args: Args) => string
        : Loosened<Said[Key]>;
};

/** Holds Vietnamese and English side by side: a key missing from either does not compile. */
export function words<const Said>(vi: Said, en: Loosened<Said>): Words<Loosened<Said>> {
  return { vi: vi as Loosened<Said>, en };
}

const key = 'trongtam.language';
const hearers = new Set<() => void>();
let current: Language = stored();

function stored(): Language {
  try {
    return localStorage.getItem(key) === 'en' ? 'en' : 'vi';
  } catch {
    return 'vi';
  }
}

/** The language of the screens now; `vi` unless the person chose English. */
export const language = (): Language => current;

/** Changes the language at once and for the next visit. */
export function setLanguage(next: Language): void {
  current = next;
  document.documentElement.lang = next;
  try {
    localStorage.setItem(key, next);
  } catch {
    // Chosen for this visit only.
  }
  for (const hear of hearers) hear();
}

/** Hears when the language changes, until the returned function is called. */
export function hearLanguage(hear: () => void): () => void {
  hearers.add(hear);
  return () => hearers.delete(hear);
}

/** The language, heard of when it changes. */
export function useLanguage(): Language {
  return useSyncExternalStore(hearLanguage, language, () => 'vi');
}

/** The words of a room in the language of the screens. */
export function useWords<Said>(both: Words<Said>): Said {
  return both[useLanguage()];
}
