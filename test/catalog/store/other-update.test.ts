import { expect, it } from 'vitest';
import { latestChoices } from '../../../src/answers/latest-updates.ts';
import { showUpdate } from '../../../src/answers/show-updates.ts';
import { put, withCatalog } from './catalog.ts';

const line = 'Windows 11, version 24H2 for x64-based Systems';
const may = {
  uniqueId: 'one',
  title: `2025-05 Cumulative Update for ${line} (KB5058411)`,
  datePosted: '2025-05-13T17:00:00Z',
};
const june = {
  uniqueId: 'one',
  title: `2025-06 Cumulative Update for ${line} (KB5060842)`,
  datePosted: '2025-06-10T17:00:00Z',
};

it.each([
  ['the earlier', [may, june]],
  ['the later', [june, may]],
])('one id of two KBs is two updates, each seen in its time: %s first', (_which, [first, second]) =>
  withCatalog(async (database) => {
    await put(database, first ?? {});
    await put(database, second ?? {});
    expect(await put(database, june, may)).toMatchObject({ added: 0, changed: 0, unchanged: 2 });
    const chosenAt = async (asOf: string): Promise<string | undefined> => {
      const [choice] = (await latestChoices(database, { family: 'Windows 11', asOf })).lines;
      return (await showUpdate(database, choice?.chosen ?? ''))[0]?.title;
    };

    expect(await chosenAt('2025-05-31T00:00:00Z')).toBe(may.title);
    expect(await chosenAt('2025-06-30T00:00:00Z')).toBe(june.title);
  }),
);

it('a corrected title of one KB stays one update', () =>
  withCatalog(async (database) => {
    await put(database, may);
    const corrected = { ...may, title: may.title.replace(', version', ' Version'), revisionNumber: 2 };

    expect(await put(database, corrected)).toMatchObject({ added: 0, changed: 1 });
  }));
