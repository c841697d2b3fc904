import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { docxOf } from '../../../examples/docx.ts';
import { type TestContext, testContext } from '../../../test/context.ts';
import type { Reading } from '../../domain/documents/reading.ts';
import { readInWorker } from '../../reading/sandbox.ts';
import { INSTALLATION } from '../../storage/ids.ts';
import { type Actor, Refused } from '../context.ts';
import { getDirective } from '../directives/get.ts';
import { listDirectives } from '../directives/queries.ts';
import { getDocument, listDocuments } from '../documents/queries.ts';
import { agencyUnits } from '../organisation/queries.ts';
import { insertUnit } from '../organisation/units.ts';
import { confirmReview } from './confirm.ts';
import { makeReadingDesk, type ReadingDesk } from './desk.ts';
import { listIntakes } from './list.ts';
import { getOriginal } from './original.ts';
import { drop, readAgain, receive } from './receive.ts';
import { editReview, getReview } from './review.ts';

let t: TestContext;
let clerk: Actor;
let desk: ReadingDesk;

/** A notice of the invented department; `n` makes its bytes differ from every other. */
const notice = (n: number) =>
  docxOf({
    name: 'thong bao',
    as: 'docx',
    paragraphs: [
      {
        left: ['SỞ KHOA HỌC VÀ CÔNG NGHỆ', `Số: ${n}/TB-SKHCN`],
        right: ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'Minh Sơn, ngày 03 tháng 10 năm 2026'],
      },
      '# THÔNG BÁO',
      '# Kết luận của Giám đốc Sở tại cuộc họp giao ban',
      '# 1. Văn phòng:',
      '- Xây dựng kế hoạch kiểm tra nội bộ, hoàn thành trước ngày 15/11/2026.',
      '# 2. Phòng Quản lý khoa học:',
      '- Tổ chức tập huấn sử dụng phần mềm cho các đơn vị.',
    ],
  });
const file = (n: number) => ({
  name: `thong bao ${n}.docx`,
  bytes: notice(n),
  mediaType: 'application/octet-stream',
  source: 'file' as const,
});

async function received(n: number): Promise<string> {
  const { intake } = await receive(t.ctx, clerk, desk, file(n));
  await desk.idle();
  if (!intake) throw new Error('nothing was received');
  return intake.id;
}

async function reviewed(n: number) {
  const id = await received(n);
  const { review } = await getReview(t.ctx, clerk, desk, id);
  if (!review) throw new Error('nothing was read');
  return { id, review };
}

/** Answers every open question of a review as a clerk would who knows that there is no deadline and who leads. */
async function settle(id: string): Promise<void> {
  const { review } = await getReview(t.ctx, clerk, desk, id);
  for (const line of review?.lines ?? []) {
    await editReview(t.ctx, clerk, id, {
      act: 'change',
      lineId: line.id,
      version: line.version,
      fields: {
        mark: 'accepted',
        ...(line.deadline.kind === 'none' ? { deadlineNone: true } : {}),
        ...(line.lead === null ? { leadNone: true } : {}),
      },
    });
  }
}

beforeAll(async () => {
  t = await testContext();
  clerk = t.actorOf('office');
  desk = makeReadingDesk(t.ctx, readInWorker);
});
afterAll(async () => {
  await desk.stop();
  await t.close();
});

