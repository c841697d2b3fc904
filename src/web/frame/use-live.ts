import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { watchDirectives } from '../../features/directives/contract.ts';
import { addressOf } from '../api/call.ts';
import { lookAgain } from '../api/long-list.ts';

/** Several changes at once, as of a bulk act, are one reason to look again. Milliseconds. */
const settle = 300;

/** What is asked for anew, by the first word of its key. */
const ofDirectives = ['directives', 'directive', 'today'];
const ofTasks = ['tasks', 'partners'];

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
    let changed = new Set<string>();
    const lookSoon = (...roots: readonly string[]) => {
      for (const root of roots) changed.add(root);
      clearTimeout(timer);
      timer = window.setTimeout(() => {
        void lookAgain(
          client,
          [...changed].map((root) => [root]),
        );
        changed = new Set();
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
        if (missed) lookSoon(...ofDirectives, ...ofTasks);
        missed = false;
      };
      news.onerror = () => {
        missed = true;
      };
      news.onmessage = ({ data }: MessageEvent<string>) => {
        if (data.includes('"changed"')) lookSoon(...(data.includes('"of":"tasks"') ? ofTasks : ofDirectives));
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
