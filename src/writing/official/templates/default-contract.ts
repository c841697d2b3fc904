import type { OfficialDocument } from '../document.ts';
import {
  budgetColumns,
  type ContractWords,
  changeColumns,
  instalmentColumns,
  notOnFile,
} from '../kinds/contract-words.ts';
import { appendixBody, contractBody, contractParties, contractTitles } from '../kinds/task-contract.ts';
import { contractShapes } from './contract-fields.ts';
import { field, frame, type LoopColumn, loopTable, paragraph, repeated } from './parts.ts';

/** What a contract says, each as its field. */
const words = Object.fromEntries(
  Object.values(contractShapes)
    .flatMap(({ fields }) => fields)
    .map(({ name }) => [name, field(name)]),
) as ContractWords;

const tagged = (columns: readonly Omit<LoopColumn, 'tag'>[], ...names: string[]): LoopColumn[] =>
  columns.map((column, at) => ({ ...column, tag: field(names[at] ?? '') }));

const bases = repeated('can_cu', paragraph(field('cau')));
const agency = field('co_quan');

const base = (on: string) => ({
  ...frame(on),
  ...{
    sign: null,
    signature: null,
    recipients: [],
    parties: contractParties([
      { lines: [field('chuc_vu_ky')], name: field('nguoi_ky') },
      { lines: [field('chuc_vu_ben_b')], name: field('nguoi_ky_ben_b') },
    ]),
  },
  open: { date: field('ngay_thang_nam'), year: field('nam') },
});

/** Starting templates of the contract and its appendix: the same papers, with fields where facts stand. */
export const contractDocuments = {
  'task-contract': (on: string): OfficialDocument => ({
    ...base(on),
    title: contractTitles['task-contract'],
    body: contractBody(
      words,
      {
        bases,
        lines: [
          loopTable('dong_chi', tagged(budgetColumns, 'tt', 'khoan_muc', 'so_tien', 'cach_chi')),
          ...repeated('khong_co_dong_chi', paragraph(notOnFile('dự toán theo khoản mục'))),
        ],
        instalments: [
          loopTable('dot_cap', tagged(instalmentColumns, 'dot', 'dieu_kien', 'khi_nao', 'so_tien', 'ty_le')),
          ...repeated('khong_co_dot_cap', paragraph(notOnFile('các đợt cấp kinh phí'))),
        ],
      },
      agency,
    ),
  }),
  'contract-appendix': (on: string): OfficialDocument => ({
    ...base(on),
    title: contractTitles['contract-appendix'],
    body: appendixBody(
      words,
      { bases, lines: [loopTable('dieu_chinh', tagged(changeColumns, 'tt', 'noi_dung', 'truoc', 'sau'))] },
      agency,
    ),
  }),
};
