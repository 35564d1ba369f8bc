/** An answer with nothing in it says why, the same from every command that gives it. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { asProblem } from '../../src/errors.ts';
import type { SilenceCode } from '../../src/selection/silence.ts';
import { sampleWim } from '../images/sample-image.ts';
import { type ImageSite, openImageSite } from '../operations/image/image-site.ts';

let site: ImageSite;
beforeEach(async () => {
  site = await openImageSite();
});
afterEach(() => site.close());

interface Line {
  title: string;
  products?: string[];
  files?: object[];
  datePosted?: string;
}

/** Imports records; the KB is the number in the title. */
async function catalog(...lines: Line[]): Promise<void> {
  const records = lines.map(({ title, products = ['Windows 11'], ...more }, at) => ({
    ...{ uniqueId: `u${at}`, articleId: /KB(\d+)/.exec(title)?.[1] ?? '', classification: 'Security Updates' },
    ...{ datePosted: '2025-07-08T17:00:00Z', files: [], title, products, ...more },
  }));
  const path = join(site.folder, 'catalog.jsonl');
  writeFileSync(path, records.map((record) => `${JSON.stringify(record)}\n`).join(''));
  await site.call('update.import', { path });
}

async function image(spec: object = {}): Promise<void> {
  await site.call('image.add', { path: site.image('image.wim', spec), name: 'image', acceptEula: true });
}

type Nothing = { reasonCode: SilenceCode; reason: string } | undefined;

async function nothingOf(name: string, request: object): Promise<Nothing> {
  const { document } = await site.call(name, request);
  expect(document['updates']).toEqual([]);
  return document['nothing'] as Nothing;
}

/** What list and recommend say of the image, which must be one reason. */
async function ofImage(request: object = {}): Promise<Nothing> {
  const listed = await nothingOf('update.list', { latest: true, applicableTo: 'image', ...request });
  const recommended = await nothingOf('update.recommend', { image: 'image', role: ['CumulativeUpdate'], ...request });
  expect(recommended).toEqual(listed);
  return listed;
}

async function planProblem(): Promise<string> {
  const problem = await site.call('plan.show', { image: 'image', latest: true }).catch(asProblem);
  return problem instanceof Error ? problem.message : '';
}

const july = (system: string, more = ''): string =>
  `2025-07 Cumulative Update for ${system} for x64-based Systems (KB5062553)${more}`;
const windows11 = july('Windows 11 Version 24H2', ' (26100.4652)');

