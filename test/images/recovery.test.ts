import { expect, it } from 'vitest';
import { inspectImage } from '../../src/images/inspect.ts';
import { recoveryPath } from '../../src/images/recovery.ts';
import type { RecoveryImage } from '../../src/images/types.ts';
import { newDigest } from '../../src/ports/digests.ts';
import { hivePath, sampleWim, softwareHive, windows11Info, windows11Values } from './sample-image.ts';

const inner = sampleWim([
  {
    files: { [hivePath]: softwareHive(windows11Values) },
    info: { ...windows11Info, name: 'Recovery', editionId: 'WindowsPE' },
  },
]).bytes;

it('reads the recovery image of an index where it lies', () => {
  expect(winreOf({ [recoveryPath]: inner })).toMatchObject({
    path: recoveryPath,
    size: inner.length,
    sha1: expect.stringMatching(/^[0-9a-f]{40}$/),
    indexes: [{ index: 1, name: 'Recovery', build: 26100, revision: '26100.4349' }],
    warnings: [],
  });
});

it('says null for an index without one', () => {
  expect(winreOf({ '\\a': 'b' })).toBeNull();
});

it('warns of one that cannot be read', () => {
  expect(winreOf({ [recoveryPath]: 'no image' })).toMatchObject({ indexes: [], warnings: [expect.anything()] });
});

it('reads equal ones once', () => {
  const { wim } = sampleWim([{ files: { [recoveryPath]: inner } }, { files: { [recoveryPath]: inner } }]);
  const [first, second] = inspectImage(wim, { path: '', size: 0, packages: false, winre: { newDigest } }).indexes;

  expect(second?.winre?.indexes).toBe(first?.winre?.indexes);
});

function winreOf(files: Record<string, string | Uint8Array>): RecoveryImage | null | undefined {
  const { wim } = sampleWim([{ files }]);
  return inspectImage(wim, { path: '', size: 0, packages: false, winre: { newDigest } }).indexes[0]?.winre;
}
