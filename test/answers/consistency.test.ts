/** Random catalogs and images: every command that says what an image needs says the same. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { randomNumbers } from '../helpers/random-numbers.ts';
import { type ImageSite, openImageSite } from '../operations/image/image-site.ts';
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
