import { sayDay } from '../../../domain/deadlines/words.ts';
import { type Change, dongWords } from '../../../domain/tasks/change.ts';
import { type ContractTerms, changeTold } from '../../../domain/tasks/contract.ts';
import type { RestsOn } from '../../../domain/tasks/facts.ts';
import { khoanWords } from '../../../domain/tasks/rules/vocabulary.ts';
import type { Block, OfficialDocument, Signature, Table } from '../document.ts';
import { dateOf } from '../setter.ts';
import type { Frame } from './frame.ts';

/** A contract on carrying out a task, or, with `appendix`, what changes of it. */
export interface TaskContract {
  frame: Frame;
  terms: ContractTerms;
  code: string | null;
  /** The day the contract itself was signed; null before. */
  signedOn: string | null;
  /** Laws it rests on, as its regime says. */
  bases: readonly string[];
  appendix: { no: number; change: Change; decision: RestsOn | null } | null;
}

/** What stands where the papers of a task say nothing: named, for whoever signs to fill in. */
export const notOnFile = (what: string): string => `[chưa có trong hồ sơ: ${what}]`;
const or = (value: string | null | undefined, what: string) => (value ? value : notOnFile(what));
const money = (amount: number | null, what: string) =>
  amount === null ? notOnFile(what) : dongWords(amount);
const cited = (rests: RestsOn | null, what: string) =>
  rests === null ? notOnFile(what) : `${rests.sign} ngày ${sayDay(rests.date)}`;

/** Everything a contract or an appendix says that differs from one to the next, by the names of templates' fields. */
export function contractWords({ frame, terms, code, signedOn, appendix }: TaskContract) {
  const { contract, stateMoney, otherMoney } = terms;
  const total = stateMoney === null ? null : stateMoney + (otherMoney ?? 0);
  return {
    so_hop_dong: or(contract?.number, 'số hợp đồng'),
    ngay_hop_dong: signedOn === null ? notOnFile('ngày ký hợp đồng') : sayDay(signedOn),
    ngay_ky: dateOf(frame),
    so_phu_luc: appendix === null ? '' : String(appendix.no).padStart(2, '0'),
    ten_nhiem_vu: terms.title,
    ma_so: or(code, 'mã số'),
    muc_tieu: or(terms.aims, 'mục tiêu'),
    san_pham: or(terms.products, 'sản phẩm'),
    ben_b: or(terms.host?.name, 'tổ chức chủ trì'),
    dai_dien_ben_b: notOnFile('người đại diện bên B'),
    chu_nhiem: or(terms.investigator?.name, 'chủ nhiệm'),
    tu_ngay: contract ? sayDay(contract.from) : notOnFile('ngày bắt đầu'),
    den_ngay: contract ? sayDay(contract.to) : notOnFile('ngày kết thúc'),
    so_thang: terms.months === null ? notOnFile('số tháng') : String(terms.months),
    kinh_phi: money(total, 'tổng kinh phí'),
    kinh_phi_nsnn: money(stateMoney, 'kinh phí ngân sách nhà nước'),
    kinh_phi_khac: money(otherMoney, 'kinh phí nguồn khác'),
    khoan: terms.khoan === null ? notOnFile('phương thức khoán') : khoanWords[terms.khoan],
  };
}
export type ContractWords = ReturnType<typeof contractWords>;

/** Laws and decisions a contract or appendix rests on, each as one sentence. */
export function contractBases({ bases, terms, appendix }: TaskContract): string[] {
  const decision =
    appendix === null
      ? `Căn cứ ${cited(terms.approval, 'quyết định phê duyệt')} về việc phê duyệt nhiệm vụ;`
      : `Căn cứ ${cited(appendix.decision, 'văn bản đồng ý điều chỉnh')} về việc điều chỉnh;`;
  return [...bases.map((one) => `Căn cứ ${one};`), decision];
}

/** Lines of the budget as rows: number, item, amount, whether khoán. */
export const budgetRows = ({ budget }: ContractTerms): string[][] =>
  (budget ?? []).map(({ item, amount, khoan }, at) => [
    String(at + 1),
    item,
    new Intl.NumberFormat('vi-VN').format(amount),
    khoan ? 'Khoán' : 'Không khoán',
  ]);

/** What an appendix changes as rows: number, thing, before, after. */
export const changeRows = ({ appendix }: TaskContract): string[][] =>
  appendix === null
    ? []
    : changeTold(appendix.change).map(({ what, before, after }, at) => [String(at + 1), what, before, after]);

