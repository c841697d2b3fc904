import { searchable } from '../text/search.ts';
import type { FactBody } from './facts.ts';

/** How far a directive of another register has come, as its status words say. */
export type ImportStatus = 'given' | 'progressed' | 'submitted' | 'accepted' | 'suspended' | 'stopped';

const words: Record<ImportStatus, string> = {
  given:
    'moi, moi giao, da giao, chua thuc hien, chua bat dau, chua nhan, cho nhan, chua trien khai, chua den han, khong han, cho moc tinh han',
  progressed:
    'dang thuc hien, dang lam, dang trien khai, dang xu ly, dang tien hanh, da nhan, trong han, qua han, sap den han, thuong xuyen, cham, tre han',
  submitted:
    'cho phe duyet, cho xac nhan, cho duyet, cho nghiem thu, da trinh, da nop, cho ket qua phe duyet, trinh phe duyet, cho danh gia',
  accepted:
    'hoan thanh, da hoan thanh, xong, da xong, hoan tat, da nghiem thu, xong dung han, xong muon, hoan thanh dung han, hoan thanh truoc han, hoan thanh qua han, hoan thanh muon, dat, ket thuc',
  suspended: 'tam dung, tam hoan, tam ngung, hoan, tam dinh chi',
  stopped: 'huy, huy bo, da huy, dung, da dung, dung thuc hien, cham dut, thoi, khong thuc hien',
};

const byWords = new Map(
  Object.entries(words).flatMap(([status, all]) =>
    all.split(', ').map((word) => [word, status as ImportStatus] as const),
  ),
);

/** The status that words name, whatever their accents; undefined for words that name none. */
export const importStatusOf = (said: string): ImportStatus | undefined => byWords.get(searchable(said));

/** What the words may be, for whoever wrote others. */
export const importStatusWords = 'Mới, Đang thực hiện, Chờ phê duyệt, Hoàn thành, Tạm dừng hoặc Huỷ';

/** What a row says beside giving. */
export interface Reported {
  status: ImportStatus;
  percent: number;
  /** The day it stands so, and the day it was given, ISO. */
  on: string;
  givenOn: string;
  note: string | null;
}

/** No more is known than that the register says so. */
const fromRegister = 'Theo sổ đã nhập';

/** The facts behind a status word, after the one that gave the directive: nobody sets a status. */
export function factsFrom({
  status,
  percent,
  on,
  givenOn,
  note,
}: Reported): { on: string; body: FactBody }[] {
  const reason = note !== null && note.length >= 3 ? note.slice(0, 1000) : fromRegister;
  const words = note ?? '';
  const progressed: { on: string; body: FactBody }[] =
    percent > 0 ? [{ on, body: { kind: 'progressed', percent, words: '', obstacle: null } }] : [];
  switch (status) {
    case 'given':
      return [];
    case 'progressed':
      return [
        { on: givenOn, body: { kind: 'received' } },
        { on, body: { kind: 'progressed', percent, words, obstacle: null } },
      ];
    case 'submitted':
      return [...progressed, { on, body: { kind: 'submitted', words } }];
    case 'accepted':
      return [
        { on, body: { kind: 'submitted', words } },
        { on, body: { kind: 'accepted', words: '' } },
      ];
    case 'suspended':
      return [...progressed, { on, body: { kind: 'suspended', reason } }];
    case 'stopped':
      return [{ on, body: { kind: 'stopped', reason } }];
  }
}
