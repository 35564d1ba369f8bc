/** A real SMTP server on loopback: STARTTLS or TLS from the first byte, logon, and what it refuses on demand. */
import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';

export interface ReceivedMail {
  from: string;
  to: string[];
  user: string | undefined;
  isEncrypted: boolean;
  headers: string;
  /** Parts by their type, decoded. */
  parts: Record<string, string>;
  raw: string;
}

export interface MailServer {
  port: number;
  mails: ReceivedMail[];
  /** Addresses that it refuses. */
  refused: Set<string>;
  close(): Promise<void>;
}

export async function serveMail(options: SMTPServerOptions & { password?: string } = {}): Promise<MailServer> {
  const { password, ...rest } = options;
  const mails: ReceivedMail[] = [];
  const refused = new Set<string>();
  const server = new SMTPServer({
    ...{ disableReverseLookup: true, authOptional: password === undefined, authMethods: ['PLAIN', 'LOGIN'] },
    ...rest,
    onAuth({ username, password: given }, _session, done) {
      if (given === password) done(null, { user: username });
      else done(new Error('no such user'));
    },
    onRcptTo({ address }, _session, done) {
      done(refused.has(address) ? new Error('nobody of that name here') : null);
    },
    onData(stream, { envelope, user, secure }, done) {
      const pieces: Buffer[] = [];
      stream.on('data', (piece: Buffer) => pieces.push(piece));
      stream.on('end', () => {
        const raw = Buffer.concat(pieces).toString('utf8');
        const from = envelope.mailFrom === false ? '' : envelope.mailFrom.address;
        const to = envelope.rcptTo.map(({ address }) => address);
        mails.push({ from, to, user: user as string | undefined, isEncrypted: secure, raw, ...read(raw) });
        done(null, 'taken');
      });
    },
  });
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  return { port, mails, refused, close: () => new Promise((resolve) => void server.close(() => resolve())) };
}

function read(raw: string): Pick<ReceivedMail, 'headers' | 'parts'> {
  const [headers = '', body = ''] = split(raw);
  const boundary = /boundary="([^"]+)"/.exec(headers)?.[1];
  const pieces = boundary === undefined ? [raw] : body.split(`--${boundary}`).slice(1, -1);
  const parts = pieces.map((piece) => {
    const [own = '', text = ''] = split(piece.replace(/^\r\n/, ''));
    const type = /content-type: ([\w/]+)/i.exec(own)?.[1] ?? '';
    return [type, decoded(text, /content-transfer-encoding: (\S+)/i.exec(own)?.[1] ?? '')] as const;
  });
  return { headers, parts: Object.fromEntries(parts) };
}

function split(text: string): [string, string] {
  const at = text.indexOf('\r\n\r\n');
  return [text.slice(0, at), text.slice(at + 4)];
}

function decoded(text: string, coding: string): string {
  if (coding === 'base64') return Buffer.from(text, 'base64').toString('utf8');
  const bytes = text
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return coding === 'quoted-printable' ? Buffer.from(bytes, 'latin1').toString('utf8') : text;
}
