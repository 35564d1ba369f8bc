import { describe, expect, it } from 'vitest';
import { listUpdates } from '../../../src/answers/list-updates.ts';
import { update } from '../../helpers/updates.ts';
import { cumulative, put, putRecords, withCatalog } from './catalog.ts';

const counts = (added: number, changed: number, unchanged: number) => ({
  added,
  changed,
  unchanged,
  failed: 0,
  errors: [],
});

describe('importUpdates', () => {
  it('adds, changes and leaves alone, and counts what it did', () =>
    withCatalog(async (database) => {
      expect(await put(database, cumulative(1), cumulative(2))).toEqual(counts(2, 0, 0));
      expect(await put(database, cumulative(1), cumulative(2))).toEqual(counts(0, 0, 2));
      expect(await put(database, cumulative(1), cumulative(2, { severity: 'Critical' }))).toEqual(counts(0, 1, 1));

      const { updates } = await listUpdates(database, {});
      expect(updates.map(({ uniqueId, severity }) => [uniqueId, severity])).toEqual([
        ['u2', 'Critical'],
        ['u1', undefined],
      ]);
    }));

  it('lets the later of two records of one input win', () =>
    withCatalog(async (database) => {
      expect(await put(database, cumulative(1), cumulative(1, { severity: 'Low' }))).toEqual(counts(1, 1, 0));
      expect((await listUpdates(database, {})).updates).toMatchObject([{ severity: 'Low' }]);
    }));

  it('never lets an older revision of the metadata replace a newer one', () =>
    withCatalog(async (database) => {
      const newer = cumulative(1, { revisionNumber: 201, severity: 'Critical' });
      await put(database, newer);

      expect(await put(database, cumulative(1, { revisionNumber: 200, severity: 'Low' }))).toEqual(counts(0, 0, 1));
      expect((await listUpdates(database, {})).updates).toMatchObject([{ revisionNumber: 201, severity: 'Critical' }]);
    }));

  it('reports bad records and keeps the good ones', () =>
    withCatalog(async (database) => {
      const result = await put(database, cumulative(1), { title: 'no id' }, cumulative(2));
      expect(result).toMatchObject({
        added: 2,
        failed: 1,
        errors: [{ line: 2, message: expect.stringContaining('uniqueId') }],
      });
    }));

  it('hands an update that had a derived id over to its own id, in either order', () =>
    withCatalog(async (database) => {
      const derivedId = '00000000-0000-5000-8000-000000000001';
      const own = '10f48d3b-9fb6-4e3c-a9e0-9b7e1e1f5b5a';
      const old = { line: 1, derivedId, update: update({ title: 'T', uniqueId: derivedId, severity: 'Low' }) };
      const later = { line: 1, derivedId, update: update({ title: 'T', uniqueId: own, severity: 'Low' }) };

      expect(await putRecords(database, [old])).toEqual(counts(1, 0, 0));
      expect(await putRecords(database, [later])).toEqual(counts(0, 1, 0));
      expect(await putRecords(database, [old])).toEqual(counts(0, 0, 1));
      expect((await listUpdates(database, {})).updates.map(({ uniqueId }) => uniqueId)).toEqual([own]);
    }));

  it('keeps updates with ids of their own apart, though their derived id is the same', () =>
    withCatalog(async (database) => {
      const derivedId = '00000000-0000-5000-8000-000000000001';
      const records = ['a', 'b'].map((uniqueId) => ({ line: 1, derivedId, update: update({ title: 'T', uniqueId }) }));

      expect(await putRecords(database, records)).toEqual(counts(2, 0, 0));
      expect(await putRecords(database, records)).toEqual(counts(0, 0, 2));
    }));

  it('keeps texts of any kind as they are', () =>
    withCatalog(async (database) => {
      const title = `'; DROP TABLE catalog_update; -- " $(x) \n %_*?[`;
      await put(database, { uniqueId: title, title, description: '\u0000 ä 漢 😀' });
      expect((await listUpdates(database, {})).updates).toMatchObject([
        { title, kind: 'Unknown', description: '\u0000 ä 漢 😀' },
      ]);
    }));
});