export const budgetColumns = [
  { head: 'TT', width: 10, align: 'center' },
  { head: 'Khoản mục', width: 85 },
  { head: 'Số tiền (đồng)', width: 40, align: 'right' },
  { head: 'Phương thức', width: 30 },
] as const;
export const changeColumns = [
  { head: 'TT', width: 10, align: 'center' },
  { head: 'Nội dung', width: 45 },
  { head: 'Trước điều chỉnh', width: 55 },
  { head: 'Sau điều chỉnh', width: 55 },
] as const;
const phases: Table = {
  kind: 'table',
  columns: [{ width: 15, align: 'center' }, { width: 60 }, { width: 45, align: 'right' }, { width: 45 }],
  header: [['Đợt', 'Khi nào, điều kiện', 'Số tiền (đồng)', 'Ghi chú'].map((text) => ({ text }))],
  rows: [
    ['1', '', '', ''],
    ['2', '', '', ''],
    ['3', '', '', ''],
  ],
};

const paragraph = (text: string): Block => ({ kind: 'paragraph', text });
const paragraphs = (text: string) => text.split('\n').filter(Boolean).map(paragraph);
const item = (text: string): Block => ({ kind: 'item', text });
const article = (no: number, text: string): Block => ({
  kind: 'paragraph',
  text: [{ text: `Điều ${no}. ${text}`, bold: true }],
  keepNext: true,
});
const named = (name: string, text: string): Block => ({
  kind: 'paragraph',
  text: [{ text: `${name}: `, bold: true }, { text }],
});

/** What repeats or may be absent, as blocks of a paper or of a template. */
export interface ContractParts {
  bases: readonly Block[];
  /** The budget or the changes by lines. */
  lines: readonly Block[];
}

/** Who the two sides are; the agency and who signs for it as the frame names them. */
const sidesOf = (word: ContractWords, agency: string, signer: string): Block[] => [
  paragraph(`Hôm nay, ${word.ngay_ky}, hai bên gồm:`),
  named('Bên A (bên giao nhiệm vụ)', agency),
  paragraph(`Đại diện: ${signer}.`),
  named('Bên B (bên nhận nhiệm vụ, tổ chức chủ trì)', word.ben_b),
  paragraph(`Đại diện: ${word.dai_dien_ben_b}. Chủ nhiệm nhiệm vụ: ${word.chu_nhiem}.`),
];

/** The articles of a contract; parts that the papers do not fix are usual words the sides may change in Word. */
export const contractBody = (
  word: ContractWords,
  { bases, lines }: ContractParts,
  { agency, signer }: { agency: string; signer: string },
): Block[] => [
  { kind: 'paragraph', text: `Số: ${word.so_hop_dong}`, align: 'center' },
  ...bases,
  ...sidesOf(word, agency, signer),
  paragraph('Hai bên thống nhất ký hợp đồng với các điều khoản sau:'),
  article(1, 'Giao và nhận thực hiện nhiệm vụ'),
  paragraph(`Bên A giao và Bên B nhận thực hiện nhiệm vụ «${word.ten_nhiem_vu}», mã số ${word.ma_so}.`),
  named('Mục tiêu', ''),
  ...paragraphs(word.muc_tieu),
  paragraph('Nội dung theo thuyết minh nhiệm vụ đã được phê duyệt, là phần không tách rời của hợp đồng này.'),
  article(2, 'Sản phẩm'),
  ...paragraphs(word.san_pham),
  article(3, 'Thời gian thực hiện'),
  paragraph(`${word.so_thang} tháng, từ ngày ${word.tu_ngay} đến ngày ${word.den_ngay}.`),
  article(4, 'Kinh phí'),
  paragraph(
    `Tổng kinh phí: ${word.kinh_phi}, trong đó ngân sách nhà nước ${word.kinh_phi_nsnn}, nguồn khác ${word.kinh_phi_khac}. Phương thức: ${word.khoan}.`,
  ),
  paragraph('Kinh phí ngân sách nhà nước theo khoản mục:'),
  ...lines,
  article(5, 'Cấp và thanh toán kinh phí theo giai đoạn'),
  paragraph(
    'Kinh phí được cấp theo tiến độ hai bên thống nhất dưới đây, sau khi có báo cáo và xác nhận khối lượng:',
  ),
  phases,
  article(6, 'Quyền và nghĩa vụ của Bên A'),
  item('Cấp đủ kinh phí theo tiến độ của hợp đồng; kiểm tra việc thực hiện và sử dụng kinh phí;'),
  item('Xem xét, trả lời đề nghị điều chỉnh của Bên B trong thời hạn quy định;'),
  item('Tổ chức đánh giá, nghiệm thu, công nhận kết quả; thanh lý hợp đồng.'),
  article(7, 'Quyền và nghĩa vụ của Bên B'),
  item('Thực hiện đúng nội dung, tiến độ, chất lượng; sử dụng kinh phí đúng mục đích, đúng dự toán;'),
  item('Báo cáo định kỳ và khi Bên A yêu cầu; tạo điều kiện cho việc kiểm tra;'),
  item('Giao nộp sản phẩm, đăng ký kết quả; báo cáo việc ứng dụng sau khi kết thúc theo yêu cầu của Bên A;'),
  item('Được đề nghị điều chỉnh; được hưởng quyền đối với kết quả theo quy định về sở hữu trí tuệ.'),
  article(8, 'Điều chỉnh, chấm dứt hợp đồng và xử lý tài chính'),
  paragraph(
    'Điều chỉnh hợp đồng được lập thành phụ lục. Khi chấm dứt hợp đồng, Bên B quyết toán phần đã thực hiện và hoàn trả kinh phí theo quyết định của cấp có thẩm quyền.',
  ),
  article(9, 'Nghiệm thu, tài sản và thanh lý'),
  paragraph(
    'Tài sản hình thành từ kinh phí của hợp đồng được kiểm kê, bàn giao và xử lý theo quy định. Hợp đồng được thanh lý sau khi kết quả được công nhận và kinh phí được quyết toán.',
  ),
  article(10, 'Điều khoản chung'),
  paragraph(
    'Hai bên cam kết thực hiện đúng hợp đồng; tranh chấp được giải quyết bằng thương lượng, không thương lượng được thì do Tòa án có thẩm quyền giải quyết. Hợp đồng lập thành 06 bản có giá trị như nhau, mỗi bên giữ 03 bản./.',
  ),
];

