/**
 * A request to an address: the events as a plain document or as an adaptive card. The signature covers the time too, so
 * that a receiver can refuse an old request that somebody sends again. Redirects are refused: what is told goes where an
 * administrator said, and nowhere else.
 */
import { createHmac } from 'node:crypto';
import type { NotificationWebhookSettings } from '../../contract/generated/types.ts';
import { notificationWebhookSettings as validate } from '../../contract/generated/validators/notification.webhook.settings.js';
import { Problem } from '../../errors.ts';
import { HttpFailure, readBody } from '../../ports/http.ts';
import type { Channel } from '../channel.ts';
import { oneLine } from '../fact.ts';
import { documentOf, type Message } from '../message.ts';
import { checkSecret, secretOf } from '../secret.ts';
import { invalidSetting, rootsIn } from '../setting-checks.ts';
import { adaptiveCard } from './adaptive-card.ts';

/** Milliseconds without a byte. */
const patience = 30_000;
const largestAnswer = 65_536;

export const webhookChannel: Channel<NotificationWebhookSettings> = {
  type: 'webhook',
  description: 'A signed request to an address: plain JSON, or an adaptive card for Teams.',
  validate,

  settle(settings, ports) {
    const { url, urlFrom, key, format = 'json', rootCertificate } = settings;
    if ((url === undefined) === (urlFrom === undefined))
      throw invalidSetting('url', 'or urlFrom is needed, one of them');
    checkSecret('urlFrom', urlFrom);
    checkSecret('key', key);
    rootsIn(rootCertificate, ports);
    if (url === undefined) return { ...settings, format };
    const address = addressOf(url);
    if (address === undefined) throw invalidSetting('url', 'is no address that begins with https:// or http://');
    if (address.username !== '' || address.password !== '' || address.search !== '')
      throw invalidSetting('url', 'holds a user, a password or a query, which may be secrets; name it with urlFrom');
    return { ...settings, format, url: address.href };
  },

  warnings: ({ url }) =>
    url?.startsWith('http:') === true ? [`${url} is plain http: what is told can be read and changed on the way.`] : [],

  async send(message, settings, { ports, signal }) {
    const { format, url, urlFrom, key } = settings;
    const text = urlFrom === undefined ? (url ?? '') : await secretOf(urlFrom, ports);
    const address = addressOf(text);
    if (address === undefined) {
      throw new Problem('ImgSecretUnavailable', {
        detail: 'What urlFrom names is no address that begins with https:// or http://.',
      });
    }
    const body = JSON.stringify(format === 'teams' ? adaptiveCard(message) : documentOf(message));
    const signature = key === undefined ? {} : signed(body, await secretOf(key, ports), ports.clock.now());
    const request = {
      ...{ url: address.href, method: 'POST' as const, body, signal, patience },
      headers: { ...headersOf(message), ...signature },
      roots: rootsIn(settings.rootCertificate, ports),
    };
    try {
      const answer = await ports.http.request(request);
      // The path may be the secret: the host alone is named.
      const status = `${address.host} answered ${answer.status}`;
      if (answer.status >= 200 && answer.status < 300) {
        answer.discard();
        return `${status}.`;
      }
      if (answer.status >= 300 && answer.status < 400) {
        answer.discard();
        throw refused(`${status}: it leads elsewhere, and redirects are not followed.`);
      }
      const said = oneLine(Buffer.from(await readBody(answer, largestAnswer).catch(() => new Uint8Array())).toString());
      throw refused(`${status}${said === '' ? '' : `: ${said.slice(0, 200)}`}`);
    } catch (error) {
      if (!(error instanceof HttpFailure)) throw error;
      throw refused(error.message);
    }
  },
};

function addressOf(text: string): URL | undefined {
  const address = URL.parse(text.trim());
  return address !== null && /^https?:$/.test(address.protocol) ? address : undefined;
}

function headersOf({ id, facts }: Message): Record<string, string> {
  return {
    'content-type': 'application/json; charset=utf-8',
    'user-agent': 'ImgUpdate',
    'x-imgupdate-delivery': id,
    'x-imgupdate-event': [...new Set(facts.map(({ kind }) => kind))].join(','),
  };
}

/** `t=<seconds>,v1=<hex of HMAC-SHA-256 over "<seconds>.<body>">` */
export function signed(body: string, key: string, now: Date): Record<string, string> {
  const time = Math.floor(now.getTime() / 1000);
  const digest = createHmac('sha256', key).update(`${time}.${body}`).digest('hex');
  return { 'x-imgupdate-signature': `t=${time},v1=${digest}` };
}

function refused(detail: string): Problem {
  return new Problem('ImgNotificationFailed', { detail });
}
