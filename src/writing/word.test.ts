import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { letterhead, textWidth, wordOf } from './word.ts';

const documentOf = (bytes: Uint8Array) => new TextDecoder().decode(unzipSync(bytes)['word/document.xml']);

test('A4 with the margins of decree 30/2020, a Times face and page numbers from the second page', () => {
  const bytes = wordOf([letterhead('Sở Khoa học và Công nghệ', 'Ngày 1 tháng 7'), { text: 'Nội dung' }]);
  const xml = documentOf(bytes);
  expect(textWidth).toBe(165);
  expect(xml).toContain('<w:pgSz w:w="11906" w:h="16838"/>');
  expect(xml).toContain('w:top="1134" w:right="850" w:bottom="1134" w:left="1701"');
  expect(xml).toContain('<w:titlePg/>');
  expect(xml).toContain('SỞ KHOA HỌC VÀ CÔNG NGHỆ');
  const parts = unzipSync(bytes);
  expect(new TextDecoder().decode(parts['word/styles.xml'])).toContain('w:ascii="Times New Roman"');
  expect(new TextDecoder().decode(parts['word/header1.xml'])).toContain(' PAGE ');
});

test('what Word cannot carry never reaches the file', () => {
  const hostile = 'a\u0000b\u000bc\n<w:p/>&"\ud800\uffff';
  const xml = documentOf(wordOf([{ text: hostile }, { widths: [165], rows: [[hostile]] }]));
  expect(xml.match(/ab c &lt;w:p\/&gt;&amp;&quot;/gu)).toHaveLength(2);
  expect(xml.isWellFormed() && !xml.includes('\uffff') && !xml.includes('\u0000')).toBe(true);
});

test('the same blocks give the same bytes; rows do not break across pages and the head repeats', () => {
  const blocks = [{ widths: [80, 85], header: ['Một', 'Hai'], rows: [['1', '2']] }];
  expect(wordOf(blocks)).toEqual(wordOf(blocks));
  expect(documentOf(wordOf(blocks))).toContain('<w:cantSplit/><w:tblHeader/>');
});
