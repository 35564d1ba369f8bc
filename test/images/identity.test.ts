import { expect, it } from 'vitest';
import { type ImageFacts, imageLine } from '../../src/images/identity.ts';

const nothing: ImageFacts = {
  build: null,
  installationType: '',
  edition: '',
  productName: '',
  displayVersion: '',
  releaseId: '',
  architecture: 9,
  buildLab: '',
};

function clientWith(facts: Partial<ImageFacts>) {
  return imageLine({ ...nothing, installationType: 'Client', edition: 'Enterprise', ...facts });
}

function serverWith(facts: Partial<ImageFacts>) {
  return imageLine({ ...nothing, installationType: 'Server', edition: 'ServerDatacenter', ...facts });
}

it.each([
  [10240, '', '', 'Windows 10', '1507'],
  [14393, '', '1607', 'Windows 10', '1607'],
  [17763, '', '1809', 'Windows 10', '1809'],
  [19042, '20H2', '2009', 'Windows 10', '20H2'],
  [19045, '22H2', '2009', 'Windows 10', '22H2'],
  [22000, '21H2', '2009', 'Windows 11', '21H2'],
  [22631, '23H2', '2009', 'Windows 11', '23H2'],
  [26100, '24H2', '2009', 'Windows 11', '24H2'],
  [26200, '25H2', '2009', 'Windows 11', '25H2'],
  [26300, '26H2', '', 'Windows 11', '26H2'],
  [31000, '28H2', '2009', 'Windows 11', '28H2'],
])('knows a client of build %i, version "%s" (%s)', (build, displayVersion, releaseId, family, release) => {
  const line = clientWith({ build, displayVersion, releaseId, productName: 'Windows 10 Enterprise' });

  expect(line).toEqual({ family, release, architecture: 'x64' });
});

it('does not let a client and a server of one build be of one family', () => {
  expect(clientWith({ build: 26100, productName: 'Windows 10 Enterprise' }).family).toBe('Windows 11');
  expect(serverWith({ build: 26100, productName: 'Windows Server 2025 Datacenter' }).family).toBe(
    'Windows Server 2025',
  );
});

it.each([
  [9600, 'Windows Server 2012 R2 Datacenter', '', 'Windows Server 2012 R2', '9600'],
  [14393, 'Windows Server 2016 Datacenter', '', 'Windows Server 2016', '1607'],
  [17763, 'Windows Server 2019 Standard', '', 'Windows Server 2019', '1809'],
  [20348, 'Windows Server 2022 Datacenter', '21H2', 'Windows Server 2022', '21H2'],
  [25398, 'Windows Server Datacenter', '23H2', 'Windows Server', '23H2'],
  [18363, 'Windows Server Standard', '', 'Windows Server', '1909'],
  [26100, 'Windows Server 2025 Datacenter', '24H2', 'Windows Server 2025', '24H2'],
  [29000, 'Windows Server 2028 Standard', '28H1', 'Windows Server 2028', '28H1'],
  [29500, 'Windows Server Datacenter', '28H2', 'Windows Server', '28H2'],
  [29500, 'A name of our own', '28H2', 'Windows Server', '28H2'],
  [29500, 'A name of our own', '', null, null],
  [20349, 'Azure Stack HCI', '22H2', 'Azure Stack HCI', '22H2'],
])('knows a server of build %i, %s %s', (build, productName, displayVersion, family, release) => {
  expect(serverWith({ build, productName, displayVersion })).toMatchObject({ family, release });
});

it('knows Azure Stack HCI by its edition', () => {
  const edition = 'ServerAzureStackHCICor';

  expect(serverWith({ build: 25398, edition, displayVersion: '23H2' }).family).toBe('Azure Stack HCI');
});

it.each(['Server', 'Server Core', 'Nano Server'])('takes installation type %s for a server', (installationType) => {
  expect(serverWith({ build: 20348, installationType }).family).toBe('Windows Server 2022');
});

it('takes an edition that begins with Server for a server when the installation type is missing', () => {
  expect(serverWith({ build: 17763, installationType: '' }).family).toBe('Windows Server 2019');
});

it('learns the name of a Windows after 11', () => {
  expect(clientWith({ build: 40000, productName: 'Windows 12 Pro', displayVersion: '29H2' })).toMatchObject({
    family: 'Windows 12',
    release: '29H2',
  });
});

it.each([
  ['a Windows PE', { installationType: 'WindowsPE', edition: 'WindowsPE', build: 26100 }],
  ['nothing known', {}],
  ['a client without build', { installationType: 'Client' }],
  ['a build alone', { build: 26100 }],
  ['a server of an unknown build without a name', { installationType: 'Server', build: 29999 }],
  ['an installation type of another kind', { installationType: 'FactoryOS', build: 26100 }],
])('gives no family to %s', (_, facts) => {
  expect(imageLine({ ...nothing, ...facts }).family).toBeNull();
});

it('shows a version word of another shape as it stands when the build is unknown', () => {
  expect(clientWith({ build: 30999, displayVersion: 'Dev' }).release).toBe('Dev');
  expect(clientWith({ build: 30999 }).release).toBeNull();
});

it.each([
  [0, '', 'x86'],
  [9, '', 'x64'],
  [12, '', 'arm64'],
  [undefined, '26100.1.amd64fre.ge_release.240331-1435', 'x64'],
  [undefined, '26100.1.arm64fre.ge_release.240331-1435', 'arm64'],
  [undefined, '', null],
  [77, '', null],
])('reads architecture %s with build lab "%s" as %s', (architecture, buildLab, expected) => {
  expect(imageLine({ ...nothing, architecture, buildLab }).architecture).toBe(expected);
});
