import type { ParsedTitle } from '../../../src/updates/title/parsed-title.ts';

/** Members that a title must give; those that are left out are not checked. */
export type Expected = Partial<ParsedTitle>;

/** Real titles of the public catalog in the wordings of twelve years, and what each says. */
export const titles: readonly (readonly [string, Expected])[] = [
  [
    '2026-09 Security Update for Windows 11, version 25H2 for x64-based Systems (KB5124008) (26200.9445)',
    { kind: 'CumulativeUpdate', release: '25H2', architecture: 'x64', revision: '26200.9445', preview: false },
  ],
  [
    '2026\u201103 Cumulative Update for Windows\u00a011, version\u00a024H2 for x64\u2011based Systems\u00a0(KB5079473)',
    { kind: 'CumulativeUpdate', month: '2026-03', family: 'Windows 11', release: '24H2', architecture: 'x64' },
  ],
  [
    '2024-01 Security Update for Windows 11 Version 23H2 for x64-based Systems (KB5034440)',
    { kind: 'SecurityUpdate', family: 'Windows 11', release: '23H2' },
  ],
  [
    '2026-01 Security Update for Windows 11, version 26H1 for x64-based Systems (KB5077744) (26100.7627)',
    { kind: 'SecurityUpdate', release: '26H1' },
  ],
  [
    '2026-01 Cumulative Update for Windows 11, version 24H2 for x64-based Systems (KB5077744) (26100.7627) (Out-of-band)',
    { kind: 'CumulativeUpdate', outOfBand: true, preview: false, articleId: '5077744', revision: '26100.7627' },
  ],
  [
    '2026-01 Cumulative Update for Windows 11, version 24H2 for x64-based Systems (KB5074105) (26100.7705) Preview',
    { kind: 'CumulativeUpdatePreview', outOfBand: false, preview: true },
  ],
  [
    '2026-01 Cumulative Update (Preview) for Windows 11, version 24H2 for x64-based Systems (KB 5074105)',
    { kind: 'CumulativeUpdatePreview', preview: true, articleId: '5074105' },
  ],
  [
    '2027-03 Cumulative Update for Windows 11 version 27H2 for x64 based Systems (KB5200002)',
    { kind: 'CumulativeUpdate', family: 'Windows 11', release: '27H2', architecture: 'x64' },
  ],
  [
    '2021-12 Cumulative Update for Windows 10 Enterprise LTSC 2021 for x64-based Systems (KB5008212)',
    { kind: 'CumulativeUpdate', family: 'Windows 10', release: '21H2', editions: ['enterprise ltsc'] },
  ],
  [
    '2027-12 Cumulative Update for Windows 11 IoT Enterprise LTSC 2027 for x64-based Systems (KB5200003)',
    { kind: 'CumulativeUpdate', family: 'Windows 11', release: null },
  ],
  [
    '2020-01 Servicing Stack Update for Windows Server, version 1909 (Server Core) for x64-based Systems (KB4528759)',
    { kind: 'ServicingStackUpdate', family: 'Windows Server', release: '1909', architecture: 'x64' },
  ],
  [
    'Upgrade to Windows 11 (business editions) en-us x64 version 22H2 2023-04B',
    { kind: 'FeatureUpdate', family: 'Windows 11', release: '22H2', architecture: 'x64', month: '2023-04' },
  ],
  [
    'Upgrade to Windows 11 (consumer editions) de-de arm64 version 24H2 2024-10B',
    { kind: 'FeatureUpdate', family: 'Windows 11', release: '24H2', architecture: 'arm64' },
  ],
  [
    'Upgrade to Windows 11, version 24H2 (business editions) x64',
    { kind: 'FeatureUpdate', family: 'Windows 11', release: '24H2', architecture: 'x64' },
  ],
  [
    '2026-05 Cumulative Update for Azure Local, version 24H2 for x64-based Systems (KB5090001)',
    { kind: 'CumulativeUpdate', family: 'Azure Stack HCI', release: '24H2', architecture: 'x64' },
  ],
  [
    '2026-09 Cumulative Update for Windows 11, version 24H2 for x64-based Systems (KB5129195) (26100.9457)',
    {
      kind: 'CumulativeUpdate',
      family: 'Windows 11',
      release: '24H2',
      architecture: 'x64',
      month: '2026-09',
      articleId: '5129195',
      revision: '26100.9457',
    },
  ],
  [
    '2026-09 Cumulative Update for Windows 11, version 26H1 for arm64-based Systems (KB5129194) (28000.2956)',
    { kind: 'CumulativeUpdate', family: 'Windows 11', release: '26H1', architecture: 'arm64', revision: '28000.2956' },
  ],
  [
    '2026-04 Cumulative Update for Windows 11 Version 24H2 for x64-based Systems (KB5083769) (26100.8246)',
    { kind: 'CumulativeUpdate', family: 'Windows 11', release: '24H2' },
  ],
  [
    '2022-01 Cumulative Update for Windows 11 for ARM64-based Systems (KB5009566)',
    { kind: 'CumulativeUpdate', family: 'Windows 11', release: '21H2', architecture: 'arm64' },
  ],
  [
    'Cumulative Update for Windows 10 for x64-based Systems (KB3081455)',
    { kind: 'CumulativeUpdate', family: 'Windows 10', release: '1507', architecture: 'x64', month: null },
  ],
  [
    '2020-10 Cumulative Update for Windows 10 version 2009 for x86-based Systems (KB4579311)',
    { kind: 'CumulativeUpdate', release: '20H2', architecture: 'x86' },
  ],
  [
    '2017-01 Cumulative Update for Windows 10 Version 1607 and Windows Server 2016 for x64-based Systems (KB3213986)',
    { kind: 'CumulativeUpdate', family: 'Windows 10', releases: ['1607'] },
  ],
  [
    '2022-05 Cumulative Update Preview for Windows Server 2019 for x64-based Systems (KB5014022)',
    { kind: 'CumulativeUpdatePreview', preview: true, family: 'Windows Server 2019', release: '1809' },
  ],
  [
    '2022-05 Cumulative Update Preview for Azure Stack HCI, version 20H2 and  Windows Server 2019 Datacenter: Azure Edition for x64-based Systems (KB5014020)',
    { kind: 'CumulativeUpdatePreview', family: 'Azure Stack HCI', release: '20H2' },
  ],
  [
    '2018-07 Cumulative Update for Windows Server 2016 (1803) for x64-based Systems (KB4338819)',
    { kind: 'CumulativeUpdate', family: 'Windows Server', release: '1803' },
  ],
  [
    '2018-09 Cumulative Update for Windows Server 2016 1709 for x64-based Systems (KB4464217)',
    { kind: 'CumulativeUpdate', family: 'Windows Server', release: '1709' },
  ],
  [
    '2020-11 Cumulative Update for Windows Server, version 20H2 for x64-based Systems (KB4586781)',
    { kind: 'CumulativeUpdate', family: 'Windows Server', release: '20H2' },
  ],
  [
    '2025-10 Cumulative Update for Microsoft server operating system version 21H2 for x64-based Systems (KB5070884)',
    { kind: 'CumulativeUpdate', family: 'Windows Server 2022', release: '21H2' },
  ],
  [
    '2024-11 Cumulative Update for Microsoft server operating system, version 24H2 for x64-based Systems (KB5046617)',
    { kind: 'CumulativeUpdate', family: 'Windows Server 2025', release: '24H2' },
  ],
  [
    '2024-11 Cumulative Update for Microsoft server operating system version 23H2 for x64-based Systems (KB5046618)',
    { kind: 'CumulativeUpdate', family: 'Windows Server', release: '23H2' },
  ],
  [
    '2026-09 Dynamic Cumulative Update for Windows 10 Version 21H2 for x64-based Systems (KB5122878)',
    { kind: 'DynamicCumulativeUpdate', dynamic: true },
  ],
  [
    '2023-10 Servicing Stack Update for Windows 10 Version 22H2 for x64-based Systems (KB5031539)',
    { kind: 'ServicingStackUpdate', release: '22H2' },
  ],
  [
    '2026-09 Cumulative Update for .NET Framework 3.5, 4.8 and 4.8.1 for Windows 10 Version 22H2 for x64 (KB5126146)',
    { kind: 'DotNetCumulativeUpdate', dotNetVersions: ['3.5', '4.8', '4.8.1'], architecture: 'x64' },
  ],
  [
    '2020-06 Cumulative Update for .NET Framework 3.5 4.7.2 and 4.8 for Windows 10 Version 1809 (KB4561553)',
    { kind: 'DotNetCumulativeUpdate', dotNetVersions: ['3.5', '4.7.2', '4.8'], architecture: 'x86' },
  ],
  [
    '2026-08 Cumulative Update Preview for .NET Framework 3.5 and 4.8.1 for Windows 11, version 24H2 for x64 (KB5122385)',
    { kind: 'DotNetCumulativeUpdatePreview', preview: true },
  ],
  [
    '2026-09 Safe OS Dynamic Update for Windows 11, version 24H2 for x64-based Systems (KB5125758)',
    { kind: 'SafeOSDynamicUpdate', dynamic: true },
  ],
  [
    '2026-06 Setup Dynamic Update for Microsoft server operating system version 24H2 for x64-based Systems (KB5095966)',
    { kind: 'SetupDynamicUpdate', family: 'Windows Server 2025' },
  ],
  ['2023-11 Dynamic Update for Windows 10 Version 21H2 for x64-based Systems (KB5032906)', { kind: 'DynamicUpdate' }],
  [
    '2024-01 Security Update for Windows 10 Version 22H2 for x64-based Systems (KB5034441)',
    { kind: 'SecurityUpdate', release: '22H2' },
  ],
  [
    '2026-09 Extended Security Updates (ESU) Licensing Preparation Package for Windows 10 Version 22H2 for x64-based Systems (KB5126256)',
    { kind: 'Other' },
  ],
  [
    'Update for Removal of Adobe Flash Player for Windows Server 2019 for x64-based systems (KB4577586)',
    { kind: 'Other' },
  ],
  [
    '2019-02 Delta Update for Windows 10 Version 1709 for x64-based Systems (KB4486996)',
    { kind: 'Other', family: 'Windows 10' },
  ],
  [
    '2019-05 Security Monthly Quality Rollup for Windows Server 2012 R2 for x64-based Systems (KB4499151)',
    { kind: 'MonthlyRollup', family: 'Windows Server 2012 R2', architecture: 'x64' },
  ],
  [
    '2019-05 Security Only Quality Update for Windows Server 2012 R2 for x64-based Systems (KB4499165)',
    { kind: 'SecurityOnly' },
  ],
  [
    'Windows 10 Version 22H2 x64-based systems 2022-10 via Enablement Package',
    { kind: 'EnablementPackage', release: '22H2' },
  ],
  [
    'Feature update to Windows 10 (business editions) version 1903 sr-latn-rs x64',
    { kind: 'FeatureUpdate', release: '1903', architecture: 'x64', languages: ['sr-latn-rs'] },
  ],
  ['Feature update to Windows 11, version 25H2', { kind: 'FeatureUpdate', family: 'Windows 11', release: '25H2' }],
  ['Windows 11, version 25H2', { kind: 'FeatureUpdate', release: '25H2' }],
  [
    'Chinese Traditional (Hong Kong) Language Pack - Windows 10 Version 1511 for x64-based Systems - (KB3125217) zh-HK_LP',
    { kind: 'LanguagePack', release: '1511', architecture: 'x64' },
  ],
  [
    'GDR-DU FeatureOnDemandDirectX - Windows 10 Version 1607 for AMD64-based Systems - (KB3180030)',
    { kind: 'FeatureOnDemand', dynamic: true, architecture: 'x64' },
  ],
  ['Windows Malicious Software Removal Tool x64 - v5.145 (KB890830)', { kind: 'Tool' }],
  [
    'Security Intelligence Update for Microsoft Defender Antivirus - KB2267602 (Version 1.459.505.0) - Current Channel (Broad)',
    { kind: 'Definition' },
  ],
  ['Windows 11 Insider Preview Quality Update (26220.9568)', { kind: 'Other', release: null }],
  // Names that did not exist when this was written.
  [
    '2028-03 Cumulative Update for Windows 11, version 27H2 for x64-based Systems (KB6100001) (26400.1234)',
    { kind: 'CumulativeUpdate', family: 'Windows 11', release: '27H2', revision: '26400.1234' },
  ],
  [
    '2029-03 Cumulative Update for Windows 12, version 28H2 for arm64-based Systems (KB6200001) (30000.17)',
    { kind: 'CumulativeUpdate', family: 'Windows 12', release: '28H2', architecture: 'arm64' },
  ],
  [
    '2029-03 Cumulative Update for Microsoft server operating system version 28H2 for x64-based Systems (KB6200002)',
    { kind: 'CumulativeUpdate', family: 'Windows Server', release: '28H2' },
  ],
  [
    '2029-03 Cumulative Update for Windows Server 2028, version 28H2 for x64-based Systems (KB6200002)',
    { kind: 'CumulativeUpdate', family: 'Windows Server 2028', release: '28H2' },
  ],
];

/** Titles that must not be taken for anything. */
export const unknownTitles: readonly string[] = [
  '',
  '   ',
  '()))((',
  '2026-04 Security Update (KB5083769) (26200.8246)',
  '2026-05 Preview Update (KB5090000) (26200.8400)',
  'Windows Server, version 24H2 (26100.9278)',
  '2023-10 x64 ベース システム用 Windows 11 Version 22H2 の累積更新プログラム (KB5031354)',
  '2023-10 Kumulatives Update für Windows 11 Version 22H2 für x64-basierte Systeme (KB5031354)',
  '2027-03 Cumulative Update for Microsoft Exchange Server 2019 (KB5200009)',
  '2027-03 Cumulative Update for SQL Server 2028 (KB5200010)',
  'Cumulative Update',
  '2026-09 Cumulative Update for Windows Vienna for x64-based Systems (KB5129195)',
  '2026-09 Cumulative Update for Windows 11, version Next for x64-based Systems (KB5129195)',
  '2026-09 Cumulative Update for Windows 11, version 24H2 for x64-based Systems and more (KB5129195)',
  'Not a Cumulative Update for Windows 11, version 24H2 for x64-based Systems (KB5129195)',
];
