import { pictureOf } from '../../domain/tasks/picture.ts';
import type { Context } from '../../features/context.ts';
import type { PaperFormat } from '../../features/papers/contract.ts';
import { boardTasks } from '../../features/portfolio/board.ts';
import * as portfolio from '../../features/portfolio/contract.ts';
import { tasksXlsx } from '../../features/portfolio/table.ts';
import * as papers from '../../features/task-contracts/contract.ts';
import { contractPaper } from '../../features/task-contracts/papers.ts';
import * as taskFiles from '../../features/task-files/contract.ts';
import * as files from '../../features/task-files/files.ts';
import { arrangeContract } from '../../features/tasks/arrange.ts';
import { codeTask, uncodeTask } from '../../features/tasks/codes.ts';
import * as commands from '../../features/tasks/commands.ts';
import * as contract from '../../features/tasks/contract.ts';
import { getTask } from '../../features/tasks/get.ts';
import { listTasks, taskWaits } from '../../features/tasks/list.ts';
import { type Bound, bind } from '../bind.ts';
import { download, downloadBytes } from '../download.ts';
import { readUpload } from '../upload.ts';

/** S&T tasks: the portfolio, one task, and what is recorded of it. */
export function taskRoutes(ctx: Context): Bound[] {
  const paper = (route: typeof papers.contractDocx, format: PaperFormat) =>
    bind(route, async ({ actor, params, query, reply }) => {
      const { name, bytes } = await contractPaper(ctx, actor, params.id, { ...query, format });
      download(reply, name);
      return bytes;
    });
  return [
    paper(papers.contractDocx, 'docx'),
    paper(papers.contractPdf, 'pdf'),
    bind(contract.listTasks, ({ actor, query }) => listTasks(ctx, actor, query)),
    bind(contract.taskWaits, ({ actor, query }) => taskWaits(ctx, actor, query)),
    bind(portfolio.boardTasks, ({ actor, query }) => boardTasks(ctx, actor, query)),
    bind(portfolio.exportTasks, async ({ actor, query, reply }) => {
      download(reply, 'Nhiệm vụ KH&CN.xlsx');
      return tasksXlsx(ctx, actor, query);
    }),
    bind(portfolio.drawLifeCycle, async ({ actor, params }) => pictureOf(params.regime, actor.language)),
    bind(contract.getTask, ({ actor, params, query }) => getTask(ctx, actor, params.id, query.asOf)),
    bind(contract.beginTask, ({ actor, body }) => commands.beginTask(ctx, actor, body)),
    bind(contract.describeTask, ({ actor, params, body, version }) =>
      commands.describeTask(ctx, actor, params.id, version, body),
    ),
    bind(taskFiles.attachTaskFile, async ({ actor, params, request }) => {
      const { files: sent } = await readUpload(request);
      return files.attachTaskFile(ctx, actor, params.id, sent[0]!);
    }),
    bind(taskFiles.listTaskFiles, ({ actor, params }) => files.listTaskFiles(ctx, actor, params.id)),
    bind(taskFiles.readTaskFile, async ({ actor, params, reply }) => {
      const { name, bytes } = await files.readTaskFile(ctx, actor, params);
      downloadBytes(reply, name);
      return bytes;
    }),
    bind(contract.recordStep, ({ actor, params, body }) => commands.recordStep(ctx, actor, params.id, body)),
    bind(contract.correctFact, ({ actor, params, body }) =>
      commands.correctFact(ctx, actor, params.id, body),
    ),
    bind(contract.codeTask, ({ actor, params, body }) => codeTask(ctx, actor, params.id, body)),
    bind(contract.uncodeTask, ({ actor, params, body }) => uncodeTask(ctx, actor, params.id, body)),
    bind(contract.arrangeContract, ({ actor, params, body, version }) =>
      arrangeContract(ctx, actor, params.id, version, body),
    ),
    bind(contract.decideRegime, ({ actor, params, body }) =>
      commands.decideRegime(ctx, actor, params.id, body),
    ),
  ];
}
