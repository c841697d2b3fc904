import { useState } from 'react';
import type { AttachedFile } from '../../features/task-files/contract.ts';
import { useWords } from '../i18n/language.ts';
import { attachmentWords } from './attachment-words.ts';
import { formFault } from './sending.ts';

/** What a field of files is given by its form. */
export interface AttachedField {
  files: readonly AttachedFile[];
  onChange: (files: AttachedFile[]) => void;
  /** Hears whether a file is on its way: until it has come, nothing may go along without it. */
  onSending: (sending: boolean) => void;
}

/** The files of a form: what its field needs, and what goes along when it is sent. */
export function useAttached(first: readonly AttachedFile[] = []) {
  const said = useWords(attachmentWords);
  const [files, onChange] = useState([...first]);
  const [sending, onSending] = useState(false);
  const field: AttachedField = { files, onChange, onSending };
  return {
    field,
    /** @throws CallFailed while a file is still on its way */
    settled(): readonly AttachedFile[] {
      if (sending) throw formFault([{ path: 'files', message: said.stillSending }]);
      return files;
    },
  };
}
