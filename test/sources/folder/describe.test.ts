import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { arraySource } from '../../../src/formats/array-source.ts';
import type { PackageInspection } from '../../../src/packages/types.ts';
import { describePackage } from '../../../src/sources/folder/describe.ts';
import { derive } from '../../../src/updates/derive.ts';
import { anyMissing, requires, titled } from '../../helpers/requires.ts';
import { update } from '../../helpers/updates.ts';
import { inspect } from '../../packages/made-package.ts';

const file = { name: 'x.msu', size: 5 };
const inspection = (members: Partial<PackageInspection>): PackageInspection => ({
  ...{ size: 5, format: 'msu-wim', kind: 'CumulativeUpdate', articleId: '5060842', identity: null, version: null },
  ...{ revision: null, architecture: 'x64', language: null, releaseType: null, parents: [], requiresSsu: null },
  ...{ created: null, appliesTo: [], supportUrl: null },
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

/** Packages from before Windows 10: their own words, and nothing that they do not say. */
describe('a package of a former Windows', () => {
  const belongsTo = (name: string, version: string) => ({
    identity: `${name}~31bf3856ad364e35~amd64~~${version}`,
    buildCompare: 'EQ',
    serviceCompare: 'EQ',
  });
  const clients = 'Microsoft-Windows-Client-Features-Package';
  const clientPackage = belongsTo(clients, '6.1.7601.17514');
  const serverPackage = belongsTo('Microsoft-Windows-Server-Features-Package', '6.1.7601.17514');
  const former = (members: Partial<PackageInspection>) =>
    describePackage(
      inspection({ kind: 'Other', articleId: '2999226', releaseType: 'Update', parents: [clientPackage], ...members }),
      file,
    );
  const seven = 'Update for Windows 7 for x64-based Systems (KB2999226)';
  const r2 = 'Update for Windows Server 2008 R2 for x64-based Systems (KB2999226)';
  const rollup = 'Security Monthly Quality Rollup for';

  it.each<[what: string, members: Partial<PackageInspection>, titles: string[]]>([
    ['the packages that it belongs to', {}, [seven]],
    ['those of clients and servers', { parents: [clientPackage, serverPackage] }, [seven, r2]],
    [
      'the systems that it names before these',
      { appliesTo: ['Windows 7.0 Server SP1', 'Windows 7.0 Server Core SP1'] },
      [r2],
    ],
    [
      'both where nothing tells them apart',
      { parents: [belongsTo('WinPE-SRT-Package', '6.1.7601.17514')] },
      [seven, r2],
    ],
    ['its own word for what it is', { kind: 'SecurityUpdate', releaseType: 'Security Update' }, [`Security ${seven}`]],
    ['one that has no word', { releaseType: 'Special' }, [file.name]],
    [
      'a rollup by its build',
      { kind: 'MonthlyRollup', revision: '9600.19676', parents: [], releaseType: null },
      [`${rollup} Windows 8.1`, `${rollup} Windows Server 2012 R2`].map(
        (title) => `${title} for x64-based Systems (KB2999226)`,
      ),
    ],
    ['no system for one without a service pack', { parents: [belongsTo(clients, '6.1.7600.16385')] }, [file.name]],
    ['no system for one that nobody knows', { parents: [belongsTo(clients, '6.0.6002.18005')] }, [file.name]],
  ])('is for %s', (_what, members, titles) => {
    expect(former(members).map(({ update: { title } }) => title)).toEqual(titles);
  });

  it('is read back from its title as what it is', () => {
    const [first] = former({});

    expect(derive(update({ ...first?.update, title: seven }))).toMatchObject({
      ...{ family: 'Windows 7', release: '7601', architecture: 'x64', kind: 'Other' },
      isOfflineServiceable: true,
    });
  });

  it('tells when it was made apart from when it was posted, which it does not know', () => {
    const appliesTo = ['Windows 7.0 Client SP1'];
    const [first] = former({ created: '2015-07-21T10:16:47Z', appliesTo, supportUrl: 'http://a.example' });

    expect(first?.update).toMatchObject({
      ...{ datePosted: null, packageDate: '2015-07-21T10:16:47Z', products: ['Windows 7'] },
      ...{ appliesTo, supportUrl: 'http://a.example' },
    });
  });
});

describe('real packages of Windows 7', () => {
  const samples = [
    requires.shared('msu-samples/Windows6.1-KB2999226-x64.msu'),
    requires.shared('msu-samples/Windows6.1-KB2584475-x64.msu'),
  ] as const;

  it.skipIf(anyMissing(...samples)).each([
    [0, 'Update', '2999226', '2015-07-21T10:16:47Z'],
    [1, 'Hotfix', '2584475', '2011-09-21T03:12:56Z'],
  ] as const)(titled('%i: are told by what they say', ...samples), (at, word, article, made) => {
    const name = `Windows6.1-KB${article}-x64.msu`;
    const found = describePackage(inspect(arraySource(readFileSync(samples[at].path)), name), { ...file, name });

    expect(found.map(({ update: { title } }) => title)).toEqual(
      ['Windows 7', 'Windows Server 2008 R2'].map((each) => `${word} for ${each} for x64-based Systems (KB${article})`),
    );
    expect(found[0]?.update).toMatchObject({
      ...{ articleId: article, architecture: 'x64', packageDate: made, datePosted: null, products: ['Windows 7'] },
      supportUrl: `http://support.microsoft.com/?kbid=${article}`,
    });
  });
});
