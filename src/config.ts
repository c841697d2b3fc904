import { readFileSync } from 'node:fs';
import { defaultDataDir } from './storage/launcher/places.ts';

/** What an administrator decides outside the program, from the environment. */
export interface Config {
  dataDir: string;
  host: string;
  port: number;
  /** Address people type, without a path; cookies, passkeys and the same-origin check follow it. */
  url: string;
  tls: { cert: Buffer; key: Buffer } | null;
  /** How many reverse proxies stand before us: so many of the last X-Forwarded-* entries are true, earlier ones are anybody's. */
  proxies: number;
  /** The data directory is marked as demo: one-click sign-in exists. */
  demo: boolean;
  identity: IdentitySettings;
  /** The server mails go out by; null where none is named, and then none are written. */
  mail: MailConfig | null;
}

/** Where mails go out. The address may carry a user and a password and is shown nowhere. */
export interface MailConfig {
  /** «smtp://user:password@host:587» or «smtps://…». */
  smtpUrl: string;
  /** «Trọng Tâm <trongtam@so.gov.vn>» or a bare address. */
  from: string;
}

/** Rules of signing in; defaults from the checklist of information-system security levels (year-cycle, MED). */
export interface IdentitySettings {
  /** Least length of a password without and with a second factor. */
  passwordLength: { alone: number; withSecondFactor: number };
  /** Failed tries in a row that lock a user name, and for how many minutes. */
  lock: { tries: number; minutes: number };
  /** A session nobody uses ends after this many minutes. */
  idleMinutes: number;
}

export const usualIdentitySettings: IdentitySettings = {
  passwordLength: { alone: 14, withSecondFactor: 8 },
  lock: { tries: 5, minutes: 15 },
  idleMinutes: 15,
};

/** The configuration is wrong; the message is Vietnamese, for the person at the console. */
export class ConfigFault extends Error {
  override name = 'ConfigFault';
}

function numberFrom(env: NodeJS.ProcessEnv, name: string, usual: number, most: number): number {
  const text = env[name];
  if (text === undefined || text === '') return usual;
  const value = Number(text);
  if (Number.isInteger(value) && value >= 0 && value <= most) return value;
  throw new ConfigFault(`${name}=${text} chưa đúng: ghi một số nguyên từ 0 đến ${most}.`);
}

function readPem(env: NodeJS.ProcessEnv, name: string): Buffer | null {
  const path = env[name];
  if (!path) return null;
  try {
    return readFileSync(path);
  } catch (error) {
    throw new ConfigFault(`Không đọc được ${name}=${path}. Kiểm tra đường dẫn và quyền đọc tệp.`, {
      cause: error,
    });
  }
}

function urlFrom(env: NodeJS.ProcessEnv, usual: string): string {
  const text = env.TRONGTAM_URL;
  if (!text) return usual;
  if (URL.canParse(text) && /^https?:/u.test(text)) return new URL(text).origin;
  throw new ConfigFault(
    `TRONGTAM_URL=${text} chưa đúng: ghi giao thức (http hay https), tên máy và cổng nếu có.`,
  );
}

function mailFrom(env: NodeJS.ProcessEnv): MailConfig | null {
  const { TRONGTAM_SMTP_URL: smtpUrl, TRONGTAM_MAIL_FROM: from } = env;
  if (!smtpUrl && !from) return null;
  // What is wrong is said without the value: it may hold a password.
  if (!smtpUrl || !URL.canParse(smtpUrl) || !/^smtps?:\/\//u.test(smtpUrl)) {
    throw new ConfigFault(
      'TRONGTAM_SMTP_URL chưa đúng: ghi smtp:// hoặc smtps://, người dùng và mật khẩu nếu có, tên máy chủ và cổng.',
    );
  }
  if (!from || !/^(?:[^<>@]*<[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/u.test(from)) {
    throw new ConfigFault(
      'TRONGTAM_MAIL_FROM chưa đúng: ghi địa chỉ gửi, như «Trọng Tâm <nhacviec@so.local>».',
    );
  }
  return { smtpUrl, from };
}

/**
 * Reads the configuration from the environment.
 * @param more what the command line decides: another data directory, the demo
 * @throws ConfigFault
 */
export function readConfig(env: NodeJS.ProcessEnv, more: { dataDir?: string; demo?: boolean } = {}): Config {
  const host = env.TRONGTAM_HOST || '127.0.0.1';
  const port = numberFrom(env, 'TRONGTAM_PORT', 8686, 65_535);
  const cert = readPem(env, 'TRONGTAM_TLS_CERT');
  const key = readPem(env, 'TRONGTAM_TLS_KEY');
  if (Boolean(cert) !== Boolean(key)) {
    throw new ConfigFault('Cần cả TRONGTAM_TLS_CERT và TRONGTAM_TLS_KEY, hoặc không có cả hai.');
  }
  const tls = cert && key ? { cert, key } : null;
  const shownHost = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host;
  return {
    dataDir: more.dataDir ?? env.TRONGTAM_DATA ?? defaultDataDir(),
    host,
    port,
    url: urlFrom(
      env,
      `${tls ? 'https' : 'http'}://${shownHost.includes(':') ? `[${shownHost}]` : shownHost}:${port}`,
    ),
    tls,
    proxies: numberFrom(env, 'TRONGTAM_TRUST_PROXY', 0, 9),
    demo: more.demo ?? false,
    identity: {
      ...usualIdentitySettings,
      idleMinutes: numberFrom(env, 'TRONGTAM_IDLE_MINUTES', usualIdentitySettings.idleMinutes, 1440),
    },
    mail: mailFrom(env),
  };
}
