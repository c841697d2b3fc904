import { Readable } from 'node:stream';
import type { SMTPConnectionSendInfo } from 'nodemailer/lib/smtp-connection';
import type { MailConfig } from '../../config.ts';

/** A mail as it leaves: the same bytes of meaning, and the same Message-ID, at every try. */
export interface Mail {
  to: { name: string; address: string };
  subject: string;
  plain: string;
  html: string;
  /** «<…@host>». */
  messageId: string;
  /** ISO instant at which it was written. */
  date: string;
}

/** What came of a try, with what the server said or why not. */
export interface Outcome {
  kind: 'sent' | 'failed' | 'unknown';
  words: string;
  /** Trying again would be refused again. */
  permanent: boolean;
  /** No server answered at all: the next letter would fare no better now. */
  unreachable: boolean;
}

/** How long a server may be silent; milliseconds. */
const timeouts = { connectionTimeout: 15_000, greetingTimeout: 15_000, socketTimeout: 60_000 };

/** What the library attaches to its errors, as far as it is asked here. */
interface Fault extends Error {
  command?: string;
  response?: string;
  responseCode?: number;
}

async function bytesOf(from: string, mail: Mail): Promise<Buffer> {
  const { default: MailComposer } = await import('nodemailer/lib/mail-composer');
  const composer = new MailComposer({
    from,
    to: mail.to,
    subject: mail.subject,
    text: mail.plain,
    html: mail.html,
    messageId: mail.messageId,
    date: new Date(Temporal.Instant.from(mail.date).epochMilliseconds),
    // Machines that answer for people leave it alone (RFC 3834).
    headers: { 'Auto-Submitted': 'auto-generated' },
  });
  return composer.compile().build();
}

/** Connects, signs in where the address carries a user, and gives the connection. */
async function connected(url: string) {
  const [{ default: Connection }, { parseConnectionUrl }] = await Promise.all([
    import('nodemailer/lib/smtp-connection'),
    import('nodemailer/lib/shared'),
  ]);
  const { auth, ...options } = parseConnectionUrl(url);
  const connection = new Connection({ ...options, ...timeouts });
  // Whatever still breaks after the first fault, or after the server's answer, breaks nothing of ours.
  connection.on('error', () => undefined);
  try {
    await new Promise<void>((resolve, reject) => {
      connection.once('error', reject);
      connection.once('end', () => reject(new Error('Máy chủ thư đóng kết nối.')));
      connection.connect((fault) => (fault ? reject(fault) : resolve()));
    });
    if (auth?.user) {
      const credentials = { user: String(auth.user), pass: String(auth.pass ?? '') };
      await new Promise<void>((resolve, reject) => {
        connection.once('error', reject);
        connection.once('end', () => reject(new Error('Máy chủ thư đóng kết nối.')));
        connection.login({ credentials }, (fault) => (fault ? reject(fault) : resolve()));
      });
    }
    return connection;
  } catch (error) {
    connection.close();
    throw error;
  }
}

/** The password of the address never reaches the delivery log, whatever a server repeats. */
function withoutSecret(words: string, url: string): string {
  const secret = URL.canParse(url) ? decodeURIComponent(new URL(url).password) : '';
  const shown = secret === '' ? words : words.replaceAll(secret, '…');
  return shown.replaceAll(/\s+/gu, ' ').slice(0, 500);
}

/** How far a try had come: to the server, to the mail's envelope, or through its body. */
type Stage = 'connecting' | 'asking' | 'given';

/** What a fault means for the letter, by how far the try had come. */
function outcomeOf(error: unknown, stage: Stage, url: string): Outcome {
  const fault: Fault = error instanceof Error ? error : new Error(String(error));
  const code = fault.responseCode ?? 0;
  const refused = stage !== 'connecting' && code >= 500 && code !== 503;
  return {
    kind: stage === 'given' && code < 400 ? 'unknown' : 'failed',
    words: withoutSecret(fault.response ?? fault.message, url),
    // A refused sender is a fault of the settings: every letter would meet it, and putting it right helps all.
    permanent: refused && fault.command !== 'MAIL FROM',
    unreachable: stage === 'connecting',
  };
}

/**
 * Tries to deliver a mail once. Never throws for what happens on the wire.
 * @param beforeBody called once the server has asked for the body and before a byte of it goes out; where it throws,
 *   the mail is not given
 * @returns `unknown` where the body was given and no answer came: the server may have it
 */
export async function deliver(
  config: MailConfig,
  mail: Mail,
  beforeBody: () => Promise<void>,
): Promise<Outcome> {
  let stage: Stage = 'connecting';
  let connection: Awaited<ReturnType<typeof connected>> | undefined;
  try {
    const bytes = await bytesOf(config.from, mail);
    const open = await connected(config.smtpUrl);
    connection = open;
    stage = 'asking';
    const body = async function* () {
      await beforeBody();
      stage = 'given';
      yield bytes;
    };
    const from = /<([^>]+)>/u.exec(config.from)?.[1] ?? config.from;
    const envelope = { from, to: [mail.to.address], size: bytes.length };
    const info = await new Promise<SMTPConnectionSendInfo>((resolve, reject) => {
      open.once('error', reject);
      open.once('end', () => reject(new Error('Máy chủ thư đóng kết nối giữa chừng.')));
      const stream = Readable.from(body(), { objectMode: false });
      open.send(envelope, stream, (fault, result) => (fault ? reject(fault) : resolve(result)));
    });
    open.quit();
    const words = withoutSecret(info.response, config.smtpUrl);
    return { kind: 'sent', words, permanent: false, unreachable: false };
  } catch (error) {
    connection?.close();
    return outcomeOf(error, stage, config.smtpUrl);
  }
}
