/**
 * Sends one mail over nodemailer. A file of its own in the build: most commands send none. It shares no class with the
 * rest; what goes wrong it throws as it came.
 */
import { getCACertificates } from 'node:tls';
import { createTransport } from 'nodemailer';

export interface MailServer {
  host: string;
  port: number;
  security: 'starttls' | 'tls' | 'none';
  from: string;
  to: readonly string[];
  user?: string;
  password?: string;
  /** PEM, trusted besides the certificates of Node and of the system. */
  roots: readonly string[];
  clientName?: string;
}

export interface Mail {
  id: string;
  subject: string;
  text: string;
  html: string;
  isUrgent: boolean;
  kinds: readonly string[];
  date: Date;
}

/** Milliseconds: a server that says nothing for so long is given up; the mail is sent again later. */
const patience = 30_000;

/** What the server answered when it took the mail for all who are named. */
export async function sendMail(server: MailServer, mail: Mail, signal: AbortSignal): Promise<{ response: string }> {
  const { host, port, security, user, password, roots, clientName, from, to } = server;
  const transport = createTransport({
    ...{ host, port, secure: security === 'tls', requireTLS: security === 'starttls', ignoreTLS: security === 'none' },
    ...(clientName === undefined ? {} : { name: clientName }),
    ...(user === undefined ? {} : { auth: { user, pass: password ?? '' } }),
    tls: {
      minVersion: 'TLSv1.2',
      ca: [...new Set([...getCACertificates('default'), ...getCACertificates('system'), ...roots])],
    },
    ...{ connectionTimeout: patience, greetingTimeout: patience, socketTimeout: patience },
    // What a mail consists of comes from the message alone.
    ...{ disableFileAccess: true, disableUrlAccess: true },
  });
  const close = (): void => transport.close();
  signal.addEventListener('abort', close, { once: true });
  try {
    signal.throwIfAborted();
    const { response, rejected } = await transport.sendMail({
      ...{ from: { name: 'ImgUpdate', address: from }, to: [...to], subject: mail.subject, date: mail.date },
      ...{ text: mail.text, html: mail.html, messageId: `<${mail.id}@imgupdate.invalid>` },
      ...(mail.isUrgent ? { priority: 'high' as const } : {}),
      // Filters of mail programs look at these; no vacation answers, please.
      headers: { 'X-ImgUpdate-Event': mail.kinds.join(', '), 'Auto-Submitted': 'auto-generated' },
    });
    if (rejected.length > 0) throw new Error(`it refused ${rejected.length} of ${to.length} addresses: ${response}`);
    return { response };
  } finally {
    signal.removeEventListener('abort', close);
    transport.close();
  }
}
