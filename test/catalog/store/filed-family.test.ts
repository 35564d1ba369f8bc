import { expect, it } from 'vitest';
import { filedFamily } from '../../../src/catalog/store/filed-family.ts';
import { put, withCatalog } from './catalog.ts';

const titles = {
  neutral: 'Microsoft server operating system version 28H2',
  named: 'Windows Server 2028',
  later: 'Windows Server 2029',
  client: 'Windows 12, version 28H2',
  older: 'Windows 11, version 28H2',
  known: 'Windows Server 2025',
} as const;

function update(system: string) {
  const title = `2028-11 Cumulative Update for ${system} for x64-based Systems (KB5111111) (30100.1742)`;
  return { uniqueId: system, title, articleId: '5111111', datePosted: '2028-11-14' };
}

it.each<[what: string, filed: (keyof typeof titles)[], own: [string, string | null], family: string]>([
  ['a server that titles call by its version', ['neutral'], ['Windows Server 2028', '28H2'], 'Windows Server'],
  [
    'a server that titles call by its name',
    ['named', 'neutral'],
    ['Windows Server 2028', '28H2'],
    'Windows Server 2028',
  ],
  ['a server of another release', ['neutral'], ['Windows Server 2028', '29H2'], 'Windows Server 2028'],
  ['a server of another year', ['later'], ['Windows Server 2028', '28H2'], 'Windows Server 2028'],
  ['a client that calls itself by the old number', ['client'], ['Windows 11', '28H2'], 'Windows 12'],
  ['a client whose own name is filed', ['client', 'older'], ['Windows 11', '28H2'], 'Windows 11'],
  ['a client is no server', ['neutral'], ['Windows 11', '28H2'], 'Windows 11'],
  ['a system that is known', ['neutral', 'client'], ['Windows Server 2025', '24H2'], 'Windows Server 2025'],
  ['an image that tells no release', ['neutral'], ['Windows Server 2028', null], 'Windows Server 2028'],
])('%s', (_what, filed, [family, release], expected) =>
  withCatalog(async (database) => {
    await put(database, ...filed.map((name) => update(titles[name])));
    expect(await filedFamily(database, { family, release })).toBe(expected);
  }),
);
