import { startEmbedded } from '../src/storage/launcher/embedded.ts';

/** An application for the launcher's tests: starts the database of a folder, says so, stops on SIGTERM. */
try {
  const database = await startEmbedded({
    dataDir: process.argv[2]!,
    env: {},
    log: () => undefined,
    durable: false,
  });
  process.once('SIGTERM', () => void database.stop().then(() => process.exit(0)));
  process.stdout.write('ready\n');
  setInterval(() => undefined, 60_000);
} catch (error) {
  process.stdout.write(`${error instanceof Error ? error.name : 'fault'}: ${String(error)}\n`);
  process.exitCode = 1;
}
