import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Problem } from '../../src/errors.ts';
import { powerShell } from '../../src/ports/power-shell/index.ts';
import type { PowerShell } from '../../src/ports/power-shell/power-shell.ts';
import { type AccessRule, folderRights } from '../../src/ports/power-shell/scripts/folder-rights.ts';
import { makeProtectedFolder } from '../../src/ports/power-shell/scripts/make-folder.ts';
import { weaknessesOf, windowsRights } from '../../src/ports/windows-rights.ts';
import { anyMissing, type Requirement, titled } from '../helpers/requires.ts';

const me = 'S-1-5-21-1-2-3-1001';
const [system, administrators, users, creator] = ['S-1-5-18', 'S-1-5-32-544', 'S-1-5-32-545', 'S-1-3-0'];
const full = 0x1f01ff;
const read = 0x1200a9;
const rule = (sid: string, mask: number, more: Partial<AccessRule> = {}): AccessRule => ({
  ...{ sid, mask, allows: true, inheritOnly: false },
  ...more,
});
const ours = [rule(system, full), rule(administrators, full)];

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'imgupdate-rights-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));
afterAll(() => powerShell.end());

describe('a folder of a site', () => {
  it.each<[string, string, AccessRule[], string[]]>([
    ['of administrators alone', administrators, ours, []],
    ['of the administrators of a domain', 'S-1-5-21-1-2-3-512', [rule('S-1-5-21-1-2-3-519', full)], []],
    [
      'of a user with such a number in another place',
      administrators,
      [rule('S-1-5-21-1-2-512-1512', full)],
      ['written by S-1-5-21-1-2-512-1512'],
    ],
    ['that others may read', administrators, [...ours, rule(users, read)], []],
    ['of this user', me, [rule(me, full)], []],
    ['as ProgramData gives it', me, [...ours, rule(users, read | 0x116)], [`written by ${users}`]],
    ['in which others may only make files', system, [...ours, rule(users, 0x2)], [`written by ${users}`]],
    [
      'that everything is written in by inheritance',
      system,
      [rule(users, 0x1301bf, { inheritOnly: true })],
      [`written by ${users}`],
    ],
    ['with a right that is a generic one', system, [rule(users, 0x10000000)], [`written by ${users}`]],
    ['whose makers own what they make', administrators, [...ours, rule(creator, full, { inheritOnly: true })], []],
    ['that others are kept from writing', administrators, [...ours, rule(users, full, { allows: false })], []],
    ['that another user made', 'S-1-5-21-9', ours, ['belongs to S-1-5-21-9']],
  ])('%s', (_what, owner, rules, told) => {
    const weak = weaknessesOf({ path: 'X', owner, rules }, { me, isAbove: false });

    expect(weak.map(({ what }) => what.replace('may be ', ''))).toEqual(told);
  });
});

describe('a folder on the way', () => {
  it.each<[string, string, AccessRule[], string[]]>([
    [
      'such as the root of a drive',
      system,
      [...ours, rule(users, 0x4), rule(users, 0x1301bf, { inheritOnly: true })],
      [],
    ],
    ['such as ProgramData', system, [...ours, rule(users, read | 0x116)], []],
    ['in which others may delete', system, [...ours, rule(users, 0x40)], [`replaced by ${users}`]],
    ['whose list others may change', system, [...ours, rule(users, 0x40000)], [`replaced by ${users}`]],
    ['such as the folder of another user', 'S-1-5-21-9', ours, ['belongs to S-1-5-21-9']],
  ])('%s', (_what, owner, rules, told) => {
    const weak = weaknessesOf({ path: 'X', owner, rules }, { me, isAbove: true });

    expect(weak.map(({ what }) => what.replace('may be ', ''))).toEqual(told);
  });
});

