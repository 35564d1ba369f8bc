/** Notifications through the built command line: stdout, events, exit code; the mail part of the build. */
import { once } from 'node:events';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Sandbox, sandbox } from '../helpers/built-engine.ts';
import { type MailServer, serveMail } from '../helpers/mail-server.ts';

let box: Sandbox;
let mail: MailServer;
beforeEach(async () => {
  box = sandbox();
  mail = await serveMail({ hideSTARTTLS: true });
});
afterEach(async () => {
  await mail.close();
  box.remove();
});

const settings = (more = {}): string =>
  JSON.stringify({ host: '127.0.0.1', port: mail.port, security: 'none', from: 'a@b.c', to: ['d@e.f'], ...more });
const add = (...more: string[]) => box.run('notification', 'add', 'admins', '--channel=mail', ...more);

/** Not `run`: that one would stop the mail server of this process. */
async function test(): Promise<{ code: number | null; document: { ok: boolean; message: string } }> {
  const child = box.start({}, 'notification', 'test', 'admins', '--events=none');
  let stdout = '';
  child.stdout?.on('data', (piece) => {
    stdout += piece;
  });
  const [code] = await once(child, 'close');
  return { code, document: JSON.parse(stdout) };
}

describe('notification', () => {
  it('is added, shown, changed and removed', () => {
    const added = add('--settings', settings(), '--event=RunFailed', '--event=ImageOld', '--image-age=50');
    expect(added.code).toBe(0);
    expect(added.document).toMatchObject({
      applied: true,
      warnings: [expect.stringContaining('without TLS')],
      notification: { event: ['RunFailed', 'ImageOld'], imageAge: 50 },
    });
    expect(box.run('notification', 'set', 'admins', '--enabled=false').document).toMatchObject({
      notification: { enabled: false },
    });
    expect(box.run('notification', 'list').document).toMatchObject({
      notifications: [{ name: 'admins', state: 'never' }],
    });
    expect(box.run('notification', 'remove', 'admins', '--dry-run').document).toMatchObject({ applied: false });
    expect(box.run('notification', 'remove', 'ADMINS').document).toMatchObject({ applied: true });
    const { code, stdout, problem } = box.run('notification', 'show', 'admins');
    expect([code, stdout, problem?.id]).toEqual([4, '', 'ImgNotificationNotFound']);
  });

  it('is refused with settings that do not fit: exit 4', () => {
    const { code, problem } = add('--settings', settings({ to: [] }));
    expect([code, problem?.id]).toEqual([4, 'ImgNotificationInvalid']);
  });

  it('is tried: exit 0 when the message was taken, 3 when it was not', async () => {
    add('--settings', settings());

    expect(await test()).toMatchObject({ code: 0, document: { ok: true } });
    expect(mail.mails[0]?.to).toEqual(['d@e.f']);

    mail.refused.add('d@e.f');
    expect(await test()).toMatchObject({
      code: 3,
      document: { ok: false, message: expect.stringContaining('nobody') },
    });
  });
});
