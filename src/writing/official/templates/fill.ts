import Docxtemplater from 'docxtemplater';
import PizZip from 'pizzip';
import type { TemplateData } from './data.ts';

/** Text parts of a Word package that fields may stand in. */
export const isTextPart = (name: string): boolean =>
  /^word\/(?:document|header\d*|footer\d*)\.xml$/u.test(name);

/**
 * Fills a template that was inspected and found without faults; lines in a value become lines in Word, values stay text
 * whatever they hold. @throws Error where Word's own markup around a tag cannot be repeated
 */
export function fillTemplate(bytes: Uint8Array, data: TemplateData): Uint8Array {
  const template = new Docxtemplater(new PizZip(bytes), {
    paragraphLoop: true,
    linebreaks: true,
    errorLogging: false,
    nullGetter: () => '',
  });
  template.render(data);
  return template.getZip().generate({ type: 'uint8array', compression: 'DEFLATE' });
}
