import { createHash } from 'node:crypto';
import { canonicalJson } from '../../domain/canonical.ts';
import { blocks, type Finding } from '../../domain/conferences/check.ts';
import type { NoticeContent } from '../../domain/conferences/content.ts';
import { type ReadBackFinding, readBackFindings } from '../../domain/conferences/read-back.ts';
import type { Span } from '../../domain/deadlines/deadline.ts';
import type { AgencyUnits } from '../../domain/organisation/match.ts';
import { standardLimits } from '../../reading/extracted.ts';
import { readInWorker } from '../../reading/sandbox.ts';
import { recordFile } from '../../storage/files.ts';
import type { Tx } from '../../storage/store.ts';
import { type Actor, type Context, Refused } from '../context.ts';
import { insertDirectives, type NewDirective } from '../directives/insert.ts';
import { idsOf, writeNow } from '../directives/record.ts';
import { enterInBook, madeInPlace } from '../documents/register.ts';
import { keepIssued } from '../intake/issued.ts';
import { agencyUnits } from '../organisation/queries.ts';
import { writeApart } from '../papers/apart.ts';
import { contentTypes } from '../papers/contract.ts';
import { templateInForce } from '../papers/kept.ts';
import type { Paper } from '../papers/papers.ts';
import { writeWord } from '../papers/templates.ts';
import { keptDueSettings } from '../settings/settings.ts';
import { change, wrong } from './commands.ts';
import type { Conference } from './contract.ts';
import { draftNotice, noticePaper } from './notice.ts';
import { conferencePolicy } from './policy.ts';
import { conferenceFacts } from './queries.ts';

/** What is wrong, in words for a refusal. */
const findingWords: Record<(Finding | ReadBackFinding)['code'], string> = {
  'no-lines': 'chưa có dòng kết luận nào',
  'no-words': 'có dòng chưa có nội dung',
  'no-lead': 'có dòng chưa có đơn vị chủ trì',
  'lead-gone': 'đơn vị chủ trì đã giải thể',
  'term-unclear': 'có thời hạn chưa hiểu được',
  'same-line': 'hai dòng giống nhau',
  'no-product': 'chưa nêu sản phẩm',
  'no-deadline': 'chưa nêu thời hạn',
  'deadline-past': 'thời hạn đã qua',
  'coordinating-gone': 'đơn vị phối hợp đã giải thể',
  unanswered: 'kiến nghị chưa được trả lời',
  'typed-numbers': 'số gõ tay trong phần đánh giá',
  'not-read-back': 'máy không đọc lại được đúng nội dung, đơn vị, thời hạn của dòng',
  'read-besides': 'máy đọc thành nhiệm vụ đoạn không có trong kết luận',
};

const said = ({ code, words }: Finding | ReadBackFinding) =>
  words === '' ? findingWords[code] : `${findingWords[code]}: «${words}»`;

/** @throws Refused 400 for what no reason sets aside, and for the rest without a reason */
function refuseUnheld(findings: readonly Finding[], reason: string | null): void {
  const blocking = findings.filter(({ code }) => blocks(code));
  if (blocking.length > 0)
    throw Refused.invalid(
      [{ path: 'lines', message: `Chưa ban hành được: ${blocking.map(said).join('; ')}.` }],
      `Chưa ban hành được: ${blocking.map(said).join('; ')}. Sửa ở phần Kết luận rồi ban hành.`,
    );
  if (findings.length > 0 && !reason)
    throw wrong(
      'reason',
      `Còn ${findings.map(said).join('; ')}. Sửa lại, hoặc nêu lý do để ban hành như vậy.`,
    );
}

/** @throws Refused 400 where what an office's own template made of the notice does not read back, without a reason */
function refuseUnread(unread: readonly ReadBackFinding[], reason: string | null): void {
  if (unread.length > 0 && !reason)
    throw wrong(
      'reason',
      `Chưa ban hành: viết theo mẫu Word của cơ quan, ${unread.map(said).join('; ')}. Sửa mẫu hoặc thôi dùng mẫu (trang Mẫu Word của cơ quan), hoặc nêu lý do để ban hành như vậy.`,
    );
}

/**
 * Issues the notice of a conference in one transaction: a number of the outgoing book, its files kept by their hash, its
 * lines directives with the notice as their source, each tied to its words; the conference closed.
 * @throws Refused 400, 403, 404, 409, 412 where the conference changed since it was looked at
 */
