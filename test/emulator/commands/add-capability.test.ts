import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { RehearsalIndexSpec } from '../../../src/emulator/image-spec.ts';
import type { RehearsalPackageSpec } from '../../../src/emulator/make-package.ts';
import { enterprise, makeImage, makePackage, readWim, useBench } from '../emulator.ts';

const bench = useBench();
const basic = 'Language.Basic~~~de-DE~0.0.1.0';
const image = (): string => `/Image:${bench().mountDir}`;
const addition = { form: 'cab', revision: 1 } as const;

async function mounted(spec: Partial<RehearsalIndexSpec> = {}): Promise<string> {
  const file = makeImage(bench().path('a.wim'), { indexes: [{ ...enterprise, ...spec }] });
  await bench().dism('/Mount-Image', `/ImageFile:${file}`, '/Index:1', `/MountDir:${bench().mountDir}`);
  return file;
}

/** A folder with features on demand, and one file in it that is none. */
function features(...specs: Partial<RehearsalPackageSpec>[]): string {
  const folder = bench().path('features');
  mkdirSync(folder);
  for (const [at, spec] of specs.entries()) {
    makePackage(join(folder, `feature${at}.cab`), { ...addition, kind: 'FeatureOnDemand', ...spec });
  }
  makePackage(join(folder, 'another.msu'));
  return folder;
}

const add = (source: string, name = basic) =>
  bench().dism(image(), '/Add-Capability', `/CapabilityName:${name}`, `/Source:${source}`, '/LimitAccess');

describe('Add-Capability', () => {
  // As captures of dism.exe 10.0.17704 and 10.0.18362 show it.
  it('draws a bar without a caption, and installs what declares the capability', async () => {
    await mounted();

    const result = await add(features({ capability: 'OpenSSH.Server~~~~0.0.1.0' }, { capability: basic }));
    const list = await bench().dism(image(), '/Get-Packages');

    expect([result.exitCode, result.stderr]).toEqual([0, '']);
    expect(result.stdout).toMatch(
      /\r\n\r\nImage Version: 10\.0\.26100\.1742\r\n\r\n(?:\r\[.{58}\] \r\n)+The operation completed successfully\.\r\n$/,
    );
    expect(list.stdout).toContain(
      'Package Identity : Microsoft-Windows-LanguageFeatures-Basic-de-de-Package~31bf3856ad364e35~amd64~~10.0.26100.1\r\nState : Installed\r\nRelease Type : OnDemand Pack\r\n',
    );
    expect(list.stdout).not.toContain('OpenSSH');
  });

  it('of what is there succeeds and changes nothing', async () => {
    await mounted();
    const source = features({ capability: basic });
    await add(source);
    const before = await bench().dism(image(), '/Get-Packages');

    const again = await add(source, basic.toLowerCase());

    expect(again.stdout).toContain('The operation completed successfully.');
    expect((await bench().dism(image(), '/Get-Packages')).stdout).toBe(before.stdout);
  });

  it.each<[what: string, spec: Partial<RehearsalPackageSpec>]>([
    ['the folder has another language', { capability: 'Language.Basic~~~fr-FR~0.0.1.0' }],
    ['it is for another build', { capability: basic, build: 22621 }],
    ['it is for another architecture', { capability: basic, architecture: 'arm64' }],
    ['it is for a server', { capability: basic, installationType: 'Server' }],
  ])('ends with 0x800f081f when %s', async (_what, spec) => {
    await mounted();

    const { stdout } = await add(features(spec));

    expect(stdout).toContain(
      '\r\nError: 0x800f081f\r\n\r\nThe source files could not be found.\r\nUse the "Source" option to specify the location of the files that are required to restore the feature. For more information on specifying a source location, see http://go.microsoft.com/fwlink/?LinkId=243077.\r\n',
    );
  });

  it('asks an update service where no folder is named, and there is none', async () => {
    await mounted();

    const { stdout } = await bench().dism(image(), '/Add-Capability', `/CapabilityName:${basic}`);

    expect(stdout).toContain('\r\nError: 0x800f0954\r\n');
  });

  it('wants a name, and a folder that is there', async () => {
    await mounted();

    const unnamed = await bench().dism(image(), '/Add-Capability', '/LimitAccess');
    const nowhere = await add(bench().path('nowhere'));

    expect(unnamed.stdout).toContain('Error: 87');
    expect(nowhere.stdout).toContain('Error: 3');
  });
});

describe('languages', () => {
  const language = { ...addition, kind: 'LanguagePack', language: 'de-DE' };
  const addPackage = (path: string) => bench().dism(image(), '/Add-Package', `/PackagePath:${path}`);

  it('are in the XML of the image that is saved, behind those that it had', async () => {
    const file = await mounted();
    await addPackage(makePackage(bench().path('lp.cab'), language));

    await bench().dism('/Unmount-Image', `/MountDir:${bench().mountDir}`, '/Commit');

    expect(readWim(file).images[0]?.languages).toEqual(['en-US', 'de-DE']);
  });

  it('that come after the update have it taken once more, with its checkpoints beside it', async () => {
    await mounted({ revision: 4349 });
    const lcu = makePackage(bench().path('lcu.msu'), { revision: 4349, baseline: '26100.1742' });

    const before = await addPackage(lcu);
    await addPackage(makePackage(bench().path('lp.cab'), language));
    const alone = await addPackage(lcu);
    makePackage(bench().path('checkpoint.msu'), { revision: 1742 });
    const again = await addPackage(lcu);
    const third = await addPackage(lcu);
    const list = await bench().dism(image(), '/Get-Packages');

    expect(before.stdout).toContain('0x800f081e');
    expect(alone.stdout).toContain('0x800f0838');
    expect(again.stdout).toContain('The operation completed successfully.');
    expect(third.stdout).toContain('0x800f081e');
    const pack = 'Microsoft-Windows-Client-LanguagePack-Package~31bf3856ad364e35~amd64~de-DE~10.0.26100';
    expect(list.stdout).toContain(`${pack}.1\r\nState : Superseded\r\n`);
    expect(list.stdout).toContain(`${pack}.4349\r\nState : Installed\r\nRelease Type : Language Pack\r\n`);
  });

  it('are apart from each other', async () => {
    await mounted();
    await addPackage(makePackage(bench().path('lp.cab'), language));

    const french = await addPackage(makePackage(bench().path('fr.cab'), { ...language, language: 'fr-FR' }));
    const again = await addPackage(bench().path('lp.cab'));

    expect(french.stdout).toContain('The operation completed successfully.');
    expect(again.stdout).toContain('0x800f081e');
  });
});
