/** Who is told of a run, once, and what becomes of a channel that fails. Real servers on loopback, a real month. */
import { createHmac } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Notification } from '../../src/contract/generated/types.ts';
import { deliver } from '../../src/notification/deliver.ts';
import { gatherFacts } from '../../src/notification/gather.ts';
import { newAuthority } from '../helpers/certificates.ts';
import { type MailServer, serveMail } from '../helpers/mail-server.ts';
import { type Month, openMonth, updates } from '../helpers/month.ts';

const password = 'hush-hush-4711';
const authority = await newAuthority();
const issued = await authority.issue({ names: ['localhost'] });
const address = { from: 'imgupdate@contoso.com', to: ['admins@contoso.com'] };

let month: Month;
let mail: MailServer;
let roots: string;
const open: { close(): unknown }[] = [];

beforeEach(async () => {
  month = await openMonth({ MAIL_PASSWORD: password, HOOK_KEY: 'a key' });
  mail = await serveMail({ ...issued, password });
  open.push(mail);
  roots = month.path('roots.pem');
  writeFileSync(roots, authority.root);
});
afterEach(async () => {
  for (const each of open.splice(0)) await each.close();
  await month.close();
});

const settings = () => ({
  ...{ host: '127.0.0.1', port: mail.port, user: 'me', password: { environment: 'MAIL_PASSWORD' } },
  ...{ rootCertificate: roots, ...address },
});
const add = (more: object) => month.call('notification.add', { name: 'admins', channel: 'mail', ...more });
const shown = async (name = 'admins'): Promise<Notification> =>
  (await month.call('notification.show', { name }))['notification'];
const work = () => month.call('worker.run', { once: true });

/** The clock of the engine, so much later. */
function later(milliseconds: number): void {
  const { clock } = month.ports;
  month.ports.clock = { ...clock, now: () => new Date(clock.now().getTime() + milliseconds) };
}

async function published() {
  await month.image('Windows 11');
  await month.content(updates.june);
  return month.service({ image: 'Windows 11', updates: [updates.june.uniqueId] });
}

describe('a run that published', () => {
  it('is told by mail over STARTTLS with a logon, and its first two lines say what a person wants to know', async () => {
    await add({ settings: settings(), event: ['RunSucceeded'] });

    const run = await published();

    expect(run.status).toBe('Succeeded');
    expect(mail.mails).toHaveLength(1);
    const [got] = mail.mails;
    expect(got).toMatchObject({ from: address.from, to: address.to, user: 'me', isEncrypted: true });
    const lines = (got?.parts['text/plain'] ?? '').split(/\r?\n/);
    expect(lines[0]).toBe('Windows 11: 26100.1742 → 26100.4349, Succeeded (rehearsal)');
    expect(lines[1]).toMatch(/^KB5060842 went in; published as version 2 on \d{4}-\d\d-\d\d \d\d:\d\d UTC\.$/);
    expect(got?.parts['text/plain']).toContain(run.runId);
    expect(got?.parts['text/html']).toContain('Windows 11: 26100.1742 → 26100.4349, Succeeded (rehearsal)</div>');
    expect(got?.headers).toMatch(/^Auto-Submitted: auto-generated$/m);
    expect(await shown()).toMatchObject({ state: 'ok', sent: 1, pending: 0, lastProblem: null });
  });

  it('is told once', async () => {
    await add({ settings: settings() });
    await published();
    const told = mail.mails.length;

    await work();
    later(7_200_000);
    await work();

    expect(told).toBeGreaterThan(0);
    expect(mail.mails).toHaveLength(told);
  });

  it('is followed by one that brings nothing new, which is not told', async () => {
    await add({ settings: settings(), event: ['RunSucceeded'] });
    await published();
    await month.call('schedule.add', { image: 'Windows 11', latest: true, runNow: true });
    const { ran } = await work();

    expect(ran).toMatchObject([{ status: 'Succeeded', published: null }]);
    expect(mail.mails).toHaveLength(1);
  });

  it('is told once by two senders at the same time', async () => {
    await published();
    await add({ settings: settings(), event: ['RunSucceeded'] });
    const { database } = month.site;
    await database.updateTable('notification').set({ created: '2000-01-01T00:00:00.000Z' }).execute();
    const sender = { ports: month.ports, site: month.site, signal: new AbortController().signal };
    await Promise.all([1, 2].map(() => gatherFacts(database, month.ports.clock.now())));

    await Promise.all([deliver(sender), deliver(sender)]);

    expect(mail.mails).toHaveLength(1);
  });

  it('is not told when it ended before somebody wanted to know, or is about another image', async () => {
    await add({ settings: settings(), name: 'others', event: ['RunSucceeded'], image: ['Server *'] });
    await published();
    later(1);
    await add({ settings: settings(), event: ['RunSucceeded'] });
    await work();

    expect(mail.mails).toEqual([]);
  });

  it('leaves no secret in database and logs', async () => {
    await add({ settings: settings() });
    await published();
    mail.refused.add('admins@contoso.com');
    await month.call('notification.test', { name: 'admins' });

    const files = readdirSync(month.site.folder, { recursive: true, withFileTypes: true }).filter((each) =>
      each.isFile(),
    );
    for (const { parentPath, name } of files) {
      expect(readFileSync(join(parentPath, name)).includes(password), name).toBe(false);
    }
  });
});

