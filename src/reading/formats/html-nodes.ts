import type { parseDocument } from 'htmlparser2';

/** The nodes of a parsed page, named as htmlparser2 gives them. */
export type Document = ReturnType<typeof parseDocument>;
export type ChildNode = Document['children'][number];
export type Element = Extract<ChildNode, { attribs: unknown }>;
export type ParentNode = Document | Element;
type Text = Extract<ChildNode, { nodeType: 3 }>;

export function isTag(node: ChildNode | ParentNode): node is Element {
  return 'attribs' in node;
}

export function isText(node: ChildNode): node is Text {
  return node.nodeType === 3;
}
