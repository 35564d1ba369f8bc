/** Images with strange names, behind links, and with rights of their own. */
import { chmodSync, copyFileSync, lstatSync, mkdirSync, realpathSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Month, openMonth, sha256, updates } from '../helpers/month.ts';
import { anyMissing, requires, titled } from '../helpers/requires.ts';

const links = requires.links();
const rights = requires.posix('rights of a file');

let month: Month;
beforeEach(async () => {
  month = await openMonth();
});
afterEach(() => month.close());

const june = updates.june.uniqueId;

describe('names and paths', () => {
  it.skipIf(anyMissing(links))(
    titled('an image that is registered by a link is the file behind it, once', links),
    async () => {
      const { path } = await month.image('Plain');
      mkdirSync(month.path('other'));
      const link = month.path('other', 'link.wim');
      symlinkSync('../Plain.wim', link);
      const wanted = { path: link, name: 'Link', acceptEula: true };
      expect((await month.fails('image.add', wanted)).id).toBe('ImgImageExists');
      await month.call('image.remove', { image: 'Plain' });
      const { image } = await month.call('image.add', wanted);
      const before = sha256(path);
      await month.content(updates.june);

      const run = await month.service({ image: 'Link', updates: [june] });

      expect(image.path).toBe(realpathSync(path));
      expect(run.published?.path).toBe(image.path);
      expect([sha256(link), sha256(path)]).toEqual([run.published?.sha256, run.published?.sha256]);
      expect(lstatSync(link).isSymbolicLink()).toBe(true);
      await month.call('image.restore', { image: 'Link' });
      expect(sha256(path)).toBe(before);
      expect(await month.leftovers()).toEqual([]);
    },
  );

  it.skipIf(anyMissing(rights))(titled('a published file has the rights of the file before it', rights), async () => {
    const { path } = await month.image('Image');
    chmodSync(path, 0o640);
    await month.content(updates.june);

    await month.service({ image: 'Image', updates: [june] });
    expect(statSync(path).mode & 0o777).toBe(0o640);
    await month.call('image.restore', { image: 'Image' });
    expect(statSync(path).mode & 0o777).toBe(0o640);
  });

  it.each([`it's "quoted" $(touch pwned) \`x\` & ünïcödé`, `..`, `\\\\server\\share`, `-name`, `%s %d {0}`])(
    'an image named %j goes its way',
    async (name) => {
      const notInNames = process.platform === 'win32' ? /[/\\."]/g : /[/\\.]/g;
      const folder = month.path(`odd ${name.replaceAll(notInNames, '_')}`);
      mkdirSync(folder);
      const { path } = await month.image('Plain');
      copyFileSync(path, join(folder, `a b'c.wim`));
      const { image } = await month.call('image.add', { path: join(folder, `a b'c.wim`), name, acceptEula: true });
      await month.content(updates.june);

      const run = await month.service({ image: name, updates: [june] });

      expect(run).toMatchObject({ status: 'Succeeded', imageName: name, published: { path: image.path } });
      await month.call('image.restore', { image: name });
      expect(await month.leftovers()).toEqual([]);
    },
  );
});
