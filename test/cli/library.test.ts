/** Upgrade packages and boot images by the command line: one document on stdout, warnings and problems on stderr, exit codes. */
import { existsSync, rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Ran, type Sandbox, sandbox } from '../helpers/built-engine.ts';
import { sha256 } from '../helpers/month.ts';

const index = {
  ...{ name: 'Windows 11 Enterprise', edition: 'Enterprise', installationType: 'Client', release: '24H2' },
  ...{ build: 26100, revision: 1742, architecture: 'x64', language: 'en-US' },
};

let box: Sandbox;
beforeAll(() => {
  box = sandbox();
  const spec = { indexes: [index, { ...index, name: 'Pro' }], upgradePackage: true };
  ok(box.run('rehearsal', 'image', box.path('media'), '--spec', JSON.stringify(spec)));
});
afterAll(() => box.remove());

function ok(ran: Ran): Ran {
  if (ran.code !== 0) throw new Error(ran.stderr);
  return ran;
}

/** One line on stdout, one document in it; no problem. */
function answered(ran: Ran): Ran['document'] {
  expect([ran.code, ran.problem, ran.stdout.trimEnd().split('\n').length]).toEqual([0, undefined, 1]);
  return ran.document;
}

/** Nothing on stdout; the last event is the problem. */
function refused(ran: Ran, code: number, id: string): void {
  expect([ran.code, ran.stdout, ran.problem?.id]).toEqual([code, '', id]);
  expect(ran.events.at(-1)).toMatchObject({ type: 'problem', problem: { exitCode: code } });
  expect(ran.problem?.remedy).not.toBe('');
}

describe('upgrade-package', () => {
  it('add: with a dry run nothing is registered; then it is, with the files of the media', () => {
    const dry = answered(box.run('upgrade-package', 'add', box.path('media'), '--accept-eula', '--dry-run'));
    expect(answered(box.run('upgrade-package', 'list'))).toMatchObject({ upgradePackages: [], next: null });

    const added = answered(
      box.run('upgrade-package', 'add', box.path('media'), '--name=Media', '--version=24H2', '--accept-eula'),
    );

    expect(dry).toMatchObject({ applied: false, upgradePackage: { name: 'media' } });
    expect(added).toMatchObject({
      applied: true,
      upgradePackage: { name: 'Media', version: '24H2', kind: 'UpgradePackage', path: box.path('media') },
    });
    const { upgradePackage } = added as unknown as {
      upgradePackage: { bootImage: { sha256: string }; setupFiles: { path: string }[]; indexes: object[] };
    };
    expect(upgradePackage.bootImage.sha256).toBe(sha256(box.path('media', 'sources', 'boot.wim')));
    expect(upgradePackage.indexes).toHaveLength(2);
    expect(upgradePackage.setupFiles.map(({ path }) => path).sort()).toEqual([
      ...['\\setup.exe', '\\sources\\setup.exe', '\\sources\\setuphost.exe'],
    ]);
  });

  it('list and show: by wildcard, by name in any case, by id', () => {
    const listed = answered(box.run('upgrade-package', 'list', '--name=Med*')) as unknown as {
      upgradePackages: { id: string }[];
    };
    const [first] = listed.upgradePackages;
    for (const name of ['MEDIA', first?.id ?? '']) {
      expect(answered(box.run('upgrade-package', 'show', name))).toMatchObject({ upgradePackage: first });
    }
    expect(answered(box.run('upgrade-package', 'list', '--name=Other*'))).toMatchObject({ upgradePackages: [] });
  });

  it('set: changes what is named, and says so in a dry run first', () => {
    const dry = answered(box.run('upgrade-package', 'set', 'Media', '--description=monthly', '--dry-run'));
    const set = answered(box.run('upgrade-package', 'set', 'Media', '--description=monthly'));
    expect([dry, set]).toMatchObject([
      { applied: false, upgradePackage: { description: 'monthly' } },
      { applied: true, upgradePackage: { description: 'monthly', version: '24H2' } },
    ]);
  });

  it.each<[what: string, code: number, id: string, args: string[]]>([
    ['add of a folder without Setup', 4, 'ImgNotUpgradePackage', ['add', 'sources']],
    ['add of what is registered', 4, 'ImgImageExists', ['add', '', '--name=Again', '--accept-eula']],
    ['add without its licence', 5, 'ImgEulaNotAccepted', ['add', '', '--name=Again']],
    ['show of a name that nobody has', 4, 'ImgImageNotFound', ['show', 'Nobody']],
    ['remove of a name that nobody has', 4, 'ImgImageNotFound', ['remove', 'Nobody']],
    ['a flag that it has not', 2, 'ImgArgumentInvalid', ['list', '--nothing=1']],
    ['add without a folder', 2, 'ImgArgumentInvalid', ['add']],
  ])('%s ends with %i, %s', (_what, code, id, [verb = '', place, ...flags]) => {
    const target =
      verb === 'add' && place !== undefined ? [box.path('media', place)] : place === undefined ? [] : [place];
    refused(box.run('upgrade-package', verb, ...target, ...flags), code, id);
  });

  it('remove: the folder stays', () => {
    expect(answered(box.run('upgrade-package', 'remove', 'Media', '--dry-run'))).toMatchObject({ applied: false });
    expect(answered(box.run('upgrade-package', 'remove', 'Media'))).toMatchObject({ applied: true });
    refused(box.run('upgrade-package', 'show', 'Media'), 4, 'ImgImageNotFound');
    expect(existsSync(box.path('media', 'sources', 'install.wim'))).toBe(true);
  });
});

