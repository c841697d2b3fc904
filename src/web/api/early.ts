type Answers = Map<string, Promise<Response> | undefined>;

/** What `public/early.js` asked before this code arrived, by address; undefined once somebody has it. */
const asked = (): Answers | undefined => (globalThis as { trongtamEarly?: Answers }).trongtamEarly;

/** After this an early answer is no longer news; milliseconds since the page was opened. */
const fresh = 20_000;

/**
 * The answer already on its way to a question, once: whoever asks again asks the server. A change sent meanwhile makes
 * all of them old.
 */
export function takeEarly(address: string, method = 'GET'): Promise<Response> | undefined {
  const answers = asked();
  if (answers === undefined) return undefined;
  if (method !== 'GET' || performance.now() > fresh) {
    for (const old of answers.keys()) answers.set(old, undefined);
    return undefined;
  }
  const answer = answers.get(address);
  answers.set(address, undefined);
  return answer;
}