describe('receiving', () => {
  test('a file is read, and its review begins with what was read', async () => {
    const { review } = await reviewed(1);
    expect(review.intake.state).toBe('reviewing');
    expect(review.head.number).toBe('1/TB-SKHCN');
    expect(review.lines.map((line) => line.lead?.name)).toEqual(['Văn phòng', 'Phòng Quản lý khoa học']);
    expect(review.lines[0]?.lead?.unitId).toBe(t.unitId);
    // 15/11/2026 is a Sunday: «trước» ends on Friday.
    expect(review.lines[0]?.lastDay).toBe('2026-11-13');
  });

  test('the same bytes again are recognised, not doubled, until the first was dropped', async () => {
    const id = await received(2);
    const again = await receive(t.ctx, clerk, desk, { ...file(2), name: 'ban sao.docx' });
    expect(again.intake).toBeNull();
    expect(again.knownAs?.intakeId).toBe(id);
    await drop(t.ctx, clerk, id, 'Gửi nhầm văn bản của đơn vị khác');
    expect((await receive(t.ctx, clerk, desk, file(2))).intake?.id).not.toBe(id);
    await desk.idle();
  });

  test('a file that cannot be read says why and what to do, and keeps its original', async () => {
    const bytes = new TextEncoder().encode('Rar!\x1a\x07\x01\x00 nén');
    const { intake } = await receive(t.ctx, clerk, desk, {
      name: 'van ban.rar',
      bytes,
      mediaType: 'application/x-rar',
      source: 'file',
    });
    await desk.idle();
    const { intake: row, review } = await getReview(t.ctx, clerk, desk, intake?.id ?? '');
    expect(review).toBeNull();
    expect(row.state).toBe('unreadable');
    expect(row.refusal).toMatch(/\p{L}+/u);
    expect((await getOriginal(t.ctx, clerk, row.id)).bytes.equals(bytes)).toBe(true);
  });

  test('a reader that fails is told apart from a file that cannot be read, and may be asked again', async () => {
    const broken = makeReadingDesk(t.ctx, async () => {
      throw new Error('out of luck');
    });
    const { intake } = await receive(t.ctx, clerk, broken, file(3));
    await broken.idle();
    const id = intake?.id ?? '';
    expect((await getReview(t.ctx, clerk, broken, id)).intake.refusal).toContain('lỗi của bộ đọc');
    await readAgain(t.ctx, clerk, desk, id);
    await desk.idle();
    expect((await getReview(t.ctx, clerk, desk, id)).intake.state).toBe('reviewing');
    await broken.stop();
  });

  test('what waits when the server stops is read by the next', async () => {
    const stopped = makeReadingDesk(t.ctx, readInWorker);
    await stopped.stop();
    const { intake } = await receive(t.ctx, clerk, stopped, file(4));
    expect((await getReview(t.ctx, clerk, desk, intake?.id ?? '')).intake.state).toBe('waiting');
    desk.wake();
    await desk.idle();
    expect((await getReview(t.ctx, clerk, desk, intake?.id ?? '')).intake.state).toBe('reviewing');
  });

  test('a page of intakes goes on where the last one ended', async () => {
    const first = await listIntakes(t.ctx, clerk, desk, { limit: 2 });
    const second = await listIntakes(t.ctx, clerk, desk, { limit: 2, cursor: first.next ?? '' });
    const ids = [...first.items, ...second.items].map((row) => row.id);
    expect(new Set(ids).size).toBe(4);
    await expect(listIntakes(t.ctx, clerk, desk, { limit: 2, cursor: 'khong phai' })).rejects.toMatchObject({
      status: 400,
    });
    for (const row of (await listIntakes(t.ctx, clerk, desk, { limit: 50, state: 'unreadable' })).items)
      expect(row.state).toBe('unreadable');
  });

  test('one page also counts what stands in each state that waits for somebody', async () => {
    const all = (await listIntakes(t.ctx, clerk, desk, { limit: 200 })).items;
    const open = all
      .map(({ state }) => state)
      .filter((state) => state !== 'confirmed' && state !== 'dropped');
    const counted = Object.fromEntries(
      [...new Set(open)].map((state) => [state, open.filter((one) => one === state).length]),
    );
    expect(counted.reviewing).toBeGreaterThan(0);
    const page = await listIntakes(t.ctx, clerk, desk, { limit: 1, state: 'reviewing', counted: true });
    expect(page.counts).toEqual(counted);
    expect((await listIntakes(t.ctx, clerk, desk, { limit: 1 })).counts).toBeNull();
    const stranger = (await t.newAgency()).actorOf('office');
    expect((await listIntakes(t.ctx, stranger, desk, { limit: 1, counted: true })).counts).toEqual({});
  });
});

