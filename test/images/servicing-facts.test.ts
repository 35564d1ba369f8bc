import { describe, expect, it } from 'vitest';
import { arraySource } from '../../src/formats/array-source.ts';
import { openHive } from '../../src/formats/regf/read.ts';
import { hiveValue, type NewKey, type NewValue, writeHive } from '../../src/formats/regf/write.ts';
import { readServicingFacts } from '../../src/images/servicing-facts.ts';

describe('the last removal of superseded updates', () => {
  it.each([
    ['2024/4/1:07:29:00.123', '2024-04-01T07:29:00Z'],
    ['2024/12/31:23:59:59', '2024-12-31T23:59:59Z'],
    ['2024/13/31:23:59:59', null],
    ['never', null],
  ])('%s is %s', (text, time) => {
    expect(factsOf([], [hiveValue.string('LastResetBase_UTC', text)]).lastResetBase).toBe(time);
  });

  it('is null where it has another type', () => {
    expect(factsOf([], [hiveValue.dword('LastResetBase_UTC', 5)]).lastResetBase).toBeNull();
  });
});

describe('pending work', () => {
  it.each([
    ['nothing', [], []],
    ['the key that every Windows has', [key('SessionsPending', [], [hiveValue.dword('Exclusive', 0)])], []],
    [
      'a session that excludes others',
      [key('SessionsPending', [], [hiveValue.dword('Exclusive', 3)])],
      ['SessionsPending'],
    ],
    ['a session', [key('SessionsPending', [key('30012345_1')])], ['SessionsPending']],
    ['a start that is due', [key('RebootPending')], ['RebootPending']],
    ['a package', [key('PackagesPending', [key('Package_1')])], ['PackagesPending']],
  ])('%s', (_what, keys, pending) => {
    expect(factsOf(keys).pending).toEqual(pending);
  });
});

function factsOf(subkeys: NewKey[], values: NewValue[] = []) {
  return readServicingFacts(
    hiveOf([key('Windows', [key('CurrentVersion', [key('Component Based Servicing', subkeys, values)])])]),
  );
}

function hiveOf(keys: NewKey[]) {
  return openHive(arraySource(writeHive(key('ROOT', [key('Microsoft', keys)]), { lastWritten: 1n })));
}

function key(name: string, subkeys: NewKey[] = [], values: NewValue[] = []): NewKey {
  return { name, subkeys, values };
}
