import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

/** The top folder of the repository. */
export const root = join(import.meta.dirname, '..');

/** Files below a folder of the repository, as paths from the top, whose name ends so; built and installed ones left out. */
export function filesUnder(folder: string, ending: RegExp): string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && ending.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .toSorted();
}

export const textOf = (path: string) => readFileSync(join(root, path), 'utf8');
