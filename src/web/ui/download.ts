import { CallFailed } from '../api/call.ts';
import { common } from '../i18n/common.ts';
import { language } from '../i18n/language.ts';

/** Sends a file and saves the file that comes back. @throws CallFailed */
export async function downloadUpload(address: string, file: File, name: string): Promise<void> {
  const form = new FormData();
  form.set('file', file);
  const response = await fetch(address, { method: 'POST', body: form });
  if (!response.ok) {
    const { failed, badAnswer } = common[language()];
    throw new CallFailed({
      type: 'about:blank',
      title: failed,
      status: response.status,
      detail: badAnswer,
      traceId: response.headers.get('x-request-id') ?? '',
    });
  }
  const url = URL.createObjectURL(await response.blob());
  const link = Object.assign(document.createElement('a'), { href: url, download: name });
  link.click();
  URL.revokeObjectURL(url);
}
