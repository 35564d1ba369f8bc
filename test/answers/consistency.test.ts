/** Random catalogs and images: every command that says what an image needs says the same. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { knownReleases } from '../../src/updates/known-releases.ts';
import { randomNumbers } from '../helpers/random-numbers.ts';
import { anyMissing, requires, titled } from '../helpers/requires.ts';
import { type ImageSite, openImageSite } from '../operations/image/image-site.ts';
import { replayCases } from '../replay/history.ts';
import { answersOf, asked } from './every-command.ts';

const catalogs = 12;
const imagesPerCatalog = 4;

interface System {
  title: string;
  dotNetTitle: string;
  products: string[];
  spec: { edition: string; installationType: string; release: string; build: number };
}

const systems: readonly System[] = [
  client('Windows 11, version 24H2', 'Windows 11', '24H2', 26100),
  client('Windows 11, version 25H2', 'Windows 11', '25H2', 26200),
  client('Windows 11 Version 22H2', 'Windows 11', '22H2', 22621),
  client('Windows 10 Version 21H2', 'Windows 10 LTSB', '21H2', 19044),
  server('Microsoft server operating system version 24H2', 'Microsoft Server operating system-24H2', '24H2', 26100),
  server('Windows Server 2016', 'Windows Server 2016', '1607', 14393),
];

function client(title: string, product: string, release: string, build: number): System {
  const edition = build < 20000 ? 'IoTEnterpriseS' : 'Enterprise';
  return {
    ...{ title, dotNetTitle: title, products: [product] },
    spec: { edition, installationType: 'Client', release, build },
  };
}

function server(title: string, product: string, release: string, build: number): System {
  const spec = { edition: 'ServerStandard', installationType: 'Server', release, build };
  return { title, dotNetTitle: title, products: [product], spec };
}

let site: ImageSite;
beforeAll(async () => {
  site = await openImageSite();
});
afterAll(() => site.close());

it.each(Array.from({ length: catalogs }, (_, seed) => seed + 1))(
  'catalog %i contradicts itself nowhere',
  async (seed) => {
    const whole = randomNumbers(seed);
    const random = (): number => whole(1_000_000) / 1_000_000;
    const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
    const lines: string[] = [];
    for (const system of systems) {
      for (let month = 1; month <= 9; month += 1) lines.push(...recordsOf(system, month, { random, pick, seed }));
    }
    // The order of records must not matter.
    lines.sort(() => random() - 0.5);
    const path = join(site.folder, `catalog-${seed}.jsonl`);
    writeFileSync(path, lines.join('\n'));
    await site.call('update.import', { path });
    for (let number = 0; number < imagesPerCatalog; number += 1) {
      const { spec } = pick(systems);
      const name = `image-${seed}-${number}`;
      const revision = Math.floor(random() * 5000);
      const dotNet = random() < 0.5 ? { dotNet: `10.0.${9000 + Math.floor(random() * 400)}.1` } : {};
      const image = site.image(`${name}.wim`, { ...spec, revision, architecture: 'x64', ...dotNet });
      await site.call('image.add', { path: image, name, acceptEula: true });

      await answersOf(site, name);
    }
  },
);

const builds = requires.shared('update-titles/lcu-builds.tsv');
/** Every so many release days one is lived through; a site asks some twenty questions about each image. */
const everyDay = 45;

