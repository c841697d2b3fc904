import { fold } from '../../domain/text/fold.ts';
import type { Block } from '../extracted.ts';
import type { Stretch } from './clauses.ts';
import { isTitle } from './headings.ts';
import { isTaskHeader } from './tables.ts';

/** What a decision or notice is issued with, behind its signature; rules (quy chế, quy định) hand out no work. */
const title = /^[\W_]*(phu luc|ke hoach|chuong trinh|de an|bang phan cong|phan cong|danh muc|bieu)\b/;
const rules = /^[\W_]*(quy che|quy dinh|dieu le|noi quy|huong dan|mau so)\b/;
const attached = /^[\W_]*\(?\s*((duoc )?(ban hanh )?kem theo|dinh kem)\b/;
const subjectLines = 6;

/** «Nơi nhận:», also as scans misread it: the body is over. */
export const recipients = /^[\W_]*(noi|moi|nol) nhan\s*:/;

/**
 * The parts behind the signature that hand out work: a plan or programme «(Ban hành kèm theo Quyết định …)», an annex
 * «PHỤ LỤC», a task table. `from` is where the signature begins.
 */
export function annexes(flat: string, blocks: Block[], from: number): Stretch[] {
  const behind = blocks.filter(({ start, end }) => start >= from && flat.slice(start, end).trim() !== '');
  const found: Stretch[] = [];
  let open: Stretch | undefined;
  for (const [i, block] of behind.entries()) {
    const line = flat.slice(block.start, block.end);
    const folded = fold(line.slice(0, 120)).trim();
    const begins = isTitle(line) && (title.test(folded) || rules.test(folded)) && isAttached(flat, behind, i);
    if (begins) {
      open = rules.test(folded) ? undefined : { start: block.start, end: block.end };
      if (open) found.push(open);
    } else if (open && recipients.test(folded)) open = undefined;
    else if (open) open.end = block.end;
    else if (block.kind === 'row' && isTaskHeader(flat, block)) {
      open = { start: block.start, end: block.end };
      found.push(open);
    }
  }
  return found;
}

/** «PHỤ LỤC» says so itself; other titles are an annex when «(kèm theo …)» stands within a few lines. */
function isAttached(flat: string, blocks: Block[], i: number): boolean {
  const lines = blocks
    .slice(i, i + subjectLines)
    .map(({ start, end }) => fold(flat.slice(start, end)).trim());
  return (
    /^[\W_]*(phu luc|bang phan cong|phan cong)/.test(lines[0] ?? '') ||
    lines.some((line) => attached.test(line))
  );
}
