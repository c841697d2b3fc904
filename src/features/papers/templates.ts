import { Unreadable } from '../../reading/extracted.ts';
import type { TemplateData } from '../../writing/official/templates/data.ts';
import {
  type TemplateField,
  type TemplateKind,
  templateShapes,
} from '../../writing/official/templates/fields.ts';
import { Refused } from '../context.ts';
import { templateApart, writeApart } from './apart.ts';
import type { TemplateReport } from './contract.ts';
import type { Paper } from './papers.ts';

async function looked(bytes: Uint8Array, kind: TemplateKind, data: TemplateData | null) {
  try {
    return await templateApart(bytes, kind, data);
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    if (error.code === 'too-large')
      throw Refused.tooLarge('Mẫu Word lớn hơn 8 MB. Bỏ bớt hình trong mẫu rồi chọn lại.');
    throw Refused.unprocessable(error.message);
  }
}

/** What a template uses, what is wrong with it, and every field there is. @throws Refused 413, 422 where it is no Word file */
export async function inspectTemplate(bytes: Uint8Array, kind: TemplateKind): Promise<TemplateReport> {
  const found = await looked(bytes, kind, null);
  const { fields, faults } = found instanceof Uint8Array ? { fields: [], faults: [] } : found;
  const used = new Set(fields.map(({ name, loop }) => `${loop}.${name}`));
  const told = (of: readonly TemplateField[], loop: string | null) =>
    of.map(({ name, words, required = false }) => ({
      ...{ name, words, required, used: used.has(`${loop}.${name}`) },
    }));
  const shape = templateShapes[kind];
  return {
    faults,
    fields: told(shape.fields, null),
    loops: shape.loops.map((loop) => ({
      ...{ name: loop.name, words: loop.words, within: loop.within ?? null },
      fields: told(loop.fields, loop.name),
    })),
  };
}

/** A paper as Word: by the agency's own template where there is one, else as the decree lays it out. */
export const writeWord = (
  { document, data }: Pick<Paper, 'document' | 'data'>,
  kind: TemplateKind,
  own: Uint8Array | null,
): Promise<Uint8Array> => (own === null ? writeApart(document, 'docx') : fillFrom(own, kind, data));

/** A template filled, as Word. @throws Refused 413, 422 where it is none; 400 with everything that is wrong with it */
export async function fillFrom(
  bytes: Uint8Array,
  kind: TemplateKind,
  data: TemplateData,
): Promise<Uint8Array> {
  const filled = await looked(bytes, kind, data);
  if (filled instanceof Uint8Array) return filled;
  throw Refused.invalid(
    filled.faults.map((message) => ({ path: 'file', message })),
    `Mẫu chưa dùng được: ${filled.faults.join(' ')}`,
  );
}
