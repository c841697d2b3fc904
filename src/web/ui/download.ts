import { requestFile } from '../api/call.ts';

/** Sends a file and saves the file that comes back. @throws CallFailed */
export async function downloadUpload(address: string, file: File, name: string): Promise<void> {
  const form = new FormData();
  form.set('file', file);
  const response = await requestFile(address, { method: 'POST', body: form });
  save(await response.blob(), name);
}

/** Asks for a file, sending one along where there is one, and saves it under the name the server gives, which is returned. @throws CallFailed */
export async function downloadFrom(address: string, along?: File): Promise<string> {
  const form = new FormData();
  if (along) form.set('file', along);
  const response = await requestFile(address, along ? { method: 'POST', body: form } : { method: 'GET' });
  const named = /filename\*=UTF-8''([^;]+)/u.exec(response.headers.get('content-disposition') ?? '')?.[1];
  const name = named === undefined ? '' : decodeURIComponent(named);
  save(await response.blob(), name);
  return name;
}

function save(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob);
  const link = Object.assign(document.createElement('a'), { href: url, download: name });
  link.click();
  URL.revokeObjectURL(url);
}
