import { expect, it } from 'vitest';
import { installedUpdates } from '../../src/images/installed.ts';
import type { ImageIndex, ImagePackage } from '../../src/images/types.ts';

const installed: ImagePackage = {
  identity: '',
  name: 'Package_for_RollupFix',
  version: '26100.4349.1.8',
  architecture: 'x64',
  language: '',
  releaseType: 'Security Update',
  state: 'Installed',
  installTime: '2025-06-10T00:00:00.000Z',
  articleId: '5060842',
  hidden: false,
};

it('shows updates by index with what the contract names', () => {
  const updates = installedUpdates({ indexes: [index(1, installed), index(2, { ...installed, articleId: null })] });

  const { identity, name, version, state, installTime } = installed;
  expect(updates).toEqual([
    { index: 1, articleId: '5060842', identity, name, version, state, installTime },
    { index: 2, articleId: null, identity, name, version, state, installTime },
  ]);
});

it.each([
  'Package_for_RollupFix',
  'Package_for_ServicingStack_8035',
  'Package_for_DotNetRollup_481',
  'Package_for_KB5054156',
])('takes %s for an update', (name) => {
  expect(installedUpdates({ indexes: [index(1, { ...installed, name })] })).toHaveLength(1);
});

it.each([
  'Microsoft-Windows-Client-LanguagePack-Package',
  'Microsoft-Windows-Hello-Face-Package',
  'Microsoft-Windows-Foundation-Package',
  'Package_1_for_KB4601060',
  'Package_for_KB2999226_RTM',
])('does not take %s for an update', (name) => {
  expect(installedUpdates({ indexes: [index(1, { ...installed, name })] })).toEqual([]);
});

it.each(['Not Present', 'Staged', 'Resolved'])('leaves out an update that is %s', (state) => {
  expect(installedUpdates({ indexes: [index(1, { ...installed, state })] })).toEqual([]);
});

it.each(['Install Pending', 'Superseded', 'Partially Installed', 'Uninstall Pending', 'Failed (Installed)', 'Unknown'])(
  'shows an update that is %s',
  (state) => {
    expect(installedUpdates({ indexes: [index(1, { ...installed, state })] })).toMatchObject([{ state }]);
  },
);

it('leaves out hidden packages', () => {
  expect(installedUpdates({ indexes: [index(1, { ...installed, hidden: true })] })).toEqual([]);
});

it('shows nothing of an inspection without packages', () => {
  expect(installedUpdates({ indexes: [{ index: 1 } as ImageIndex] })).toEqual([]);
});

function index(number: number, ...packages: ImagePackage[]): ImageIndex {
  return { index: number, packages } as ImageIndex;
}
