import { callOff } from '../../features/conferences/call-off.ts';
import * as commands from '../../features/conferences/commands.ts';
import * as contract from '../../features/conferences/contract.ts';
import { issue } from '../../features/conferences/issue.ts';
import { attendanceList, conferencePaper } from '../../features/conferences/papers.ts';
import * as queries from '../../features/conferences/queries.ts';
import { readConclusions } from '../../features/conferences/read-lines.ts';
import type { Context } from '../../features/context.ts';
import type { PaperFormat } from '../../features/papers/contract.ts';
import { type Bound, bind } from '../bind.ts';
import { download } from '../download.ts';

/** Conferences, their papers, and the notice of their conclusions. */
export function conferenceRoutes(ctx: Context): Bound[] {
  const paper = (route: typeof contract.noticeDocx, kind: contract.ConferencePaper, format: PaperFormat) =>
    bind(route, async ({ actor, params, query: { layout }, reply }) => {
      const { name, bytes } = await conferencePaper(ctx, actor, params.id, kind, { format, layout });
      download(reply, name);
      return bytes;
    });
  return [
    bind(contract.listConferences, ({ actor }) => queries.listConferencesOf(ctx, actor)),
    bind(contract.openConference, ({ actor, body }) => commands.openConferenceOf(ctx, actor, body)),
    bind(contract.getConference, ({ actor, params }) => queries.getConferenceOf(ctx, actor, params.id)),
    bind(contract.prepareConference, ({ actor, params, body, version }) =>
      commands.prepare(ctx, actor, params.id, version, body),
    ),
    bind(contract.callOffConference, ({ actor, params, body, version }) =>
      callOff(ctx, actor, params.id, version, body),
    ),
    bind(contract.recordAttendance, ({ actor, params, body }) =>
      commands.attend(ctx, actor, params.id, body),
    ),
    bind(contract.propose, ({ actor, params, body }) => commands.proposeFor(ctx, actor, params.id, body)),
    bind(contract.oweAnswer, ({ actor, params, body }) => commands.owe(ctx, actor, params.id, body)),
    bind(contract.answerProposal, ({ actor, params, body }) => commands.answer(ctx, actor, params.id, body)),
    bind(contract.writeLine, ({ actor, params, body, version }) =>
      commands.write(ctx, actor, params.id, version, body),
    ),
    bind(contract.readLines, ({ actor, params, body }) => readConclusions(ctx, actor, params.id, body.text)),
    bind(contract.getNotice, ({ actor, params }) => queries.getNoticeOf(ctx, actor, params.id)),
    bind(contract.listNoticeRecords, ({ actor, params, query }) =>
      queries.listRecordsOfNotice(ctx, actor, params.id, query),
    ),
    bind(contract.issueNotice, ({ actor, params, body, version }) =>
      issue(ctx, actor, params.id, version, body.reason),
    ),
    bind(contract.amendNotice, ({ actor, params, body }) => commands.amend(ctx, actor, params.id, body)),
    paper(contract.invitationDocx, 'invitation', 'docx'),
    paper(contract.invitationPdf, 'invitation', 'pdf'),
    paper(contract.programmeDocx, 'programme', 'docx'),
    paper(contract.programmePdf, 'programme', 'pdf'),
    paper(contract.noticeDocx, 'notice', 'docx'),
    paper(contract.noticePdf, 'notice', 'pdf'),
    bind(contract.attendanceSheet, async ({ actor, params, reply }) => {
      const { name, bytes } = await attendanceList(ctx, actor, params.id);
      download(reply, name);
      return bytes;
    }),
  ];
}
