import { words } from '../i18n/language.ts';

export const overlapWords = words(
  {
    title: 'Nhiệm vụ có nội dung gần giống',
    none: 'Không có nhiệm vụ nào trong cơ quan giống đáng kể về tên, mục tiêu, sản phẩm.',
    alike: (percent: number) => `giống ${percent} %`,
    shared: 'Từ trùng',
  },
  {
    title: 'Tasks it resembles',
    none: 'No task of the agency resembles it in title, aims or products.',
    alike: (percent: number) => `${percent} % alike`,
    shared: 'Shared words',
  },
);
