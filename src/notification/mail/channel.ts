/** Mail over SMTP, with TLS and a logon where the server wants one. */
import type { NotificationMailSettings } from '../../contract/generated/types.ts';
import { notificationMailSettings as validate } from '../../contract/generated/validators/notification.mail.settings.js';
import { Problem } from '../../errors.ts';
import type { Channel } from '../channel.ts';
import { oneLine } from '../fact.ts';
import { checkSecret, secretOf } from '../secret.ts';
import { invalidSetting, rootsIn } from '../setting-checks.ts';

const usualPort = { starttls: 587, tls: 465, none: 25 } as const;

export const mailChannel: Channel<NotificationMailSettings> = {
  type: 'mail',
  description: 'Mail over SMTP, as text and HTML.',
  validate,

  settle(settings, ports) {
    const { security = 'starttls', user, password, rootCertificate } = settings;
    checkSecret('password', password);
    if ((user === undefined) !== (password === undefined))
      throw invalidSetting(user === undefined ? 'user' : 'password', 'is missing: a logon takes both');
    if (security === 'none' && user !== undefined)
      throw invalidSetting('security', 'is none: a password never crosses the network without TLS');
    rootsIn(rootCertificate, ports);
    return { ...settings, security, port: settings.port ?? usualPort[security] };
  },

  warnings: ({ security, host }) =>
    security === 'none'
      ? [`Mail to ${host} crosses the network without TLS: who can see it can read and change it.`]
      : [],

  async send(message, settings, { ports, signal }) {
    const { host, port = 587, security = 'starttls', user, password, from, to, clientName } = settings;
    const secret = password === undefined ? undefined : await secretOf(password, ports);
    const { sendMail } = await import('./transport.ts');
    const name = `${host}:${port}`;
    try {
      const { response } = await sendMail(
        {
          ...{ host, port, security, from, to, roots: rootsIn(settings.rootCertificate, ports) },
          ...(user === undefined || secret === undefined ? {} : { user, password: secret }),
          ...(clientName === undefined ? {} : { clientName }),
        },
        {
          ...{ id: message.id, subject: `[ImgUpdate] ${message.subject}`, text: message.text, html: message.html },
          ...{ isUrgent: message.level === 'error', kinds: [...new Set(message.facts.map(({ kind }) => kind))] },
          date: new Date(message.sent),
        },
        signal,
      );
      return `${name} took the mail: ${oneLine(response)}`;
    } catch (error) {
      signal.throwIfAborted();
      const said = error instanceof Error ? error.message : String(error);
      const shown = secret === undefined ? said : said.replaceAll(secret, '***');
      throw new Problem('ImgNotificationFailed', {
        detail: `The mail server ${name} did not take the mail: ${oneLine(shown)}`,
      });
    }
  },
};
