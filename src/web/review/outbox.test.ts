import { expect, test } from 'vitest';
import { decideEdit, type Line, type ReviewEdit } from '../../domain/intake/review.ts';
import type { EditResult, ReviewLine } from '../../features/intake/contract.ts';
import { CallFailed } from '../api/call.ts';
import { type Entry, fieldsOf, type ReviewContent, withEdits } from './edits.ts';
import { makeOutbox, type OutboxPorts } from './outbox.ts';

const text = 'Văn phòng lập kế hoạch, tổ chức kiểm tra. Phòng Pháp chế rà soát văn bản.';
const id = (n: number) => `00000000-0000-4000-8000-00000000000${n}`;

function lineAt(n: number, start: number, end: number): ReviewLine {
  return {
    id: id(n),
    position: n,
    spans: [[start, end]],
    words: text.slice(start, end),
    lead: { name: 'Văn phòng' },
    leadNone: false,
    coordinating: [],
    kind: 'do',
    product: null,
    quantity: null,
    deadline: { kind: 'none' },
    deadlineNone: true,
    mark: 'open',
    action: 'lập',
    outline: [],
    confidence: 1,
    fieldConfidence: { lead: 1, deadline: 1, boundary: 1 },
    doubts: [],
    lastDay: null,
    version: 1,
    changedBy: null,
  };
}

const start: ReviewContent = {
  text,
  head: { kind: null, number: null, date: null, issuer: null, subject: null, version: 1 },
  lines: [lineAt(1, 10, 40), lineAt(2, 42, text.length)],
};

/** A server of the same rules, whose answers can be lost and whose lines others can change. */
function makeServer() {
  let content = structuredClone(start);
  let made = 5;
  const server = {
    get: () => content,
    sent: [] as ReviewEdit[],
    before: (_edit: ReviewEdit): void => {},
    after: (): void => {},
    change(lineId: string, fields: Partial<ReviewLine>) {
      content = {
        ...content,
        lines: content.lines.map((line) =>
          line.id === lineId ? { ...line, ...fields, version: line.version + 1, changedBy: 'Bình' } : line,
        ),
      };
    },
    send(edit: ReviewEdit): EditResult {
      server.before(edit);
      server.sent.push(edit);
      if (edit.act === 'undo') throw new Error('not used here');
      const lines: Line[] = content.lines.map((line) => ({
        ...line,
        fields: fieldsOf(line),
        readAs: line,
        present: true,
      }));
      const { version, ...head } = content.head;
      const outcome = decideEdit({ text, head, headVersion: version, lines }, edit, id(made));
      if ('refused' in outcome) throw failed(409, { detail: outcome.refused });
      if ('stale' in outcome) {
        const current = content.lines.find((line) => line.id === outcome.stale.lineId) ?? content.head;
        throw failed(409, { current });
      }
      const newId = id(made++);
      content = withEdits(content, [{ key: '', edit, newId, tried: false }]);
      server.after();
      return { head: content.head, lines: content.lines, savedAt: '2026-11-24T07:02:11Z', abilities: {} };
    },
  };
  return server;
}

const failed = (status: number, more: object = {}) =>
  new CallFailed({ type: '', title: '', status, detail: 'Người khác vừa sửa', traceId: '', ...more });

function makePage(kept: Entry[] = []) {
  const server = makeServer();
  const page = { known: structuredClone(start), kept, waiting: [] as (() => void)[] };
  let next = 0;
  const ports: OutboxPorts = {
    send: async (edit) => server.send(edit),
    known: () => page.known,
    refresh: async () => {
      page.known = server.get();
      return page.known;
    },
    saved: (reply) => {
      page.known = { ...page.known, ...reply };
    },
    keep: (entries) => {
      page.kept = [...entries];
    },
    later: (act) => page.waiting.push(act),
    newId: () => `new-${++next}`,
  };
  const outbox = makeOutbox(ports);
  const settle = () => new Promise<void>((resolve) => setImmediate(resolve));
  return { server, page, outbox, settle, shown: () => withEdits(page.known, outbox.state().entries) };
}

const change = (n: number, version: number, fields: Partial<ReviewLine>): ReviewEdit => ({
  act: 'change',
  lineId: id(n),
  version,
  fields,
});

