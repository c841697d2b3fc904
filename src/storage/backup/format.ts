import { z } from 'zod';

/**
 * A backup is a gzipped tar with, in this order:
 *
 *     header.json                    what it is, which migrations the schema has had, the tables
 *     rows/<schema.table>/<n>.jsonl  rows, one JSON array of texts per line, in the order of the primary key
 *     files/<agency>/<sha256>        originals
 *     manifest.json                  what should have come: rows and SHA-256 per table, files, ends of the audit chains
 *
 * The manifest comes last, since it is known last; a backup without it is cut off and is refused.
 */
export const formatName = 'trongtam-backup';
export const formatVersion = 1;

export const BackupHeader = z.object({
  format: z.literal(formatName),
  version: z.literal(formatVersion),
  createdAt: z.string(),
  /** «18.4» */
  server: z.string(),
  migrations: z.array(z.object({ name: z.string(), hash: z.string() })),
  tables: z.array(
    z.object({
      name: z.string(),
      columns: z.array(z.object({ name: z.string(), type: z.string() })),
      key: z.array(z.string()),
    }),
  ),
});
export type BackupHeader = z.infer<typeof BackupHeader>;

export const BackupManifest = z.object({
  tables: z.record(z.string(), z.object({ rows: z.int(), sha256: z.string() })),
  files: z.object({ count: z.int(), bytes: z.int() }),
  /** Originals with a row but without sound bytes on disk when the backup was made, «agency/hash». */
  missingFiles: z.array(z.string()),
  /** Last seal of each chain. */
  auditHeads: z.array(z.object({ agencyId: z.string(), seal: z.int(), hash: z.string() })),
});
export type BackupManifest = z.infer<typeof BackupManifest>;

/** The backup cannot be made or restored; the message is Vietnamese and says what to do. */
export class BackupFault extends Error {
  override name = 'BackupFault';
}
