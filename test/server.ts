import { createHmac } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { InjectOptions, LightMyRequestResponse } from 'fastify';
import { type App, buildApp } from '../src/app.ts';
import { readConfig } from '../src/config.ts';
import { makeSetupToken } from '../src/features/setup/commands.ts';
import { testDatabase } from './database.ts';

export const password = 'mật khẩu dùng để thử';

/** Somebody at a browser: keeps cookies from answer to answer, or a program with a token. */
export interface Visitor {
  call(
    method: InjectOptions['method'],
    url: string,
    body?: unknown,
    headers?: object,
  ): Promise<LightMyRequestResponse>;
  /** The JSON of a call that must succeed. */
  get<T = Record<string, unknown>>(url: string): Promise<T>;
  post<T = Record<string, unknown>>(url: string, body: unknown, headers?: object): Promise<T>;
  signIn(userName: string, typed?: string): Promise<LightMyRequestResponse>;
  /** Listens to server-sent events until `leave`; `text` is all that came so far, `ended` that the server closed it. */
  listen(url: string): Promise<{ status: number; text(): string; ended(): boolean; leave(): void }>;
}

export interface TestServer {
  app: App;
  visitor(token?: string): Visitor;
  /** Makes the first agency by the set-up token; its administrator «quantri» comes back signed in. */
  setUp(): Promise<Visitor>;
  close(): Promise<void>;
}

/** Each visitor sits at an address of their own. */
let seats = 0;

function makeVisitor({ server }: App, token?: string): Visitor {
  const cookies = new Map<string, string>();
  seats += 1;
  const remoteAddress = `10.0.${seats >> 8}.${seats & 255}`;
  const credentials = () => ({
    ...(cookies.size > 0 && { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') }),
    ...(token !== undefined && { authorization: `Bearer ${token}` }),
  });
  const visitor: Visitor = {
    async call(method, url, body, headers = {}) {
      const response = await server.inject({
        method,
        url,
        remoteAddress,
        headers: { ...credentials(), ...headers },
        ...(body !== undefined && { payload: body as object }),
      });
      for (const { name, value } of response.cookies)
        if (value === '') cookies.delete(name);
        else cookies.set(name, encodeURIComponent(value));
      return response;
    },
    get: async (url) => succeeded(await visitor.call('GET', url)),
    post: async (url, body, headers) => succeeded(await visitor.call('POST', url, body, headers)),
    async listen(url) {
      const response = await server.inject({
        method: 'GET',
        url,
        headers: credentials(),
        payloadAsStream: true,
      });
      let text = '';
      const stream = response.stream();
      stream.on('data', (chunk: Buffer) => {
        text += chunk.toString();
      });
      let ended = false;
      stream.once('end', () => {
        ended = true;
      });
      const leave = () => stream.destroy();
      return { status: response.statusCode, text: () => text, ended: () => ended, leave };
    },
    signIn: (userName, typed = password) =>
      visitor.call('POST', '/api/auth/sign-in/username', { username: userName, password: typed }),
  };
  return visitor;
}

function succeeded<T>(response: LightMyRequestResponse): T {
  if (response.statusCode >= 300) throw new Error(`${response.statusCode} ${response.body}`);
  return response.json<T>();
}

export const firstAgency = {
  agency: { name: 'Sở Khoa học và Công nghệ Thử nghiệm', shortName: 'Sở KH&CN', sign: 'SKHCN' },
  units: [{ name: 'Văn phòng' }, { name: 'Phòng Quản lý Khoa học', abbreviation: 'P.QLKH' }],
  administrator: { fullName: 'Trần Quản Trị', userName: 'quantri', password },
};

/**
 * The whole application on a database of its own, asked by `inject`; nothing listens.
 * @param env what an administrator sets
 */
export async function testServer(env: NodeJS.ProcessEnv = {}): Promise<TestServer> {
  const database = await testDatabase();
  const dataDir = await mkdtemp(join(tmpdir(), 'trongtam-server-'));
  const app = await buildApp({
    store: database.store,
    appUrl: database.appUrl,
    config: readConfig(env, { dataDir }),
    checked: true,
  });
  await app.server.ready();
  return {
    app,
    visitor: (token) => makeVisitor(app, token),
    async setUp() {
      const visitor = makeVisitor(app);
      await visitor.post('/api/setup', { token: await makeSetupToken(app.ctx), ...firstAgency });
      await visitor.signIn('quantri');
      return visitor;
    },
    async close() {
      await app.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** The six digits an authenticator shows (RFC 6238: SHA-1, 30 seconds) for an otpauth address. */
export function totpCode(uri: string, now = Date.now()): string {
  const secret = new URL(uri).searchParams.get('secret') ?? '';
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
  const bits = [...secret.replace(/=+$/u, '')]
    .map((letter) => alphabet.indexOf(letter).toString(2).padStart(5, '0'))
    .join('');
  const key = Buffer.from((bits.match(/.{8}/gu) ?? []).map((byte) => Number.parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(now / 30_000)));
  const mac = createHmac('sha1', key).update(counter).digest();
  const offset = mac[19]! & 15;
  return String((mac.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}