it.skipIf(anyMissing(builds))(
  titled('release days contradict themselves nowhere, and every command names the update of the day', builds),
  async () => {
    const { documents, cases } = await replayCases(builds.path);
    const lived = cases
      .filter(({ line, truth }) => truth !== undefined && specs.has(line))
      .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.line < b.line ? -1 : 1))
      .filter((_, at) => at % everyDay === 0);
    const past = await openImageSite();
    try {
      for (const [at, { line, day, truth }] of lived.entries()) {
        // The catalog holds what had been posted by then, and nothing of later.
        const known = documents.filter(({ datePosted }) => (datePosted ?? '') <= `${day}T23`);
        const path = join(past.folder, 'catalog.jsonl');
        writeFileSync(path, known.map((each) => JSON.stringify(each)).join('\n'));
        await past.call('update.import', { path });
        await past.call('release.import', { path: builds.path });
        const name = `image ${at}`;
        const image = past.image(`${at}.wim`, { ...specs.get(line), revision: 1, architecture: 'x64' });
        await past.call('image.add', { path: image, name, acceptEula: true });

        const { recommendation } = await answersOf(past, name);

        const named = recommendation.updates.find(({ role }: { role: string }) => role === 'CumulativeUpdate');
        expect([line, day, named?.articleId]).toEqual([line, day, truth]);
      }
    } finally {
      await past.close();
    }
    expect(lived.length).toBeGreaterThan(10);
  },
);

/** Images of the systems of the release table, by family and release. */
const specs = new Map(
  knownReleases
    .filter(({ family }) => /^Windows (10|11|Server 20\d\d)$/.test(family))
    .map(({ family, release, build }) => [
      `${family}|${release}`,
      {
        ...{ release, build },
        edition: family.startsWith('Windows Server') ? 'ServerStandard' : 'Enterprise',
        installationType: family.startsWith('Windows Server') ? 'Server' : 'Client',
      },
    ]),
);

describe('the comparison finds an answer that contradicts the others', () => {
  // biome-ignore lint/suspicious/noExplicitAny: documents of several forms.
  type Document = any;
  type Entry = { uniqueId: string; role?: string; kind?: string };

  const isLcu = ({ role, kind }: Entry): boolean => [role, kind].includes('CumulativeUpdate');
  const others = (list: Entry[]): Entry[] => list.filter((each) => !isLcu(each));
  const addsNothing = ({ plan }: Document): void => {
    plan.steps = plan.steps.filter(({ kind }: Entry) => kind !== 'add-update');
  };

  /** The same site, one of whose commands says something else. */
  function lying(name: string, change: (document: Document) => void): ImageSite {
    return {
      ...site,
      async call(operation, request, options) {
        const called = await site.call(operation, request, options);
        if (operation === name) change(called.document);
        return called;
      },
    };
  }

  async function newImage(name: string): Promise<void> {
    const path = join(site.folder, 'one.jsonl');
    const record = {
      ...{ uniqueId: 'one', articleId: '5900001', classification: 'Security Updates', products: ['Windows 11'] },
      ...{ datePosted: '2027-01-12', files: [{ name: 'windows11.0-kb5900001-x64.msu', size: 1000 }] },
      title: '2027-01 Cumulative Update for Windows 11, version 24H2 for x64-based Systems (KB5900001) (26100.9999)',
    };
    writeFileSync(path, JSON.stringify(record));
    await site.call('update.import', { path });
    const spec = { release: '24H2', build: 26100, revision: 1742, architecture: 'x64' as const };
    await site.call('image.add', { path: site.image(`${name}.wim`, spec), name, acceptEula: true });
  }

  it('and none where nobody lies', async () => {
    await newImage('honest');

    await expect(answersOf(site, 'honest')).resolves.toMatchObject({ recommended: { CumulativeUpdate: 'one' } });
  });

  it.each<[name: string, what: string, found: RegExp, change: (document: Document) => void]>([
    [
      'update.recommend',
      'leaves one out',
      /^rule evaluate: "one" and undefined/,
      (document) => {
        document.updates = others(document.updates);
      },
    ],
    [
      'update.list',
      'leaves one out',
      /CumulativeUpdate of list and recommend: undefined and "one"/,
      (document) => {
        document.updates = others(document.updates);
        document.lines = others(document.lines ?? []);
      },
    ],
    [
      'image.status',
      'says that it is there',
      /of status and recommend: false and true/,
      (document) => {
        for (const each of document.statuses) each.status = 'Installed';
      },
    ],
    [
      'rule.evaluate',
      'chooses nothing',
      /^rule evaluate: undefined and "one"/,
      (document) => {
        document.images[0].updates = [];
      },
    ],
    ['plan.show', 'puts nothing in', /^plan: \[\] and \["one"\]/m, addsNothing],
    ['schedule.add', 'puts nothing in', /^schedule\.add and plan: \[\] and \["one"\]/, addsNothing],
    ['run.start', 'puts nothing in', /^run\.start and plan: \[\] and \["one"\]/, addsNothing],
  ])('%s %s', async (name, what, found, change) => {
    const image = `${name} ${what}`;
    await newImage(image);

    await expect(answersOf(lying(name, change), image)).rejects.toThrow(found);
  });
});

