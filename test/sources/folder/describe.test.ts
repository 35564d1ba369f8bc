import { describe, expect, it } from 'vitest';
import type { PackageInspection } from '../../../src/packages/types.ts';
import { describePackage } from '../../../src/sources/folder/describe.ts';
import { derive } from '../../../src/updates/derive.ts';
import { update } from '../../helpers/updates.ts';

const file = { name: 'x.msu', size: 5 };
const inspection = (members: Partial<PackageInspection>): PackageInspection => ({
  ...{ size: 5, format: 'msu-wim', kind: 'CumulativeUpdate', articleId: '5060842', identity: null, version: null },
  ...{ revision: null, architecture: 'x64', language: null, releaseType: null, parents: [], requiresSsu: null },
  ...{ baseline: null, payload: 'full', isOfflineServiceable: true, reason: '', standIn: false, target: null },
  ...{ members: [], memberCount: 0, evidence: [], warnings: [] },
  ...members,
});
const parent = (edition: string, build = 26100) => ({
  identity: `Microsoft-Windows-${edition}Edition~31bf3856ad364e35~amd64~~10.0.${build}.1`,
  buildCompare: 'EQ',
  serviceCompare: '',
});

const client = 'Windows 11: 24H2 25H2 26H2';
const server = 'Windows Server 2025: 24H2';

describe('the systems of a package', () => {
  it.each<[what: string, members: Partial<PackageInspection>, systems: string[]]>([
    ['client and server have one file where nothing tells them apart', { revision: '26100.4349' }, [client, server]],
    ['clients by the editions it belongs to', { revision: '26100.4349', parents: [parent('Professional')] }, [client]],
    ['servers by theirs', { revision: '26100.4349', parents: [parent('ServerDatacenter')] }, [server]],
    ['both', { revision: '26100.4349', parents: [parent('ServerDatacenter'), parent('Core')] }, [client, server]],
    ['servers by the revisions that only they have', { revision: '26100.32230' }, [server]],
    ['a build of one system', { revision: '20348.3807' }, ['Windows Server 2022: 21H2']],
    ['from its own release on', { revision: '22631.5472' }, ['Windows 11: 23H2']],
    [
      'all releases of one file',
      { revision: '19041.5000' },
      ['Windows 10: 2004 20H2 21H1 21H2 22H2', 'Windows Server: 2004 20H2'],
    ],
    [
      'the build of its editions where its own version is none',
      { kind: 'DotNetCumulativeUpdate', parents: [parent('Core')] },
      [client],
    ],
    ['a build that nobody knows', { revision: '30000.1' }, []],
    ['nothing at all', {}, []],
  ])('%s', (_what, members, systems) => {
    const found = describePackage(inspection(members), file)
      .map((described) => derive(update({ ...described.update, title: described.update.title as string })))
      .filter(({ family }) => family !== null)
      .map(({ family, releases }) => `${family}: ${releases.join(' ')}`);

    expect(found).toEqual(systems);
  });

  it('are the one that a rehearsal names', () => {
    const target = { release: '25H2', installationType: 'Client', build: 26200, dotNet: null };
    const [only, ...more] = describePackage(inspection({ revision: '26200.7000', target, standIn: true }), file);

    expect(more).toEqual([]);
    expect(only?.update).toMatchObject({ products: ['Windows 11'], standIn: true });
    expect(derive(update({ ...only?.update, title: String(only?.update.title) }))).toMatchObject({
      ...{
        kind: 'CumulativeUpdate',
        release: '25H2',
        revision: '26200.7000',
        architecture: 'x64',
        articleId: '5060842',
      },
    });
  });

  it('names the version of the .NET Framework', () => {
    const parents = [parent('Core')];
    const [only] = describePackage(inspection({ kind: 'DotNetCumulativeUpdate', parents }), {
      ...file,
      name: 'windows11.0-kb5060842-x64-ndp481.msu',
    });

    expect(derive(update({ ...only?.update, title: String(only?.update.title) })).dotNetVersions).toEqual(['4.8.1']);
  });
});
