import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { anyMissing, requires, titled } from '../../helpers/requires.ts';
import { enterprise, makeImage, makePackage, useBench } from '../emulator.ts';

const bench = useBench();
const rollup = (revision: number) => `Package_for_RollupFix~31bf3856ad364e35~amd64~~26100.${revision}.1.20`;

async function mounted(): Promise<void> {
  const image = makeImage(bench().path('a.wim'), { indexes: [enterprise] });
  await bench().dism('/Mount-Image', `/ImageFile:${image}`, '/Index:1', `/MountDir:${bench().mountDir}`);
}

const info = (...options: string[]) => bench().dism(`/Image:${bench().mountDir}`, '/Get-PackageInfo', ...options);

/** What stands before the colons. */
function fields(stdout: string): string[] {
  const lines = stdout.split('\r\n').filter((line) => / : /.test(`${line} `) || line.endsWith(' :'));
  return lines.map((line) => line.split(' :')[0] ?? '');
}

describe('Get-PackageInfo', () => {
  it('describes a cabinet that is not installed, then installed', async () => {
    await mounted();
    const path = makePackage(bench().path('p.cab'), { form: 'cab' });

    const before = await info(`/PackagePath:${path}`);
    await bench().dism(`/Image:${bench().mountDir}`, '/Add-Package', `/PackagePath:${path}`);
    const after = await info(`/PackagePath:${path}`);

    expect(before.exitCode).toBe(0);
    expect(before.stdout).toContain(
      `Package information:\r\n\r\nPackage Identity : ${rollup(4349)}\r\nApplicable : Yes\r\nCopyright : \r\n`,
    );
    for (const line of [
      'Description : Fix for KB5060842',
      'Install Time : ',
      'Product Name : Package_for_RollupFix',
      'Release Type : Security Update',
      'Restart Required : Possible',
      'Support Information : https://support.microsoft.com/help/5060842',
      'State : Not Present',
      'Completely offline capable : Undetermined',
      'Self servicing package : No',
      'Custom Properties:\r\n\r\n(No custom properties found)\r\n',
      `Features listing for package : ${rollup(4349)}\r\n\r\n(No features found for this package)\r\n`,
    ]) {
      expect(before.stdout).toContain(`\r\n${line}\r\n`);
    }
    expect(after.stdout).toContain('\r\nApplicable : Yes\r\n');
    expect(after.stdout).toContain('\r\nState : Installed\r\n');
    expect(after.stdout).toMatch(/\r\nInstall Time : \d+\/\d+\/\d{4} \d+:\d\d [AP]M\r\n/);
  });

  it('says of a package for another architecture that it is not applicable', async () => {
    await mounted();

    const result = await info(
      `/PackagePath:${makePackage(bench().path('p.cab'), { form: 'cab', architecture: 'arm64' })}`,
    );

    expect(result.stdout).toContain('\r\nApplicable : No\r\n');
    expect(result.exitCode).toBe(0);
  });

  it('describes a package of the image by its name, with its features and their states', async () => {
    await mounted();
    const identity = 'Microsoft-Windows-Foundation-Package~31bf3856ad364e35~amd64~~10.0.26100.1';

    const result = await info(`/PackageName:${identity.toUpperCase()}`);

    expect(result.stdout).toContain(`Package Identity : ${identity}\r\n`);
    expect(result.stdout).toContain('\r\nState : Installed\r\n');
    expect(result.stdout).toContain('\r\nFeature Name : NetFx4-AdvSrvs\r\nState : Enabled\r\n');
    expect(result.stdout).toContain('\r\nFeature Name : SMB1Protocol\r\nState : Disabled\r\n');
    expect((await info(`/PackageName:${rollup(9999)}`)).stdout).toContain('Error: 0x800f0805\r\n');
  });

  it.each(['msu-cab', 'msu-wim'] as const)('refuses an .msu (%s)', async (form) => {
    await mounted();

    const result = await info(`/PackagePath:${makePackage(bench().path('p.msu'), { form })}`);

    expect(result.stdout).toMatch(/An error occurred trying to open - .*p\.msu Error: 0x80070032\r\n/);
    expect(result.stdout).toContain('\r\n\r\nError: 50\r\n');
  });

  it.each([
    ['neither a path nor a name', [], '87'],
    ['both', ['/PackagePath:a.cab', '/PackageName:b'], '87'],
    ['a file that is not there', ['/PackagePath:none.cab'], '2'],
  ])('refuses %s', async (_, options, code) => {
    await mounted();

    expect((await info(...options)).stdout).toContain(`\r\n\r\nError: ${code}\r\n`);
  });

  const capture = requires.shared('dism-output/dism-online-get-packageinfo-ie-optional.txt');
  it.skipIf(anyMissing(capture))(titled('has the fields of a real answer, in its order', capture), async () => {
    await mounted();

    const result = await info(`/PackagePath:${makePackage(bench().path('p.cab'), { form: 'cab' })}`);

    const upTo = (stdout: string): string[] => {
      const all = fields(stdout);
      return all.slice(all.indexOf('Package Identity'), all.indexOf('Capability Identity') + 1);
    };
    expect(upTo(result.stdout)).toEqual(upTo(readFileSync(capture.path, 'utf8').replace(/\r?\n/g, '\r\n')));
  });
});
