/** What the lines of several indexes choose, put together. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openImageSite } from '../operations/image/image-site.ts';

const title = '2025-12 Cumulative Update for Windows 11 Version 23H2 for x64-based Systems (KB5072014) (22631.6345)';

it.each([
  ['Professional', 'Enterprise'],
  ['Enterprise', 'Professional'],
])('warns of the end of support of each edition: %s, %s', async (first, second) => {
  const site = await openImageSite();
  try {
    const path = join(site.folder, 'catalog.jsonl');
    const record = { uniqueId: 'u', title, datePosted: '2025-12-09T18:00:00Z', products: ['Windows 11'], files: [] };
    writeFileSync(path, `${JSON.stringify({ articleId: '5072014', classification: 'Security Updates', ...record })}\n`);
    await site.call('update.import', { path });
    const of = { release: '23H2', build: 22631, revision: 1 };
    const image = site.image('two.wim', { ...of, edition: first }, { ...of, edition: second });
    const { document } = await site.call('update.list', { latest: true, applicableTo: image, asOf: '2027-01-01' });

    const [line, ...others] = document['lines'] as { chosen: string; warnings: { message: string }[] }[];
    expect(others).toEqual([]);
    expect(line?.chosen).toBe('u');
    expect(line?.warnings.map(({ message }) => message).sort()).toEqual([
      'Windows 11 23H2 (Enterprise) is out of support since 2026-11-10',
      'Windows 11 23H2 (Pro) is out of support since 2025-11-11',
    ]);
  } finally {
    await site.close();
  }
});
