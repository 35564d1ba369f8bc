import type { UpdateKind } from '../kinds.ts';

/** How the opening words of a title name its kind. */
export interface KindPhrase {
  /** Lower case, one blank between words. */
  words: string;
  kind: UpdateKind;
  preview?: boolean;
  dynamic?: boolean;
  /** .NET versions follow. */
  dotNet?: boolean;
  /** The rest of the title is free text (names and versions of other products). */
  free?: boolean;
  /** The title is complete without a system. */
  alone?: boolean;
  /** Published out of band. */
  outOfBand?: boolean;
  /**
   * With a build and without a system it is a short title of the update client: the cumulative update of the system that
   * product, build and files agree on.
   */
  short?: boolean;
}

/**
 * The wordings of twelve years. The first row that fits wins, so a longer phrase stands before a shorter one that it
 * begins with. To add a wording: one row here and a title in the test table.
 */
export const kindPhrases: readonly KindPhrase[] = [
  { words: 'dynamic cumulative update', kind: 'DynamicCumulativeUpdate', dynamic: true },
  {
    words: 'cumulative update preview for .net framework',
    kind: 'DotNetCumulativeUpdatePreview',
    preview: true,
    dotNet: true,
  },
  { words: 'cumulative update for .net framework', kind: 'DotNetCumulativeUpdate', dotNet: true },
  { words: 'out-of-band cumulative update', kind: 'CumulativeUpdate', outOfBand: true },
  { words: 'out-of-band security update', kind: 'CumulativeUpdate', outOfBand: true, short: true },
  { words: 'out-of-band update', kind: 'CumulativeUpdate', outOfBand: true, short: true },
  { words: 'security cumulative update', kind: 'CumulativeUpdate' },
  { words: 'cumulative update preview', kind: 'CumulativeUpdatePreview', preview: true },
  { words: 'cumulative update', kind: 'CumulativeUpdate', short: true },
  { words: 'cumulative security update for internet explorer 11', kind: 'SecurityUpdate' },
  { words: 'cumulative security update for activex killbits', kind: 'SecurityUpdate' },
  { words: 'servicing stack update', kind: 'ServicingStackUpdate' },
  { words: 'safe os dynamic update', kind: 'SafeOSDynamicUpdate', dynamic: true },
  { words: 'setup dynamic update', kind: 'SetupDynamicUpdate', dynamic: true },
  { words: 'dynamic update', kind: 'DynamicUpdate', dynamic: true },
  { words: 'delta update', kind: 'Other' },
  { words: 'security monthly quality rollup', kind: 'MonthlyRollup' },
  { words: 'preview of monthly quality rollup', kind: 'MonthlyRollupPreview', preview: true },
  { words: 'security only quality update', kind: 'SecurityOnly' },
  { words: 'security only update for .net framework', kind: 'SecurityOnly', dotNet: true },
  { words: 'security and quality rollup for .net framework', kind: 'DotNetCumulativeUpdate', dotNet: true },
  {
    words: 'preview of quality rollup for .net framework',
    kind: 'DotNetCumulativeUpdatePreview',
    preview: true,
    dotNet: true,
  },
  { words: 'security update for microsoft .net framework', kind: 'SecurityUpdate', dotNet: true },
  { words: 'security update for .net framework', kind: 'SecurityUpdate', dotNet: true },
  { words: 'update for .net framework', kind: 'Other', dotNet: true },
  { words: 'microsoft .net framework', kind: 'Other', dotNet: true },
  { words: '.net framework security update', kind: 'DotNetCumulativeUpdate', alone: true },
  { words: '.net framework preview update', kind: 'DotNetCumulativeUpdatePreview', preview: true, alone: true },
  { words: '.net framework update', kind: 'DotNetCumulativeUpdate', alone: true },
  { words: '.net framework', kind: 'Other', dotNet: true },
  { words: 'preview update', kind: 'CumulativeUpdatePreview', preview: true, short: true },
  { words: 'windows recovery environment update', kind: 'SafeOSDynamicUpdate', dynamic: true, alone: true },
  { words: 'extended security updates ( esu ) licensing preparation package', kind: 'Other' },
  { words: 'security update for adobe flash player', kind: 'SecurityUpdate' },
  { words: 'update for adobe flash player', kind: 'SecurityUpdate' },
  { words: 'update for removal of adobe flash player', kind: 'Other' },
  { words: 'update for kernel-mode driver framework version 1.11', kind: 'Other' },
  { words: 'update for user-mode driver framework version 1.11', kind: 'Other' },
  { words: 'update for microsoft defender', kind: 'Definition', free: true },
  { words: 'update for windows defender', kind: 'Definition', free: true },
  { words: 'security intelligence update for', kind: 'Definition', free: true },
  { words: 'definition update for', kind: 'Definition', free: true },
  { words: 'windows malicious software removal tool', kind: 'Tool', free: true },
  { words: 'the new microsoft edge', kind: 'Other' },
  { words: 'microsoft edge', kind: 'Other', free: true },
  { words: 'internet explorer 11', kind: 'Other' },
  { words: 'platform update', kind: 'Other' },
  { words: 'virtual pc', kind: 'Other' },
  { words: 'rsat', kind: 'Other' },
  { words: 'feature update to', kind: 'FeatureUpdate' },
  { words: 'upgrade to', kind: 'FeatureUpdate' },
  { words: 'security update', kind: 'SecurityUpdate', short: true },
  { words: 'critical update', kind: 'SecurityUpdate' },
  { words: 'quality update', kind: 'Other', short: true },
  { words: 'update', kind: 'Other', short: true },
];
