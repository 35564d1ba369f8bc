import { describe, expect, it } from 'vitest';
import { type ClassifyInput, classify } from '../../src/updates/classify.ts';

const dynamicTitle =
  '2026-09 Dynamic Update for Microsoft server operating system version 21H2 for x64-based Systems (KB5122889)';

/** What the fields of a source say together, where the title alone would say less or something else. */
const cases: readonly (readonly [string, ClassifyInput, object])[] = [
  [
    'tells Safe OS from Setup by product only',
    { title: dynamicTitle, products: ['Windows Safe OS Dynamic Update', 'Windows 10 and later Dynamic Update'] },
    { kind: 'SafeOSDynamicUpdate', family: 'Windows Server 2022' },
  ],
  [
    'takes a Dynamic Update without the Safe OS product for Setup',
    { title: dynamicTitle, products: ['e4b04398-adbd-4b69-93b9-477322331cd3'] },
    { kind: 'SetupDynamicUpdate' },
  ],
  [
    'reads several product names that an export wrote into one text',
    { title: dynamicTitle, products: ['Windows Safe OS Dynamic Update Windows 10 Dynamic Update'] },
    { kind: 'SafeOSDynamicUpdate' },
  ],
  [
    'knows a component update of Setup by the package name',
    {
      title: '2017-04 Dynamic Update for Windows 10 Version 1703 for x64-based Systems (KB4016251)',
      products: ['Windows 10 and later Dynamic Update'],
      legacyName: 'KB4016251-Windows10Rs2Client-RTM-CriticalDU-X64-TSL-World',
    },
    { kind: 'DynamicUpdate' },
  ],
  [
    'lets the product tell which server a title without a version means',
    {
      title: '2023-06 Cumulative Update for Microsoft server operating system for x64-based Systems (KB5027225)',
      products: ['Microsoft Server Operating System-22H2'],
    },
    { kind: 'CumulativeUpdate', family: 'Azure Stack HCI', release: '22H2' },
  ],
  [
    'takes the release from the package name where product and title exclude the first one',
    {
      title: '2023-02 Cumulative Update for Windows 10 for x64-based Systems (KB5022834)',
      products: ['Windows 10, version 1903 and later'],
      legacyName: 'KB5022834-Windows1022H2-RTM-UnifiedCumulativeSecurity-X64-TSL-World',
    },
    { family: 'Windows 10', release: '22H2' },
  ],
  [
    'takes the only release without a version word that the product admits',
    {
      title: '2023-02 Cumulative Update for Windows 10 for x64-based Systems (KB5022834)',
      products: ['Windows 10, version 1903 and later'],
    },
    { family: 'Windows 10', release: '22H2' },
  ],
  [
    'leaves the release open where nothing tells it',
    {
      title: '2023-05 Cumulative Update for Windows 11 for x64-based Systems (KB5026372)',
      files: [{ name: 'SSU-26100.1-x64.cab' }],
    },
    { family: 'Windows 11', release: null },
  ],
  [
    'takes the release from the servicing stack among the files',
    {
      title: '2023-05 Cumulative Update for Windows 11 for x64-based Systems (KB5026372)',
      products: ['Windows 11'],
      legacyName: 'UUPv1',
      files: [{ name: 'SSU-22621.1626-x64.cab' }, { name: 'Windows11.0-KB5026372-x64.cab' }],
    },
    { family: 'Windows 11', release: '22H2' },
  ],
  [
    'does not take a file that is named Windows11.0 for the first Windows 11, which the title would mean',
    {
      title: '2023-03 Cumulative Update for Windows 11 for x64-based Systems (KB5023706)',
      files: [{ name: 'Windows11.0-KB5023706-x64.cab' }],
    },
    { family: 'Windows 11', release: '22H2' },
  ],
  [
    'keeps the semi-annual release that was filed under the long-term product',
    {
      title: '2018-07 Cumulative Update for Windows Server 2016 (1803) for x64-based Systems (KB4338819)',
      products: ['Windows Server 2016'],
    },
    { family: 'Windows Server', release: '1803' },
  ],
  [
    'knows a servicing stack update that its title calls an update',
    {
      title: '2018-09 Update for Windows Server 2016 1803 for x64-based Systems (KB4456655)',
      legacyName: 'KB4456655-Windows10Rs4Server-RTM-ServicingStackUpdate-X64-TSL-World',
    },
    { kind: 'ServicingStackUpdate' },
  ],
  [
    'takes the copy of a cumulative update for Setup for what it is',
    {
      title: '2023-02 Cumulative Update for Windows 10 Version 22H2 for x64-based Systems (KB5022834)',
      products: ['abc45868-0c9c-4bc0-a36d-03d54113baf4'],
    },
    { kind: 'DynamicCumulativeUpdate', dynamic: true },
  ],
  [
    'believes the classification of drivers and definitions',
    { title: 'Intel - System - 10.1.1.44', classification: 'ebfc1fc5-71a4-4f7b-9aca-3b9a503104a0' },
    { kind: 'Driver' },
  ],
  [
    'believes what the document itself states first',
    { title: 'whatever', kind: 'ServicingStackUpdate', architecture: 'arm64' },
    { kind: 'ServicingStackUpdate', architecture: 'arm64' },
  ],
  [
    'takes the architecture from the files where the title has no word for it',
    {
      title: '2020-06 Cumulative Update for .NET Framework 3.5 and 4.8 for Windows 10 Version 1903 (KB4552931)',
      files: [{ name: 'Windows10.0-KB4552931-x64-NDP48.cab' }],
    },
    { architecture: 'x64' },
  ],
];

describe('classify', () => {
  it.each(cases)('%s', (_rule, input, expected) => {
    expect(classify(input)).toMatchObject(expected);
  });

  it('does not let a file of the wrong architecture change what the title says', () => {
    const title = '2023-06 Cumulative Update for Windows 10 Version 22H2 for x64-based Systems (KB5027215)';
    expect(classify({ title, files: [{ name: 'windows10.0-kb5027215-x86.cab' }] }).architecture).toBe('x64');
  });

  it('takes no family from a product that contradicts itself', () => {
    const facts = classify({ title: 'unbekannt', products: ['Windows 10', 'Windows 11'] });
    expect(facts).toMatchObject({ kind: 'Unknown', family: null });
  });
});
