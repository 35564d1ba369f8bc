import { expect, it } from 'vitest';
import { FormatError } from '../../src/formats/format-error.ts';
import { randomNumbers } from '../helpers/random-numbers.ts';
import { cab, compDb, inspect, manifest, token, wimPackage } from './made-package.ts';

const rollup = `Package_for_RollupFix~${token}~amd64~~26100.8655.1.20`;
const inner = cab({ 'update.mum': manifest(rollup), '0': 'x'.repeat(50_000) });
const document = compDb({
  type: 'CumulativeUpdate',
  article: '5094126',
  target: '26100.8655',
  base: '26100.1742',
  id: rollup,
});
const metadata = cab({ 'LCUCompDB_KB5094126.xml.cab': cab({ 'LCUCompDB_KB5094126.xml': document }) });

it.each([
  ['a cabinet', inner, 11],
  ['an .msu in CAB form', cab({ 'WSUSSCAN.cab': 'MSCF', 'Windows11.0-KB5094126-x64.cab': inner }, 'none'), 12],
  [
    'an .msu in WIM form',
    wimPackage({ 'a.AggregatedMetadata.cab': metadata, 'Windows11.0-KB5094126-x64.wim': 'x' }),
    13,
  ],
])('%s with any bytes changed is read or refused, nothing else', (_what, bytes, seed) => {
  const random = randomNumbers(seed);
  let refused = 0;
  for (let round = 0; round < 400; round++) {
    const changed = bytes.slice();
    const near = round % 2 === 0 ? Math.min(400, bytes.length) : bytes.length;
    for (let change = random(5); change >= 0; change--) changed[random(near)] = random(256);
    try {
      inspect(changed);
    } catch (error) {
      expect(error).toBeInstanceOf(FormatError);
      refused += 1;
    }
  }
  expect(refused).toBeGreaterThan(10);
});

it.each([0, 1, 3, 7, 8, 35, 36, 60, 100, 200])('a package of %i bytes is refused', (length) => {
  expect(() => inspect(inner.slice(0, length))).toThrow(FormatError);
});

it('a package in itself does not go on for ever', () => {
  let packed = inner;
  for (let depth = 0; depth < 20; depth++) packed = cab({ 'Windows11.0-KB5094126-x64.cab': packed }, 'none');

  expect(inspect(packed)).toMatchObject({ identity: null, kind: 'Unknown', isOfflineServiceable: false });
});
