import { describe, expect, test } from 'vitest';
import { draftedSentences } from './draft.ts';
import { figureSpokenOf } from './sayings.ts';
import { piecesOf } from './words.ts';

describe('our own drafts', () => {
  const places = draftedSentences.flatMap((sentence) => {
    const pieces = piecesOf(sentence);
    const side = (at: number) => {
      const piece = pieces[at];
      return piece && 'text' in piece ? piece.text : '';
    };
    return pieces.flatMap((piece, at) =>
      'key' in piece ? [[piece.key, side(at - 1), side(at + 1)] as const] : [],
    );
  });

  test.each(places)('%s is found in the words around it', (key, before, after) => {
    expect(figureSpokenOf(before, after)).toBe(key);
  });
});

test.each([
  ['Toàn Sở đã hoàn thành ', 'nhiệm vụ', 'accepted'],
  ['Hiện còn ', 'nhiệm vụ quá hạn', 'overdue'],
  ['trong đó năm trước chuyển sang ', 'nhiệm vụ', 'carried-over'],
  ['Đã mua ', 'máy tính', null],
  ['Đã nghiệm thu ', 'đề tài cấp tỉnh', null],
])('«%s… %s» as people type it', (before, after, key) => {
  expect(figureSpokenOf(before, after)).toBe(key);
});