test('an edit shows at once and is let go when the server has it', async () => {
  const { outbox, settle, shown, server, page } = makePage();
  outbox.add(change(1, 1, { product: 'Kế hoạch' }));
  expect(shown().lines[0]?.product).toBe('Kế hoạch');
  expect(page.kept).toHaveLength(1);
  await settle();
  expect(server.get().lines[0]?.product).toBe('Kế hoạch');
  expect(page.kept).toEqual([]);
});

test('a line made by a cut is edited before the server has named it', async () => {
  const { outbox, settle, shown, server } = makePage();
  const made = outbox.add({ act: 'split', lineId: id(1), version: 1, at: 24 });
  expect(shown().lines.map((line) => line.id)).toEqual([id(1), made, id(2)]);
  outbox.add({ act: 'change', lineId: made, version: 1, fields: { product: 'Biên bản' } });
  await settle();
  expect(server.get().lines[1]).toMatchObject({ words: 'tổ chức kiểm tra', product: 'Biên bản' });
  expect(outbox.state().entries).toEqual([]);
});

test('without an answer the edit stays and is sent again; what had been taken is not done twice', async () => {
  const { outbox, settle, server, page } = makePage();
  server.after = () => {
    throw failed(0);
  };
  outbox.add({ act: 'add', span: [0, 9] });
  await settle();
  expect(outbox.state()).toMatchObject({ offline: true });
  expect(page.kept).toHaveLength(1);
  server.after = () => {};
  page.waiting.pop()?.();
  await settle();
  expect(server.get().lines.filter((line) => line.words === 'Văn phòng')).toHaveLength(1);
  expect(outbox.state()).toMatchObject({ offline: false, entries: [] });
});

test.each([
  ['mine', 'Của tôi'],
  ['theirs', 'Của Bình'],
] as const)(
  'where somebody was first both are shown, and «%s» stands after choosing',
  async (which, product) => {
    const { outbox, settle, server } = makePage();
    server.change(id(1), { product: 'Của Bình' });
    outbox.add(change(1, 1, { product: 'Của tôi' }));
    await settle();
    outbox.add(change(1, 2, { words: 'lập kế hoạch mới' }));
    expect(outbox.state().conflict?.current).toMatchObject({ product: 'Của Bình', changedBy: 'Bình' });
    outbox.choose(which);
    await settle();
    expect(server.get().lines[0]).toMatchObject({ product, words: 'lập kế hoạch mới' });
    expect(outbox.state()).toMatchObject({ conflict: null, entries: [] });
  },
);

test('both wanting the same is no conflict', async () => {
  const { outbox, settle, server } = makePage();
  server.change(id(1), { product: 'Kế hoạch' });
  outbox.add(change(1, 1, { product: 'Kế hoạch' }));
  await settle();
  expect(outbox.state()).toMatchObject({ conflict: null, entries: [], refusals: [] });
});

test('an act on words that changed is refused with its reason and holds up nothing else', async () => {
  const { outbox, settle, server } = makePage();
  server.change(id(1), { product: 'Của Bình' });
  outbox.add({ act: 'split', lineId: id(1), version: 1, at: 24 });
  outbox.add(change(2, 1, { product: 'Báo cáo' }));
  await settle();
  expect(outbox.state().refusals.map(({ message }) => message)).toEqual(['Người khác vừa sửa']);
  expect(server.get().lines[1]?.product).toBe('Báo cáo');
});

test('typing on in one line is one edit, and undo takes back what was not yet sent', async () => {
  const { outbox, settle, server } = makePage();
  outbox.add(change(2, 1, { product: 'a' }));
  outbox.add(change(1, 1, { product: 'Kế' }));
  outbox.add(change(1, 2, { product: 'Kế hoạch' }));
  outbox.add({ act: 'add', span: [0, 9] });
  outbox.add({ act: 'undo' });
  await settle();
  expect(server.sent).toEqual([change(2, 1, { product: 'a' }), change(1, 1, { product: 'Kế hoạch' })]);
});

test('edits kept from an earlier visit are sent first', async () => {
  const { outbox, settle, server } = makePage();
  outbox.adopt([{ key: 'old', newId: 'x', tried: true, edit: change(2, 1, { product: 'Đã gõ hôm qua' }) }]);
  await settle();
  expect(server.get().lines[1]?.product).toBe('Đã gõ hôm qua');
});
