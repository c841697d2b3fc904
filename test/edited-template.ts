import { strToU8, unzipSync, zipSync } from 'fflate';
import { defaultTemplate } from '../src/writing/official/templates/default.ts';
import type { TemplateKind } from '../src/writing/official/templates/fields.ts';

/** The starting template of a kind with its body changed as somebody does in Word. */
export function editedTemplate(kind: TemplateKind, change: (xml: string) => string): Uint8Array {
  const parts = unzipSync(defaultTemplate(kind, '2026-11-26'));
  const xml = change(new TextDecoder().decode(parts['word/document.xml']));
  return zipSync({ ...parts, 'word/document.xml': strToU8(xml) });
}
