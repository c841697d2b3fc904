import { attachFile, readFile } from '../../features/portal/contract.ts';
import { addressOf, upload } from '../api/call.ts';
import { Attachments } from '../tasks/attachments.tsx';
import type { AttachedField } from '../tasks/use-attached.ts';

const send = (form: FormData) => upload(attachFile, form);
const hrefOf = (id: string) => addressOf(readFile, { params: { id } });

/** Files that a host or an investigator sends along. */
export function OwnAttachments(props: AttachedField & { disabled?: boolean }) {
  return <Attachments {...props} send={send} hrefOf={hrefOf} />;
}
