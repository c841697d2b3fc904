import { type ChildNode, type Document, type Element, isTag, isText, type ParentNode } from './html-nodes.ts';

/** Elements that never hold the words of a document. */
export const silentTags = new Set(
  'script style noscript template svg canvas iframe object embed form button select textarea nav footer aside menu dialog audio video map head'.split(
    ' ',
  ),
);
/** Names of what is never part of an article. */
const asides = /(?:^|[-_\s])(?:comments?|binh-luan|cookie|popup|modal)(?:$|[-_\s])/i;
/** Names that pages give to what stands around an article: left out where they are short or mostly links. */
const around =
  /(?:^|[-_\s])(?:nav|navbar|navigation|menu|breadcrumbs?|sidebar|related|social|share|sharing|footer|advert|ads|banner|pagination|paging|tags?|rating|toolbar|tin-lien-quan|lien-quan)(?:$|[-_\s])/i;
const content = /(?:^|[-_\s])(?:article|content|detail|post|entry|news|noi-?dung|chi-?tiet|body)/i;
const hidden = /display\s*:\s*none|visibility\s*:\s*hidden/i;
/** Deeper pages are made to exhaust the stack; what lies below is not read. */
export const deepest = 600;

/** Whether an element and all it holds is left out. */
export function isSilent(element: Element): boolean {
  const { name, attribs } = element;
  if (silentTags.has(name) || attribs.hidden !== undefined || hidden.test(attribs.style ?? '')) return true;
  if (/^(?:navigation|banner|contentinfo|complementary|search|menu)$/.test(attribs.role ?? '')) return true;
  if (name === 'body' || name === 'html' || name === 'article' || name === 'main') return false;
  const named = `${attribs.class ?? ''} ${attribs.id ?? ''}`;
  if (asides.test(named)) return true;
  const { own, linked } = textLength(element);
  return around.test(named) && (linked > own / 2 || own < 200);
}

interface Weight {
  /** Letters outside links. */
  own: number;
  /** Letters inside links. */
  linked: number;
}

const weighed = new WeakMap<ParentNode, Weight>();

/** How much an element says, in and outside links. */
export function textLength(node: ParentNode, depth = 0): Weight {
  const known = weighed.get(node);
  if (known) return known;
  const sum = { own: 0, linked: 0 };
  weighed.set(node, sum);
  if (depth > deepest) return sum;
  for (const child of node.children) {
    if (isText(child)) sum.own += child.data.trim().length;
    else if (isTag(child) && !silentTags.has(child.name)) {
      const inner = textLength(child, depth + 1);
      if (child.name === 'a' && child.attribs.href) sum.linked += inner.own + inner.linked;
      else {
        sum.own += inner.own;
        sum.linked += inner.linked;
      }
    }
  }
  return sum;
}

/** The smallest part of the page that plainly holds the article: at least three fifths of all unlinked text. */
export function mainContent(document: Document): ParentNode {
  const total = textLength(document).own;
  let best: ParentNode = document;
  let at: ParentNode = document;
  for (let depth = 0; depth < deepest; depth++) {
    const heavy: Element | undefined = at.children.filter(isTag).find((child) => {
      return !silentTags.has(child.name) && textLength(child).own >= 0.6 * total;
    });
    if (!heavy) return best;
    at = heavy;
    const named = `${heavy.attribs.class ?? ''} ${heavy.attribs.id ?? ''}`;
    if (['article', 'main', 'body'].includes(heavy.name) || content.test(named)) best = heavy;
  }
  return best;
}

/** The page's headline where the main content does not hold it. */
export function pageTitle(document: Document, main: ParentNode): string | undefined {
  if (main === document || find(main, 'h1')) return undefined;
  const found = find(document, 'h1') ?? find(document, 'title');
  return found && flatText(found).replace(/\s+/g, ' ').trim();
}

function find(node: ParentNode, name: string, depth = 0): Element | undefined {
  if (depth > deepest) return undefined;
  for (const child of node.children) {
    if (!isTag(child)) continue;
    const found = child.name === name ? child : find(child, name, depth + 1);
    if (found) return found;
  }
  return undefined;
}

/** All text of a node, undecorated. */
export function flatText(node: ParentNode, depth = 0): string {
  if (depth > deepest) return '';
  return node.children
    .map((child: ChildNode) => (isText(child) ? child.data : isTag(child) ? flatText(child, depth + 1) : ''))
    .join('');
}
