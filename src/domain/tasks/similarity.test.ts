import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fold } from '../text/fold.ts';
import { overlapsOf } from './similarity.ts';

const past = [
  'Nghiên cứu thiết kế, chế tạo máy sấy nông sản bằng năng lượng mặt trời quy mô hộ gia đình',
  'Nghiên cứu ứng dụng công nghệ sấy lạnh trong bảo quản quả vải thiều',
  'Xây dựng mô hình nuôi tôm thẻ chân trắng hai giai đoạn tại vùng đầm phá',
  'Nghiên cứu ứng dụng công nghệ viễn thám giám sát sạt lở đất',
  'Xây dựng hệ thống quản lý hồ sơ bệnh án điện tử cho trạm y tế xã',
  'Nghiên cứu phục tráng giống lúa nếp cái hoa vàng',
  'Nghiên cứu giải pháp nâng cao hiệu quả quản lý rừng phòng hộ ven biển',
  'Hoàn thiện quy trình sản xuất tinh dầu tràm',
].map((title, at) => ({ id: String(at), title, aims: '', products: '' }));
const said = (title: string, more: object = {}) => ({ title, aims: '', products: '', ...more });

test('a near-duplicate ranks first and shows the words it shares, without those of the genre', () => {
  const [first, ...rest] = overlapsOf(
    said('Chế tạo thiết bị sấy nông sản sử dụng năng lượng mặt trời'),
    past,
  );
  expect(first).toMatchObject({ id: '0', shared: expect.arrayContaining(['sấy nông', 'mặt trời']) });
  expect(first!.likeness).toBeGreaterThan(0.4);
  expect(first!.shared).not.toContain('chế tạo');
  expect(rest.every(({ likeness }) => likeness < first!.likeness / 2)).toBe(true);
});

test('what only shares the words of the genre is no overlap', () => {
  expect(overlapsOf(said('Nghiên cứu ứng dụng công nghệ, xây dựng mô hình chăn nuôi gà đồi'), past)).toEqual(
    [],
  );
  expect(overlapsOf(said('Nghiên cứu giải pháp nâng cao hiệu quả quản lý đấu thầu'), past)).toEqual([]);
});

test('the same title is the same, also typed without marks; aims and products count too', () => {
  for (const { id, title } of past) {
    expect(overlapsOf(said(title), past)[0]).toMatchObject({ id, likeness: expect.closeTo(1, 5) });
    const [bare] = overlapsOf(said(fold(title)), past);
    expect(bare?.id).toBe(id);
    expect(bare!.likeness).toBeGreaterThan(0.5);
  }
  const other = said('Đề tài số 3', { products: 'Máy sấy nông sản bằng năng lượng mặt trời' });
  expect(overlapsOf(other, past)[0]?.id).toBe('0');
});

test('likeness lies between nothing and one, whatever is typed', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 200 }), fc.string({ maxLength: 200 }), (title, aims) => {
      for (const { likeness } of overlapsOf({ title, aims, products: '' }, past, 0)) {
        expect(likeness).toBeGreaterThanOrEqual(0);
        expect(likeness).toBeLessThanOrEqual(1);
      }
    }),
    { numRuns: 100 },
  );
});

test('of ten thousand past tasks the one that is nearly the same comes first', () => {
  const crops = ['lúa', 'ngô', 'sắn', 'chè', 'cam', 'bưởi', 'dứa', 'mía', 'lạc', 'đậu'];
  const pests = [
    'rầy nâu',
    'sâu đục thân',
    'bệnh đạo ôn',
    'tuyến trùng',
    'nấm hồng',
    'bọ trĩ',
    'ruồi đục quả',
    'bệnh khảm',
    'rệp sáp',
    'thối rễ',
  ];
  const many = Array.from({ length: 10_000 }, (_, at) => ({
    id: String(at),
    title: `Nghiên cứu giải pháp phòng trừ ${pests[at % 10]} trên cây ${crops[Math.floor(at / 10) % 10]} tại xã số ${at}`,
    ...{ aims: 'Giảm thiệt hại do sâu bệnh', products: 'Quy trình kỹ thuật, báo cáo' },
  }));
  many[6543]!.title = 'Nghiên cứu chế tạo vật liệu nano bạc xử lý nước nuôi tôm';
  const found = overlapsOf(said('Vật liệu nano bạc dùng trong xử lý nước ao nuôi tôm'), many);
  expect(found.map(({ id }) => id)).toEqual(['6543']);
});
