import type { Entry } from './edits.ts';

const prefix = 'trongtam.review';

/** A random id; `crypto.randomUUID` is missing where the page comes over plain http. */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

/** Where one open page keeps its unsent edits on this machine. */
export interface Keeping {
  keep: (entries: readonly Entry[]) => void;
  /** Edits left behind by pages that were closed before everything was saved. */
  orphans: () => Promise<Entry[]>;
}

/**
 * Keeps unsent edits in localStorage, apart for each person, review and open page: a lock tells whether the page that
 * wrote them still lives, so that two pages never send the same edit.
 */
export function makeKeeping(userId: string, intakeId: string): Keeping {
  const reviewKey = `${prefix}.${userId}.${intakeId}.`;
  const own = reviewKey + newId();
  // Never let go: the lock ends with the page.
  void navigator.locks?.request(own, () => new Promise<never>(() => {}));
  return {
    keep(entries) {
      if (entries.length === 0) localStorage.removeItem(own);
      else localStorage.setItem(own, JSON.stringify(entries));
    },
    async orphans() {
      const found: Entry[] = [];
      for (const key of Object.keys(localStorage)) {
        if (key === own || !key.startsWith(reviewKey)) continue;
        found.push(...(navigator.locks ? await take(key) : taken(key)));
      }
      return found;
    },
  };
}

const take = (key: string) =>
  navigator.locks.request(key, { ifAvailable: true }, (lock) => (lock === null ? [] : taken(key)));

function taken(key: string): Entry[] {
  const entries = JSON.parse(localStorage.getItem(key) ?? '[]') as Entry[];
  localStorage.removeItem(key);
  return entries;
}
