import { expect, test } from 'vitest';
import { docx, docxParagraph } from '../../test/office-files.ts';
import { standardLimits } from './extracted.ts';
import { readInWorker } from './sandbox.ts';

const notice = docx(docxParagraph('Văn phòng chủ trì, báo cáo kết quả trước ngày 15/9/2024.'));

test('a file is read in a thread and the caller keeps its bytes', async () => {
  const reading = await readInWorker(notice, 'thong-bao.docx', { limits: standardLimits });
  expect(reading.text).toContain('Văn phòng chủ trì');
  expect(notice.length).toBeGreaterThan(0);
});

test('refusals keep their words across the thread', async () => {
  const reading = readInWorker(new Uint8Array(), 'rong.docx', { limits: standardLimits });
  await expect(reading).rejects.toMatchObject({ name: 'Unreadable', code: 'empty', message: /Tệp rỗng/ });
});

test('a reading out of time is ended', async () => {
  const reading = readInWorker(notice, 'cham.docx', { limits: { ...standardLimits, milliseconds: 1 } });
  await expect(reading).rejects.toMatchObject({ code: 'timeout' });
});

test('a reading out of memory is ended, the caller lives on', async () => {
  const heavy = docx(docxParagraph('việc ').repeat(400_000));
  const limits = { ...standardLimits, heapMiB: 24, unpackRatio: 1e6 };
  await expect(readInWorker(heavy, 'nang.docx', { limits })).rejects.toMatchObject({ code: 'memory' });
});

test('an aborted reading stops', async () => {
  const stop = new AbortController();
  const reading = readInWorker(notice, 'dung.docx', { limits: standardLimits, signal: stop.signal });
  stop.abort();
  await expect(reading).rejects.toMatchObject({ code: 'stopped' });
});
