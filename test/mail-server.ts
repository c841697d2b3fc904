import { SMTPServer } from 'smtp-server';

/** A mail as the server took it. */
export interface Taken {
  to: string[];
  raw: string;
  subject: string;
  messageId: string;
}

/** What the server does with the next mails. */
export type Manner =
  | 'take'
  /** 450 after the body. */
  | 'refuse-for-now'
  /** 550 to the recipient. */
  | 'no-such-person'
  /** Takes the body and breaks the line before it answers. */
  | 'take-and-break';

export interface MailServer {
  url: string;
  taken: Taken[];
  /** Connections made so far. */
  connections: number;
  manner: Manner;
  stop(): Promise<void>;
}

const refusal = (code: number, words: string) => Object.assign(new Error(words), { responseCode: code });

const header = (raw: string, name: string) =>
  new RegExp(`^${name}: ((?:.|\\r\\n[ \\t])*)`, 'imu').exec(raw)?.[1]?.replaceAll(/\r\n\s+/gu, ' ') ?? '';

/** A header with its encoded words (RFC 2047) read. */
const readable = (text: string) =>
  text
    .replaceAll(/\?=\s+=\?/gu, '?==?')
    .replaceAll(/=\?utf-8\?([bq])\?([^?]*)\?=/giu, (_, kind: string, words: string) =>
      kind.toLowerCase() === 'b'
        ? Buffer.from(words, 'base64').toString()
        : Buffer.from(
            words
              .replaceAll('_', ' ')
              .replaceAll(/=([0-9A-F]{2})/giu, (_all, hex: string) =>
                String.fromCharCode(Number.parseInt(hex, 16)),
              ),
            'latin1',
          ).toString(),
    );

/**
 * A real SMTP server on this machine.
 * @param port the one it had before, to come back there; any unless told
 * @param password where given, «nhacviec» must sign in with it
 */
export async function startMailServer(
  options: { port?: number; password?: string } = {},
): Promise<MailServer> {
  const taken: Taken[] = [];
  const self: MailServer = { url: '', taken, connections: 0, manner: 'take', stop: async () => undefined };
  const server = new SMTPServer({
    hideSTARTTLS: true,
    authOptional: options.password === undefined,
    allowInsecureAuth: true,
    disabledCommands: options.password === undefined ? ['AUTH'] : [],
    logger: false,
    onConnect(_session, callback) {
      self.connections += 1;
      callback();
    },
    onAuth(auth, _session, callback) {
      if (auth.username === 'nhacviec' && auth.password === options.password)
        return callback(null, { user: 'nhacviec' });
      return callback(refusal(535, `Sai mật khẩu ${auth.password}`));
    },
    onRcptTo(_address, _session, callback) {
      callback(self.manner === 'no-such-person' ? refusal(550, 'Không có hộp thư này') : null);
    },
    onData(stream, session, callback) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        if (self.manner === 'refuse-for-now') return callback(refusal(450, 'Hộp thư đang bận'));
        const raw = Buffer.concat(chunks).toString();
        taken.push({
          to: session.envelope.rcptTo.map(({ address }) => address),
          raw,
          subject: readable(header(raw, 'Subject')),
          messageId: header(raw, 'Message-ID'),
        });
        if (self.manner === 'take-and-break') return breakAll();
        return callback(null, 'đã nhận');
      });
    },
  });
  server.on('error', () => undefined);
  function breakAll(): void {
    for (const connection of server.connections) connection.close();
  }
  await new Promise<void>((resolve) => server.listen(options.port ?? 0, '127.0.0.1', () => resolve()));
  const address = server.server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  self.url = `smtp://${options.password === undefined ? '' : `nhacviec:${encodeURIComponent(options.password)}@`}127.0.0.1:${port}`;
  self.stop = () =>
    new Promise((resolve) => {
      server.close(() => resolve());
      breakAll();
    });
  return self;
}
