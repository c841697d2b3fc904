import { SaxesParser } from 'saxes';
import { refuse } from './refuse.ts';

/** An element of an office file; names keep their prefix (`w:p`), children are elements and text in order. */
export interface Element {
  name: string;
  attributes: Record<string, string | undefined>;
  children: (Element | string)[];
}

/** No office document nests deeper; deeper ones are made to exhaust the stack. */
const deepest = 256;
const mostElements = 8_000_000;
/** Every error costs a stack trace: past this many the rest of the part is noise and is not read. */
const mostErrors = 200;
const piece = 1 << 12;

/**
 * Parses one XML part. Entities other than the five of XML are never expanded; what is broken is passed over and
 * the elements before it are kept.
 * @returns the root element and whether something was broken
 * @throws Unreadable `bomb` for absurd depth or size
 */
export function parseXml(bytes: Uint8Array): { root: Element; broken: boolean } {
  const top: Element = { name: '', attributes: {}, children: [] };
  const open: Element[] = [top];
  let elements = 0;
  let errors = 0;
  const parser = new SaxesParser({ xmlns: false });
  parser.on('error', () => {
    errors++;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const element: Element = { name, attributes, children: [] };
    open.at(-1)!.children.push(element);
    open.push(element);
    if (open.length > deepest || ++elements > mostElements) throw refuse('bomb');
  });
  parser.on('closetag', () => {
    if (open.length > 1) open.pop();
  });
  const text = (chars: string) => {
    open.at(-1)!.children.push(chars);
  };
  parser.on('text', text);
  parser.on('cdata', text);
  const whole = new TextDecoder(encodingOf(bytes)).decode(bytes);
  for (let at = 0; at < whole.length; at += piece) {
    if (errors > mostErrors) break;
    parser.write(whole.slice(at, at + piece));
  }
  if (errors <= mostErrors) parser.close();
  const root = elementsOf(top)[0];
  if (!root) throw refuse('damaged');
  return { root, broken: errors > 0 };
}

function encodingOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
}

/** Child elements, without the text between them. */
export function elementsOf(element: Element | undefined): Element[] {
  return element?.children.filter((child): child is Element => typeof child !== 'string') ?? [];
}

/** The first child element of that name. */
export function child(element: Element | undefined, name: string): Element | undefined {
  return elementsOf(element).find((each) => each.name === name);
}

/** The `w:val` of a child element; undefined when the child or the value is missing. */
export function value(element: Element | undefined, name: string): string | undefined {
  return child(element, name)?.attributes['w:val'];
}

/** A switch such as `w:b`: on when present, unless its value says otherwise; undefined when absent. */
export function isOn(element: Element | undefined, name: string): boolean | undefined {
  const found = child(element, name);
  return found && !['0', 'false', 'off', 'none'].includes(found.attributes['w:val'] ?? 'true');
}

/** All text inside an element. */
export function textOf(element: Element): string {
  return element.children.map((each) => (typeof each === 'string' ? each : textOf(each))).join('');
}
