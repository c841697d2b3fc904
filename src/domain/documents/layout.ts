import { z } from 'zod';
import layoutFile from '../../../rules/documents/layout.json' with { type: 'json' };
import { inForce, Rule } from '../rules/rule.ts';

/** How official documents are laid out: Nghị định 30/2020/NĐ-CP, Phụ lục I, as dated data. */
export const layoutRules: readonly Rule[] = z.array(Rule).parse(layoutFile);

/** What is allowed, from least to most, and what is used of it. */
const Measure = z.object({ least: z.number(), most: z.number(), used: z.number() });
const Face = Measure.extend({ look: z.enum(['upright', 'bold', 'italic', 'bold italic']) });
const PageRule = z.object({
  width: z.number(),
  height: z.number(),
  top: Measure,
  bottom: Measure,
  left: Measure,
  right: Measure,
});

/** The parts of a document that have a size of their own. */
export const LayoutPart = z.enum([
  'state',
  'motto',
  'superior',
  'issuer',
  'number',
  'place',
  'kind',
  'subject',
  'letterSubject',
  'body',
  'heading',
  'signerRole',
  'signerName',
  'recipientsTitle',
  'recipients',
  'appendix',
  'appendixNote',
  'pageNumber',
]);
export type LayoutPart = z.infer<typeof LayoutPart>;

const TypeRule = z.record(LayoutPart, Face);
const BodyRule = z.object({ firstLine: Measure, between: Measure, line: Measure });

/** Size in points, and weight and slope, of one part of a document. */
export interface PartFace {
  size: number;
  bold: boolean;
  italic: boolean;
}

/** Measures of a day: page and margins in mm, sizes in points, indent of first lines in mm, space between paragraphs in points. */
export interface Layout {
  page: Record<'width' | 'height' | 'top' | 'bottom' | 'left' | 'right', number>;
  faces: Record<LayoutPart, PartFace>;
  firstLine: number;
  between: number;
  /** Space between lines, as a multiple of single. */
  line: number;
  tableSize: number;
}

/** A paper of an earlier day that is written anew is laid out by the decree, not by the circular it replaced. */
const firstDay = layoutRules.map(({ from }) => from).sort()[0] ?? '';

/** The layout in force on a day (ISO). */
export function layoutOn(on: string): Layout {
  const ruled = <Value>(topic: string, value: z.ZodType<Value>): Value => {
    const day = on < firstDay ? firstDay : on;
    const rule = inForce(layoutRules, { topic: `official-layout.${topic}`, on: day });
    if (!rule) throw new RangeError(`No layout of ${topic} on ${on}`);
    return value.parse(rule.value);
  };
  const { width, height, top, bottom, left, right } = ruled('page', PageRule);
  const { firstLine, between, line } = ruled('body', BodyRule);
  const faces = Object.entries(ruled('type', TypeRule)).map(([part, { used, look }]) => [
    part,
    { size: used, bold: look.includes('bold'), italic: look.includes('italic') },
  ]);
  return {
    page: { width, height, top: top.used, bottom: bottom.used, left: left.used, right: right.used },
    faces: Object.fromEntries(faces) as Record<LayoutPart, PartFace>,
    firstLine: firstLine.used,
    between: between.used,
    line: line.used,
    tableSize: ruled('table', Measure).used,
  };
}
