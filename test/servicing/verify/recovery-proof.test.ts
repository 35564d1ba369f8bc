import { expect, it } from 'vitest';
import type { ImageIndex } from '../../../src/contract/generated/types.ts';
import type { RecoveryImage } from '../../../src/servicing/plan/recovery.ts';
import { proveRecovery } from '../../../src/servicing/verify/recovery-proof.ts';

const MB = 1024 * 1024;
const update = { articleId: '5', title: 'Safe OS', kind: 'SafeOSDynamicUpdate', revision: null, package: null };
const assigned = { ...update, uniqueId: 'u', size: 1, reason: '' };

function image(into: number[]): RecoveryImage {
  return {
    ...{ number: 1, into, sha1: 'old', size: 400 * MB, revision: '26100.1', indexes: 1 },
    ...{ stackFrom: undefined, updates: [assigned] },
  };
}

function index(at: number, winre: { sha1: string; size: number; state?: string } | null): ImageIndex {
  const { sha1 = '', size = 0, state = 'Installed' } = winre ?? {};
  const identity = 'Package_for_SafeOSDU~31bf3856ad364e35~amd64~~26100.9.1.1';
  const packages = [{ identity, name: 'Package_for_SafeOSDU', version: '26100.9.1.1', articleId: '5', state }];
  const inside = { path: '', sha1, size, warnings: [], indexes: [{ index: 1, revision: '26100.9', packages }] };
  return { index: at, winre: winre === null ? null : inside } as unknown as ImageIndex;
}

const installed = new Map([[1, [update]]]);

it('is none where nothing went in', () => {
  expect(proveRecovery([image([1])], new Map(), [index(1, { sha1: 'new', size: 1 })])).toEqual([]);
});

it('tells sizes, and what they mean for Setup and for recovery partitions', () => {
  const [grown] = proveRecovery([image([1])], installed, [index(1, { sha1: 'new', size: 420 * MB })]);
  const [shrunk] = proveRecovery([image([1])], installed, [index(1, { sha1: 'new', size: 399 * MB })]);

  expect(grown).toMatchObject({
    before: '26100.1',
    after: '26100.9',
    sizeBefore: 400 * MB,
    sizeAfter: 420 * MB,
    missing: [],
  });
  expect(grown?.warnings).toEqual([
    'The recovery image grew by 20 MB to 420 MB: Setup needs 472 MB for it on a recovery partition, and updates of it want 250 MB free there.',
  ]);
  expect(shrunk?.warnings).toEqual([]);
});

it.each<[what: string, after: (ImageIndex | null)[], missing: RegExp]>([
  ['is the old one', [index(1, { sha1: 'old', size: 1 })], /is the one from before/],
  ['is gone', [index(1, null)], /has no recovery image/],
  ['lacks the package', [index(1, { sha1: 'new', size: 1, state: 'Staged' })], /is not installed: .* is Staged/],
])('fails when the recovery image %s', (_what, after, missing) => {
  const [proof] = proveRecovery([image([1])], installed, after as ImageIndex[]);

  expect(proof?.missing.join(' ')).toMatch(missing);
});

it('fails when indexes that held one file hold two', () => {
  const after = [index(1, { sha1: 'new', size: 1 }), index(2, { sha1: 'other', size: 1 })];

  expect(proveRecovery([image([1, 2])], installed, after).map(({ missing }) => missing)).toEqual([
    [],
    ['It is not the file that index 1 has.'],
  ]);
});
