import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseImageDetails, parseImageList } from '../../src/dism/image-info.ts';
import { parseMountedImages } from '../../src/dism/mounted-images.ts';
import { parsePackageList } from '../../src/dism/package-list.ts';
import { anyMissing, requires, titled } from '../helpers/requires.ts';
import { captureLines, linesOf, transcript } from './transcript.ts';

describe('lists of indexes', () => {
  const eleven = transcript('get-imageinfo-list-10.0.17134-win10-1809-11-indexes.txt');
  it.skipIf(anyMissing(eleven))(titled('are read from a real capture', eleven), () => {
    const images = parseImageList(captureLines(eleven.path));

    expect(images).toHaveLength(11);
    expect(images[2]).toEqual({
      index: 3,
      name: 'Windows 10 Enterprise',
      description: 'Windows 10 Enterprise',
      size: 14605950937,
    });
  });

  const detailed = transcript('get-imageinfo-index-10.0.17134-win10-1809-enterprise.txt');
  it.skipIf(anyMissing(detailed))(titled('details of an index are read from a real capture', detailed), () => {
    expect(parseImageDetails(captureLines(detailed.path))).toEqual({
      index: 3,
      name: 'Windows 10 Enterprise',
      description: 'Windows 10 Enterprise',
      size: 14605950937,
      architecture: 'x64',
      version: '10.0.17763',
      servicePackBuild: 107,
      edition: 'Enterprise',
      installation: 'Client',
      productType: 'WinNT',
      productSuite: 'Terminal Server',
      directories: 19468,
      files: 90618,
      languages: ['en-US'],
      defaultLanguage: 'en-US',
    });
  });

  it('take the grouping of any country, a missing value and several languages', () => {
    const lines = linesOf(
      'Index : 1\r\nName : <undefined>\r\nSize : 18.641.679.997 bytes\r\nLanguages :\r\n\ten-US (Default)\r\n\tde-DE\r\n\r\n',
    );
    expect(parseImageDetails(lines)).toMatchObject({
      name: null,
      size: 18641679997,
      languages: ['en-US', 'de-DE'],
      defaultLanguage: 'en-US',
      architecture: null,
    });
  });

  it('of something else are empty', () => {
    expect(parseImageList(['hello', 'Index : none', 'Name : x'])).toEqual([]);
    expect(parseImageDetails([])).toBeUndefined();
  });
});

describe('lists of mounts', () => {
  const captures = [
    ['get-mountedimageinfo-ok-10.0.22621.txt', true, 'Ok', 'C:\\Users\\W10\\Downloads\\montar'],
    ['get-mountedimageinfo-invalid.txt', false, 'Invalid', 'C:\\Temp\\Mount1'],
  ] as const;
  for (const [name, readWrite, status, mountDir] of captures) {
    const capture = transcript(name);
    it.skipIf(anyMissing(capture))(titled(`are read from the real capture ${name}`, capture), () => {
      expect(parseMountedImages(captureLines(capture.path))).toEqual([
        { mountDir, imageFile: expect.stringMatching(/\.wim$/), imageIndex: 1, readWrite, status },
      ]);
    });
  }

  it('never take an unknown status for Ok, and are empty when there is none', () => {
    expect(parseMountedImages(['Mount Dir : C:\\m', 'Status : Fine'])[0]?.status).toBe('Unknown');
    expect(parseMountedImages(['No mounted images found.'])).toEqual([]);
  });
});

describe('lists of packages', () => {
  const all = requires.shared('dism-output/dism-online-get-packages.txt');
  it.skipIf(anyMissing(all))(titled('are read completely from a real capture', all), () => {
    const bytes = readFileSync(all.path);
    const packages = parsePackageList(linesOf(bytes));

    expect(packages).toHaveLength(bytes.toString('latin1').split('Package Identity : ').length - 1);
    expect(packages.every((item) => item.identity.includes('~') && item.state !== '' && item.releaseType !== '')).toBe(
      true,
    );
    expect(packages[0]).toEqual({
      identity: 'Microsoft-OneCore-ApplicationModel-Sync-Desktop-FOD-Package~31bf3856ad364e35~amd64~~10.0.26100.1742',
      state: 'Staged',
      releaseType: 'OnDemand Pack',
    });
  });
});
