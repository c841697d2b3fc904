import type { FastifyReply } from 'fastify';

/** Names the file the browser saves; letters beyond ASCII go in the extended form (RFC 6266). */
export function download(
  reply: FastifyReply,
  name: string,
  disposition: 'attachment' | 'inline' = 'attachment',
): void {
  const plain = name.replace(/[^\x20-\x7e]|["\\]/gu, '_');
  reply.header(
    'content-disposition',
    `${disposition}; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name)}`,
  );
}

/** A file somebody sent, as bytes to save: a browser must not run its HTML or SVG. */
export function downloadBytes(reply: FastifyReply, name: string): void {
  download(reply, name);
  reply.type('application/octet-stream').header('x-content-type-options', 'nosniff');
}
