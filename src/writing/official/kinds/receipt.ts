import { sayInstant } from '../../../domain/calls/call.ts';
import type { FiledContent } from '../../../domain/calls/dossier.ts';
import type { OfficialDocument } from '../document.ts';
import { type Frame, framed } from './frame.ts';

/** What a receipt proves. */
export interface Receipt {
  frame: Frame;
  /** «TN-2026-00042». */
  number: string;
  /** ISO instant, by the server's clock. */
  filedAt: string;
  sha256: string;
  /** The notice the dossier answers. */
  call: string;
  content: FiledContent;
}

const size = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 1 });

/** A hash in groups, so that a line can break within. */
const grouped = (hash: string) => hash.replace(/.{8}(?=.)/gu, '$& ');

/** The receipt of a dossier: when, what, and the hash that shows that it is the same. */
export function dossierReceipt({ frame, number, filedAt, sha256, call, content }: Receipt): OfficialDocument {
  const item = (text: string) => ({ kind: 'item' as const, text });
  return {
    ...framed(frame, null),
    sign: null,
    signature: null,
    title: { kind: 'Giấy biên nhận', subject: `Hồ sơ nhiệm vụ khoa học và công nghệ số ${number}` },
    body: [
      item(`Nơi nộp: ${content.host.name}`),
      item(`Nhiệm vụ: ${content.task.title}`),
      item(`Theo thông báo: ${call}`),
      item(`Chủ nhiệm: ${content.investigator?.name ?? ''}`),
      ...(content.partners.length > 0
        ? [item(`Phối hợp thực hiện: ${content.partners.map(({ name }) => name).join('; ')}`)]
        : []),
      item(`Nhận lúc ${sayInstant(filedAt)}, giờ Việt Nam, theo đồng hồ của máy chủ`),
      item(`Mã băm SHA-256 của toàn bộ hồ sơ: ${grouped(sha256)}`),
      { kind: 'paragraph', text: `Hồ sơ gồm phần khai trên cổng và ${content.files.length} tệp:` },
      {
        kind: 'table',
        columns: [{ width: 8, align: 'center' }, { width: 60 }, { width: 20, align: 'right' }, { width: 62 }],
        header: [[{ text: 'TT' }, { text: 'Tệp' }, { text: 'KB' }, { text: 'SHA-256' }]],
        rows: content.files.map((file, at) => [
          String(at + 1),
          file.name,
          size.format(file.bytes / 1024),
          grouped(file.sha256),
        ]),
      },
      {
        kind: 'paragraph',
        text: 'Giấy này do máy chủ lập khi nhận hồ sơ. Giữ lại để đối chiếu: nội dung hồ sơ đổi thì mã băm đổi.',
      },
    ],
    recipients: [],
  };
}
