import { spawn, spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engineFile, type Sandbox, sandbox } from '../helpers/built-engine.ts';
import { anyMissing, requires, titled } from '../helpers/requires.ts';

let box: Sandbox;
beforeAll(() => {
  box = sandbox();
});
afterAll(() => box.remove());

describe('a command that works', () => {
  it('prints one document on stdout, and events on stderr that begin with the version', () => {
    const ran = box.run('site', 'show');

    expect(ran.code).toBe(0);
    expect(ran.document).toMatchObject({ formatVersion: '1.0', folder: box.site });
    expect(ran.stdout.trim().split('\n')).toHaveLength(1);
    expect(ran.events[0]).toMatchObject({ type: 'version' });
    expect(ran.stderr.split('\n').filter((line) => line !== '' && !line.startsWith('{'))).toEqual([]);
  });

  it('indents with --pretty', () => {
    expect(box.run('site', 'show', '--pretty').stdout).toContain('\n  "folder"');
  });

  it('takes a repeated flag as a list, and values that begin with a dash after an equals sign', () => {
    const ran = box.run('site', 'set', '--dism=tool', '--dism=--quiet', '--dism=-x', '--dry-run');

    expect(ran.document).toMatchObject({ dism: ['tool', '--quiet', '-x'], applied: false });
  });

  it('takes what stands behind a double dash as the argument, whatever it begins with', () => {
    const ran = (...args: string[]) => spawnSync(process.execPath, [engineFile, ...args], { encoding: 'utf8' });
    const file = ran('image', 'inspect', '--', '-nobody.wim');
    const surplus = ran('image', 'inspect', '--', 'nobody.wim', '--pretty');
    const none = ran('image', 'list', '--', 'nobody.wim');

    expect(file.status).toBe(4);
    expect(file.stderr).toMatch(/-nobody\.wim\.\n.*\[ImgFileNotFound\]/);
    expect([surplus.status, none.status]).toEqual([2, 2]);
  });

  it('takes a lone dash for standard input', () => {
    const ran = box.runWith({ input: '{"uniqueId":"a","title":"b"}' }, 'update', 'import', '-');

    expect(ran.code).toBe(0);
    expect(JSON.parse(ran.stdout)).toMatchObject({ added: 1, failed: 0 });
  });

  it('takes the whole request from standard input, with a byte order mark too', () => {
    const ran = box.runWith({ input: '\ufeff{"retainVersion":5}' }, 'site', 'set', '--input', '-');

    expect(ran.code).toBe(0);
    expect(ran.document).toMatchObject({ retainVersion: 5, applied: true });
  });

  it('writes nothing in a dry run', () => {
    box.run('site', 'set', '--maximum-concurrency', '7', '--dry-run');

    expect(box.run('site', 'show').document).toMatchObject({ maximumConcurrency: 1 });
  });

  it('prints help on stderr, nothing on stdout, and ends with 0', () => {
    const ran = box.run('site', 'set', '--help');

    expect([ran.code, ran.stdout]).toEqual([0, '']);
    expect(ran.stderr).toContain('--retain-version');
  });
});

describe('bad arguments end with 2 and one problem', () => {
  it.each<[string, string[], RegExp]>([
    ['an unknown noun', ['nonsense'], /nonsense/],
    ['a missing verb', ['site'], /verb/],
    ['an unknown flag', ['site', 'show', '--bogus'], /bogus/],
    ['a flag of another type', ['site', 'set', '--retain-version', 'many'], /whole number/],
    ['a number out of range', ['site', 'set', '--retain-version=-1'], /retainVersion/],
    ['an absurd number', ['site', 'set', '--retain-version', '1e400'], /whole number/],
    ['a flag without its value', ['site', 'set', '--dism'], /dism/],
    ['a flag that is given twice', ['site', 'set', '--retain-version=1', '--retain-version=2'], /more than once/],
    ['a member beside --input', ['site', 'set', '--retain-version=1', '--input', '-'], /--input/],
    ['a missing member', ['image', 'show'], /image/],
  ])('%s', (_name, args, detail) => {
    const ran = box.run(...args);

    expect(ran.code).toBe(2);
    expect(ran.stdout).toBe('');
    expect(ran.problem).toMatchObject({ id: 'ImgArgumentInvalid', exitCode: 2 });
    expect(ran.problem?.detail).toMatch(detail);
    expect(ran.events.filter((event) => event.problem !== undefined)).toHaveLength(1);
    expect(ran.stderr).not.toMatch(/\bat .*\.[cm]?[jt]s:\d+/);
  });
});

