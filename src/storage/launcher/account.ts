import { execFile } from 'node:child_process';
import { readFile, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { promisify } from 'node:util';
import { DatabaseFault } from './fault.ts';

const run = promisify(execFile);
const ownAccount = 'trongtam';

/** An account of the operating system. */
export interface Account {
  name: string;
  uid: number;
  gid: number;
}

async function findAccount(name: string): Promise<Account | undefined> {
  const local = await readFile('/etc/passwd', 'utf8');
  const line = local.split('\n').find((entry) => entry.startsWith(`${name}:`)) ?? (await askDirectory(name));
  if (!line) return undefined;
  const [, , uid, gid] = line.split(':');
  return { name, uid: Number(uid), gid: Number(gid) };
}

/** Accounts from LDAP and the like are not in /etc/passwd. */
async function askDirectory(name: string): Promise<string | undefined> {
  try {
    return (await run('getent', ['passwd', name])).stdout.trim() || undefined;
  } catch {
    return undefined;
  }
}

async function createAccount(name: string): Promise<void> {
  const flags = ['--system', '--user-group', '--no-create-home', '--home-dir', '/nonexistent'];
  await run('useradd', [...flags, '--shell', '/usr/sbin/nologin', name]);
}

/**
 * The account the database runs as: PostgreSQL refuses root, and shared accounts like `nobody` also own other services,
 * so root gets a system account of our own. `TRONGTAM_DB_USER` names an existing one instead.
 * @returns nothing when this process is not root: the database then runs as the same user
 * @throws DatabaseFault when the account neither exists nor can be made
 */
export async function databaseAccount(env: NodeJS.ProcessEnv): Promise<Account | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const wanted = env.TRONGTAM_DB_USER ?? ownAccount;
  const known = await findAccount(wanted);
  if (known?.uid === 0)
    throw new DatabaseFault(`TRONGTAM_DB_USER=${wanted} là quản trị hệ thống; hãy chọn tài khoản thường.`);
  if (known) return known;
  if (env.TRONGTAM_DB_USER) {
    throw new DatabaseFault(
      `Không có tài khoản hệ thống «${wanted}» (TRONGTAM_DB_USER). Hãy tạo tài khoản đó hoặc bỏ biến này.`,
    );
  }
  const fault = await createAccount(wanted).catch((error: unknown) => error);
  // A start at the same moment may have made it: look before complaining.
  const made = await findAccount(wanted);
  if (made) return made;
  throw new DatabaseFault(
    `Không tạo được tài khoản hệ thống «${wanted}» để chạy cơ sở dữ liệu. Hãy đặt TRONGTAM_DB_USER là một tài khoản thường có sẵn.`,
    { cause: fault },
  );
}

/** Permission bits the account (or this process, when absent) has on a file of the given owner, group and mode. */
function rights(account: Account, file: { uid: number; gid: number; mode: number }): number {
  if (file.uid === account.uid) return (file.mode >> 6) & 7;
  if (file.gid === account.gid) return (file.mode >> 3) & 7;
  return file.mode & 7;
}

/** Whether the account can reach the path and read and execute what is there; always true without an account. */
export async function canExecute(account: Account | undefined, path: string): Promise<boolean> {
  if (!account) return true;
  if ((rights(account, await stat(path)) & 5) !== 5) return false;
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    if ((rights(account, await stat(folder)) & 1) === 0) return false;
    if (folder === dirname(folder)) return true;
  }
}
