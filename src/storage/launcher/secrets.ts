import { randomBytes } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { DatabaseFault, hasCode } from './fault.ts';

/** Passwords of the three roles: who makes databases, who owns the tables, who works with them. */
export interface Secrets {
  superuser: string;
  owner: string;
  application: string;
}

/**
 * The passwords of this data directory, made at the first start; the file is readable by this process's user alone.
 * @param clusterExists the passwords cannot be made anew when a cluster already has the old ones
 */
export async function readSecrets(path: string, clusterExists: boolean): Promise<Secrets> {
  if (!clusterExists) {
    const fresh = () => randomBytes(24).toString('base64url');
    const made: Secrets = { superuser: fresh(), owner: fresh(), application: fresh() };
    // Exclusive: of two first starts one writes and both read the same.
    await writeFile(path, JSON.stringify(made), { mode: 0o600, flag: 'wx' }).catch((error) => {
      if (!hasCode(error, 'EEXIST')) throw error;
    });
  }
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    throw new DatabaseFault(
      `Không đọc được ${path}, tệp giữ mật khẩu của cơ sở dữ liệu. Hãy khôi phục tệp này hoặc khôi phục từ bản sao lưu.`,
      {
        cause: error,
      },
    );
  });
  return JSON.parse(text);
}
