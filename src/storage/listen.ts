import pg from 'pg';
import { connectionSettings } from './pool.ts';

export type Listener = (payload: string) => void;

const firstPause = 100;
const longestPause = 5_000;

/**
 * Listens on one channel over a connection of its own, made again when it breaks. What was told in the gap is lost:
 * a listener treats a message as a hint to look, and is told without words when the gap begins and ends.
 * @returns the way to stop
 */
export async function listenTo(
  url: string,
  channel: string,
  handler: Listener,
): Promise<() => Promise<void>> {
  let stopped = false;
  let pause = firstPause;
  let timer: NodeJS.Timeout | undefined;
  let client = await connect();

  async function connect(): Promise<pg.Client> {
    const next = new pg.Client(connectionSettings(url));
    next.on('notification', (message) => handler(message.payload ?? ''));
    next.on('error', () => undefined);
    await next.connect();
    await next.query(`listen ${next.escapeIdentifier(channel)}`);
    next.once('end', again);
    return next;
  }

  function again(): void {
    if (stopped) return;
    handler('');
    timer = setTimeout(async () => {
      try {
        client = await connect();
        pause = firstPause;
        if (stopped) await client.end();
        else handler('');
      } catch {
        pause = Math.min(pause * 2, longestPause);
        again();
      }
    }, pause);
  }

  return async () => {
    stopped = true;
    clearTimeout(timer);
    await client.end();
  };
}
