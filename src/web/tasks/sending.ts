import { StepBody, type StepKind, type TaskEvent } from '../../domain/tasks/facts.ts';
import type { AttachedFile } from '../../features/task-files/contract.ts';
import { recordStep, type Task } from '../../features/tasks/contract.ts';
import { CallFailed, call } from '../api/call.ts';
import { client } from '../api/client.ts';
import { common } from '../i18n/common.ts';
import { language } from '../i18n/language.ts';
import { missingIn, type StepDraft } from './step-form.ts';
import { taskPageWords } from './task-words.ts';

/** Everything that shows tasks is asked for again. */
export const lookAtTasks = () =>
  Promise.all(['tasks', 'partners'].map((root) => client.invalidateQueries({ queryKey: [root] })));

/** What a form itself finds wrong, told as the server tells it. */
export function formFault(errors: readonly { path: string; message: string }[]): CallFailed {
  const said = common[language()];
  return new CallFailed({
    ...{ type: 'about:blank', title: said.failed, status: 400, traceId: '', errors: [...errors] },
    detail: errors.length === 1 && errors[0] ? errors[0].message : taskPageWords[language()].fillIn,
  });
}

/** The event a form of a step says. @throws CallFailed with what is missing or wrong, by field */
export function eventOf(kind: StepKind, draft: StepDraft): StepBody {
  const said = common[language()];
  const missing = missingIn(kind, draft);
  if (missing.length > 0) throw formFault(missing.map((path) => ({ path, message: said.required })));
  const read = StepBody.safeParse({ kind, ...draft });
  if (read.success) return read.data as StepBody;
  throw formFault(
    read.error.issues.map(({ path, message, code }) => ({
      // A line of the estimate is told at its own cell.
      path: `event.${path[0] === 'lines' ? path.join('.') : String(path[0])}`,
      message: code === 'custom' || /\p{Lu}.*[ạ-ỹ]/u.test(message) ? message : said.required,
    })),
  );
}

/** The document of a form, null where none is given. @throws CallFailed where only half of it is */
export function documentIn(form: FormData): { sign: string; date: string } | null {
  const sign = String(form.get('sign') ?? '').trim();
  const date = String(form.get('date') ?? '');
  if (sign === '' && date === '') return null;
  if (sign !== '' && date !== '') return { sign, date };
  const path = sign === '' ? 'restsOn.sign' : 'restsOn.date';
  throw formFault([{ path, message: taskPageWords[language()].bothOfDocument }]);
}

/** Records what a form of a task says, on its day, with the document it rests on and the files that go along. @throws CallFailed */
export async function record(
  { id }: Task,
  { form, event, files }: { form: FormData; event: TaskEvent; files: readonly AttachedFile[] },
): Promise<void> {
  const body = {
    on: String(form.get('on')),
    event,
    restsOn: documentIn(form),
    files: files.map((file) => file.id),
  };
  await call(recordStep, { params: { id }, body });
  await lookAtTasks();
}
