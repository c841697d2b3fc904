import { unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { issuingOf } from '../../../domain/documents/issuing.ts';
import { read } from '../../../reading/read.ts';
import type { OfficialDocument } from '../document.ts';
import { docxOf } from '../docx.ts';
import { pdfOf } from '../pdf.ts';
import { assignmentSheet } from './assignment.ts';
import { type Frame, sayDue, type TaskLine, writtenDeadline } from './frame.ts';
import { handOverMinutes } from './hand-over.ts';
import { invitation, programme } from './meeting.ts';
import { conclusionNotice } from './notice.ts';
import { reviewReport } from './report.ts';
import { urgingLetter } from './urging-letter.ts';

const frame: Frame = {
  ...issuingOf('Sở Khoa học và Công nghệ tỉnh Minh Sơn'),
  on: '2026-11-26',
  agencySign: 'SKHCN',
  number: null,
  date: '2026-11-26',
  signature: { lines: ['GIÁM ĐỐC'], name: 'Trần Minh' },
  recipients: ['Như trên', 'Lưu: VT'],
};
const task = (more: Partial<TaskLine> = {}): TaskLine => ({
  words: 'Rà soát hồ sơ',
  unit: 'Phòng Kế hoạch',
  coordinating: [],
  person: null,
  product: 'Báo cáo',
  deadline: 'trước ngày 15/11/2026',
  due: '2026-11-13',
  firstDue: '2026-10-15',
  timesExtended: 0,
  daysLate: 0,
  overdue: false,
  state: 'Chưa đến hạn',
  source: null,
  ...more,
});
const at = {
  meeting: 'Hội nghị tổng kết năm 2026',
  day: '2026-12-11',
  time: '8 giờ 00',
  room: 'Hội trường tầng 3',
};

const minutes = handOverMinutes({
  frame,
  subject: 'Nhiệm vụ đang thực hiện',
  opening: 'Hai bên bàn giao.',
  handed: [
    {
      line: 'Bên giao: Phòng A. Bên nhận: Phòng B.',
      rows: [['Việc một', '15/10/2026', '15/11/2026', 'Quá hạn', '2', 'Lê An']],
    },
  ],
  parties: [
    [
      { lines: ['Bên giao'], note: 'Phòng A', name: 'Lê An' },
      { lines: ['Bên nhận'], note: 'Phòng B', name: null },
    ],
  ],
});

/** Every kind of document with words it must say. */
const kinds: [string, OfficialDocument, string[]][] = [
  [
    'conclusion notice',
    conclusionNotice({
      frame,
      chair: 'Giám đốc Sở',
      meeting: 'cuộc họp giao ban',
      heldOn: '2026-11-24',
      assessment: ['Các đơn vị đã cố gắng.'],
      tasks: [task({ timesExtended: 2, daysLate: 9, coordinating: ['Thanh tra Sở'] })],
    }),
    [
      'Kết luận của Giám đốc Sở tại cuộc họp giao ban',
      '2. Phòng Kế hoạch:',
      '- Chủ trì, phối hợp với Thanh tra Sở rà soát hồ sơ, sản phẩm: Báo cáo (hoàn thành trước ngày 15/11/2026).',
      '1\tRà soát hồ sơ\tPhòng Kế hoạch\tBáo cáo\t15/10/2026\t13/11/2026\t2\t9',
    ],
  ],
  [
    'invitation',
    invitation({
      frame,
      at,
      chair: 'Giám đốc Sở',
      invited: ['Các phòng', 'Chi cục'],
      agenda: ['Báo cáo'],
      prepare: [],
    }),
    ['GIẤY MỜI', '- Các phòng;', '- Chi cục.', 'Thời gian: 8 giờ 00, thứ Sáu, ngày 11/12/2026.'],
  ],
  [
    'programme',
    programme({
      frame,
      at,
      items: [
        { part: 'Buổi sáng', time: '8:00', words: 'Khai mạc', who: 'Văn phòng' },
        { part: 'Buổi chiều', time: '14:00', words: 'Thảo luận', who: 'Các đơn vị' },
      ],
    }),
    ['CHƯƠNG TRÌNH', 'I. Buổi sáng', 'II. Buổi chiều', '14:00\tThảo luận\tCác đơn vị'],
  ],
  [
    'assignment sheet of a unit',
    assignmentSheet({
      frame,
      unit: 'Phòng Kế hoạch',
      person: null,
      tasks: [
        task({
          timesExtended: 1,
          daysLate: 3,
          overdue: true,
          state: 'Quá hạn',
          source: 'Thông báo 5/TB-SKHCN',
        }),
      ],
    }),
    [
      'PHIẾU GIAO VIỆC',
      'giao Phòng Kế hoạch thực hiện 1 nhiệm vụ',
      'trong đó 1 nhiệm vụ quá hạn',
      'muộn 3 ngày làm việc',
    ],
  ],
  [
    'assignment sheet of a person',
    assignmentSheet({ frame, unit: 'Phòng Kế hoạch', person: 'Lê An', tasks: [task({ person: 'Lê An' })] }),
    ['Lê An, Phòng Kế hoạch', 'Rà soát hồ sơ'],
  ],
  [
    'urging letter',
    urgingLetter({ frame, unit: 'Phòng Kế hoạch', answerBy: '2026-12-01', tasks: [task({ daysLate: 9 })] }),
    [
      'Kính gửi: Phòng Kế hoạch.',
      'còn 1 nhiệm vụ quá hạn',
      'quá hạn 9 ngày làm việc',
      'b) Báo cáo bằng văn bản',
      '01/12/2026',
    ],
  ],
  [
    'hand-over minutes',
    minutes,
    ['BIÊN BẢN BÀN GIAO', 'Việc một\t15/10/2026\t15/11/2026', 'BÊN NHẬN', 'Phòng B'],
  ],
  [
    'review report',
    reviewReport({
      frame,
      subject: 'Kết quả 9 tháng',
      opening: ['Sở báo cáo như sau:'],
      sections: [
        {
          title: 'Kết quả',
          paragraphs: ['Đã hoàn thành 29 nhiệm vụ.'],
          charts: [
            {
              kind: 'bar',
              title: 'Theo đơn vị',
              unit: 'nhiệm vụ',
              labels: ['A'],
              series: [{ name: 'x', values: [2] }],
            },
          ],
          parts: [{ title: 'Khoa học', paragraphs: ['Nghiệm thu 12 đề tài.'], items: ['Đề tài cấp tỉnh.'] }],
        },
      ],
      appendices: [
        {
          title: 'Danh mục',
          landscape: true,
          tables: [
            { kind: 'table', columns: [{ width: 1 }], header: [[{ text: 'Tên' }]], rows: [['Đề tài A']] },
          ],
        },
      ],
    }),
    [
      'BÁO CÁO',
      'I. Kết quả',
      '1. Khoa học',
      '- Đề tài cấp tỉnh.',
      'Theo đơn vị (nhiệm vụ)',
      'DANH MỤC',
      'Đề tài A',
    ],
  ],
];

const flat = (text: string) => text.replace(/\s+/gu, ' ');

describe.each(kinds)('%s', (_, document, words) => {
  test('as Word says what it was given', async () => {
    const reading = await read(docxOf(document), { name: 'a.docx' });
    for (const one of words) expect(flat(reading.text)).toContain(flat(one));
  });
  test('as PDF says the same', async () => {
    const reading = await read(await pdfOf(document), { name: 'a.pdf' });
    expect(reading.source.method).toBe('text');
    const all = flat(reading.text).replace(/ /gu, '');
    for (const one of words) for (const word of one.split(/\s+/u)) expect(all, word).toContain(word);
  });
});

test('a chart in Word is a picture with its figures in words', () => {
  const parts = unzipSync(docxOf(kinds.at(-1)![1]));
  expect(parts['word/media/image1.png']!.slice(1, 4)).toEqual(new TextEncoder().encode('PNG'));
  const xml = new TextDecoder().decode(parts['word/document.xml']);
  expect(xml).toContain('descr="Theo đơn vị (nhiệm vụ). A: x 2."');
  expect(new TextDecoder().decode(parts['word/_rels/document.xml.rels'])).toContain(
    'Target="media/image1.png"',
  );
});

test('who issues a document, from the name of the agency', () => {
  expect(issuingOf('Sở Khoa học và Công nghệ tỉnh Minh Sơn')).toEqual({
    superior: 'UBND tỉnh Minh Sơn',
    issuer: 'Sở Khoa học và Công nghệ',
    place: 'Minh Sơn',
  });
  expect(issuingOf('Viện Đo lường')).toEqual({ superior: null, issuer: 'Viện Đo lường', place: '…' });
});

test('deadlines in the words of a document', () => {
  const dated = (bound: 'before' | 'by', due: string) =>
    writtenDeadline({ kind: 'date', bound, due, text: '', span: [0, 0] });
  expect(dated('before', '2026-12-05')).toBe('trước ngày 05/12/2026');
  expect(dated('by', '2026-12-05')).toBe('chậm nhất ngày 05/12/2026');
  expect(writtenDeadline({ kind: 'none' })).toBe(null);
  expect(sayDue(task({ timesExtended: 2 }))).toBe('13/11/2026 (hạn đầu 15/10/2026, gia hạn 2 lần)');
});
