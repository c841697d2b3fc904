import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './repository.ts';

/** Real texts kept outside the repository, beside it; absent on most machines. */
const place = join(root, '..', 'shared');

/** A file of the material outside the repository, or null; what is left out is named on the console. */
export function material(path: string): Buffer | null {
  const file = join(place, path);
  if (existsSync(file)) return readFileSync(file);
  console.error(
    `Left out: ${path} is not beside this repository; an example of the project's own stands in.`,
  );
  return null;
}
