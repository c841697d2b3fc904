import { attachFile, readFile } from '../../features/portal/contract.ts';
import type { AttachedFile } from '../../features/task-files/contract.ts';
import { addressOf, upload } from '../api/call.ts';
import { Attachments } from '../tasks/attachments.tsx';

const send = (form: FormData) => upload(attachFile, form);
const hrefOf = (id: string) => addressOf(readFile, { params: { id } });

/** Files that a host or an investigator sends along. */
export function OwnAttachments(props: {
  files: readonly AttachedFile[];
  onChange: (files: AttachedFile[]) => void;
  disabled?: boolean;
}) {
  return <Attachments {...props} send={send} hrefOf={hrefOf} />;
}
