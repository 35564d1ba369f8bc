import { describe, expect, it } from 'vitest';
import { arraySource } from '../../../src/formats/array-source.ts';
import { marvin32 } from '../../../src/formats/regf/marvin32.ts';
import { type Hive, openHive } from '../../../src/formats/regf/read.ts';
import { hiveValue, writeHive } from '../../../src/formats/regf/write.ts';
import { randomNumbers } from '../../helpers/random-numbers.ts';
import { dirtied, hashed, hiveLog, logEntry, withChecksum } from './hive-log.ts';
import { dumpOf, keyNamed, richTree, someTime, walkAll } from './hives.ts';

/** The same hive in five states, each a little longer. */
const states = [0, 1, 2, 3, 4].map((state) => {
  const root = richTree();
  root.subkeys.push(keyNamed('State', { values: [hiveValue.dword('number', state)] }));
  root.values.push(hiveValue.binary('grows', new Uint8Array(9000 * state).fill(state)));
  return writeHive(root, { lastWritten: someTime });
});
const state = (number: number): Uint8Array => states[number] ?? new Uint8Array(0);
/** Entry `number` leads from state `number - 1` to state `number` and has the sequence number 10 + `number`. */
const entry = (number: number) => logEntry(10 + number, state(number - 1), state(number));
const log = (sequence: number, ...entries: Buffer[]) => hiveLog(state(0), { sequence: 10 + sequence }, entries);

function open(hive: Uint8Array, ...logs: Uint8Array[]): Hive {
  return openHive(arraySource(hive), logs.map(arraySource));
}

function stateOf(hive: Hive): number | undefined {
  return hive.key('State')?.value('number')?.number();
}

describe('Marvin32', () => {
  it.each([
    ['', '086e9603a4fc9eb3'],
    ['0000000000000000', 'fd32f0c7b5e74a4e'],
    ['61626364', '86d06c1ab14f0920'],
    ['000102030405060708090a0b0c0d0e0f', '2bd41c04bf0bb8e6'],
  ])('of %j is %s', (input, output) => {
    const stored = Buffer.alloc(8);
    marvin32(Buffer.from(input, 'hex')).forEach((word, index) => {
      stored.writeUInt32LE(word, 4 * index);
    });

    expect(stored.toString('hex')).toBe(output);
  });
});

describe('a hive that was not closed', () => {
  const dirty = dirtied(state(0), 11);

  it('is dirty without its logs', () => {
    expect(open(dirty)).toMatchObject({ dirty: true, replayed: 0 });
    expect(stateOf(open(dirty))).toBe(0);
  });

  it.each<[string, Buffer[], number, number]>([
    ['one log', [log(1, entry(1), entry(2))], 2, 2],
    ['two logs', [log(1, entry(1), entry(2)), log(3, entry(3), entry(4))], 4, 4],
    ['two logs in the other order', [log(3, entry(3), entry(4)), log(1, entry(1), entry(2))], 4, 4],
    ['one log and an empty one', [log(1, entry(1)), Buffer.alloc(0)], 1, 1],
    ['one log and noise behind its entries', [log(1, entry(1), Buffer.alloc(512, 'x'))], 1, 1],
    ['old entries in front of the ones that count', [log(2, entry(1), entry(2), entry(3))], 2, 3],
    ['a gap between the logs', [log(1, entry(1)), log(3, entry(3))], 1, 1],
    ['a gap inside a log', [log(1, entry(1), entry(3))], 1, 1],
  ])('is completed from %s', (_name, logs, replayed, reached) => {
    const hive = open(dirty, ...logs);

    expect(hive).toMatchObject({ dirty: false, replayed });
    expect(stateOf(hive)).toBe(reached);
  });

  it.each<[string, Buffer[]]>([
    ['no entries', [log(1)]],
    ['entries of the past', [hiveLog(state(0), { sequence: 5 }, [logEntry(5, state(0), state(1))])]],
    ['the old format', [hiveLog(state(0), { sequence: 11, type: 1 }, [entry(1)])]],
    ['a damaged head', [Buffer.concat([Buffer.alloc(512), entry(1)])]],
    ['a damaged entry', [log(1, Buffer.concat([entry(1).subarray(0, -1), Buffer.from('!')]))]],
    ['a cut entry', [log(1, entry(1).subarray(0, -512))]],
  ])('stays dirty where its log has %s', (_, logs) => {
    const hive = open(dirty, ...logs);

    expect(hive).toMatchObject({ dirty: true, replayed: 0 });
    expect(stateOf(hive)).toBe(0);
  });

  it.each<[string, (bytes: Buffer) => void]>([
    ['a page beyond the hive data', (bytes) => bytes.writeUInt32LE(0x7fff_f000, 40)],
    ['a page longer than the entry', (bytes) => bytes.writeUInt32LE(0x0010_0000, 44)],
    ['more pages than it has room for', (bytes) => bytes.writeUInt32LE(0x1000_0000, 20)],
    ['hive data of no whole pages', (bytes) => bytes.writeUInt32LE(5000, 16)],
    ['hive data of 3 GiB', (bytes) => bytes.writeUInt32LE(0xc000_0000, 16)],
  ])('does not follow an entry with %s and right hashes', (_, change) => {
    const bytes = entry(1);
    change(bytes);

    expect(open(dirty, log(1, hashed(bytes)))).toMatchObject({ dirty: true, replayed: 0 });
  });
});

it('takes the head from the log where that of the hive is damaged', () => {
  const damaged = dirtied(state(0), 11);
  damaged.fill(0xee, 0x14, 0x30);

  const hive = open(damaged, log(1, entry(1)), hiveLog(state(0), { sequence: 13 }, [entry(3)]));

  expect(hive).toMatchObject({ dirty: false, replayed: 1 });
});

it('leaves a clean hive alone', () => {
  const clean = withChecksum(Buffer.from(state(0)));

  expect(open(clean, log(1, entry(1)))).toMatchObject({ dirty: false, replayed: 0 });
  expect(stateOf(open(clean, log(1, entry(1))))).toBe(0);
});

it('ends in a hive or FormatError whatever is changed in hive and log', () => {
  const random = randomNumbers(8);
  for (let round = 0; round < 300; round++) {
    const hive = dirtied(state(0), 11);
    const changes = log(1, entry(1), entry(2));
    for (let count = random(3); count > 0; count--) hive[random(4096)] = random(256);
    const first = Buffer.from(changes.subarray(512, 512 + entry(1).length));
    for (let count = random(4); count > 0; count--) first[40 + random(200)] = random(256);
    changes.set(hashed(first), 512);
    try {
      walkAll(open(hive, changes).root);
    } catch (error) {
      expect(error).toMatchObject({ name: 'FormatError' });
    }
  }
});

it('gives every key and value of the hive that the changes lead to', () => {
  const hive = open(dirtied(state(0), 11), log(1, entry(1), entry(2)));

  expect(dumpOf(hive.root)).toEqual(dumpOf(open(state(2)).root));
});