it('tells a run that failed by what was wrong, and that nothing was changed', async () => {
  await add({ settings: settings(), event: ['RunFailed'] });
  await month.image('Windows 11');
  await month.content(updates.june);
  month.plan({ command: 'Add-Package', code: 0x800f081f } as never);

  const run = await month.service({ image: 'Windows 11', updates: [updates.june.uniqueId] });

  expect(run.status).toBe('Failed');
  const text = mail.mails[0]?.parts['text/plain'] ?? '';
  expect(text.split(/\r?\n/)[0]).toBe('Windows 11: 26100.1742 stays, Failed (rehearsal)');
  expect(text.split(/\r?\n/)[1]).toContain(run.errors[0]?.detail.slice(0, 80));
  expect(mail.mails[0]?.headers).toMatch(/^Importance: High$/im);
});

it('harms no run when the channel fails, shows it, and tries again', async () => {
  mail.refused.add('admins@contoso.com');
  await add({ settings: settings(), event: ['RunSucceeded'] });

  const run = await published();

  expect(run.status).toBe('Succeeded');
  expect(await shown()).toMatchObject({ state: 'failing', pending: 1, lastProblem: { id: 'ImgNotificationFailed' } });
  mail.refused.clear();
  await work();
  expect(mail.mails).toEqual([]);
  later(61_000);
  await work();
  expect(mail.mails).toHaveLength(1);
  expect(await shown()).toMatchObject({ state: 'ok', pending: 0, sent: 1, lastProblem: null });
});

it('gives up after three days', async () => {
  mail.refused.add('admins@contoso.com');
  await add({ settings: settings(), event: ['RunSucceeded'] });
  await published();

  later(3 * 86_400_000);
  await work();

  expect(await shown()).toMatchObject({ state: 'failing', pending: 0, failed: 1 });
});

describe('a mail server that', () => {
  const test = async () => month.call('notification.test', { name: 'admins' });

  it('wants another password', async () => {
    await add({ settings: { ...settings(), password: { environment: 'HOOK_KEY' } } });

    const { problem, ok } = await test();

    expect([ok, problem.id]).toEqual([false, 'ImgNotificationFailed']);
    expect(problem.detail).not.toContain('a key');
  });

  it('has a certificate of nobody', async () => {
    const { rootCertificate: _, ...others } = settings();
    await add({ settings: others });

    expect((await test())['problem'].detail).toMatch(/certificate/i);
  });

  it('offers no STARTTLS gets no mail and no password', async () => {
    const plain = await serveMail({ hideSTARTTLS: true, password });
    open.push(plain);
    await add({ settings: { ...settings(), port: plain.port } });

    expect(await test()).toMatchObject({ ok: false, problem: { id: 'ImgNotificationFailed' } });
    expect(plain.mails).toEqual([]);
  });

  it('speaks TLS from the first byte', async () => {
    const secure = await serveMail({ ...issued, password, secure: true });
    open.push(secure);
    await add({ settings: { ...settings(), port: secure.port, security: 'tls' } });

    expect(await test()).toMatchObject({ ok: true, channel: 'mail' });
    expect(secure.mails[0]?.parts['text/plain']).toMatch(/^Test of the notification admins\r?\nNothing happened/);
  });

  it('is not there', async () => {
    await mail.close();
    await add({ settings: settings() });

    expect((await test())['problem'].detail).toContain(`127.0.0.1:${mail.port}`);
  });
});

