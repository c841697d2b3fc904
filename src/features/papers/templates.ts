import { Unreadable } from '../../reading/extracted.ts';
import type { TemplateData } from '../../writing/official/templates/data.ts';
import { fieldsOf, type TemplateKind, taskFieldsOf } from '../../writing/official/templates/fields.ts';
import { Refused } from '../context.ts';
import { templateApart } from './apart.ts';
import type { TemplateReport } from './contract.ts';

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
  const known = [
    ...fieldsOf(kind).map((one) => ({ ...one, inLoop: false })),
    ...taskFieldsOf(kind).map((one) => ({ ...one, inLoop: true })),
  ];
  const used = new Set(fields.map(({ name }) => name));
  return {
    faults,
    fields: known.map(({ name, words, inLoop, required = false }) => ({
      name,
      words,
      inLoop,
      required,
      used: used.has(name),
    })),
  };
}

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
