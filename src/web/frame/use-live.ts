import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { watchDirectives } from '../../features/directives/contract.ts';
import { addressOf } from '../api/call.ts';

/** Several changes at once, as of a bulk act, are one reason to look again. Milliseconds. */
const settle = 300;

/**
 * Whatever somebody else changes is asked for again: lists, the open record, Today. Only while the page is looked at,
 * since a browser keeps few lines to one server; on coming back, and after a broken line, everything is looked at anew.
 */
export function useLive(active: boolean): void {
  const client = useQueryClient();
  useEffect(() => {
    if (!active) return;
    let news: EventSource | null = null;
    let timer = 0;
    let missed = false;
    const lookAgain = () => {
      clearTimeout(timer);
      timer = window.setTimeout(() => {
        for (const queryKey of [['directives'], ['directive'], ['today']])
          void client.invalidateQueries({ queryKey });
      }, settle);
    };
    const leave = () => {
      news?.close();
      news = null;
    };
    const follow = () => {
      if (document.visibilityState === 'hidden') {
        leave();
        missed = true;
        return;
      }
      if (news !== null) return;
      news = new EventSource(addressOf(watchDirectives));
      news.onopen = () => {
        if (missed) lookAgain();
        missed = false;
      };
      news.onerror = () => {
        missed = true;
      };
      news.onmessage = ({ data }: MessageEvent<string>) => {
        if (data.includes('"changed"')) lookAgain();
      };
    };
    follow();
    document.addEventListener('visibilitychange', follow);
    return () => {
      document.removeEventListener('visibilitychange', follow);
      clearTimeout(timer);
      leave();
    };
  }, [active, client]);
}
