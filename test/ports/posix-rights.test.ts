import { expect, it } from 'vitest';
import { type Owned, weaknessAbove, weaknessOf } from '../../src/ports/posix-rights.ts';

const folder = (mode: number, uid = 0): Owned => ({ uid, mode: 0o040000 | mode });
const link = (uid: number): Owned => ({ uid, mode: 0o120777 });

it.each<[string, Owned, boolean, string[]]>([
  ['a folder of root', folder(0o755), false, []],
  ['one that its group may write', folder(0o775), false, ['may be written by its group']],
  ['one that everybody may write', folder(0o777), false, ['may be written by everybody']],
  ['a sticky one that everybody may write', folder(0o1777), false, ['may be written by everybody']],
  ['one that everybody may write, where only root comes', folder(0o777), true, []],
  ['a folder of another user', folder(0o700, 1000), false, ['belongs to uid 1000']],
  ['a folder of another user where only root comes', folder(0o700, 1000), true, ['belongs to uid 1000']],
  ['a link of root', link(0), false, []],
  ['a link of another user', link(1000), true, ['belongs to uid 1000']],
])('weak inside a site: %s', (_what, stats, isHidden, told) => {
  expect(weaknessOf('/x', stats, isHidden)).toEqual(told.map((what) => ({ path: '/x', what, isAbove: false })));
});

it.each<[string, Owned, string[]]>([
  ['a folder of root', folder(0o755), []],
  ['one that everybody may write', folder(0o777), ['may be written by everybody']],
  ['one like /tmp', folder(0o1777), []],
  ['one like /tmp of another user', folder(0o1777, 1000), ['belongs to uid 1000']],
  ['the home of a user', folder(0o700, 1000), ['belongs to uid 1000']],
])('weak on the way to a site: %s', (_what, stats, told) => {
  expect(weaknessAbove('/x', stats)).toEqual(told.map((what) => ({ path: '/x', what, isAbove: true })));
});
