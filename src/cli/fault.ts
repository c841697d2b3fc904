import { ConfigFault } from '../config.ts';
import { Refused } from '../features/context.ts';
import { BackupFault } from '../storage/backup/format.ts';
import { DatabaseFault } from '../storage/launcher/fault.ts';
import { MigrationError } from '../storage/migrate.ts';

/** The command line is not as help says. */
export class UsageFault extends Error {
  override name = 'UsageFault';
}

/**
 * Says at the console why a command stopped.
 * @returns the exit code: 2 for a wrong command line or configuration, 1 for anything else
 */
export function exitCodeOf(error: unknown): number {
  const badArgument =
    error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
  if (error instanceof UsageFault || error instanceof ConfigFault || badArgument) {
    console.error(error.message);
    return 2;
  }
  if (error instanceof Refused) {
    console.error(error.message);
    for (const { path, message } of error.errors ?? []) console.error(`  ${path}: ${message}`);
    return 1;
  }
  const known = [DatabaseFault, MigrationError, BackupFault].some((fault) => error instanceof fault);
  if (!(error instanceof Error)) console.error(String(error));
  else console.error(known ? error.message : (error.stack ?? error.message));
  return 1;
}
