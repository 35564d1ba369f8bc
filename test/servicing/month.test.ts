import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Month, older, openMonth, sha256, updates } from '../helpers/month.ts';

let month: Month;
beforeEach(async () => {
  month = await openMonth();
});
afterEach(() => month.close());

describe('a month', () => {
  it('ends with the update in the image, proved, published, and nothing left behind', async () => {
    const image = await month.image('Windows 11');
    await month.content(updates.june);

    const run = await month.service({ image: 'Windows 11', updates: [updates.june.uniqueId] });

    expect(run.errors).toEqual([]);
    expect(run).toMatchObject({
      status: 'Succeeded',
      statusCode: 2,
      attempt: 1,
      rehearsal: true,
      percentComplete: 100,
      proof: {
        ok: true,
        indexes: [{ before: '26100.1742', expected: '26100.4349', after: '26100.4349', missing: [] }],
      },
      published: { path: image.path, sha256: sha256(image.path), sourceVersion: 2 },
      failedUpdateId: null,
    });
    expect(run.steps.map(({ id, status }) => [id, status])).toEqual(
      ['01-check', '02-copy', '03-mount-1', '04-add-update-1', '05-unmount-1', '06-verify', '07-publish'].map((id) => [
        id,
        'Succeeded',
      ]),
    );
    expect(await month.leftovers()).toEqual([]);
  });

  it('services every index with its own update, cleans up, and exports', async () => {
    await month.image('Two', {}, older);
    for (const update of [updates.june, updates.older]) await month.content(update);

    const run = await month.service({
      image: 'Two',
      updates: [updates.june.uniqueId, updates.older.uniqueId],
      removeSupersededUpdates: true,
    });

    expect(run.status).toBe('Succeeded');
    expect(run.proof?.indexes.map(({ after }) => after)).toEqual(['26100.4349', '22631.5472']);
    expect(run.steps.map(({ kind, index }) => (index === undefined ? kind : `${kind} ${index}`))).toEqual([
      ...['check', 'copy', 'mount 1', 'add-update 1', 'clean-up 1', 'unmount 1'],
      ...['mount 2', 'add-update 2', 'clean-up 2', 'unmount 2', 'export', 'verify', 'publish'],
    ]);
    expect(await month.leftovers()).toEqual([]);
  });
});
