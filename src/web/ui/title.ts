import { useEffect } from 'react';

/** The page's title in the browser, which is also what a screen reader says on arrival. */
export function useTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} · Trọng Tâm`;
  }, [title]);
}
