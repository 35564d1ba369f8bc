import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { enterprise, makeImage, makePackage, useBench } from '../emulator.ts';

const bench = useBench();
const image = (): string => `/Image:${bench().mountDir}`;
const enable = (...args: string[]) => bench().dism(image(), '/Enable-Feature', ...args);
const dotNet = '/FeatureName:NetFx3';

async function mounted(): Promise<void> {
  const file = makeImage(bench().path('a.wim'), { indexes: [enterprise] });
  await bench().dism('/Mount-Image', `/ImageFile:${file}`, '/Index:1', `/MountDir:${bench().mountDir}`);
}

/** As sources\sxs of the media. */
function payload(): string {
  const folder = bench().path('sxs');
  mkdirSync(folder);
  const spec = { form: 'cab', kind: 'FeatureOnDemand', capability: 'NetFX3~~~~', revision: 1 } as const;
  makePackage(join(folder, 'dotnet.cab'), spec);
  return folder;
}

async function stateOf(feature: string): Promise<string | undefined> {
  const { stdout } = await bench().dism(image(), '/Get-Features');
  return new RegExp(`Feature Name : ${feature}\\r\\nState : ([^\\r]*)`).exec(stdout)?.[1];
}

describe('Enable-Feature', () => {
  // Captures of dism.exe 10.0.17134 to 10.0.26100 all have this form: caption, bar, success.
  it('says what it does above its bar, and leaves the feature to the first start', async () => {
    await mounted();
    expect(await stateOf('NetFx3')).toBe('Disabled with Payload Removed');

    const { exitCode, stdout, stderr } = await enable(dotNet, '/All', '/LimitAccess', `/Source:${payload()}`);

    expect([exitCode, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(
      /\r\n\r\nImage Version: 10\.0\.26100\.1742\r\n\r\nEnabling feature\(s\)\r\n(?:\r\[.{58}\] \r\n)+The operation completed successfully\.\r\n$/,
    );
    expect(await stateOf('NetFx3')).toBe('Enable Pending');
  });

  it('of what will be enabled succeeds and changes nothing', async () => {
    await mounted();
    await enable(dotNet, '/LimitAccess', `/Source:${payload()}`);

    const again = await enable('/FeatureName:netfx3', '/LimitAccess');

    expect(again.stdout).toContain('The operation completed successfully.');
    expect(await stateOf('NetFx3')).toBe('Enable Pending');
  });

  it.each([
    ['there is no such feature', ['/FeatureName:NoSuchThing', '/LimitAccess'], '0x800f080c'],
    ['its payload is nowhere', [dotNet, '/LimitAccess'], '0x800f081f'],
    ['nobody can be asked for its payload', [dotNet], '0x800f0954'],
    ['no feature is named', ['/All'], '87'],
  ])('fails where %s', async (_what, args, code) => {
    await mounted();

    const { exitCode, stdout } = await enable(...args);

    expect(exitCode).not.toBe(0);
    expect(stdout).toContain(`Error: ${code}\r\n`);
    expect(await stateOf('NetFx3')).toBe('Disabled with Payload Removed');
  });
});
