import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { temporaryFolder } from '../../test/folder.ts';
import { taskRuleFiles } from '../domain/tasks/rules/files.ts';
import { UsageFault } from './fault.ts';
import { run } from './rules.ts';

afterEach(() => vi.restoreAllMocks());

/** What the command prints, to both ends, and its exit code. */
async function checked(...args: string[]) {
  let printed = '';
  const keep = (text: unknown) => {
    printed += String(text);
    return true;
  };
  vi.spyOn(process.stdout, 'write').mockImplementation(keep);
  vi.spyOn(console, 'error').mockImplementation(keep);
  return { code: await run(['check', ...args]), printed };
}

async function fileOf(content: string): Promise<string> {
  const file = join(await temporaryFolder('trongtam-rules'), 'quy-tac.json');
  await writeFile(file, content);
  return file;
}

const openingFile = async () =>
  JSON.parse(await readFile('rules/tasks/appraisal.json', 'utf8')) as Record<string, unknown>[];
const own = async (changes: object) => {
  const national = (await openingFile()).find(({ id }) => id === 'appraisal.meeting.2023')!;
  return JSON.stringify([
    { ...national, id: 'own', agency: 'SKHCN', from: '2024-01-01', cases: [], ...changes },
  ]);
};

test('the rules as they are shipped hold', async () => {
  const { code, printed } = await checked();
  expect(printed).toMatch(
    /^\d{3} quy tắc, \d{4} trường hợp kiểm tra, \d+ số chưa chắc .* Không thấy chỗ nào sai\.\n$/u,
  );
  expect(code).toBe(0);
});

test('each file that lies there is one the application knows', async () => {
  const files = (await readdir('rules/tasks', { recursive: true })).filter((name) => name.endsWith('.json'));
  expect(new Set(files)).toEqual(new Set(Object.keys(taskRuleFiles).map((name) => `${name}.json`)));
});

test("an agency's own rule is checked beside them", async () => {
  const value = { kind: 'term', amount: 7, direction: 'after' };
  const file = await fileOf(await own({ value, cases: [{ event: '2025-03-04', due: '2025-03-11' }] }));
  expect(await checked(file)).toMatchObject({
    code: 0,
    printed: expect.stringMatching(/^1 quy tắc, 1 trường hợp/u),
  });
});

test.each([
  [{ value: { kind: 'limit', amount: 7 } }, /thuộc loại term, không phải limit/u],
  [{ clockEvent: undefined }, /thiếu mốc bắt đầu tính hạn/u],
  [{ id: 'appraisal.meeting.2023' }, /«id»\) dùng hai lần/u],
  [
    { cases: [{ event: '2025-03-04', due: '2025-03-15' }] },
    /trường hợp 1: due phải là "2025-03-15", tính ra "2025-03-14"/u,
  ],
])('what is wrong is named: %o', async (changes, words) => {
  const { code, printed } = await checked(await fileOf(await own(changes)));
  expect(printed).toMatch(words);
  expect(code).toBe(1);
});

test('a file that is no JSON, or is not there, is told from a wrong rule', async () => {
  expect(await checked(await fileOf('[{'))).toMatchObject({
    code: 2,
    printed: expect.stringContaining('không phải JSON đúng'),
  });
  expect(await checked('khong-co.json')).toMatchObject({
    code: 2,
    printed: expect.stringContaining('Không đọc được tệp'),
  });
});

test('says faults for programs too, and how it is used', async () => {
  const { code, printed } = await checked(await fileOf(await own({ clockEvent: undefined })), '--json');
  expect(JSON.parse(printed)).toMatchObject({ rules: 0, faults: [{ id: 'own' }] });
  expect(code).toBe(1);
  await expect(run([])).rejects.toThrow(UsageFault);
});
