import { sayDay } from '../../../domain/deadlines/words.ts';
import type { Instalment, Signer } from '../../../domain/tasks/arrangement.ts';
import { type Change, dongWords } from '../../../domain/tasks/change.ts';
import { type ContractTerms, changeTold, instalmentsTold } from '../../../domain/tasks/contract.ts';
import type { RestsOn } from '../../../domain/tasks/facts.ts';
import { khoanWords } from '../../../domain/tasks/rules/vocabulary.ts';
import type { Signature } from '../document.ts';
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
  appendix: {
    no: number;
    change: Change;
    decision: RestsOn | null;
    /** The day the host told what it changed itself; null where the authority decided. */
    toldOn: string | null;
    /** The instalments of the version it changes. */
    before: readonly Instalment[];
  } | null;
}

/** What stands where the papers of a task say nothing: named, for whoever signs to fill in. */
export const notOnFile = (what: string): string => `[chưa có trong hồ sơ: ${what}]`;
const or = (value: string | null | undefined, what: string) => (value ? value : notOnFile(what));
const money = (amount: number | null, what: string) =>
  amount === null ? notOnFile(what) : dongWords(amount);
const cited = (rests: RestsOn | null, what: string) =>
  rests === null ? notOnFile(what) : `${rests.sign} ngày ${sayDay(rests.date)}`;

const signerWords = ({ name, position, authority }: Signer): string =>
  `${name}, chức vụ: ${position}${authority ? `, theo ${authority}` : ''}`;

/** Who signs for the agency, with the post: as the file says, or else the head. */
function agencySigner({ frame: { signature }, terms: { signers } }: TaskContract): string {
  if (signers.agency) return signerWords(signers.agency);
  const { name, lines } = signature;
  return `${name ?? notOnFile('người ký của bên A')}, chức vụ: ${lines.at(-1) ?? ''}`;
}

/** The places where both sides sign, the agency first. */
export function contractSignatures({ frame, terms: { signers } }: TaskContract): [Signature, Signature] {
  const of = (signer: Signer): Signature => ({ lines: [signer.position], name: signer.name });
  return [
    signers.agency ? of(signers.agency) : frame.signature,
    signers.host ? of(signers.host) : { lines: [], name: null },
  ];
}

/** Everything a contract or an appendix says that differs from one to the next, by the names of templates' fields. */
export function contractWords(said: TaskContract) {
  const { frame, terms, code, signedOn, appendix } = said;
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
    dai_dien_ben_a: agencySigner(said),
    dai_dien_ben_b: terms.signers.host ? signerWords(terms.signers.host) : notOnFile('người ký của bên B'),
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

function decisionOf(appendix: TaskContract['appendix'], { approval }: ContractTerms): string {
  if (appendix === null)
    return `Căn cứ ${cited(approval, 'quyết định phê duyệt')} về việc phê duyệt nhiệm vụ;`;
  const { decision, toldOn } = appendix;
  return decision === null && toldOn !== null
    ? `Căn cứ thông báo ngày ${sayDay(toldOn)} của Bên B về việc điều chỉnh thuộc quyền của tổ chức chủ trì;`
    : `Căn cứ ${cited(decision, 'văn bản đồng ý điều chỉnh')} về việc điều chỉnh;`;
}

/** Laws and decisions a contract or appendix rests on, each as one sentence. */
export function contractBases({ bases, terms, appendix }: TaskContract): string[] {
  return [...bases.map((one) => `Căn cứ ${one};`), decisionOf(appendix, terms)];
}

/** Lines of the budget as rows: number, item, amount, whether khoán. */
export const budgetRows = ({ budget }: ContractTerms): string[][] =>
  (budget ?? []).map(({ item, amount, khoan }, at) => [
    String(at + 1),
    item,
    new Intl.NumberFormat('vi-VN').format(amount),
    khoan ? 'Khoán' : 'Không khoán',
  ]);

/** Instalments as rows: number, what must be there, when, amount, share of the state money. */
export const instalmentRows = ({ instalments, stateMoney }: ContractTerms): string[][] =>
  instalments.map(({ needs, on, event, amount, advance }, at) => [
    String(at + 1),
    advance ? `Tạm ứng. ${needs}` : needs,
    on === null ? event : sayDay(on),
    new Intl.NumberFormat('vi-VN').format(amount),
    stateMoney ? share.format(amount / stateMoney) : '',
  ]);
const share = new Intl.NumberFormat('vi-VN', { style: 'percent', maximumFractionDigits: 1 });

/** What an appendix changes as rows: number, thing, before, after. */
export function changeRows({ appendix, terms }: TaskContract): string[][] {
  if (appendix === null) return [];
  const told = [...changeTold(appendix.change), ...instalmentsTold(appendix.before, terms.instalments)];
  return told.map(({ what, before, after }, at) => [String(at + 1), what, before, after]);
}

export const budgetColumns = [
  { head: 'TT', width: 10, align: 'center' },
  { head: 'Khoản mục', width: 85 },
  { head: 'Số tiền (đồng)', width: 40, align: 'right' },
  { head: 'Phương thức', width: 30 },
] as const;
export const instalmentColumns = [
  { head: 'Đợt', width: 12, align: 'center' },
  { head: 'Phải giao nộp, đạt được', width: 65 },
  { head: 'Khi nào', width: 36 },
  { head: 'Số tiền (đồng)', width: 34, align: 'right' },
  { head: 'Tỷ lệ', width: 18, align: 'right' },
] as const;
export const changeColumns = [
  { head: 'TT', width: 10, align: 'center' },
  { head: 'Nội dung', width: 45 },
  { head: 'Trước điều chỉnh', width: 55 },
  { head: 'Sau điều chỉnh', width: 55 },
] as const;
