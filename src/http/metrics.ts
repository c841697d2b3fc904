import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { FastifyInstance } from 'fastify';

/** Upper bounds of the buckets of request durations, seconds. */
const bounds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

interface Series {
  buckets: number[];
  count: number;
  sum: number;
}

/** Counts of this process since it started, in the text format of Prometheus. */
export interface Metrics {
  observe(labels: { method: string; route: string; status: number }, seconds: number): void;
  print(): string;
  stop(): void;
}

const escaped = (text: string) =>
  text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n');

function printSeries(name: string, labels: string, series: Series): string[] {
  return [
    ...bounds.map((bound, index) => `${name}_bucket{${labels},le="${bound}"} ${series.buckets[index]}`),
    `${name}_bucket{${labels},le="+Inf"} ${series.count}`,
    `${name}_sum{${labels}} ${series.sum.toFixed(6)}`,
    `${name}_count{${labels}} ${series.count}`,
  ];
}

function printProcess(loop: ReturnType<typeof monitorEventLoopDelay>): string[] {
  const { rss, heapUsed, external } = process.memoryUsage();
  const { user, system } = process.cpuUsage();
  const seconds = (nanoseconds: number) => (Number.isFinite(nanoseconds) ? nanoseconds / 1e9 : 0).toFixed(6);
  return [
    '# TYPE process_resident_memory_bytes gauge',
    `process_resident_memory_bytes ${rss}`,
    '# TYPE nodejs_heap_used_bytes gauge',
    `nodejs_heap_used_bytes ${heapUsed}`,
    '# TYPE nodejs_external_memory_bytes gauge',
    `nodejs_external_memory_bytes ${external}`,
    '# TYPE process_cpu_seconds_total counter',
    `process_cpu_seconds_total ${((user + system) / 1e6).toFixed(3)}`,
    '# TYPE process_uptime_seconds gauge',
    `process_uptime_seconds ${process.uptime().toFixed(1)}`,
    '# TYPE nodejs_eventloop_lag_seconds gauge',
    `nodejs_eventloop_lag_seconds{quantile="0.5"} ${seconds(loop.percentile(50))}`,
    `nodejs_eventloop_lag_seconds{quantile="0.99"} ${seconds(loop.percentile(99))}`,
  ];
}

/** Begins counting. Routes are named by their contract, so that no id or word of a person gets into a label. */
export function countMetrics(): Metrics {
  const series = new Map<string, Series>();
  const loop = monitorEventLoopDelay({ resolution: 50 });
  loop.enable();
  return {
    observe({ method, route, status }, seconds) {
      const labels = `method="${method}",route="${escaped(route)}",status="${status}"`;
      const one = series.get(labels) ?? { buckets: bounds.map(() => 0), count: 0, sum: 0 };
      series.set(labels, one);
      one.count += 1;
      one.sum += seconds;
      for (const [index, bound] of bounds.entries()) if (seconds <= bound) one.buckets[index]! += 1;
    },
    print() {
      const name = 'http_request_duration_seconds';
      const lines = [...series].flatMap(([labels, one]) => printSeries(name, labels, one));
      return `${[`# TYPE ${name} histogram`, ...lines, ...printProcess(loop)].join('\n')}\n`;
    },
    stop: () => loop.disable(),
  };
}

/** Counts every request of a server and prints the counts at /metrics. */
export function serveMetrics(server: FastifyInstance): void {
  const metrics = countMetrics();
  server.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.config.contract ?? request.routeOptions.url ?? 'unknown';
    metrics.observe({ method: request.method, route, status: reply.statusCode }, reply.elapsedTime / 1000);
  });
  server.addHook('onClose', async () => metrics.stop());
  server.get('/metrics', async (_request, reply) =>
    reply.type('text/plain; version=0.0.4').send(metrics.print()),
  );
}