describe('reviewing', () => {
  test('of two clerks on one line the second sees what the first did, and loses nothing', async () => {
    const { id, review } = await reviewed(5);
    const line = review.lines[0];
    if (!line) throw new Error('no line');
    await editReview(t.ctx, clerk, id, {
      act: 'change',
      lineId: line.id,
      version: line.version,
      fields: { product: 'Kế hoạch' },
    });
    const second = editReview(t.ctx, clerk, id, {
      act: 'change',
      lineId: line.id,
      version: line.version,
      fields: { product: 'Báo cáo' },
    });
    await expect(second).rejects.toMatchObject({ status: 409, current: { product: 'Kế hoạch', version: 2 } });
  });

  test('two clerks on two lines both keep their work', async () => {
    const { id, review } = await reviewed(6);
    await Promise.all(
      review.lines.map((line, index) =>
        editReview(t.ctx, clerk, id, {
          act: 'change',
          lineId: line.id,
          version: line.version,
          fields: { product: `Sản phẩm ${index}` },
        }),
      ),
    );
    const after = await getReview(t.ctx, clerk, desk, id);
    expect(after.review?.lines.map((line) => line.product)).toEqual(['Sản phẩm 0', 'Sản phẩm 1']);
  });

  test('a cut, a join and what is taken back', async () => {
    const { id, review } = await reviewed(7);
    const line = review.lines[0];
    if (!line) throw new Error('no line');
    const at = review.text.indexOf(', hoàn thành trước');
    const cut = await editReview(t.ctx, clerk, id, {
      act: 'split',
      lineId: line.id,
      version: line.version,
      at,
    });
    expect(cut.lines).toHaveLength(3);
    const undone = await editReview(t.ctx, clerk, id, { act: 'undo' });
    expect(undone.lines.map((one) => one.words)).toEqual(review.lines.map((one) => one.words));
    await expect(editReview(t.ctx, clerk, id, { act: 'undo' })).rejects.toMatchObject({ status: 409 });
  });

  test('a unit of another agency cannot be chosen', async () => {
    const { id, review } = await reviewed(8);
    const other = await t.newAgency();
    const line = review.lines[0];
    const choice = editReview(t.ctx, clerk, id, {
      act: 'change',
      lineId: line?.id ?? '',
      version: 1,
      fields: { lead: { name: 'Văn phòng', unitId: other.unitId } },
    });
    await expect(choice).rejects.toMatchObject({ status: 400 });
  });
});

describe('into the register', () => {
  test('open questions stop it and are named', async () => {
    const { id } = await reviewed(9);
    const refused = await confirmReview(t.ctx, clerk, id, 'in').catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(Refused);
    expect(refused).toMatchObject({ status: 409, current: { lineIds: [expect.any(String)] } });
  });

  test('a paper cannot bear a day after its file came in: its date is put right first', async () => {
    const { id, review } = await reviewed(40);
    await settle(id);
    const dated = (date: string, version: number) =>
      editReview(t.ctx, clerk, id, { act: 'head', version, fields: { date } });
    const wrong = await dated('2027-10-03', review.head.version);
    const words = expect.stringContaining('Văn bản ghi ngày 03/10/2027, sau ngày nhận tệp');
    expect(wrong.abilities.confirm).toEqual(words);
    await expect(confirmReview(t.ctx, clerk, id, 'in')).rejects.toMatchObject({
      status: 409,
      message: words,
    });
    const right = await dated(t.ctx.today().toString(), wrong.head.version);
    expect(right.abilities.confirm).toBe(true);
    await confirmReview(t.ctx, clerk, id, 'out');
  });

  test('the register holds the document and its directives, each tied to its words', async () => {
    const { id } = await reviewed(10);
    await settle(id);
    const done = await confirmReview(t.ctx, clerk, id, 'in');
    expect(done.directives).toBe(2);
    const document = await getDocument(t.ctx, clerk, done.documentId);
    expect(document).toMatchObject({
      number: '10/TB-SKHCN',
      date: '2026-10-03',
      bookYear: 2026,
      directives: 2,
    });
    const list = await listDirectives(t.ctx, clerk, { document: done.documentId, limit: 50 });
    expect(list.items.map((row) => [row.lead?.name, row.dueDay, row.state])).toEqual([
      ['Văn phòng', '2026-11-13', 'overdue'],
      ['Phòng Quản lý khoa học', null, 'no-deadline'],
    ]);
    const directive = await getDirective(t.ctx, clerk, list.items[0]?.id ?? '');
    expect(directive.source?.excerpt.words).toContain('Xây dựng kế hoạch kiểm tra nội bộ');
    expect(directive.history[0]).toMatchObject({ happenedOn: '2026-10-03', by: 'Nguyễn Thị Thử' });
    await expect(confirmReview(t.ctx, clerk, id, 'in')).rejects.toMatchObject({ status: 409 });
    await expect(editReview(t.ctx, clerk, id, { act: 'undo' })).rejects.toMatchObject({ status: 409 });
    await expect(drop(t.ctx, clerk, id, 'nhầm')).rejects.toMatchObject({ status: 409 });
  });

  test('numbers of the book have no gap though confirmations fail and race', async () => {
    const ids: string[] = [];
    for (const n of [11, 12, 13]) ids.push(await received(n));
    for (const id of ids.slice(0, 2)) await settle(id);
    await Promise.allSettled(ids.map((id) => confirmReview(t.ctx, clerk, id, 'in')));
    await settle(ids[2] ?? '');
    await confirmReview(t.ctx, clerk, ids[2] ?? '', 'in');
    const { items } = await listDocuments(t.ctx, clerk, { limit: 50, direction: 'in' });
    const numbers = items.map((row) => row.bookNumber).toSorted((a, b) => a - b);
    expect(numbers).toEqual(numbers.map((_, index) => index + 1));
  });

  test('a name a person gave a unit is known by the next reading', async () => {
    const { id, review } = await reviewed(14);
    const unitId = await t.ctx.store.transaction(clerk.scope, (tx) =>
      insertUnit(tx, t.ctx, clerk, { name: 'Trung tâm Tin học', openedOn: '2020-01-01' }),
    );
    const line = review.lines[1];
    await editReview(t.ctx, clerk, id, {
      act: 'change',
      lineId: line?.id ?? '',
      version: 1,
      fields: { lead: { name: 'Trung tâm Tin học', unitId } },
    });
    await settle(id);
    await confirmReview(t.ctx, clerk, id, 'in');
    const units = await t.ctx.store.read(clerk.scope, (tx) => agencyUnits(tx, clerk.agencyId));
    expect(units.units.filter((unit) => unit.id === unitId).flatMap((unit) => unit.aliases)).toContain(
      'Phòng Quản lý khoa học',
    );
    const next = await reviewed(15);
    expect(next.review.lines[1]?.lead?.unitId).toBe(unitId);
  });
});