it('asked many questions', () => {
  expect(asked.questions).toBeGreaterThan(catalogs * imagesPerCatalog * 9);
});

interface Chance {
  random: () => number;
  pick: <T>(list: readonly T[]) => T;
  seed: number;
}

/** Records of a month: with and without builds, files and words that are understood; some missing, some twice. */
function recordsOf(system: System, month: number, { random, pick, seed }: Chance): string[] {
  const { title, dotNetTitle, products, spec } = system;
  const text = `2026-${String(month).padStart(2, '0')}`;
  const article = 5_000_000 + seed * 10_000 + systems.indexOf(system) * 1000 + month * 10;
  const day = `${text}-${String(8 + Math.floor(random() * 7)).padStart(2, '0')}T17:00:00Z`;
  const record = (kb: number, name: string, files: string[], more: object = {}): string =>
    JSON.stringify({
      uniqueId: `${seed}-${kb}-${name.length}-${Math.floor(random() * 1e9)}`,
      ...{ title: name, articleId: `${kb}`, classification: 'Security Updates', products, datePosted: day },
      files: files.map((file) => ({ name: file, size: 1000 })),
      ...more,
    });
  const build = random() < 0.6 ? ` (${spec.build}.${month * 500})` : '';
  const forms: string[][] = [
    [`windows11.0-kb${article}-x64.msu`],
    [`windows11.0-kb${article}-x64.msu`, 'windows11.0-kb5043080-x64.msu'],
    [`Windows11.0-KB${article}-x64.cab`, `Windows11.0-KB${article}-x64.psf`],
    ['professional_en-us.esd'],
    [],
  ];
  const prefix = spec.build < 22621 ? 'windows10.0' : 'windows11.0';
  const named = pick(forms).map((name) => name.replace(/windows11\.0/i, prefix));
  const found = [
    record(article, `${text} Cumulative Update for ${title} for x64-based Systems (KB${article})${build}`, named),
  ];
  if (random() < 0.3) {
    const again = pick(forms).map((name) => name.replace(/windows11\.0/i, prefix));
    found.push(
      record(article, `${text} Cumulative Update for ${title} for x64-based Systems (KB${article})${build}`, again),
    );
  }
  const net = article + 1;
  const versions = pick(['3.5 and 4.8', '3.5 and 4.8.1', '3.5, 4.8 and 4.8.1', '4.8']);
  if (random() < 0.7) {
    found.push(
      record(net, `${text} Cumulative Update for .NET Framework ${versions} for ${dotNetTitle} for x64 (KB${net})`, [
        `${prefix}-kb${net}-x64-ndp${pick(['48', '481'])}.msu`,
      ]),
    );
  }
  if (random() < 0.4) {
    found.push(
      record(article + 2, `${text} Safe OS Dynamic Update for ${title} for x64-based Systems (KB${article + 2})`, []),
    );
  }
  if (random() < 0.3) {
    found.push(
      record(article + 3, `${text} Servicing Stack Update for ${title} for x64-based Systems (KB${article + 3})`, []),
    );
  }
  if (random() < 0.3) found.push(record(article + 4, `${text} Kumulatives Update für ${title} (KB${article + 4})`, []));
  if (random() < 0.3) {
    found.push(
      record(
        article + 5,
        `${text} Cumulative Update Preview for ${title} for x64-based Systems (KB${article + 5})`,
        [],
      ),
    );
  }
  return found;
}
