/** A site of root that others could change is refused; what is on the way to it counts, where it can be reached. */
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  existsSync,
  lchownSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openSite } from '../../src/database.ts';
import { realPorts } from '../../src/ports/index.ts';
import { engineFile } from '../helpers/built-engine.ts';
import { anyMissing, type Requirement, requires, titled } from '../helpers/requires.ts';

const root: Requirement = {
  available: process.getuid?.() === 0,
  reason: 'it needs the rights of root on POSIX',
  path: '',
};
const setpriv = requires.tool('setpriv');
const nobody = 65534;

/** Everybody may enter it, only this user may write it. */
let folder: string;
let site: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'imgupdate-secure-'));
  chmodSync(folder, 0o755);
  site = join(folder, "the site's");
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const open = async (at = site): Promise<void> => {
  const opened = await openSite(realPorts({}), { folder: at, emulator: ['emulator'] });
  await opened.close();
};
const refused = (...told: string[]) => ({
  id: 'ImgSiteInsecure',
  exitCode: 5,
  message: expect.stringMatching(new RegExp(told.map((each) => each.replace(/[()]/g, '\\$&')).join('.*'))),
});

describe.skipIf(anyMissing(root))(titled('root', root), () => {
  it.each<[string, () => void, string]>([
    ['that belongs to another user', () => chownSync(site, nobody, nobody), 'belongs to uid 65534'],
    ['that its group may write', () => chmodSync(site, 0o775), 'may be written by its group'],
    ['that everybody may write', () => chmodSync(site, 0o777), 'may be written by everybody'],
    ['whose database everybody may write', () => chmodSync(join(site, 'site.db'), 0o666), 'site.db may be written'],
    ['with the database of another user', () => chownSync(join(site, 'site.db'), nobody, 0), 'site.db belongs to uid'],
    ['with logs that lead elsewhere', () => replaceByLink(join(site, 'logs')), 'logs belongs to uid 65534'],
  ])('refuses a site %s, with the command that mends it', async (_what, spoil, told) => {
    await open();
    spoil();

    const problem = await open().catch((error) => error);
    expect(problem).toMatchObject(refused(told));
    const [, command = ''] = /type: (.*)$/.exec(problem.facts.remedy) ?? [];
    expect(spawnSync('sh', ['-c', command]).status).toBe(0);
    await open();
  });

  it.each<[string, () => void]>([
    ['belongs to uid 65534', () => chownSync(folder, nobody, nobody)],
    ['may be written by everybody', () => chmodSync(folder, 0o777)],
  ])('refuses a site in a folder that %s, and sends to another place', async (told, spoil) => {
    spoil();

    const problem = await open().catch((error) => error);
    expect(problem).toMatchObject(refused(`${folder} ${told}`));
    expect(problem.facts.remedy).toContain('--site');
    expect(existsSync(join(site, 'site.db'))).toBe(false);
  });

  it('refuses a link of another user to a good site', async () => {
    await open();
    chmodSync(folder, 0o1777);
    const link = join(folder, 'link');
    symlinkSync(site, link);
    await open(link);
    lchownSync(link, nobody, nobody);

    await expect(open(link)).rejects.toMatchObject(refused('link belongs to uid 65534'));
  });

  it('takes a site in a sticky folder, as /tmp is', async () => {
    chmodSync(folder, 0o1777);

    await open();
    await open();
  });

  it('takes a site that everybody might write, if anybody could come there', async () => {
    await open();
    for (const path of [site, join(site, 'site.db'), join(site, 'logs')]) chmodSync(path, 0o777);
    await expect(open()).rejects.toMatchObject(refused('everybody'));
    chmodSync(folder, 0o700);

    await open();
  });

  it('makes a site that only root can write, whatever the umask', () => {
    chmodSync(folder, 0o755);
    const run = spawnSync('sh', [
      '-c',
      'umask 0; exec "$0" "$@"',
      process.execPath,
      engineFile,
      'site',
      'show',
      '--site',
      site,
    ]);
    expect(run.status).toBe(0);

    const again = spawnSync(process.execPath, [engineFile, 'site', 'show', '--site', site]);
    expect(again.status).toBe(0);
  });

  it('says so on the command line, with exit code 5', async () => {
    await open();
    chmodSync(site, 0o777);

    const { status, stdout, stderr } = spawnSync(process.execPath, [engineFile, 'site', 'show', '--site', site], {
      encoding: 'utf8',
    });
    expect({ status, stdout }).toEqual({ status: 5, stdout: '' });
    expect(stderr).toMatch(/chown -R root .*\[ImgSiteInsecure\]/s);
  });

  it.skipIf(anyMissing(setpriv))(titled('is not everybody: another user works in a folder of all', setpriv), () => {
    mkdirSync(site);
    chmodSync(site, 0o777);
    const user = ['--reuid', String(nobody), '--regid', String(nobody), '--clear-groups'];

    const { status, stderr } = spawnSync(
      'setpriv',
      [...user, process.execPath, engineFile, 'site', 'show', '--site', site],
      { encoding: 'utf8', env: { ...process.env, HOME: folder, XDG_CACHE_HOME: folder } },
    );
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });
});

function replaceByLink(path: string): void {
  rmSync(path, { recursive: true });
  symlinkSync('/tmp', path);
  lchownSync(path, nobody, nobody);
}

describe('a folder that is removed', () => {
  const link = requires.links();
  it.skipIf(anyMissing(link)).each(['file', 'dir', 'junction'] as const)(
    titled('takes a link to a %s with it, and not what it leads to', link),
    (kind) => {
      const outside = join(folder, 'outside');
      const work = join(folder, 'work');
      mkdirSync(outside);
      writeFileSync(join(outside, 'kept'), 'kept');
      mkdirSync(join(work, 'mount1', 'Windows'), { recursive: true });
      const target = kind === 'file' ? join(outside, 'kept') : outside;
      symlinkSync(target, join(work, 'mount1', 'Windows', 'link'), kind);
      symlinkSync(work, join(folder, 'work-link'), kind === 'file' ? 'dir' : kind);
      const { files } = realPorts({});

      files.remove(join(folder, 'work-link'));
      expect(existsSync(join(work, 'mount1'))).toBe(true);
      files.remove(work);

      expect([existsSync(work), existsSync(join(outside, 'kept'))]).toEqual([false, true]);
    },
  );
});
