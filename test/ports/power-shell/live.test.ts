import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Candidate } from '../../../src/ports/power-shell/candidates.ts';
import { livePowerShell } from '../../../src/ports/power-shell/live.ts';
import type { PowerShell, Script } from '../../../src/ports/power-shell/power-shell.ts';
import { openShell, type Shell } from '../../../src/ports/power-shell/shell.ts';

const fakeHost = fileURLToPath(new URL('./fake-host.ts', import.meta.url));
const fake = (...words: string[]): Candidate => ({ program: process.execPath, leading: [fakeHost, ...words] });

/** A bound that is over at once; no other ever is. */
const noTime = 1;
const clock = {
  pause: (milliseconds: number, signal?: AbortSignal): Promise<void> =>
    new Promise((resolve, reject) => {
      if (milliseconds === noTime) resolve();
      signal?.addEventListener('abort', reject);
    }),
};

const echo: Script<unknown, unknown> = {
  name: 'echo',
  text: 'param($Value) $Value',
  bound: 60_000,
  repeatable: false,
  read: ([item]) => item,
};

let folder: string;
let opened: Shell[];
let host: PowerShell | undefined;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'imgupdate-host-'));
  opened = [];
});
afterEach(() => {
  host?.end();
  rmSync(folder, { recursive: true });
});

/** A live PowerShell over these programs. */
function over(...candidates: Candidate[]): PowerShell {
  host = livePowerShell({
    clock,
    candidates: () => candidates,
    open(candidate, options) {
      const shell = openShell(candidate, options);
      opened.push(shell);
      return shell;
    },
  });
  return host;
}

const value = { text: 'Grüße "in" \'quotes\' $(exit) `n %PATH% \u2028 \u{1f4be}\r\n', list: [1, [2]], nothing: null };

describe('a live PowerShell', () => {
  it('starts with the first question and answers one after the other', async () => {
    const shell = over(fake('answers'));
    expect(opened).toHaveLength(0);

    const answers = await Promise.all([shell.ask(echo, 1), shell.ask(echo, value), shell.ask(echo, 'three')]);

    expect(answers).toEqual([1, value, 'three']);
    expect(opened).toHaveLength(1);
    expect(await shell.found()).toEqual({ program: process.execPath, version: '7.0', edition: 'Fake' });
  });

  it('takes no banner, warning or frame of somebody else for an answer', async () => {
    expect(await over(fake('banner')).ask(echo, value)).toEqual(value);
  });

  it('takes an answer of which all comes at once, behind noise that came before', async () => {
    const shell = over(fake('at-once'));

    for (const each of [1, 2, 3]) expect(await shell.ask(echo, each)).toBe(each);
  });

  it('takes an answer that comes in many pieces', async () => {
    const long = 'ä'.repeat(1_000_000);

    expect(await over(fake('answers')).ask(echo, long)).toBe(long);
  });

  it('is the first program that answers as one', async () => {
    const shell = over({ program: join(folder, 'nothing') }, fake('ends'), fake('garbage'), fake('answers'));

    expect(await shell.ask(echo, 1)).toBe(1);
    expect(opened.map(({ ended }) => ended === undefined)).toEqual([false, false, false, true]);
  });

  it('is started again when it died meanwhile', async () => {
    const shell = over(fake('answers'));
    await shell.found();
    opened[0]?.end();

    expect(await opened[0]?.say([], 'never')).toMatchObject({ ended: 'it was ended by SIGKILL' });

    expect(await shell.ask(echo, 2)).toBe(2);
    expect(opened).toHaveLength(2);
  });

  it('ends with the engine', async () => {
    await over(fake('answers')).found();
    host?.end();

    expect(await opened[0]?.say([], 'never')).toMatchObject({ ended: expect.any(String) });
  });
});

describe('a host that', () => {
  it.each([
    ['dies over a question', 'dies', 'ImgPowerShellEnded', /it ended with 3 and printed nothing/],
    ['answers with half a line', 'half', 'ImgPowerShellGarbage', /did not answer "echo" and printed: /],
    ['says why it cannot', 'fails', 'ImgPowerShellFailed', /"echo": The WMI service is stopped\./],
    ['is no PowerShell', 'garbage', 'ImgPowerShellGarbage', /printed: Access is denied by your administrator\. \[31m/],
    ['answers in another form', 'another-form', 'ImgPowerShellGarbage', /has another form/],
    ['prints for ever', 'flood', 'ImgPowerShellGarbage', /printed more than 16777216 characters/],
    ['prints nothing and ends well', 'ends', 'ImgPowerShellNotFound', /it ended with 0 and printed nothing/],
  ])('%s is a problem that says so, and is not used again', async (_what, mode, id, detail) => {
    const shell = over(fake(mode));

    await expect(shell.ask(echo, 1)).rejects.toMatchObject({ id, message: expect.stringMatching(detail) });
    await expect(shell.ask(echo, 2)).rejects.toMatchObject({ id });
    expect(opened.slice(0, -1).every(({ ended }) => mode === 'fails' || ended !== undefined)).toBe(true);
    expect(opened).toHaveLength(mode === 'fails' ? 1 : 2);
  });

  it('died is asked again, once, what may be asked twice', async () => {
    const marker = join(folder, 'died');

    expect(await over(fake('dies-once', marker)).ask({ ...echo, repeatable: true }, 1)).toBe(1);
    expect(existsSync(marker)).toBe(true);
    expect(opened).toHaveLength(2);
    await expect(over(fake('dies')).ask({ ...echo, repeatable: true }, 1)).rejects.toMatchObject({
      id: 'ImgPowerShellEnded',
    });
    expect(opened).toHaveLength(4);
  });

  it('does not answer in time is ended, and another one is started for the next question', async () => {
    const shell = over(fake('hangs'));

    await expect(shell.ask({ ...echo, bound: noTime }, 1)).rejects.toMatchObject({
      id: 'ImgPowerShellTimeout',
      message: expect.stringContaining('it did not answer "echo" within 0.001 s'),
    });
    expect(await opened[0]?.say([], 'never')).toMatchObject({ ended: expect.any(String) });
    await shell.found();
    expect(opened).toHaveLength(2);
  });
});

it('is not found where there is none', async () => {
  await expect(over().ask(echo, 1)).rejects.toMatchObject({ id: 'ImgPowerShellNotFound' });
});
