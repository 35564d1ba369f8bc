/** Small files made after public ones that were read wrongly, each with the truth about it. */
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { Problem } from '../../src/errors.ts';
import { listFiles, readFile } from '../../src/images/files.ts';
import { inspectWithArticles } from '../../src/images/library/inspect-with-articles.ts';
import { openImageFile } from '../../src/images/library/open-image.ts';
import type { ImageIndex } from '../../src/images/types.ts';
import { inspectPackage } from '../../src/packages/inspect.ts';
import { realPorts } from '../../src/ports/index.ts';
import { anyMissing, requires, titled } from '../helpers/requires.ts';

const ports = realPorts({});
const folder = requires.shared('odd-files');
const odd = (name: string): string => join(folder.path, name);
const withData = it.skipIf(anyMissing(folder));

async function inspected(name: string): Promise<{ index: ImageIndex; warnings: string[] }> {
  const image = openImageFile(ports, odd(name));
  try {
    const { indexes, warnings } = await inspectWithArticles(image, { database: null, index: undefined });
    const [index] = indexes;
    if (index === undefined) throw new Error('it has no index');
    return { index, warnings };
  } finally {
    image.close();
  }
}

withData(titled('takes ServerRdsh of the type Client for a client', folder), async () => {
  const { index } = await inspected('multisession-11-24h2.wim');

  expect(index).toMatchObject({ family: 'Windows 11', release: '24H2', edition: 'ServerRdsh' });
});

withData(titled('loses nothing but the packages where only their list is damaged', folder), async () => {
  const { index, warnings } = await inspected('hive-damaged-package-list.wim');

  expect(index).toMatchObject({ family: 'Windows 11', revision: '26100.1742', edition: 'Professional' });
  expect(warnings.join()).toMatch(/list of packages cannot be read/);
});

withData.each([
  ['xml-without-spbuild.wim', { build: 26100, ubr: null, revision: null }],
  ['xml-only-major.wim', { build: null, ubr: null, revision: null }],
])(titled('makes no 0 of what nobody wrote: %s', folder), async (name, expected) => {
  expect((await inspected(name)).index).toMatchObject(expected);
});

withData(titled('finds the KB of a cumulative update in its manifest', folder), async () => {
  const { index } = await inspected('lcu-manifest-kb5129195.wim');
  const installed = index.packages?.find(
    ({ name, state }) => name === 'Package_for_RollupFix' && state === 'Installed',
  );

  expect(installed).toMatchObject({ articleId: '5129195', version: '26100.9457.1.0' });
});

withData(titled('reads XML of an odd length, and refuses XML without an image', folder), async () => {
  expect((await inspected('xml-odd-length.wim')).index).toMatchObject({ family: 'Windows Server 2019' });
  await expect(inspected('noimage.wim')).rejects.toMatchObject({ id: 'ImgImageCorrupt' } satisfies Partial<Problem>);
});

withData(titled('says of a link to what it leads', folder), () => {
  const image = openImageFile(ports, odd('symlink.wim'));

  expect(() => [...readFile(image.wim, 1, '\\l')]).toThrow('\\l is a symbolic link to targetA');
  image.close();
});

withData(titled('finds streams and files in any case, and prints them as they are stored', folder), () => {
  const image = openImageFile(ports, odd('stream-ads1.wim'));

  expect(Buffer.concat([...readFile(image.wim, 1, '\\FILE.TXT:ADS1')])).toHaveLength(11);
  expect(listFiles(image.wim, 1, '\\FILE.TXT').map(({ path }) => path)).toEqual(['\\file.txt']);
  image.close();
});

withData(titled('takes an express package without its payload for incomplete', folder), () => {
  const source = ports.files.source(odd('psfx-without-psf.cab'));
  const tools = { newDigest: ports.newDigest, inflateRaw: ports.compression.inflateRaw };

  expect(inspectPackage(source, 'psfx.cab', tools)).toMatchObject({
    ...{ payload: 'express', isOfflineServiceable: false, reason: expect.stringContaining('.psf') },
  });
  source.close();
});
