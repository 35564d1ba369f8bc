/** The built engine against the local catalog site, from an empty site to the latest update and its file. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Sandbox, sandbox } from '../../helpers/built-engine.ts';
import { CatalogSite } from '../../helpers/catalog-site/site.ts';
import { siteFile, siteUpdate } from '../../helpers/catalog-site/updates.ts';

let site: CatalogSite;
let box: Sandbox;

beforeEach(async () => {
  site = await CatalogSite.start();
  box = sandbox();
});
afterEach(async () => {
  box.remove();
  await site.close();
});

interface Answer {
  code: number | null;
  document: Record<string, never>;
  problem: { id: string; detail: string } | undefined;
}

/** Minutes after noon of the day; each command comes one later. */
let minute = 0;

/** Runs the engine beside this process, which answers it. */
async function run(...args: string[]): Promise<Answer> {
  minute += 1;
  const now = `2026-11-20T12:${String(minute).padStart(2, '0')}:00Z`;
  const child = box.start({ IMGUPDATE_NOW: now, NO_PROXY: '*' }, ...args, '--events=json');
  let [stdout, stderr] = ['', ''];
  child.stdout?.on('data', (piece: Buffer) => {
    stdout += piece.toString();
  });
  child.stderr?.on('data', (piece: Buffer) => {
    stderr += piece.toString();
  });
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  const last = stderr.trim().split('\n').at(-1) ?? '';
  return {
    code,
    document: stdout === '' ? {} : JSON.parse(stdout),
    problem: last.startsWith('{') ? JSON.parse(last).problem : undefined,
  };
}

const title = '2026-11 Cumulative Update for Windows 11, version 24H2 for x64-based Systems (KB5070003)';

async function add(): Promise<Answer> {
  site.releases.set('windows11', {
    product: 'Windows 11',
    releases: [
      {
        label: 'Version 24H2 (OS build 26100)',
        rows: [
          ['2026-11 B', '2026-11-10', '26100.9800', 'KB5070003'],
          ['2026-10 D', '2026-10-27', '26100.9700', 'KB5070002'],
        ],
      },
    ],
  });
  site.updates = [
    siteUpdate(title, { files: [siteFile('windows11.0-kb5070003-x64', 'target', { sha256: true })] }),
    siteUpdate('2026-10 Cumulative Update Preview for Windows 11, version 24H2 for x64-based Systems (KB5070002)'),
  ];
  const settings = { releaseInformation: [site.releaseUrl('windows11')], delay: 0, searches: [] };
  return run(
    'source',
    'add',
    'catalog',
    '--type=catalog-site',
    `--url=${site.url}`,
    `--settings=${JSON.stringify(settings)}`,
  );
}

describe('the catalog site as a source', () => {
  it('is added, tried, synchronised, and answers what is the latest', async () => {
    const added = await add();
    expect(added).toMatchObject({
      code: 0,
      document: { source: { type: 'catalog-site', digestTrust: 'find', state: 'never' } },
    });
    expect(await run('source', 'test', 'catalog')).toMatchObject({ code: 0 });

    const [first, second] = [await run('update', 'sync'), await run('update', 'sync')];
    expect(first).toMatchObject({
      code: 0,
      document: { syncs: [{ status: 'Succeeded', added: 2, releases: 2, failed: 0 }] },
    });
    expect(second).toMatchObject({
      code: 0,
      document: { syncs: [{ status: 'Succeeded', added: 0, changed: 0, requests: 0 }] },
    });

    const latest = await run('update', 'list', '--latest', '--kind=CumulativeUpdate');
    expect(latest).toMatchObject({
      code: 0,
      document: {
        updates: [
          {
            articleId: '5070003',
            title,
            revision: '26100.9800',
            isLatest: true,
            files: [
              {
                sha1: expect.stringMatching(/^[0-9a-f]{40}$/),
                sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
                url: expect.stringMatching(/^https:/),
              },
            ],
          },
        ],
      },
    });
  });

  it('that changed its shape fails by what is missing, and what was known stays', async () => {
    await add();
    await run('update', 'sync');
    site.mutate = (page) => page.replaceAll('updateMatches', 'matches');
    const failed = await run('update', 'sync', '--full');

    expect(failed.code).toBe(7);
    expect(failed.problem).toMatchObject({
      id: 'ImgSourceChanged',
      detail: expect.stringContaining('the table of results (updateMatches)'),
    });
    expect(await run('source', 'show', 'catalog')).toMatchObject({
      document: { source: { state: 'changed', updateCount: 2 } },
    });
    expect((await run('update', 'list')).document).toMatchObject({ updates: [{}, {}] });
  });

  it('says in a dry run what it would ask for, and asks nothing', async () => {
    await add();
    const dry = await run('update', 'sync', '--dry-run');

    expect(dry).toMatchObject({ code: 0, document: { applied: false } });
    expect(JSON.stringify(dry.document)).toContain(
      'for every update that the release information lists for 2026-09, 2026-10, 2026-11',
    );
    expect(site.requests).toEqual([]);
  });
});
