import { DomHandler, Parser } from 'htmlparser2';
import type { ReadingWarning } from '../../domain/documents/reading.ts';
import type { Extracted } from '../extracted.ts';
import { compose } from './compose.ts';
import type { Draft } from './draft.ts';
import { mainContent, pageTitle } from './html-main.ts';
import type { Document } from './html-nodes.ts';
import { HtmlWalker } from './html-walk.ts';
import { refuse } from './refuse.ts';
import { decodeBytes } from './text.ts';

const known = /charset\s*=\s*["']?\s*([\w-]{2,20})/i;

/**
 * Reads a saved web page: its main content without scripts, menus and link lists; tables as rows, headings named.
 * Entities are decoded once, nothing is fetched.
 */
export function extractHtml(bytes: Uint8Array): Extracted {
  const document = parsePage(decodeHtml(bytes));
  const main = mainContent(document);
  const walker = new HtmlWalker();
  const title = pageTitle(document, main);
  const drafts: Draft[] = title ? [{ kind: 'heading', runs: [{ text: title }] }] : [];
  drafts.push(...walker.drafts(main));
  const warnings: ReadingWarning[] = walker.cut
    ? [
        {
          code: 'deep-page',
          message:
            'Trang lồng quá nhiều lớp: phần nằm sâu không đọc được. Hãy lưu trang thành PDF rồi nạp lại.',
        },
      ]
    : [];
  return compose(drafts, { format: 'html', pages: 1, warnings });
}

/** The parser moves its whole list of open elements at every tag: a page of too many is made to stop it. */
const mostOpen = 20_000;

class GuardedHandler extends DomHandler {
  private open: number = 0;

  override onopentag(name: string, attributes: Record<string, string>): void {
    if (++this.open > mostOpen) throw refuse('bomb');
    super.onopentag(name, attributes);
  }

  override onclosetag(): void {
    this.open--;
    super.onclosetag();
  }
}

function parsePage(page: string): Document {
  const handler = new GuardedHandler();
  new Parser(handler, { decodeEntities: true }).end(page);
  return handler.root;
}

/** The page's own word on its encoding is taken only where the bytes are not plainly Unicode. */
function decodeHtml(bytes: Uint8Array): string {
  const guess = decodeBytes(bytes);
  if (!guess.text.includes('\uFFFD') || guess.encoding !== undefined) return guess.text;
  const declared = known.exec(guess.text.slice(0, 4096))?.[1];
  try {
    return declared ? new TextDecoder(declared).decode(bytes) : guess.text;
  } catch {
    return guess.text;
  }
}
