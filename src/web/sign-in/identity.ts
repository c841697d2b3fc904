import { request } from '../api/call.ts';
import { client } from '../api/client.ts';

/** Doors of the identity library; spoken to directly, since its own client would weigh more than these lines. */
const ask = <Reply>(path: string, body: object = {}) =>
  request<Reply>(`/api/auth${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify(body),
  });

/** Signs in; `secondFactor` tells that a code is still needed. @throws CallFailed */
export async function signIn(username: string, password: string): Promise<{ secondFactor: boolean }> {
  const reply = await ask<{ twoFactorRedirect?: boolean } | null>('/sign-in/username', {
    username,
    password,
  });
  return { secondFactor: reply?.twoFactorRedirect === true };
}

/** The second step: six digits of the phone, or one of the codes kept for a lost phone. @throws CallFailed */
export const verifyCode = (code: string) =>
  ask(/^\d{6}$/u.test(code) ? '/two-factor/verify-totp' : '/two-factor/verify-backup-code', { code });

/** Signs in with a passkey of this device. @throws CallFailed, or the browser's own refusal */
export async function signInWithPasskey(): Promise<void> {
  const { startAuthentication } = await import('@simplewebauthn/browser');
  const optionsJSON = await request<Parameters<typeof startAuthentication>[0]['optionsJSON']>(
    '/api/auth/passkey/generate-authenticate-options',
    { method: 'GET' },
  );
  await ask('/passkey/verify-authentication', { response: await startAuthentication({ optionsJSON }) });
}

/** Ends the session and forgets everything this page has read. */
export async function signOut(): Promise<void> {
  await ask('/sign-out').catch(() => undefined);
  client.clear();
  location.assign('/sign-in');
}

/** Begins the second factor: the address for the phone's app, and codes for a lost phone. @throws CallFailed */
export const enableTotp = (password: string) =>
  ask<{ totpURI: string; backupCodes: string[] }>('/two-factor/enable', { password });

export const disableTotp = (password: string) => ask('/two-factor/disable', { password });

export interface Passkey {
  id: string;
  name: string | null;
  createdAt: string;
}

export const listPasskeys = () =>
  request<Passkey[]>('/api/auth/passkey/list-user-passkeys', { method: 'GET' });

/** Makes a passkey on this device. @throws CallFailed, or the browser's own refusal */
export async function addPasskey(name: string): Promise<void> {
  const { startRegistration } = await import('@simplewebauthn/browser');
  const optionsJSON = await request<Parameters<typeof startRegistration>[0]['optionsJSON']>(
    `/api/auth/passkey/generate-register-options?name=${encodeURIComponent(name)}`,
    { method: 'GET' },
  );
  await ask('/passkey/verify-registration', { response: await startRegistration({ optionsJSON }), name });
}

export const removePasskey = (id: string) => ask('/passkey/delete-passkey', { id });

export const changePassword = (currentPassword: string, newPassword: string) =>
  ask('/change-password', { currentPassword, newPassword, revokeOtherSessions: true });