describe('for an image', () => {
  it.each<[what: string, code: SilenceCode, words: RegExp, lines: Line[], spec: object, request: object]>([
    ['the catalog is empty', 'CatalogEmpty', /import updates first/, [], {}, {}],
    [
      'the catalog has another family: the nearest is named',
      'NoSuchFamily',
      /nothing of Windows Server 2022; the nearest is Windows Server 2019/,
      [{ title: windows11 }, { title: july('Windows Server 2019'), products: ['Windows Server 2019'] }],
      { edition: 'ServerStandard', installationType: 'Server', release: '21H2', build: 20348, revision: 1 },
      {},
    ],
    [
      'the catalog has other releases: the nearest is named',
      'NoSuchRelease',
      /nothing for release 26H2 of Windows 11; the nearest is 25H2/,
      [{ title: july('Windows 11 Version 22H2') }, { title: july('Windows 11 Version 25H2') }],
      { release: '26H2', build: 28000, revision: 1 },
      {},
    ],
    [
      'the catalog has releases of the same builds: what may be for it and how that is known is said',
      'NoSuchRelease',
      /the nearest is 22H2\. Packages of 22H2 may be for it too: import a release table/,
      [
        { title: july('Windows 10 Version 22H2'), products: ['Windows 10'] },
        { title: july('Windows 10 Version 1809'), products: ['Windows 10'] },
      ],
      { edition: 'EnterpriseS', release: '21H2', build: 19044, revision: 1288 },
      {},
    ],
    [
      'the catalog has releases of other builds alone',
      'NoSuchRelease',
      /the nearest is 24H2\.$/,
      [{ title: windows11 }],
      { release: '26H1', build: 28000, revision: 1 },
      {},
    ],
    [
      'all titles are in other languages',
      'NotUnderstood',
      /Nothing that was understood is for it. 3 records of Windows 11.* were not understood; the newest: /,
      [
        { title: '2025-07 kumulatives Update für Windows 11 (KB5062551)' },
        { title: 'Mise à jour cumulative pour Windows 11, 2025-07 (KB5062552)' },
        { title: '2025-07 Windows 11 用の累積更新プログラム (KB5062553)' },
      ],
      {},
      {},
    ],
    [
      'all titles are in other languages, and no source names a product',
      'NotUnderstood',
      /1 record of Windows 11.* was not understood/,
      [{ title: '2025-07 kumulatives Update für Windows 11 (KB5062551)', products: [] }],
      {},
      {},
    ],
    [
      'it is Windows PE: what is for such images is named',
      'WindowsPE',
      /boot image.*includeBootImage.*cumulative update.*Safe OS.*includeWinRE/,
      [{ title: windows11 }],
      { edition: 'WindowsPE', installationType: 'WindowsPE' },
      {},
    ],
    ['everything is there', 'EverythingThere', /has everything/, [{ title: windows11 }], { revision: 4652 }, {}],
    ['something newer is there', 'EverythingThere', /newer/, [{ title: windows11 }], { revision: 5000 }, {}],
    [
      'everything is held',
      'EverythingHeld',
      /held/,
      [{ title: windows11 }],
      {},
      { holds: [{ articleId: '5062553', reason: 'printing' }] },
    ],
    [
      'the policy leaves previews out, and there is nothing else',
      'EverythingHeld',
      /policy/,
      [{ title: windows11.replace('Update', 'Update Preview') }],
      {},
      {},
    ],
    [
      'nothing tells which of two is newer: the line and both are named',
      'Undecided',
      /^Windows 11 24H2 x64 CumulativeUpdate: .*which is newer: KB5062553, KB5062570\.$/,
      ['KB5062553', 'KB5062570'].map((kb) => ({ title: july('Windows 11 Version 24H2').replace('KB5062553', kb) })),
      {},
      {},
    ],
    [
      'there are not so many before the newest',
      'Undecided',
      /does not hold so many allowed updates/,
      [{ title: windows11 }],
      {},
      { previous: 3 },
    ],
    [
      'what is chosen has no package that goes in',
      'NothingNeeded',
      /cannot go into/,
      [{ title: windows11, files: [{ name: 'windows11.0-kb5062553-x64.psf', size: 9 }] }],
      {},
      {},
    ],
  ])('%s', async (_what, reasonCode, reason, lines, spec, request) => {
    await catalog(...lines);
    await image(spec);

    const nothing = await ofImage(request);

    expect(nothing).toEqual({ reasonCode, reason: expect.stringMatching(reason) });
  });

  it('which does not tell what it is', async () => {
    await catalog({ title: windows11 });
    const path = join(site.folder, 'unknown.wim');
    writeFileSync(path, sampleWim([{ files: { '\\a': 'b' } }]).bytes);
    await site.call('image.add', { path, name: 'image', acceptEula: true });

    expect(await ofImage()).toMatchObject({ reasonCode: 'ImageUnknown' });
  });

  it('everything that is hidden is as good as held', async () => {
    await catalog({ title: windows11 });
    await image();
    await site.call('update.set', { id: 'u0', hidden: true });

    expect(await ofImage()).toMatchObject({ reasonCode: 'EverythingHeld' });
  });

  it.each<[what: string, words: RegExp, lines: Line[], spec: object]>([
    ['an empty catalog', /The catalog is empty/, [], {}],
    ['another release', /the nearest is 24H2/, [{ title: windows11 }], { release: '26H2', build: 28000, revision: 1 }],
    ['other languages', /were not understood|was not understood/, [{ title: 'Kumulatives Update für Windows 11' }], {}],
    ['Windows PE', /is Windows PE/, [{ title: windows11 }], { edition: 'WindowsPE', installationType: 'WindowsPE' }],
  ])('a plan of the latest is refused with the same words: %s', async (_what, words, lines, spec) => {
    await catalog(...lines);
    await image(spec);

    expect(await planProblem()).toMatch(words);
  });
});

describe('for a filter alone', () => {
  it.each<[what: string, code: SilenceCode, words: RegExp, request: object]>([
    ['no such family', 'NoSuchFamily', /nothing of Windows 12; the nearest is Windows 11/, { family: 'Windows 12' }],
    [
      'no such release',
      'NoSuchRelease',
      /release 25H2.*the nearest is 24H2/,
      { family: 'Windows 11', release: '25H2' },
    ],
    ['no such release of any family', 'NoSuchRelease', /release 19H1; the nearest is/, { release: '19H1' }],
    ['no such KB', 'NoMatch', /lets pass/, { articleId: '4000000' }],
    ['no such kind', 'NoMatch', /lets pass/, { family: 'Windows 11', kind: 'Hotpatch' }],
  ])('%s', async (_what, reasonCode, reason, request) => {
    await catalog({ title: windows11 }, { title: july('Windows 10 Version 22H2'), products: ['Windows 10'] });

    for (const latest of [true, false]) {
      const nothing = await nothingOf('update.list', { latest, ...request });

      expect(nothing).toEqual({ reasonCode, reason: expect.stringMatching(reason) });
    }
  });

  it('an empty catalog', async () => {
    for (const latest of [true, false]) {
      expect(await nothingOf('update.list', { latest })).toMatchObject({ reasonCode: 'CatalogEmpty' });
    }
  });

  it('says nothing of it where there is something', async () => {
    await catalog({ title: windows11 });

    expect((await site.call('update.list', { latest: true })).document['nothing']).toBeUndefined();
  });
});
