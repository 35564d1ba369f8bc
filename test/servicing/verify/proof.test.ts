import { expect, it } from 'vitest';
import type { ImageIndex } from '../../../src/contract/generated/types.ts';
import { type Expectation, proveImage } from '../../../src/servicing/verify/proof.ts';

const serviced: Expectation = { index: 1, before: '26100.1742', expected: '26100.4349', changed: true };
const untouched: Expectation = { index: 1, before: '26100.1742', expected: '26100.1742', changed: false };
const unknown: Expectation = { index: 1, before: '26100.1742', expected: null, changed: true };

function found(revision: string | null, ...packages: [version: string, state: string, name?: string][]): ImageIndex[] {
  const list = packages.map(([version, state, name = 'Package_for_RollupFix']) => ({
    name,
    version,
    state,
    identity: name,
  }));
  return [{ index: 1, revision, packages: list } as unknown as ImageIndex];
}

it.each<[what: string, expectation: Expectation, after: ImageIndex[], missing: RegExp[]]>([
  ['revision and package are there', serviced, found('26100.4349', ['26100.4349.1.8', 'Installed']), []],
  [
    'the package is pending, as after offline servicing',
    serviced,
    found('26100.4349', ['26100.4349.1.8', 'Install Pending']),
    [],
  ],
  ['the build differs where releases share files', serviced, found('26200.4349', ['26100.4349.1.8', 'Installed']), []],
  [
    'an older package is superseded',
    serviced,
    found('26100.4349', ['26100.1742.1.0', 'Superseded'], ['26100.4349.1.8', 'Installed']),
    [],
  ],
  [
    'nothing changed',
    serviced,
    found('26100.1742', ['26100.1742.1.0', 'Installed']),
    [/revision is 26100.1742, not 26100.4349/, /not installed/],
  ],
  ['only the revision changed', serviced, found('26100.4349', ['26100.1742.1.0', 'Installed']), [/not installed/]],
  ['only the package is there', serviced, found('26100.1742', ['26100.4349.1.8', 'Installed']), [/revision is/]],
  ['the package is only staged', serviced, found('26100.4349', ['26100.4349.1.8', 'Staged']), [/is Staged/]],
  [
    'the package is partly installed',
    serviced,
    found('26100.4349', ['26100.4349.1.8', 'Partially Installed']),
    [/Partially/],
  ],
  [
    'another kind of package has the number',
    serviced,
    found('26100.4349', ['26100.4349.1.8', 'Installed', 'Package_for_KB1']),
    [/not installed/],
  ],
  [
    'the revision is higher than expected',
    serviced,
    found('26100.9999', ['26100.9999.1.8', 'Installed']),
    [/not 26100.4349/, /not installed/],
  ],
  ['the revision cannot be read', serviced, found(null), [/unknown/, /not installed/]],
  ['the index is gone', serviced, [], [/not in the file/]],
  ['an index that got nothing is as it was', untouched, found('26100.1742'), []],
  ['an index that got nothing changed', untouched, found('26100.4349'), [/although nothing was installed/]],
  ['nobody knows the revision, and it changed', unknown, found('26100.4349'), []],
  ['nobody knows the revision, and it did not change', unknown, found('26100.1742'), [/still 26100.1742/]],
])('%s', (_what, expectation, after, missing) => {
  const proof = proveImage([expectation], after);

  expect(proof.ok).toBe(missing.length === 0);
  expect(proof.indexes).toHaveLength(1);
  expect(proof.indexes[0]?.missing).toHaveLength(missing.length);
  for (const [at, pattern] of missing.entries()) expect(proof.indexes[0]?.missing[at]).toMatch(pattern);
  expect(proof.indexes[0]).toMatchObject({
    before: '26100.1742',
    expected: expectation.expected,
    after: after[0]?.revision ?? null,
  });
});

it('is proved only when every index is', () => {
  const proof = proveImage(
    [serviced, { ...untouched, index: 2 }],
    found('26100.4349', ['26100.4349.1.8', 'Installed']),
  );

  expect([proof.ok, proof.indexes.map(({ missing }) => missing.length)]).toEqual([false, [0, 1]]);
});
