import { createHash } from 'node:crypto';
import { chmod, chown, lstat, mkdir, realpath } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type Account, canExecute } from './account.ts';
import { DatabaseFault } from './fault.ts';

/** A Unix socket's path is bounded by the system (108 bytes on Linux, 104 on macOS); we stay clear of it. */
const longestSocketPath = 90;
const socketName = '.s.PGSQL.5432';

/** Where things lie in a data directory. */
export interface Places {
  dataDir: string;
  /** PostgreSQL's own directory. */
  cluster: string;
  /** Folder of the Unix socket, for the account alone. */
  socket: string;
  secrets: string;
  log: string;
}

/** The data directory when nobody names one: a system state folder for root, `./data` otherwise. */
export function defaultDataDir(): string {
  return process.getuid?.() === 0 ? '/var/lib/trongtam' : resolve('data');
}

function socketFolder(dataDir: string): string {
  const beside = join(dataDir, 'socket');
  if (Buffer.byteLength(join(beside, socketName)) <= longestSocketPath) return beside;
  const short = createHash('sha256').update(dataDir).digest('hex').slice(0, 12);
  const base = process.getuid?.() === 0 ? '/run' : tmpdir();
  return join(Buffer.byteLength(base) > 60 ? '/tmp' : base, `trongtam-${short}`);
}

/** A folder only the account can enter. One that somebody else put there is refused: /tmp is open to all. */
async function privateFolder(path: string, account: Account | undefined): Promise<void> {
  await mkdir(path, { mode: 0o700 }).catch(() => undefined);
  const found = await lstat(path);
  const owner = account?.uid ?? process.getuid?.();
  if (!found.isDirectory() || (found.uid !== owner && found.uid !== process.getuid?.())) {
    throw new DatabaseFault(
      `Thư mục ${path} thuộc về tài khoản khác; hãy xoá hoặc đổi tên thư mục đó rồi khởi động lại.`,
    );
  }
  if (account) await chown(path, account.uid, account.gid);
  await chmod(path, 0o700);
}

/**
 * Makes the data directory and says where its parts lie.
 * @throws DatabaseFault when the account cannot reach the directory
 */
export async function preparePlaces(wanted: string, account: Account | undefined): Promise<Places> {
  await mkdir(wanted, { recursive: true, mode: account ? 0o711 : 0o700 });
  const dataDir = await realpath(wanted);
  // Other accounts may pass through to the cluster; what else lies here is closed to them by its own mode.
  if (account) await chmod(dataDir, 0o711);
  const socket = socketFolder(dataDir);
  await privateFolder(socket, account);
  const places: Places = {
    dataDir,
    cluster: join(dataDir, 'postgres'),
    socket,
    secrets: join(dataDir, 'secrets.json'),
    log: join(dataDir, 'postgres.log'),
  };
  if (!(await canExecute(account, socket))) {
    throw new DatabaseFault(
      `Tài khoản «${account?.name}» không vào được thư mục dữ liệu ${dataDir}. Hãy đặt TRONGTAM_DATA tới thư mục khác, chẳng hạn /var/lib/trongtam.`,
    );
  }
  return places;
}
