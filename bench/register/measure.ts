import { readdirSync, readFileSync } from 'node:fs';
import http from 'node:http';
import { performance } from 'node:perf_hooks';

/** One request of a load: what to send for the n-th. */
export interface Asked {
  method?: string;
  path: string;
  headers?: Record<string, string>;
  body?: unknown;
}

export interface Answer {
  status: number;
  milliseconds: number;
  headers: http.IncomingHttpHeaders;
  text: string;
}

export interface Load {
  name: string;
  clients: number;
  ask(number: number): Asked;
  /** Hears each answer: a version to send next. */
  heard?(number: number, answer: Answer): void;
}

/** What a load came to; CPU of server and PostgreSQL together, in seconds per 1000 requests (= ms per request). */
export interface Figure {
  name: string;
  clients: number;
  requests: number;
  failed: number;
  p50: number;
  p95: number;
  perSecond: number;
  cpu: number;
}

const fieldsOf = (pid: number | string): string[] => {
  const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
};

/** The processes and all that descend from them. */
function familyOf(roots: readonly number[]): number[] {
  const children = new Map<number, number[]>();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/u.test(name)) continue;
    try {
      const parent = Number(fieldsOf(name)[1]);
      children.set(parent, [...(children.get(parent) ?? []), Number(name)]);
    } catch {
      // Gone between the look and the reading.
    }
  }
  const family = new Set<number>();
  const waiting = [...roots];
  for (let pid = waiting.pop(); pid !== undefined; pid = waiting.pop()) {
    if (family.has(pid)) continue;
    family.add(pid);
    waiting.push(...(children.get(pid) ?? []));
  }
  return [...family];
}

/** Seconds of CPU the processes, their descendants and those already reaped have used. */
export function cpuOf(roots: readonly number[]): number {
  let ticks = 0;
  for (const pid of familyOf(roots)) {
    try {
      const fields = fieldsOf(pid);
      for (const at of [11, 12, 13, 14]) ticks += Number(fields[at]);
    } catch {
      // Gone: counted with its parent.
    }
  }
  return ticks / 100;
}

/** Memory in MiB, shared pages counted once. */
export function memoryOf(pid: number): number {
  const rollup = readFileSync(`/proc/${pid}/smaps_rollup`, 'latin1');
  return Math.round(Number(/^Pss:\s+(\d+)/mu.exec(rollup)?.[1]) / 1024);
}

const agent = new http.Agent({ keepAlive: true, maxSockets: 64 });

/** Sends one request to a server of this machine and hears it to the end. */
export function send(base: string, asked: Asked, headers: Record<string, string>): Promise<Answer> {
  const { hostname, port } = new URL(base);
  const body = asked.body === undefined ? undefined : Buffer.from(JSON.stringify(asked.body));
  return new Promise((resolve, reject) => {
    const began = performance.now();
    const request = http.request(
      {
        agent,
        hostname,
        port,
        path: asked.path,
        method: asked.method ?? 'GET',
        headers: {
          ...headers,
          ...asked.headers,
          ...(body && { 'content-type': 'application/json', 'content-length': body.length }),
        },
      },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            milliseconds: performance.now() - began,
            headers: response.headers,
            text: Buffer.concat(chunks).toString(),
          }),
        );
      },
    );
    request.on('error', reject);
    request.end(body);
  });
}

const quantile = (sorted: readonly number[], share: number) =>
  sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;

let asked = 0;

async function once(
  base: string,
  headers: Record<string, string>,
  load: Load,
  seconds: number,
  pids: number[],
) {
  const times: number[] = [];
  let failed = 0;
  const cpuBefore = cpuOf(pids);
  const began = performance.now();
  const end = began + seconds * 1000;
  const client = async () => {
    while (performance.now() < end) {
      const number = asked++;
      const answer = await send(base, load.ask(number), headers);
      load.heard?.(number, answer);
      if (answer.status >= 200 && answer.status < 300) times.push(answer.milliseconds);
      else failed += 1;
    }
  };
  await Promise.all(Array.from({ length: load.clients }, client));
  const wall = (performance.now() - began) / 1000;
  const cpu = cpuOf(pids) - cpuBefore;
  times.sort((a, b) => a - b);
  return {
    requests: times.length,
    failed,
    p50: quantile(times, 0.5),
    p95: quantile(times, 0.95),
    perSecond: times.length / wall,
    cpu: (cpu / times.length) * 1000,
  };
}

/**
 * Runs a load in a closed loop, warmed up once, and gives the middle of three runs by CPU.
 * @param pids the processes whose CPU counts
 */
export async function measure(
  base: string,
  headers: Record<string, string>,
  load: Load,
  { seconds, pids }: { seconds: number; pids: number[] },
): Promise<Figure> {
  await once(base, headers, load, Math.min(1, seconds), pids);
  const runs = [];
  for (let run = 0; run < 3; run += 1) runs.push(await once(base, headers, load, seconds, pids));
  runs.sort((a, b) => a.cpu - b.cpu);
  return { name: load.name, clients: load.clients, ...runs[1]! };
}
