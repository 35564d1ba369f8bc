import { expect, it } from 'vitest';
import { imageDocument, type ScheduleFacts } from '../../../src/images/library/image-document.ts';
import type { ImageTable } from '../../../src/images/tables.ts';

const row: ImageTable = {
  id: 'i1',
  name: 'Windows 11',
  name_key: 'windows 11',
  path: '/images/install.wim',
  version: '',
  description: '',
  sha256: 'ab'.repeat(32),
  size: 1,
  modified: 1,
  source_version: 3,
  rehearsal: 0,
  accept_eula: 1,
  pre_cache_architecture: null,
  pre_cache_language: null,
  multicast_allow: 0,
  multicast_encrypt: 0,
  multicast_only: 0,
  ...{ retain_version: null, retain_days: 90, retain_bytes: null },
  kind: 'Image',
  inspection_json: '{"indexes":[],"warnings":["one"]}',
  added: '2026-01-01T00:00:00.000Z',
  last_serviced: null,
};

function schedule(state: string, dates: Partial<ScheduleFacts> = {}): ScheduleFacts {
  return { state, next_run: null, last_run: null, ...dates };
}

const soon = '2026-02-01T00:00:00.000Z';
const later = '2026-03-01T00:00:00.000Z';

it.each<[what: string, schedules: ScheduleFacts[], date: string | null, status: string | null, code: number | null]>([
  ['no schedule', [], null, null, null],
  ['one that was never started', [schedule('None')], null, null, 0],
  ['one that comes', [schedule('Scheduled', { next_run: soon })], soon, 'Scheduled', 1],
  ['one that runs', [schedule('Running')], null, 'In Process', 2],
  ['one that succeeded', [schedule('Succeeded', { last_run: soon })], null, 'Successful', 3],
  ['one that failed', [schedule('Failed', { last_run: soon })], null, 'Failed', 4],
  [
    'several that come: the first date',
    [schedule('Scheduled', { next_run: later }), schedule('Scheduled', { next_run: soon })],
    soon,
    'Scheduled',
    1,
  ],
  [
    'one that runs before one that comes',
    [schedule('Scheduled', { next_run: soon }), schedule('Running')],
    soon,
    'In Process',
    2,
  ],
  [
    'of those that ended the last one',
    [schedule('Failed', { last_run: soon }), schedule('Succeeded', { last_run: later })],
    null,
    'Successful',
    3,
  ],
])('shows the schedules as the console does: %s', (_what, schedules, date, status, code) => {
  expect(imageDocument(row, schedules)).toMatchObject({
    scheduledUpdatesDate: date,
    scheduledUpdatesStatus: status,
    scheduledUpdatesStatusCode: code,
  });
});

it('carries what the row says', () => {
  expect(imageDocument(row, [])).toMatchObject({
    id: 'i1',
    sourceVersion: 3,
    rehearsal: false,
    acceptEula: true,
    indexes: [],
    warnings: ['one'],
  });
});