describe('boot-image', () => {
  const path = (): string => box.path('media', 'sources', 'boot.wim');

  it('add, list, show and set: one document each', () => {
    const dry = answered(box.run('boot-image', 'add', path(), '--dry-run'));
    expect(dry).toMatchObject({ applied: false, bootImage: { name: 'boot.wim' } });
    const added = answered(box.run('boot-image', 'add', path(), '--name=PE', '--version=1'));
    expect(added).toMatchObject({ applied: true, bootImage: { name: 'PE', kind: 'BootImage', path: path() } });
    expect((added as unknown as { bootImage: { indexes: object[] } }).bootImage.indexes).toHaveLength(2);
    const { bootImage } = answered(box.run('boot-image', 'show', 'pe'));
    expect(answered(box.run('boot-image', 'list', '--name=P*'))).toMatchObject({ bootImages: [bootImage], next: null });
    expect(answered(box.run('boot-image', 'set', 'PE', '--name=Boot'))).toMatchObject({ bootImage: { name: 'Boot' } });
  });

  it.each<[what: string, code: number, id: string, args: string[]]>([
    ['add of an image that is no Windows PE', 4, 'ImgNotBootImage', ['add', 'install.wim']],
    ['add of what is registered', 4, 'ImgImageExists', ['add', 'boot.wim', '--name=Again']],
    ['add of no file', 4, 'ImgFileNotFound', ['add', 'nothing.wim']],
    ['show of a name that nobody has', 4, 'ImgImageNotFound', ['show', 'Nobody']],
    ['set without a name', 2, 'ImgArgumentInvalid', ['set']],
  ])('%s ends with %i, %s', (_what, code, id, [verb = '', place, ...flags]) => {
    const target = verb === 'add' ? [box.path('media', 'sources', place ?? '')] : place === undefined ? [] : [place];
    refused(box.run('boot-image', verb, ...target, ...flags), code, id);
  });

  it('remove: with its content the file goes too, and is named', () => {
    const dry = answered(box.run('boot-image', 'remove', 'Boot', '--content', '--dry-run'));
    expect(dry).toMatchObject({ applied: false, removedFiles: [path()] });
    expect(existsSync(path())).toBe(true);
    expect(answered(box.run('boot-image', 'remove', 'Boot', '--content'))).toMatchObject({ removedFiles: [path()] });
    expect(existsSync(path())).toBe(false);
  });

  it('whose file is gone is a problem when it is read, and can be removed', () => {
    const spec = { indexes: [{ ...index, edition: 'WindowsPE', installationType: 'WindowsPE', pe: 'plain' }] };
    ok(box.run('rehearsal', 'image', box.path('pe.wim'), '--spec', JSON.stringify(spec)));
    answered(box.run('boot-image', 'add', box.path('pe.wim'), '--name=Gone'));
    rmSync(box.path('pe.wim'));
    refused(box.run('image', 'verify', '--image=Gone'), 5, 'ImgImageMissing');
    expect(answered(box.run('boot-image', 'remove', 'Gone'))).toMatchObject({ applied: true });
  });
});
