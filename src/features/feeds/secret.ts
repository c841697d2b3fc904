import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { isUuid } from '../../storage/ids.ts';

const suffix = '.ics';

const packed = (id: string) => Buffer.from(id.replaceAll('-', ''), 'hex');
const unpacked = (bytes: Buffer) =>
  bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/u, '$1-$2-$3-$4-$5');

/** What is kept of a secret. */
export const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex');

/** Base64url of agency, feed and 24 random bytes, and «.ics»: found without looking through agencies. */
export const secretOf = (agencyId: string, id: string): string =>
  Buffer.concat([packed(agencyId), packed(id), randomBytes(24)]).toString('base64url') + suffix;

/** The agency and feed a secret names; null for what is none, without asking the database. */
export function readSecret(secret: string): { agencyId: string; id: string } | null {
  if (!/^[\w-]{75}\.ics$/u.test(secret)) return null;
  const bytes = Buffer.from(secret.slice(0, -suffix.length), 'base64url');
  const agencyId = unpacked(bytes.subarray(0, 16));
  const id = unpacked(bytes.subarray(16, 32));
  return isUuid(agencyId) && isUuid(id) ? { agencyId, id } : null;
}

/** Whether a secret is the one whose hash was kept; takes as long for any. */
export const isSecret = (secret: string, hash: string): boolean =>
  timingSafeEqual(Buffer.from(hashOf(secret)), Buffer.from(hash));
