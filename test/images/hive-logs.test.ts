import { expect, it } from 'vitest';
import { hiveValue } from '../../src/formats/regf/write.ts';
import { inspectImage } from '../../src/images/inspect.ts';
import { dirtied, hiveLog, logEntry } from '../formats/regf/hive-log.ts';
import { sampleWim, softwareHive, windows11Info, windows11Values } from './sample-image.ts';

const hive = '\\Windows\\System32\\config\\SOFTWARE';
const newer = windows11Values.map((value) => (value.name === 'UBR' ? hiveValue.dword('UBR', 5000) : value));
const before = softwareHive(windows11Values);
const after = softwareHive(newer);

it('takes the revision of an image whose hive was not closed from the logs beside it', () => {
  const log = hiveLog(before, { sequence: 11 }, [logEntry(11, before, after)]);
  const { wim, bytes } = sampleWim([
    { files: { [hive]: dirtied(before, 11), [`${hive}.LOG1`]: log }, info: windows11Info },
  ]);

  const { indexes, warnings } = inspectImage(wim, { path: 'x', size: bytes.length, packages: false });

  expect(indexes[0]?.revision).toBe('26100.5000');
  expect(warnings).toEqual([expect.stringContaining('1 changes were taken from its logs')]);
});

it('says so when the logs are not in the image', () => {
  const { wim, bytes } = sampleWim([{ files: { [hive]: dirtied(before, 11) }, info: windows11Info }]);

  const { indexes, warnings } = inspectImage(wim, { path: 'x', size: bytes.length, packages: false });

  expect(indexes[0]?.revision).toBe('26100.4349');
  expect(warnings).toEqual([expect.stringContaining('not closed properly')]);
});
