import { expect, test } from 'vitest';
import { originOfDocument } from './origin.ts';

test.each([
  ['KL', 'KIỂM TOÁN NHÀ NƯỚC KHU VỰC X', 'Kết luận kiểm toán ngân sách năm 2025', 'state-audit'],
  ['TB', 'Kiểm toán nhà nước', 'Kết quả kiểm toán', 'state-audit'],
  ['KL', 'Thanh tra tỉnh Minh Sơn', 'Việc tiếp công dân', 'inspection'],
  ['KL', 'Sở Khoa học và Công nghệ', 'Kết luận thanh tra an toàn bức xạ', 'inspection'],
  // Inspectors also write plans, and a conclusion of a meeting is none of an inspection.
  ['KH', 'Thanh tra tỉnh Minh Sơn', 'Kế hoạch thanh tra năm 2027', 'document'],
  ['TB', 'Sở Khoa học và Công nghệ', 'Kết luận của Giám đốc tại cuộc họp với Thanh tra Sở', 'document'],
  ['CV', null, null, 'document'],
] as const)('%s of %s on «%s»: %s', (kind, issuer, subject, origin) => {
  expect(originOfDocument({ kind, issuer, subject })).toBe(origin);
});
