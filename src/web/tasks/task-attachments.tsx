import { IconPaperclip } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import {
  type AttachedFile,
  attachTaskFile,
  listTaskFiles,
  readTaskFile,
  type TaskFile,
} from '../../features/task-files/contract.ts';
import type { Task } from '../../features/tasks/contract.ts';
import { addressOf, call, upload } from '../api/call.ts';
import { showBytes } from '../i18n/format.ts';
import { Attachments } from './attachments.tsx';
import type { AttachedField } from './use-attached.ts';

/** Files that an officer puts to the step about to be recorded. */
export function TaskAttachments({ task: { id }, ...props }: AttachedField & { task: Task }) {
  return <Attachments {...props} send={(form) => upload(attachTaskFile, form, { params: { id } })} />;
}

/** The files of a task with the fact each is evidence of. */
export function useTaskFiles({ id, version }: Task): readonly TaskFile[] {
  const { data } = useQuery({
    queryKey: ['tasks', 'files', id, version],
    queryFn: ({ signal }) => call(listTaskFiles, { params: { id } }, { signal }),
    placeholderData: (before) => before,
  });
  return data ?? [];
}

/** A file of a task, to be opened. */
export function FileLink({ task, file: { id, name, bytes } }: { task: Task; file: AttachedFile }) {
  return (
    <span className="small">
      <a href={addressOf(readTaskFile, { params: { id: task.id, fileId: id } })} download>
        <IconPaperclip size={14} aria-hidden /> {name}
      </a>{' '}
      <span className="quiet nowrap">{showBytes(bytes)}</span>
    </span>
  );
}
