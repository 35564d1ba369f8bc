/** The script for the real network, against the local catalog site. */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { realPorts } from '../../src/ports/index.ts';
import type { UpdateDocument } from '../../src/updates/update.ts';
import { SetClock } from '../helpers/catalog-site/context.ts';
import { CatalogSite } from '../helpers/catalog-site/site.ts';
import { siteUpdate } from '../helpers/catalog-site/updates.ts';
import { compareFiles } from './compare.ts';
import { runLive } from './live.ts';

let site: CatalogSite;
let folder: string;

beforeEach(async () => {
  site = await CatalogSite.start();
  folder = mkdtempSync(join(tmpdir(), 'imgupdate-live-test-'));
  site.updates = [
    siteUpdate('2026-11 Cumulative Update for Windows 11, version 24H2 for x64-based Systems (KB5070003)'),
  ];
  site.releases.set('windows11', {
    product: 'Windows 11',
    releases: [
      { label: 'Version 24H2 (OS build 26100)', rows: [['2026-11 B', '2026-11-10', '26100.9800', 'KB5070003']] },
    ],
  });
});
afterEach(async () => {
  await site.close();
  rmSync(folder, { recursive: true });
});

async function live(): Promise<{ ok: boolean; text: string }> {
  const lines: string[] = [];
  const ok = await runLive({
    ...{ articleId: null, server: {}, siteOnly: true, folder },
    site: { url: site.url, releaseInformation: [site.releaseUrl('windows11')] },
    ports: { ...realPorts({ NO_PROXY: '*' }), clock: new SetClock('2026-11-20T12:00:00Z') },
    print: (line) => lines.push(line),
  });
  return { ok, text: lines.join('\n') };
}

describe('the live script', () => {
  it('looks the newest article up and keeps the pages', async () => {
    const { ok, text } = await live();

    expect(text).toContain('1 updates of KB5070003');
    expect(text).toMatch(/windows11\.0-kb5070003-x64_[0-9a-f]{40}\.msu\n +\d+ bytes, SHA-1 [0-9a-f]{40}/);
    expect(text).toContain('Everything is as it is known.');
    expect(ok).toBe(true);
    expect(readdirSync(join(folder, 'pages')).some((name) => /200-DownloadDialog\.aspx$/.test(name))).toBe(true);
  });

  it('says what to report when a page changed', async () => {
    site.mutate = (page) => page.replaceAll('.digest', '.hash');
    const { ok, text } = await live();

    expect(text).toContain('ImgSourceChanged: catalog-site, the files of');
    expect(text).toContain('downloadInformation[0].files[0].digest is missing');
    expect(text).toContain('Please report:');
    expect(ok).toBe(false);
  });
});

describe('two sources', () => {
  const update = (files: Partial<UpdateDocument['files'][number]>[]): UpdateDocument => ({
    ...{ uniqueId: 'a', title: 'b', articleId: '1', classification: null, products: [], datePosted: null },
    files: files.map((file) => ({ name: 'a.msu', size: null, sha1: '1'.repeat(40), ...file })),
  });

  it.each<[what: string, ours: object, theirs: object, results: string[]]>([
    ['of one digest', {}, {}, ['same']],
    ['of one digest and two names', {}, { name: 'b.msu' }, ['same']],
    ['of one name and two digests', {}, { sha1: '2'.repeat(40) }, ['different']],
    ['of two SHA-256', { sha256: '1' }, { sha256: '2' }, ['different']],
    ['of which one knows the SHA-256', { sha256: '1' }, {}, ['same']],
    ['of nothing in common', {}, { name: 'b.cab', sha1: '2'.repeat(40) }, ['site', 'server']],
  ])('with files %s are %j', (_what, ours, theirs, results) => {
    expect(compareFiles([update([ours])], [update([theirs])]).map(({ result }) => result)).toEqual(results);
  });
});