/** The articles of an appendix: what changes, and that all else stays. */
export const appendixBody = (
  word: ContractWords,
  { bases, lines }: ContractParts,
  { agency, signer }: { agency: string; signer: string },
): Block[] => [
  {
    kind: 'paragraph',
    text: `Số: ${word.so_phu_luc}, kèm theo Hợp đồng số ${word.so_hop_dong}`,
    align: 'center',
  },
  ...bases,
  paragraph(`Căn cứ Hợp đồng số ${word.so_hop_dong} ký ngày ${word.ngay_hop_dong};`),
  ...sidesOf(word, agency, signer),
  paragraph(
    `Hai bên thống nhất điều chỉnh hợp đồng thực hiện nhiệm vụ «${word.ten_nhiem_vu}», mã số ${word.ma_so}, như sau:`,
  ),
  article(1, 'Nội dung điều chỉnh'),
  ...lines,
  article(2, 'Điều khoản khác'),
  paragraph('Các điều khoản khác của hợp đồng và của các phụ lục trước giữ nguyên.'),
  article(3, 'Hiệu lực'),
  paragraph(
    'Phụ lục này là phần không tách rời của hợp đồng, có hiệu lực từ ngày ký, lập thành 06 bản có giá trị như nhau, mỗi bên giữ 03 bản./.',
  ),
];

export const contractTitles = {
  'task-contract': { kind: 'Hợp đồng', subject: 'Thực hiện nhiệm vụ khoa học và công nghệ' },
  'contract-appendix': {
    kind: 'Phụ lục hợp đồng',
    subject: 'Điều chỉnh hợp đồng thực hiện nhiệm vụ khoa học và công nghệ',
  },
} as const;

const note = '(Chữ ký, ghi rõ họ tên và đóng dấu)';

/** Both sides beneath, in the order of the contract. */
export const contractParties = ({ lines, name }: Signature): [Signature, Signature][] => [
  [
    { lines: ['Đại diện Bên A', ...lines], note, name },
    { lines: ['Đại diện Bên B'], note, name: null },
  ],
];

const tableOf = (
  columns: readonly { head: string; width: number; align?: 'center' | 'right' }[],
  rows: readonly (readonly string[])[],
): Table => ({ kind: 'table', columns, header: [columns.map(({ head }) => ({ text: head }))], rows });

/** The contract, or the appendix to it, as the usual layout has it. */
export function taskContract(said: TaskContract): OfficialDocument {
  const { frame, appendix } = said;
  const { on, superior, issuer, place, date, signature } = frame;
  const rows = appendix ? changeRows(said) : budgetRows(said.terms);
  const parts = {
    bases: contractBases(said).map(paragraph),
    lines:
      rows.length > 0
        ? [tableOf(appendix ? changeColumns : budgetColumns, rows)]
        : [paragraph(notOnFile(appendix ? 'nội dung điều chỉnh' : 'dự toán theo khoản mục'))],
  };
  const sides = { agency: issuer, signer: signerOf(signature) };
  return {
    ...{ on, superior, issuer, place, date, sign: null, number: null, signature: null, recipients: [] },
    title: contractTitles[appendix ? 'contract-appendix' : 'task-contract'],
    body: (appendix ? appendixBody : contractBody)(contractWords(said), parts, sides),
    parties: contractParties(signature),
  };
}

/** Who signs for the agency, with the post. */
const signerOf = ({ lines, name }: Signature): string =>
  `${name ?? notOnFile('người đại diện bên A')}, chức vụ: ${lines.at(-1) ?? ''}`;