export async function issue(
  ctx: Context,
  actor: Actor,
  id: string,
  version: number,
  reason: string | null,
): Promise<Conference> {
  const calendar = await ctx.calendar();
  const { agencyId } = actor;
  return change(ctx, actor, { id, action: 'conference.issued', detail: { reason } }, async (tx, found) => {
    const { conference, looking } = found;
    conferencePolicy.insist('issue', actor, conferenceFacts(conference, looking));
    if (conference.version !== version) throw Refused.stale({ version: conference.version });
    const { content: drafted, findings, frame } = await draftNotice(tx, ctx, actor, found, calendar);
    refuseUnheld(findings, reason);
    const { today: date } = looking;
    const own = await templateInForce(tx, ctx, actor, 'conclusion-notice', date);
    const book = { agencyId, direction: 'out', kind: 'TB', number: null, registeredOn: date } as const;
    const agency = await agencyUnits(tx, agencyId);
    const { taken, made } = await madeInPlace(tx, book, async ({ number, bookNumber }) => {
      const content = { ...drafted, number, date };
      const paper = noticePaper(content, { ...frame, date, number: bookNumber });
      const name = `${noticeName(content)}.docx`;
      const files = await writeFiles(ctx, agencyId, paper, { name, agency, own });
      // Our own layout is held to this by its tests; what an office laid out is not.
      const unread = own === null ? [] : readBackFindings(content.lines, files.reading.directives);
      refuseUnread(unread, reason);
      return { content, paper, name, unread, ...files };
    });
    const { content, paper } = made;
    const accepted = [...findings, ...made.unread];
    const files = await recordFiles(tx, ctx, actor, made);
    const recorded = { recordedAt: ctx.clock().toString(), recordedBy: actor.personId };
    const entry = { ...book, date, issuer: frame.issuer, subject: paper.document.title.subject, ...recorded };
    const { intakeId, readingId, text } = files;
    const { id: documentId } = await enterInBook(tx, { ...entry, intakeId, readingId }, taken);
    const directives = newDirectives(content, { documentId, text, date });
    const told = await insertDirectives(tx, ctx, actor, directives);
    const dueSettings = await keptDueSettings(tx, ctx, agencyId);
    await writeNow(tx, agencyId, told, { before: [], calendar, dueSettings });
    const sha256 = await keepContent(tx, ctx, actor, id, { content, documentId, ...files });
    const ids = idsOf(told);
    return {
      ...{ kind: 'issued', documentId, number: taken.number ?? '', sha256 },
      ...{ findings: accepted.map(said), reason: accepted.length > 0 ? reason : null },
      directives: content.lines.map(({ lineId }, at) => ({ lineId, directiveId: ids[at] ?? '' })),
    };
  });
}

/** What the files of a notice are called, without the ending. */
export const noticeName = ({ number, meeting }: Pick<NoticeContent, 'number' | 'meeting'>): string =>
  `Thông báo ${number ?? 'kết luận (dự thảo)'} ${meeting}`.replaceAll(/[\\/:*?"<>|]/gu, '-').slice(0, 150);

/** The notice as Word and PDF, kept by their hash, and the Word read back, so that the register opens to its words. */
async function writeFiles(
  ctx: Context,
  agencyId: string,
  paper: Pick<Paper, 'document' | 'data'>,
  { name, agency, own }: { name: string; agency: AgencyUnits; own: Uint8Array | null },
) {
  const bytes = await writeWord(paper, 'conclusion-notice', own);
  // Kept by their hash: bytes of a transaction that fails are found again by the next.
  const docx = await ctx.files.put(agencyId, bytes);
  const pdf = await ctx.files.put(agencyId, await writeApart(paper.document, 'pdf'));
  const reading = await readInWorker(bytes, name, { agency, limits: standardLimits });
  return { docx, pdf, reading };
}

/** Records what `writeFiles` made. */
async function recordFiles(
  tx: Tx,
  ctx: Context,
  actor: Actor,
  { name, docx, pdf, reading }: { name: string } & Awaited<ReturnType<typeof writeFiles>>,
) {
  await recordFile(tx, actor.agencyId, pdf, contentTypes.pdf);
  const kept = await keepIssued(tx, ctx, actor, { name, file: docx, mediaType: contentTypes.docx, reading });
  return { ...kept, docxHash: docx.hash, pdfHash: pdf.hash, text: reading.text };
}

/** The lines as directives, each with the place of its words in the text of the notice. */
function newDirectives(
  { lines }: NoticeContent,
  { documentId, text, date }: { documentId: string; text: string; date: string },
): NewDirective[] {
  const spans = placesIn(
    text,
    lines.map(({ words }) => words),
  );
  return lines.map(({ words, kind, lead, coordinating, deadline, product }, at) => ({
    ...{ words, kind, origin: 'document', documentId, ordinal: at + 1, givenOn: date },
    given: { lead, coordinating, deadline, product },
    spans: spans[at] ?? [],
  }));
}

/** Where words stand in a text, one after the other; nothing for what is not found. A first letter may be small there. */
export function placesIn(text: string, all: readonly string[]): Span[][] {
  const low = text.toLocaleLowerCase('vi');
  let from = 0;
  return all.map((words) => {
    const plain = words.trim().replace(/[.;]+$/u, '');
    const at = low.indexOf(plain.toLocaleLowerCase('vi'), from);
    if (at < 0) return [];
    from = at + plain.length;
    return [[at, from]];
  });
}

/** Keeps what was issued. @returns the SHA-256 of its canonical JSON */
async function keepContent(
  tx: Tx,
  ctx: Context,
  { agencyId, personId }: Actor,
  conferenceId: string,
  kept: { content: NoticeContent; documentId: string; docxHash: string; pdfHash: string },
): Promise<string> {
  const content = canonicalJson(kept.content);
  const sha256 = createHash('sha256').update(content).digest('hex');
  await tx
    .insertInto('conference_notice')
    .values({
      ...{ agency_id: agencyId, conference_id: conferenceId, document_id: kept.documentId, content, sha256 },
      ...{ docx_hash: kept.docxHash, pdf_hash: kept.pdfHash },
      ...{ recorded_at: ctx.clock().toString(), recorded_by: personId },
    })
    .execute();
  return sha256;
}