describe('a bad request document ends with 4 and a JSON pointer', () => {
  it.each<[string, string, string | undefined]>([
    ['no JSON', '{"retainVersion":', undefined],
    ['an unknown member', '{"bogus":1}', '/bogus'],
    ['a wrong type', '{"retainVersion":"3"}', '/retainVersion'],
    ['a wrong element', '{"dism":["a",5]}', '/dism/1'],
    ['no object', '[]', ''],
  ])('%s', (_name, input, pointer) => {
    const ran = box.runWith({ input }, 'site', 'set', '--input', '-');

    expect(ran.code).toBe(4);
    expect(ran.stdout).toBe('');
    if (pointer === undefined) expect(ran.problem?.id).toBe('ImgJsonInvalid');
    else expect(ran.problem?.errors).toContainEqual(expect.objectContaining({ pointer }));
  });
});

describe('the world outside', () => {
  it('a reader that closes the pipe gets exit 1 and a problem, not a crash', async () => {
    const child = spawn(process.execPath, [engineFile, 'site', 'show', '--events=json'], {
      env: { ...process.env, ...box.env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    child.stdout.destroy();
    let stderr = '';
    child.stderr.on('data', (text) => {
      stderr += text;
    });

    const code = await new Promise((resolve) => child.on('close', resolve));

    expect(code).toBe(1);
    expect(stderr).toContain('"ImgOutputClosed"');
    expect(stderr).not.toContain('EPIPE');
  });

  const interrupts = requires.posix('SIGINT for children');
  it.skipIf(anyMissing(interrupts))(titled('Ctrl-C ends a waiting command with 130', interrupts), async () => {
    const child = box.start({}, 'worker', 'run', '--events=json');
    let stderr = '';
    child.stderr?.on('data', (text) => {
      stderr += text;
      if (String(text).includes('"version"')) setTimeout(() => child.kill('SIGINT'), 700);
    });

    const code = await new Promise((resolve) => child.on('close', resolve));

    expect(code).toBe(130);
    expect(stderr).not.toMatch(/\bat .*\.[cm]?[jt]s:\d+/);
  });

  it('a site of a newer version is refused with exit 5', async () => {
    const other = sandbox();
    other.run('site', 'show');
    const { DatabaseSync } = await import('node:sqlite');
    const database = new DatabaseSync(`${other.site}/site.db`);
    database.exec('PRAGMA user_version = 9999');
    database.close();

    const ran = other.run('site', 'show');

    expect([ran.code, ran.problem?.id, ran.stdout]).toEqual([5, 'ImgSiteTooNew', '']);
    other.remove();
  });

  it('a site folder that is a file is refused with exit 5', () => {
    writeFileSync(box.path('a-file'), 'x');

    const ran = box.run('site', 'show', '--site', box.path('a-file'));

    expect([ran.code, ran.problem?.id]).toEqual([5, 'ImgSiteUnusable']);
  });
});

describe('a failure without events', () => {
  const ran = (...args: string[]) =>
    spawnSync(process.execPath, [engineFile, ...args, '--site', box.site], { encoding: 'utf8' });

  it('is told as text with its id: a script sees more than an exit code', () => {
    const { status, stdout, stderr } = ran('image', 'show', 'none', '--events', 'none');

    expect([status, stdout]).toEqual([4, '']);
    expect(stderr).toMatch(/^Error: No such image: .*\n {2}.*\[ImgImageNotFound\]\n$/);
  });

  it('is all that is told: a command that works says nothing', () => {
    expect(ran('site', 'show', '--events=none').stderr).toBe('');
  });
});

describe('rehearsal image', () => {
  const index = {
    ...{ name: 'A', edition: 'Enterprise', installationType: 'Client', release: '24H2' },
    ...{ build: 26100, revision: 1742, architecture: 'x64', language: 'en-US' },
  };
  const made = (change: object) =>
    box.run('rehearsal', 'image', box.path('a.wim'), '--spec', JSON.stringify({ indexes: [{ ...index, ...change }] }));

  it('says what dotNet may be', () => {
    const { code, problem } = made({ dotNet: '4.8' });

    expect(code).toBe(2);
    expect(problem?.detail).toBe(
      'dotNet of an index cannot be "4.8"; it is the version of a cumulative update of .NET, three or four numbers, for example 10.0.9321.3',
    );
  });

  it('says what revision may be', () => {
    expect(made({ revision: 26100.4349 }).problem?.errors).toEqual([
      { pointer: '/spec/indexes/0/revision', message: 'must be integer' },
    ]);
    expect(made({ revision: 1_000_000 }).problem?.errors?.[0]?.message).toBe('must be <= 999999');
    const help = spawnSync(process.execPath, [engineFile, 'rehearsal', 'image', '--help'], { encoding: 'utf8' });
    expect(help.stderr.replace(/\s+/g, ' ')).toContain('revision (the number behind the build: 4349 of 26100.4349)');
  });
});
