import type { Product } from './product.ts';

/** A person of the demo signed in over HTTP, as a program would be. */
export interface Caller {
  get(path: string): Promise<Response>;
  post(path: string, body: unknown, headers?: Record<string, string>): Promise<Response>;
  upload(path: string, name: string, bytes: Uint8Array): Promise<Response>;
}

export interface DemoPerson {
  userId: string;
  fullName: string;
  role: string;
  unitName: string;
}

/** On a busy machine a kept connection may be gone by the time it is used again: a question is asked twice. */
const ask = (address: string, init?: RequestInit) => fetch(address, init).catch(() => fetch(address, init));

/** Everybody of the demo, the leading roles first. */
export async function demoPersons(product: Product): Promise<DemoPerson[]> {
  return (await (await ask(`${product.url}/api/demo/persons`)).json()) as DemoPerson[];
}

/** The first person of the demo with a role, at a unit where one is named. */
export async function personOf(product: Product, role: string, unitName?: string): Promise<DemoPerson> {
  const person = (await demoPersons(product)).find(
    (one) => one.role === role && (unitName === undefined || one.unitName === unitName),
  );
  if (!person) throw new Error(`The demo has no ${role}`);
  return person;
}

/** Signs the first person of the demo with a role in and keeps the cookies. */
export async function signIn(product: Product, role: string): Promise<Caller> {
  return signInAs(product, await personOf(product, role));
}

/** Everybody of the demo. */
export async function allPersons(product: Product): Promise<DemoPerson[]> {
  return (await (await fetch(`${product.url}/api/demo/persons`)).json()) as DemoPerson[];
}

/** Signs one person of the demo in and keeps the cookies. */
export async function signInAs(product: Product, { userId }: Pick<DemoPerson, 'userId'>): Promise<Caller> {
  const answer = await fetch(`${product.url}/api/demo/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: product.url },
    body: JSON.stringify({ userId }),
  });
  if (!answer.ok) throw new Error(`Sign-in failed: ${answer.status} ${await answer.text()}`);
  const cookie = answer.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ');
  const own = { cookie, origin: product.url };
  return {
    get: (path) => ask(product.url + path, { headers: own }),
    post: (path, body, headers = {}) =>
      fetch(product.url + path, {
        method: 'POST',
        headers: { ...own, 'content-type': 'application/json', ...headers },
        body: JSON.stringify(body),
      }),
    upload(path, name, bytes) {
      const form = new FormData();
      form.append('file', new Blob([Uint8Array.from(bytes)]), name);
      return fetch(product.url + path, { method: 'POST', headers: own, body: form });
    },
  };
}

/** Asks again until the answer is there; a reading takes seconds. */
export async function eventually<T>(ask: () => Promise<T | undefined>, seconds = 60): Promise<T> {
  for (let tries = 0; tries < seconds * 5; tries++) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error(`Nothing after ${seconds} s`);
}