test('another agency sees none of it', async () => {
  const other = await t.newAgency();
  const stranger = other.actorOf('director', 'office', 'auditor');
  const { items } = await listIntakes(t.ctx, clerk, desk, { limit: 1 });
  const id = items[0]?.id ?? '';
  await expect(getReview(t.ctx, stranger, desk, id)).rejects.toMatchObject({ status: 404 });
  await expect(getOriginal(t.ctx, stranger, id)).rejects.toMatchObject({ status: 404 });
  await expect(editReview(t.ctx, stranger, id, { act: 'undo' })).rejects.toMatchObject({ status: 404 });
  await expect(confirmReview(t.ctx, stranger, id, 'in')).rejects.toMatchObject({ status: 404 });
  expect((await listIntakes(t.ctx, stranger, desk, { limit: 50 })).items).toEqual([]);
  expect((await listDocuments(t.ctx, stranger, { limit: 50 })).items).toEqual([]);
  expect((await listDirectives(t.ctx, stranger, { limit: 50 })).total).toBe(0);
});

test('every act left its event in the audit log', async () => {
  const actions = await t.ctx.store.read({ agencies: [clerk.agencyId, INSTALLATION] }, (tx) =>
    tx
      .selectFrom('audit_event')
      .select('action')
      .distinct()
      .where('agency_id', '=', clerk.agencyId)
      .execute(),
  );
  const done = actions.map((row) => row.action);
  for (const action of [
    'intake.received',
    'intake.readingBegun',
    'intake.read',
    'intake.unreadable',
    'review.change',
    'review.undo',
    'intake.confirmed',
    'intake.dropped',
  ]) {
    expect(done).toContain(action);
  }
});

test('what was read is kept as it was read', async () => {
  const { id } = await reviewed(16);
  const kept = await t.ctx.store.read(clerk.scope, (tx) =>
    tx
      .selectFrom('reading')
      .select('reading')
      .where('agency_id', '=', clerk.agencyId)
      .where('intake_id', '=', id)
      .executeTakeFirstOrThrow(),
  );
  const again: Reading = await readInWorker(notice(16), 'thong bao 16.docx', {
    limits: (await import('../../reading/extracted.ts')).standardLimits,
    agency: await t.ctx.store.read(clerk.scope, (tx) => agencyUnits(tx, clerk.agencyId)),
  });
  expect(kept.reading).toEqual(JSON.parse(JSON.stringify(again)));
});