describe('what was proved', () => {
  /** Rights over a PowerShell that answers with these rules and counts its questions. */
  function rights(rules: AccessRule[], state: { list: string | undefined; asked: number }) {
    const answering = {
      async ask(script: unknown, { paths }: { paths: string[] }) {
        expect(script).toBe(folderRights);
        state.asked += 1;
        return { me, found: paths.map((path) => ({ path, owner: administrators, rules })) };
      },
    } as unknown as PowerShell;
    return windowsRights({
      powerShell: answering,
      accessList: async () => state.list,
      adminFolder: join(folder, 'admin'),
    });
  }
  const site = (): string => {
    mkdirSync(join(folder, 'site'), { recursive: true });
    return join(folder, 'site');
  };

  it('is not asked again, until the list or the folder is another one', async () => {
    const state = { list: 'a list', asked: 0 };
    expect(await rights(ours, state).weaknesses(site(), ['site.db'])).toEqual([]);
    expect(await rights(ours, state).weaknesses(site(), ['site.db'])).toEqual([]);
    expect(state.asked).toBe(1);

    state.list = 'another list';
    expect(await rights(ours, state).weaknesses(site(), ['site.db'])).toEqual([]);
    expect(state.asked).toBe(2);

    rmSync(site(), { recursive: true });
    mkdirSync(join(folder, 'kept'));
    expect(await rights(ours, state).weaknesses(site(), ['site.db'])).toEqual([]);
    expect(state.asked).toBe(3);
    expect(readFileSync(join(folder, 'admin/AppData/Local/ImgUpdate/proved-sites.json'), 'utf8')).not.toContain('site');
  });

  it('is nothing that is weak, and nothing without a list', async () => {
    const weak = { list: 'a list', asked: 0 };
    for (const _ of [1, 2]) expect(await rights([rule(users, full)], weak).weaknesses(site(), [])).not.toEqual([]);
    const none = { list: undefined, asked: 0 };
    for (const _ of [1, 2]) expect(await rights(ours, none).weaknesses(site(), [])).toEqual([]);

    expect([weak.asked, none.asked]).toEqual([2, 2]);
  });

  it('belongs to whoever can reach the folder of administrators', () => {
    const state = { list: '', asked: 0 };
    expect(rights(ours, state).isElevated()).toBe(false);
    mkdirSync(join(folder, 'admin'));
    expect(rights(ours, state).isElevated()).toBe(true);
  });
});

it('what the system says of a folder that cannot be made is no problem of PowerShell', async () => {
  const failing = { ask: () => Promise.reject(new Problem('ImgPowerShellFailed', { detail: 'no such drive' })) };
  const { makeFolder } = windowsRights({
    powerShell: failing as unknown as PowerShell,
    accessList: async () => undefined,
    adminFolder: folder,
  });

  await expect(makeFolder(join(folder, 'x'))).rejects.not.toBeInstanceOf(Problem);
  await expect(makeFolder(join(folder, 'x'))).rejects.toThrow('no such drive');
});

it('the command that mends quotes what a path may hold', () => {
  const { mendingCommand } = windowsRights({ powerShell, accessList: async () => undefined, adminFolder: folder });

  expect(mendingCommand("C:\\it's $here")).toContain("icacls 'C:\\it''s $here' /setowner '*S-1-5-32-544' /T /C; ");
});

const windows: Requirement = {
  available: process.platform === 'win32',
  reason: 'access lists are those of Windows',
  path: '',
};

describe.skipIf(anyMissing(windows))(titled('the lists of Windows', windows), () => {
  it('are read with accounts as SIDs', async () => {
    const open = join(folder, 'open');
    mkdirSync(open);
    chmodSync(open, 0o777);

    const { me: account, found } = await powerShell.ask(folderRights, { paths: [open, join(folder, 'nothing')] });

    expect(account).toMatch(/^S-1-5-/);
    expect(found).toEqual([{ path: open, owner: expect.stringMatching(/^S-1-5-/), rules: expect.any(Array) }]);
    expect(found[0]?.rules).toContainEqual(
      expect.objectContaining({ allows: true, sid: expect.stringMatching(/^S-1-/) }),
    );
  });

  it('are set where a folder is made, and stay where there is one', async () => {
    const path = join(folder, 'a', 'b ü');
    for (const _ of [1, 2]) await powerShell.ask(makeProtectedFolder, { path });

    const { me: account, found } = await powerShell.ask(folderRights, { paths: [join(folder, 'a'), path] });
    expect(found.map((access) => weaknessesOf(access, { me: account, isAbove: false }))).toEqual([[], []]);
  });
});