interface Hook {
  url: string;
  got: { headers: IncomingHttpHeaders; body: string; path: string | undefined }[];
}

async function serveHook(status = 200, headers: Record<string, string> = {}): Promise<Hook> {
  const got: Hook['got'] = [];
  const server: Server = createServer((request, response) => {
    let body = '';
    request.on('data', (piece) => {
      body += piece;
    });
    request.on('end', () => {
      got.push({ headers: request.headers, body, path: request.url });
      response.writeHead(status, headers).end('an answer');
    });
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  open.push({ close: () => new Promise((resolve) => server.close(resolve)) });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`, got };
}

describe('a webhook', () => {
  const hook = (more: object) => month.call('notification.add', { name: 'hook', channel: 'webhook', ...more });

  it('gets the events as JSON, signed with a key from outside', async () => {
    const { url, got } = await serveHook();
    const { warnings } = await hook({ settings: { url, key: { environment: 'HOOK_KEY' } }, event: ['RunSucceeded'] });

    const run = await published();

    expect(warnings).toEqual([expect.stringContaining('plain http')]);
    expect(got).toHaveLength(1);
    const { headers, body } = got[0] as Hook['got'][number];
    const [, time, digest] = /^t=(\d+),v1=([0-9a-f]{64})$/.exec(String(headers['x-imgupdate-signature'])) ?? [];
    expect(createHmac('sha256', 'a key').update(`${time}.${body}`).digest('hex')).toBe(digest);
    expect(JSON.parse(body)).toMatchObject({
      ...{ formatVersion: '1.0', test: false, level: 'info' },
      events: [{ kind: 'RunSucceeded', key: `run:${run.runId}:Succeeded`, image: { name: 'Windows 11' } }],
    });
  });

  it('of Teams gets an adaptive card at an address that is a secret', async () => {
    const { url, got } = await serveHook(202);
    Object.assign(month.ports, { env: { ...month.ports.env, TEAMS_URL: `${url}?sig=secret` } });
    await hook({ settings: { urlFrom: { environment: 'TEAMS_URL' }, format: 'teams' } });

    const { ok, message } = await month.call('notification.test', { name: 'hook' });

    expect(ok).toBe(true);
    expect(message).not.toContain('secret');
    expect(got[0]?.path).toBe('/hook?sig=secret');
    expect(JSON.parse(got[0]?.body ?? '')).toMatchObject({
      type: 'message',
      attachments: [
        { content: { type: 'AdaptiveCard', body: [{ text: 'Test of the notification hook' }, {}, {}, {}] } },
      ],
    });
  });

  it('that redirects is refused and the other place is not asked', async () => {
    const other = await serveHook();
    const { url } = await serveHook(307, { location: other.url });
    await hook({ settings: { url } });

    const { problem } = await month.call('notification.test', { name: 'hook' });

    expect(problem).toMatchObject({ id: 'ImgNotificationFailed', detail: expect.stringContaining('307') });
    expect(other.got).toEqual([]);
  });

  it('that refuses is quoted', async () => {
    const { url } = await serveHook(403);
    await hook({ settings: { url } });

    expect((await month.call('notification.test', { name: 'hook' }))['message']).toMatch(/answered 403: an answer$/);
  });
});

describe('a command', () => {
  // The clock of a month is in a hurry; a command has its time.
  const patient = () => {
    const { clock } = month.ports;
    const pause = (_time: number, signal?: AbortSignal) =>
      new Promise<void>((_resolve, reject) => signal?.addEventListener('abort', () => reject(signal.reason)));
    month.ports.clock = { ...clock, pause };
  };
  const script = `
    let text = '';
    process.stdin.on('data', (piece) => { text += piece; }).on('end', () => {
      require('node:fs').writeFileSync(process.argv[1], JSON.stringify({ text, more: process.argv.slice(2) }));
      console.log('a word'); process.exit(Number(process.argv[3] ?? 0));
    });`;
  const command = (...more: string[]) =>
    month.call('notification.add', {
      ...{ name: 'command', channel: 'command' },
      settings: { command: [process.execPath, '-e', script, month.path('got.json'), ...more] },
    });

  it('gets the events on standard input and its arguments as they are', async () => {
    const odd = '$(touch x) "; & |';
    patient();
    await command(odd);

    expect(await month.call('notification.test', { name: 'command' })).toMatchObject({ ok: true });

    const { text, more } = JSON.parse(readFileSync(month.path('got.json'), 'utf8'));
    expect(more).toEqual([odd]);
    expect(JSON.parse(text)).toMatchObject({ test: true, events: [{ title: 'Test of the notification command' }] });
  });

  it('that ends with another code than 0 has failed, with what it said', async () => {
    patient();
    await command('x', '7');

    expect((await month.call('notification.test', { name: 'command' }))['message']).toMatch(/ended with 7: a word$/);
  });

  it('that does not end is ended', async () => {
    const hangs = [process.execPath, '-e', 'setInterval(() => {}, 1000)'];
    await month.call('notification.add', { name: 'c', channel: 'command', settings: { command: hangs, timeout: 1 } });

    expect((await month.call('notification.test', { name: 'c' }))['message']).toMatch(/was ended after 1 seconds$/);
  });

  it('that is not there is told', async () => {
    await month.call('notification.add', { name: 'c', channel: 'command', settings: { command: ['no-such-program'] } });

    expect(await month.call('notification.test', { name: 'c' })).toMatchObject({
      problem: { id: 'ImgNotificationFailed' },
    });
  });
});

it('writes an entry for each event to the event log of Windows', async () => {
  const asked: unknown[] = [];
  const ask = async (_script: unknown, value: unknown) => asked.push(value);
  Object.assign(month.ports, { serverShell: { ...month.ports.serverShell, ask } });
  await month.call('notification.add', { name: 'log', channel: 'EventLog', settings: {}, event: ['RunSucceeded'] });

  await published();

  expect(asked).toMatchObject([{ log: 'Application', source: 'ImgUpdate', id: 1000, level: 'Information' }]);
});

describe('settings are refused:', () => {
  it.each<[string, object, RegExp]>([
    ['a password without TLS', { security: 'none' }, /without TLS/],
    ['a user without a password', { password: undefined }, /password/],
    ['a secret of two places', { password: { environment: 'A', secret: 'B' } }, /either/],
    ['a password as text', { password: 'hush' }, /password/],
    ['an address with two lines', { to: ['a@b.c\nBcc: x@y.z'] }, /to/],
    ['no such file of roots', { rootCertificate: '/no/such.pem' }, /rootCertificate/],
  ])('%s', async (_what, change, said) => {
    const wanted = JSON.parse(JSON.stringify({ ...settings(), ...change }));
    const problem = await month.fails('notification.add', { name: 'a', channel: 'mail', settings: wanted });

    expect([problem.id, problem.message]).toEqual(['ImgNotificationInvalid', expect.stringMatching(said)]);
  });

  it.each([
    ['https://me:hush@contoso.com/'],
    ['https://contoso.com/?sig=hush'],
    ['ftp://contoso.com/'],
    ['no address'],
  ])('the address %s', async (url) => {
    const problem = await month.fails('notification.add', { name: 'a', channel: 'webhook', settings: { url } });

    expect(problem.id).toBe('ImgNotificationInvalid');
    expect(problem.message).not.toContain('hush');
  });
});
