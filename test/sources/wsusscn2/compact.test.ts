import { describe, expect, it } from 'vitest';
import { Addresses, FileLists, UpdateIds } from '../../../src/sources/wsusscn2/compact.ts';
import { randomNumbers } from '../../helpers/random-numbers.ts';

const random = randomNumbers(11);
const digest = () => Buffer.from(Array.from({ length: 20 }, () => random(256))).toString('base64');
const hex = (length: number) => Array.from({ length }, () => random(16).toString(16)).join('');

describe('what a master document tells, in little room', () => {
  it('is the ids of revisions, as a map would have them', () => {
    const ids = new UpdateIds();
    const map = new Map<number, string>();
    for (let count = 0; count < 5000; count += 1) {
      const revision = random(2) === 0 ? random(0xffff_ffff) : count;
      const id = [hex(8), hex(4), hex(4), hex(4), hex(12)].join('-');
      ids.add(revision, id);
      if (!map.has(revision)) map.set(revision, id);
    }

    for (const [revision, id] of map) expect(ids.get(revision)).toBe(id);
    expect(ids.size).toBe(map.size);
    expect(ids.get(0xffff_ffff)).toBeUndefined();
  });

  it('is the files of revisions, the first list of each, and no digest that is none', () => {
    const lists = new FileLists();
    const map = new Map<number, string[]>();
    for (let revision = 1; revision < 40_000; revision += 1) {
      const digests = Array.from({ length: random(4) }, digest);
      lists.add(revision, digests);
      if (digests.length > 0) map.set(revision, digests);
    }
    lists.add(7, [digest(), digest(), digest(), digest(), digest()]);
    lists.add(50_000, ['SHORT=', `${digest()}=`, '']);
    map.set(7, lists.get(7) ?? []);

    for (let revision = 1; revision < 40_000; revision += 1) {
      expect(lists.get(revision)).toEqual(map.get(revision));
      expect(lists.has(revision)).toBe(map.has(revision));
    }
    expect(lists.get(7)?.length ?? 0).toBeLessThan(5);
    expect(lists.get(50_000)).toBeUndefined();
  });

  it('is addresses, whatever their length, each whole', () => {
    const addresses = new Addresses();
    const map = new Map<string, string>();
    for (let count = 0; count < 20_000; count += 1) {
      const key = digest();
      const address = `http://download.invalid/${'ü/'.repeat(random(100))}${count}.cab`;
      addresses.add(key, address);
      map.set(key, address);
    }
    const [known = ''] = map.keys();
    addresses.add(known, 'http://download.invalid/another.cab');
    addresses.add('no digest', 'http://download.invalid/none.cab');
    const long = digest();
    addresses.add(long, `http://download.invalid/${'x'.repeat(20_000)}`);

    for (const [key, address] of map) expect(addresses.get(key)).toBe(address);
    expect(addresses.size).toBe(map.size);
    expect(addresses.get(long)).toBeUndefined();
    expect(addresses.get('no digest')).toBeUndefined();
  });
});
