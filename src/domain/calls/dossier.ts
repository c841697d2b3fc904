import { z } from 'zod';
import { Dong, Named } from '../tasks/change.ts';
import type { Language } from '../text/language.ts';
import type { KnownCall } from './call.ts';
import { isOpenAt, sayInstant } from './call.ts';

/** What may be attached: told from the bytes, never from the name. */
export const attachmentKinds = ['pdf', 'docx', 'xlsx', 'image'] as const;
export type AttachmentKind = (typeof attachmentKinds)[number];

const words = z.string().max(20_000).default('');

/** What a host writes; everything may be missing while it is a draft. */
export const DossierContent = z.object({
  investigator: Named.nullable().default(null),
  aims: words,
  content: words,
  products: words,
  /** Months from the contract. */
  months: z.int().min(1).max(240).nullable().default(null),
  stateMoney: Dong.nullable().default(null),
  otherMoney: Dong.nullable().default(null),
  note: words,
  /** Organisations that carry it out together with the host, which leads and files for all: each with its part. */
  partners: z
    .array(
      z.object({
        name: z.string().max(500).default(''),
        part: z.string().max(2000).default(''),
      }),
    )
    .max(20, 'Không quá 20 tổ chức phối hợp')
    .default([]),
  /** Ids of the host's files, in the order of the list. */
  files: z.array(z.uuid()).max(30, 'Không quá 30 tệp').default([]),
});
export type DossierContent = z.infer<typeof DossierContent>;

/** A file as a receipt names it. */
export interface FiledFile {
  id: string;
  name: string;
  bytes: number;
  sha256: string;
}

/** What was filed: the words and each file by its hash, over which the receipt's own hash is taken. */
export interface FiledContent extends Omit<DossierContent, 'files'> {
  task: { id: string; title: string };
  host: { id: string; name: string };
  files: FiledFile[];
}

const vi = {
  investigator: 'Ghi tên chủ nhiệm nhiệm vụ.',
  aims: 'Ghi mục tiêu của nhiệm vụ.',
  content: 'Ghi nội dung sẽ thực hiện.',
  months: 'Ghi số tháng thực hiện.',
  partner: 'Ghi tên tổ chức phối hợp, hoặc bỏ dòng này.',
  files: 'Đính kèm ít nhất một tệp: đơn, thuyết minh, lý lịch khoa học.',
  lacking: 'Hồ sơ chưa đủ để nộp. Bổ sung theo lời nhắc rồi nộp lại.',
  noneFiled: 'Chưa có hồ sơ nào đang nộp.',
  closed: (day: string, moment: string) =>
    `Đã hết hạn nhận hồ sơ: hết ngày ${day}. Máy chủ nhận yêu cầu này lúc ${moment}. Nội dung đã soạn vẫn được giữ để xem lại.`,
};

const en: typeof vi = {
  investigator: 'Name the principal investigator.',
  aims: 'Write the aims of the task.',
  content: 'Write what will be done.',
  months: 'Write how many months it takes.',
  partner: 'Name the partner organisation, or remove this line.',
  files: 'Attach at least one file: application, proposal, curriculum vitae.',
  lacking: 'The dossier is not complete. Fill in what is asked for, then file again.',
  noneFiled: 'Nothing is filed at present.',
  closed: (day, moment) =>
    `The call closed at the end of ${day}. The server had this request at ${moment}. What is written is kept for reading.`,
};

/** Why a dossier is not taken, in the language of whoever files it. */
export const refusalWords: Record<Language, typeof vi> = { vi, en };

/** What keeps a draft from being filed, each with what to do. */
export function missingIn(
  { investigator, aims, content, files, months, partners }: DossierContent,
  language: Language = 'vi',
) {
  const said = refusalWords[language];
  const lacking: { path: string; message: string }[] = [];
  const ask = (path: string, lacks: boolean, message: string) => lacks && lacking.push({ path, message });
  ask('investigator', investigator === null, said.investigator);
  ask('aims', aims.trim() === '', said.aims);
  ask('content', content.trim() === '', said.content);
  ask('months', months === null, said.months);
  for (const [at, { name }] of partners.entries())
    ask(`partners.${at}.name`, name.trim() === '', said.partner);
  ask('files', files.length === 0, said.files);
  return lacking;
}

/** Why nothing can be filed, replaced or withdrawn at an instant; null while the call is open. */
export const closedRefusal = (
  { closesOn }: Pick<KnownCall, 'closesOn'>,
  now: Temporal.Instant,
  language: Language = 'vi',
): string | null =>
  isOpenAt(closesOn, now)
    ? null
    : refusalWords[language].closed(closesOn.split('-').reverse().join('/'), sayInstant(now, language));

/** «TN-2026-00042». */
export const receiptNumber = ({ year, number }: { year: number; number: number }): string =>
  `TN-${year}-${String(number).padStart(5, '0')}`;
