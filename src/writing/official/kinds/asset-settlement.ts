import type { Block, OfficialDocument, Table } from '../document.ts';
import { type Frame, framed } from './frame.ts';

/** An asset as a paper on its settlement tells it. */
export interface AssetTold {
  name: string;
  quantity: number;
  originalValue: number;
  foundValue: number | null;
  condition: string;
  form: string | null;
}

/** A task with the assets it leaves. */
export interface AssetsOfTask {
  /** «Nghiên cứu máy sấy (mã số ĐT.01/2021)». */
  task: string;
  host: string | null;
  assets: readonly AssetTold[];
}

export interface AssetSettlement {
  frame: Frame;
  kind: 'proposal' | 'decision';
  tasks: readonly AssetsOfTask[];
  /** Who decides, with the article that says so, as one sentence each. */
  authority: readonly string[];
}

const money = new Intl.NumberFormat('vi-VN');
const dong = (amount: number | null) => (amount === null ? '' : money.format(amount));
const titles = { proposal: 'Tờ trình', decision: 'Quyết định' } as const;
const sum = (tasks: readonly AssetsOfTask[], of: (asset: AssetTold) => number) =>
  tasks.reduce((total, { assets }) => total + assets.reduce((all, asset) => all + of(asset), 0), 0);

/** Every asset under its task, with a line that sums them up. */
function assetTable(tasks: readonly AssetsOfTask[]): Table {
  const rows = tasks.flatMap(({ task, host, assets }, at) => [
    [String(at + 1), host === null ? task : `${task}; ${host}`, '', '', '', '', ''],
    ...assets.map(({ name, quantity, originalValue, foundValue, condition, form }, place) => [
      `${at + 1}.${place + 1}`,
      name,
      String(quantity),
      dong(originalValue),
      dong(foundValue),
      condition,
      form ?? '',
    ]),
  ]);
  const total = [
    '',
    'Cộng',
    '',
    dong(sum(tasks, ({ originalValue }) => originalValue)),
    dong(sum(tasks, ({ foundValue }) => foundValue ?? 0)),
    '',
    '',
  ];
  return {
    kind: 'table',
    columns: [
      { width: 10, align: 'center' },
      { width: 50 },
      { width: 10, align: 'center' },
      { width: 24, align: 'right' },
      { width: 24, align: 'right' },
      { width: 24 },
      { width: 26 },
    ],
    header: [
      [
        'TT',
        'Nhiệm vụ, tài sản',
        'Số lượng',
        'Nguyên giá (đồng)',
        'Giá trị còn lại (đồng)',
        'Tình trạng',
        'Hình thức xử lý',
      ].map((text) => ({ text })),
    ],
    rows: [...rows, total],
  };
}

/** A proposal to whoever decides, or their decision, on the assets of the tasks chosen. */
export function assetSettlement({ frame, kind, tasks, authority }: AssetSettlement): OfficialDocument {
  const count = tasks.reduce((all, { assets }) => all + assets.length, 0);
  const what = `${count} tài sản hình thành từ ${tasks.length} nhiệm vụ khoa học và công nghệ`;
  const article = (number: number, text: string): Block => ({
    kind: 'paragraph',
    text: [{ text: `Điều ${number}. `, bold: true }, { text }],
  });
  const paragraph = (text: string): Block => ({ kind: 'paragraph', text });
  const body: Record<AssetSettlement['kind'], readonly Block[]> = {
    proposal: [
      paragraph(
        `${frame.issuer} trình cấp có thẩm quyền xem xét, quyết định phương án xử lý ${what} theo bảng dưới đây.`,
      ),
      ...authority.map(paragraph),
      assetTable(tasks),
      paragraph('Kính trình cấp có thẩm quyền xem xét, quyết định./.'),
    ],
    decision: [
      ...authority.map(paragraph),
      article(1, `Phê duyệt phương án xử lý ${what} theo bảng sau:`),
      assetTable(tasks),
      article(
        2,
        'Tổ chức chủ trì bàn giao, xử lý tài sản theo hình thức đã phê duyệt, trong thời hạn quy định kể từ ngày quyết định.',
      ),
      article(
        3,
        'Các đơn vị có liên quan và các tổ chức chủ trì chịu trách nhiệm thi hành Quyết định này./.',
      ),
    ],
  };
  return {
    ...framed(frame, kind === 'proposal' ? 'TTr' : 'QĐ'),
    title: {
      kind: titles[kind],
      subject: 'Về việc xử lý tài sản hình thành từ nhiệm vụ khoa học và công nghệ',
    },
    body: body[kind],
  };
}
