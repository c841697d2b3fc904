import { describe, expect, it } from 'vitest';
import { readHead } from './head.ts';

const notice = `SỞ KHOA HỌC VÀ CÔNG NGHỆ\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
TỈNH HÀ THÀNH\tĐộc lập - Tự do - Hạnh phúc

Số: 45/TB-SKHCN\tHà Thành, ngày 05 tháng 10 năm 2026

THÔNG BÁO
Kết luận của Giám đốc Sở tại cuộc họp giao ban
tháng 10 năm 2026

Ngày 02/10/2026, Sở tổ chức họp giao ban.
1. Văn phòng Sở: lập danh mục.

Nơi nhận:
- Như trên;
KT. GIÁM ĐỐC
`;

const letter = `UBND TỈNH HÀ THÀNH
SỞ TÀI CHÍNH
$6:990/STC-TCHCSN
V/v góp ý dự thảo kế hoạch
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Hà Thành, ngày lô tháng 5 năm 2026

Kính gửi: Các phòng chuyên môn.
`;

describe('readHead', () => {
  it('reads a notice laid out by the decree', () => {
    const { head, bodyStart, signatureStart, warnings } = readHead(notice, []);
    expect(head).toEqual({
      kind: 'TB',
      number: '45/TB-SKHCN',
      date: '2026-10-05',
      issuer: 'SỞ KHOA HỌC VÀ CÔNG NGHỆ TỈNH HÀ THÀNH',
      subject: 'Kết luận của Giám đốc Sở tại cuộc họp giao ban tháng 10 năm 2026',
    });
    expect(notice.slice(bodyStart).trim()).toMatch(/^Ngày 02\/10\/2026/u);
    expect(notice.slice(signatureStart ?? 0)).toMatch(/^Nơi nhận/u);
    expect(warnings).toEqual([]);
  });

  it('reads a letter, its columns one after the other and its day blurred', () => {
    const { head, bodyStart, warnings } = readHead(letter, []);
    expect(head).toEqual({
      kind: 'CV',
      number: '990/STC-TCHCSN',
      date: '2026-05-10',
      issuer: 'SỞ TÀI CHÍNH',
      subject: 'góp ý dự thảo kế hoạch',
    });
    expect(letter.slice(bodyStart)).toMatch(/^Kính gửi/u);
    expect(warnings.map(({ code }) => code)).toEqual(['date-doubtful']);
  });

  it.each([
    ['Số: 12/2026/QĐ-UBND', '12/2026/QĐ-UBND', 'QĐ'],
    ['Số: 15//2026/QĐ-UBND', '15/2026/QĐ-UBND', 'QĐ'],
    ['Số:  36 - KH/TU', '36-KH/TU', 'KH'],
    ['#74. /UBND-VP', '74/UBND-VP', 'CV'],
    ['Số: #74. /UBND-VP', '74/UBND-VP', 'CV'],
    ['Số:      /KH-SKHCN', null, 'KH'],
    ['Số: 87⁄KH-SKHCN', '87/KH-SKHCN', 'KH'],
  ])('%s is number %s of kind %s', (line, number, kind) => {
    const { head } = readHead(`SỞ X\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n${line}\n\nNội dung.`, []);
    expect([head.number, head.kind]).toEqual([number, kind]);
  });

  it('knows a notice whose header is lost', () => {
    const text =
      'Sáng nay, Sở Khoa học và Công nghệ thông báo kết luận của Giám đốc như sau:\n1. Văn phòng lập danh mục.';
    expect(readHead(text, []).head).toMatchObject({ kind: 'TB', issuer: 'Sở Khoa học và Công nghệ' });
  });

  it('reads a decision in an old encoding, whose capitals were lost', () => {
    const text =
      'Bộ tài chính\t\tcộng hoà xã hội chủ nghĩa việt nam\nSỐ:   40  /2000/TT/BTC\n\nHà nội, ngày 15 tháng 5 năm 2000\n\nThông tư\nHướng dẫn việc thử\n\nCăn cứ Luật X;';
    expect(readHead(text, []).head).toEqual({
      kind: 'TT',
      number: '40/2000/TT/BTC',
      date: '2000-05-15',
      issuer: 'Bộ tài chính',
      subject: 'Hướng dẫn việc thử',
    });
  });

  it('reads a page of the web', () => {
    const story =
      'Chiều nay, các đơn vị trong tỉnh họp bàn về việc đưa kết quả nghiên cứu vào sản xuất, theo Quyết định số 12/QĐ-UBND ngày 5/3/2026.';
    const { head } = readHead(
      `Trang chủ\nTỉnh bàn cách đưa nghiên cứu vào sản xuất\n29/9/2026 15:28   184\n${story}`,
      [],
    );
    expect(head).toEqual({
      kind: 'news',
      number: null,
      date: '2026-09-29',
      issuer: null,
      subject: 'Tỉnh bàn cách đưa nghiên cứu vào sản xuất',
    });
  });

  it('makes nothing of nothing', () => {
    expect(readHead('', [])).toEqual({
      head: { kind: null, number: null, date: null, issuer: null, subject: null },
      bodyStart: 0,
      signatureStart: null,
      warnings: [],
    });
  });
});
