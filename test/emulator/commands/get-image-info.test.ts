import { writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { anyMissing, requires, titled } from '../../helpers/requires.ts';
import { enterprise, makeImage, useBench } from '../emulator.ts';

const bench = useBench();
const banner = '\r\nDeployment Image Servicing and Management tool\r\nVersion: 10.0.26100.5074\r\n\r\n';

describe('Get-ImageInfo', () => {
  it('lists the indexes, byte for byte', async () => {
    const image = makeImage(bench().path('a.wim'), {
      indexes: [enterprise, { ...enterprise, name: 'Windows 11 Pro' }],
    });

    const result = await bench().dism('/Get-WimInfo', `/WimFile:${image}`);

    expect(result).toMatchObject({ exitCode: 0, stderr: '' });
    expect(result.stdout.replace(/[\d,]+ bytes/g, 'N bytes')).toBe(
      `${banner}Details for image : ${image}\r\n\r\n` +
        'Index : 1\r\nName : Windows 11 Enterprise\r\nDescription : Windows 11 Enterprise (ImgUpdate rehearsal, not a real Windows)\r\nSize : N bytes\r\n\r\n' +
        'Index : 2\r\nName : Windows 11 Pro\r\nDescription : Windows 11 Pro (ImgUpdate rehearsal, not a real Windows)\r\nSize : N bytes\r\n\r\n' +
        'The operation completed successfully.\r\n',
    );
  });

  it.each([
    ['/Index:1', 'by number'],
    ['/Name:Windows 11 Enterprise', 'by name'],
  ])('%s shows one index in the order of dism.exe', async (option) => {
    const image = makeImage(bench().path('a.wim'));

    const { stdout } = await bench().dism('/Get-ImageInfo', `/ImageFile:${image}`, option);

    const fields = stdout.split('\r\n').flatMap((line) => /^([A-Z][A-Za-z ]+) :/.exec(line)?.[1] ?? []);
    expect(fields).toEqual([
      ...[
        'Details for image',
        'Index',
        'Name',
        'Description',
        'Size',
        'WIM Bootable',
        'Architecture',
        'Hal',
        'Version',
      ],
      ...['ServicePack Build', 'ServicePack Level', 'Edition', 'Installation', 'ProductType', 'ProductSuite'],
      ...['System Root', 'Directories', 'Files', 'Created', 'Modified', 'Languages'],
    ]);
    expect(stdout).toContain('Version : 10.0.26100\r\nServicePack Build : 1742\r\n');
    expect(stdout).toContain('Languages :\r\n\ten-US (Default)\r\n\r\nThe operation completed successfully.\r\n');
  });

  it.each([
    ['a missing file', 'missing.wim', [], 2],
    ['a page', 'page.wim', [], 11],
    ['an index that does not exist', 'a.wim', ['/Index:9'], 0xc1510113],
    ['an index that is no number', 'a.wim', ['/Index:x'], 0xc1510113],
  ])('answers %s with the code of dism.exe', async (_, name, options, code) => {
    makeImage(bench().path('a.wim'));
    writeFileSync(bench().path('page.wim'), '<html>not found</html>'.repeat(50));

    const result = await bench().dism('/Get-ImageInfo', `/ImageFile:${bench().path(name)}`, ...options);

    const printed = code > 0xffff ? `0x${code.toString(16)}` : String(code);
    expect(result.stdout).toMatch(
      new RegExp(`\r\n\r\nError: ${printed}\r\n\r\n.+\r\n\r\nThe DISM log file can be found at `),
    );
    expect(result.exitCode).not.toBe(0);
    expect(result.stderr).toBe('');
  });

  const split = requires.shared('wim-samples/Split.swm');
  it.skipIf(anyMissing(split))(titled('shows real split files, which cannot be mounted', split), async () => {
    const shown = await bench().dism('/Get-ImageInfo', `/ImageFile:${split.path}`);
    const mounted = await bench().dism(
      ...['/Mount-Image', `/ImageFile:${split.path}`, '/Index:1', `/MountDir:${bench().mountDir}`, '/ReadOnly'],
    );

    expect(shown.exitCode).toBe(0);
    expect(mounted.stdout).toContain('Error: 0xc1420130');
  });
});
