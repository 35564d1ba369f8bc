import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engineFile } from '../helpers/built-engine.ts';
import { anyMissing, requires, titled } from '../helpers/requires.ts';

const needs = [
  ...['uftp', 'uftpd', 'nft', 'ip', 'unshare', 'nsenter'].map((name) => requires.tool(name)),
  requires.administrator(),
];
const network = fileURLToPath(new URL('network.sh', import.meta.url));
const tap = fileURLToPath(new URL('tap.cjs', import.meta.url));

const index = {
  ...{ name: 'Windows 11', edition: 'Enterprise', installationType: 'Client', language: 'en-US' },
  ...{ release: '24H2', build: 26100, revision: 1742, architecture: 'x64' },
};

/** What one of ours on the network printed. */
interface Printed {
  result: Record<string, unknown> & { receivers: { state: string }[] };
  problem: { id: string } | undefined;
}

describe.skipIf(anyMissing(...needs))(titled('an image that is sent to many', ...needs), () => {
  const folder = mkdtempSync(join(tmpdir(), 'imgupdate-multicast-'));
  const site = join(folder, 'site');
  const image = join(folder, 'install.wim');
  const engine = (...words: string[]): string[] => [process.execPath, engineFile, ...words, '--site', site];
  const call = (...words: string[]) => {
    const [program = '', ...rest] = engine(...words);
    const { stdout, stderr, status } = spawnSync(program, rest, { encoding: 'utf8' });
    expect(status, stderr).toBe(0);
    return JSON.parse(stdout);
  };
  let fingerprint = '';

  beforeAll(() => {
    call('rehearsal', 'image', image, '--spec', JSON.stringify({ indexes: [index] }));
    call('image', 'add', image, '--name', 'Many', '--accept-eula');
    call('image', 'set', 'Many', '--multicast-allow', '--multicast-encrypt');
    call('bundle', 'export', join(folder, 'bundle'));
    fingerprint = call('site', 'show').bundleKey.fingerprint;
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  /** Sends once, on a network of its own. */
  function session(
    name: string,
    {
      receivers,
      loss,
      send = [],
      receive = [],
    }: { receivers: number; loss: number; send?: string[]; receive?: string[] },
  ) {
    const place = mkdtempSync(join(folder, `${name}-`));
    const sender = engine(
      'multicast',
      'send',
      'Many',
      '--receivers',
      String(receivers),
      '--wait-minutes',
      '1',
      '--interface',
      'wire',
      ...send,
    );
    // A receiver has no site.
    const receiver = [
      process.execPath,
      engineFile,
      'multicast',
      'receive',
      '{}',
      '--interface',
      'eth0',
      '--events',
      'json',
      ...receive,
    ];
    const { stderr } = spawnSync(
      'unshare',
      [
        '-nm',
        '--pid',
        '--mount-proc',
        '--fork',
        '--kill-child',
        'bash',
        network,
        place,
        String(receivers),
        String(loss),
        tap,
        ...sender,
        '--',
        ...receiver,
      ],
      { encoding: 'utf8', env: { ...process.env, PATH: `${join(process.execPath, '..')}:${process.env['PATH']}` } },
    );
    const text = (file: string): string => readFileSync(join(place, file), 'utf8');
    const printed = (who: string): Printed => {
      const out = text(`${who}.out`);
      const last = text(`${who}.err`).trim().split('\n').at(-1) ?? '';
      return {
        result: out === '' ? undefined : JSON.parse(out),
        problem: last.startsWith('{') ? JSON.parse(last).problem : undefined,
      };
    };
    const all = Array.from({ length: receivers }, (_, at) => printed(String(at + 1)));
    return {
      place,
      stderr: `${stderr}\n${text('send.err')}`,
      sent: printed('send').result,
      received: all,
      wire: readFileSync(join(place, 'wire')),
    };
  }

  const digest = (path: string): string => createHash('sha256').update(readFileSync(path)).digest('hex');
  /** What the file begins with. */
  const mark = Buffer.from('MSWIM\0\0\0');

  it('arrives whole at five receivers that lose a twentieth, and cannot be read on the wire', () => {
    const { place, sent, received, wire, stderr } = session('lossy', {
      receivers: 5,
      loss: 5,
      receive: ['--trust', fingerprint],
    });

    expect(sent, JSON.stringify([stderr, sent.receivers, received])).toMatchObject({
      ok: true,
      applied: true,
      encrypted: true,
      fingerprint,
      warnings: [],
    });
    expect(sent.receivers.map(({ state }) => state)).toEqual(Array(5).fill('Verified'));
    for (const [at, { result }] of received.entries()) {
      const path = join(place, String(at + 1), 'install.wim');
      expect(result).toMatchObject({ image: 'Many', path, sha256: digest(image), fingerprint, applied: true });
      expect(digest(path)).toBe(digest(image));
    }
    expect(wire.length).toBeGreaterThan(readFileSync(image).length);
    expect(wire.includes(mark)).toBe(false);
  });

  it('can be read on the wire where the image does not ask for encryption, and that is said', () => {
    call('image', 'set', 'Many', '--multicast-encrypt=false');
    const { sent, wire } = session('open', { receivers: 1, loss: 0, receive: ['--trust', fingerprint] });
    call('image', 'set', 'Many', '--multicast-encrypt');

    expect(sent).toMatchObject({ ok: true, encrypted: false, warnings: [expect.stringContaining('read along')] });
    expect(wire.includes(mark)).toBe(true);
  });

  it('is not kept by a receiver that does not trust the site, and the sender hears of it', () => {
    const { place, sent, received } = session('strange', {
      receivers: 1,
      loss: 0,
      receive: ['--trust', 'ab'.repeat(32)],
    });

    expect(received[0]).toMatchObject({ result: undefined, problem: { id: 'ImgMulticastInvalid' } });
    expect(sent).toMatchObject({ ok: false, receivers: [{ state: 'Refused' }] });
    expect(spawnSync('ls', ['-A', join(place, '1')], { encoding: 'utf8' }).stdout).toBe('');
  });
});
