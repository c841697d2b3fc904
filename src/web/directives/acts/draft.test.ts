import { expect, test } from 'vitest';
import { type Draft, draftOf, type Shelf } from './draft.ts';

function shelf(): Shelf & { kept: Map<string, string> } {
  const kept = new Map<string, string>();
  return {
    kept,
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
  };
}

const draft: Draft = {
  percent: 60,
  words: 'Đã xong 7/12 đề tài',
  cause: 'other-unit',
  waitingFor: { id: 'u', label: 'Phòng Công nghệ' },
};

test('a draft comes back to the same person and directive only, until it is dropped', () => {
  const store = shelf();
  const own = draftOf('me', 'd1', () => store);
  expect(own.keep(draft)).toBe(true);
  expect(draftOf('me', 'd1', () => store).read()).toEqual(draft);
  expect(draftOf('me', 'd2', () => store).read()).toBeNull();
  expect(draftOf('you', 'd1', () => store).read()).toBeNull();
  own.drop();
  expect(own.read()).toBeNull();
});

test('a draft of an earlier version, or none at all, is no draft', () => {
  const store = shelf();
  const own = draftOf('me', 'd1', () => store);
  own.keep(draft);
  for (const text of ['{', '{"percent":"60"}', '{"percent":160,"words":"","cause":null,"waitingFor":null}']) {
    for (const key of store.kept.keys()) store.kept.set(key, text);
    expect(own.read()).toBeNull();
  }
});

test('where the browser keeps nothing, it says so', () => {
  const none = draftOf('me', 'd1', () => {
    throw new Error('denied');
  });
  expect(none.keep(draft)).toBe(false);
  expect(none.read()).toBeNull();
  none.drop();
});
