import type { Block, OfficialDocument, Signature, Table } from '../document.ts';
import {
  budgetColumns,
  budgetRows,
  type ContractWords,
  changeColumns,
  changeRows,
  contractBases,
  contractSignatures,
  contractWords,
  instalmentColumns,
  instalmentRows,
  notOnFile,
  type TaskContract,
} from './contract-words.ts';

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
  /** The instalments of the state money. */
  instalments: readonly Block[];
}

/** Who the two sides are, and who signs for each. */
const sidesOf = (word: ContractWords, agency: string): Block[] => [
  paragraph(`Hôm nay, ${word.ngay_ky}, hai bên gồm:`),
  named('Bên A (bên giao nhiệm vụ)', agency),
  paragraph(`Đại diện: ${word.dai_dien_ben_a}.`),
  named('Bên B (bên nhận nhiệm vụ, tổ chức chủ trì)', word.ben_b),
  paragraph(`Đại diện: ${word.dai_dien_ben_b}. Chủ nhiệm nhiệm vụ: ${word.chu_nhiem}.`),
];

/** The articles of a contract; parts that the papers do not fix are usual words the sides may change in Word. */
export const contractBody = (
  word: ContractWords,
  { bases, lines, instalments }: ContractParts,
  agency: string,
): Block[] => [
  { kind: 'paragraph', text: `Số: ${word.so_hop_dong}`, align: 'center' },
  ...bases,
  ...sidesOf(word, agency),
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
    `Kinh phí ngân sách nhà nước ${word.kinh_phi_nsnn} được cấp theo các đợt dưới đây, mỗi đợt khi đã có điều ghi ở cột thứ hai:`,
  ),
  ...instalments,
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
  { bases, lines }: Pick<ContractParts, 'bases' | 'lines'>,
  agency: string,
): Block[] => [
  {
    kind: 'paragraph',
    text: `Số: ${word.so_phu_luc}, kèm theo Hợp đồng số ${word.so_hop_dong}`,
    align: 'center',
  },
  ...bases,
  paragraph(`Căn cứ Hợp đồng số ${word.so_hop_dong} ký ngày ${word.ngay_hop_dong};`),
  ...sidesOf(word, agency),
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
export const contractParties = ([agency, host]: [Signature, Signature]): [Signature, Signature][] => [
  [
    { lines: ['Đại diện Bên A', ...agency.lines], note, name: agency.name },
    { lines: ['Đại diện Bên B', ...host.lines], note, name: host.name },
  ],
];

const tableOf = (
  columns: readonly { head: string; width: number; align?: 'center' | 'right' }[],
  rows: readonly (readonly string[])[],
): Table => ({ kind: 'table', columns, header: [columns.map(({ head }) => ({ text: head }))], rows });

/** A table of what is on file, or that nothing is. */
const tableOrNone = (
  columns: Parameters<typeof tableOf>[0],
  rows: readonly (readonly string[])[],
  what: string,
): Block[] => [rows.length > 0 ? tableOf(columns, rows) : paragraph(notOnFile(what))];

/** The contract, or the appendix to it, as the usual layout has it. */
export function taskContract(said: TaskContract): OfficialDocument {
  const { frame, appendix, terms } = said;
  const { on, superior, issuer, place, date } = frame;
  const word = contractWords(said);
  const bases = contractBases(said).map(paragraph);
  const body = appendix
    ? appendixBody(
        word,
        { bases, lines: tableOrNone(changeColumns, changeRows(said), 'nội dung điều chỉnh') },
        issuer,
      )
    : contractBody(
        word,
        {
          bases,
          lines: tableOrNone(budgetColumns, budgetRows(terms), 'dự toán theo khoản mục'),
          instalments: tableOrNone(instalmentColumns, instalmentRows(terms), 'các đợt cấp kinh phí'),
        },
        issuer,
      );
  return {
    ...{ on, superior, issuer, place, date, sign: null, number: null, signature: null, recipients: [] },
    title: contractTitles[appendix ? 'contract-appendix' : 'task-contract'],
    body,
    parties: contractParties(contractSignatures(said)),
  };
}
