/** The second bundle between two sites: what is there already does not cross again. */
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type ImageSite, openImageSite } from '../operations/image/image-site.ts';
import { betweenSites } from './two-sites.ts';

let a: ImageSite;
let b: ImageSite;
let bundle: string;
beforeEach(async () => {
  a = await openImageSite();
  b = await openImageSite();
  bundle = join(a.folder, 'bundle');
});
afterEach(async () => {
  await a.close();
  await b.close();
});

const { fillA, exported, imported, fingerprint, trusted, updatesOf } = betweenSites(() => ({ a, b, bundle }));

describe('the second time', () => {
  it('copies only what is new, into the same folder and out of it', async () => {
    await fillA([4349]);
    await exported();
    await trusted();
    await fillA([7462]);

    const out = await exported();
    const into = await imported();

    expect(out).toMatchObject({ contents: 2, copied: 2, present: 1 });
    expect(into).toMatchObject({ copied: 1, present: 1, errors: [] });
    expect(await exported()).toMatchObject({ copied: 0, present: 3 });
    expect(await imported()).toMatchObject({ copied: 0, present: 2, sync: { told: 0 } });
    // The part that was replaced is not left behind.
    expect(readdirSync(join(bundle, 'files')).flatMap((name) => readdirSync(join(bundle, 'files', name)))).toHaveLength(
      3,
    );
  });

  it('leaves out what the inventory of the other side names', async () => {
    await fillA([4349]);
    await exported();
    const inventory = join(b.folder, 'inventory.json');
    await trusted({ inventory });
    await fillA([7462]);
    bundle = join(a.folder, 'second');

    const out = await exported({ for: inventory });
    const into = await imported();

    expect(out).toMatchObject({ contents: 2, copied: 2, leftOut: 1 });
    expect(into).toMatchObject({ copied: 1, present: 1, errors: [], sync: { added: 1, failed: 0 } });
    expect(await updatesOf(b)).toHaveLength(2);
  });

  it('names what an inventory of another site left out', async () => {
    await fillA([4349]);
    await exported();
    const inventory = join(b.folder, 'inventory.json');
    await trusted({ inventory });
    const c = await openImageSite();
    bundle = join(a.folder, 'second');
    await exported({ for: inventory });

    const { document, exitCode } = await c.call('bundle.import', { path: bundle, trust: [await fingerprint()] });

    expect(exitCode).toBe(3);
    expect(document).toMatchObject({
      errors: [{ message: expect.stringContaining('without an inventory') }],
      sync: { failed: 1, errors: [{ message: expect.stringContaining('without an inventory') }] },
    });
    await c.close();
  });

  it.each([['no JSON'], ['{}'], ['{"inventory":1,"contents":[1],"parts":{}}']])(
    'refuses %s as an inventory',
    async (text) => {
      writeFileSync(join(a.folder, 'inventory.json'), text);

      await expect(exported({ for: join(a.folder, 'inventory.json') })).rejects.toMatchObject({
        id: 'ImgBundleInvalid',
      });
    },
  );
});
