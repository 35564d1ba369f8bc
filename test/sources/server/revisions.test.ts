import { expect, it } from 'vitest';
import { Revisions } from '../../../src/sources/server/revisions.ts';
import { randomNumbers } from '../../helpers/random-numbers.ts';

it('keeps the highest revision of each id, as a map would (seed 5)', () => {
  const random = randomNumbers(5);
  const hex = (length: number) => Array.from({ length }, () => random(16).toString(16)).join('');
  const ids = Array.from({ length: 9000 }, () => [hex(8), hex(4), hex(4), hex(4), hex(12)].join('-'));
  const revisions = new Revisions();
  const map = new Map<string, number>();
  for (let count = 0; count < 20_000; count += 1) {
    const id = ids[random(ids.length)] ?? '';
    const revision = random(2) === 0 ? random(300) : 0xffff_fff0 + random(15);
    revisions.add(id, revision);
    map.set(id, Math.max(revision, map.get(id) ?? 0));
  }

  expect(new Map(revisions)).toEqual(map);
  expect(revisions.size).toBe(map.size);
  expect(ids.map((id) => revisions.get(id))).toEqual(ids.map((id) => map.get(id)));
  expect(revisions.has('00000000-0000-0000-0000-000000000000')).toBe(false);
});
