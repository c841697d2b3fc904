/** The database cannot be started or used; the message is Vietnamese, for the person at the console. */
export class DatabaseFault extends Error {
  override name = 'DatabaseFault';
}

/** Another process of Trọng Tâm works on the same data. */
export class AlreadyRunning extends DatabaseFault {
  override name = 'AlreadyRunning';
}

/** Whether an error of the file system or of a child process has the given code, «ENOENT». */
export function hasCode(error: unknown, ...codes: string[]): boolean {
  return error instanceof Error && 'code' in error && codes.includes(String(error.code));
}
