/** The kinds of update. A kind that is not certain is 'Unknown', and an update of it is never chosen. */
export const updateKinds = [
  'CumulativeUpdate',
  'CumulativeUpdatePreview',
  'DynamicCumulativeUpdate',
  'ServicingStackUpdate',
  'DotNetCumulativeUpdate',
  'DotNetCumulativeUpdatePreview',
  'SafeOSDynamicUpdate',
  'SetupDynamicUpdate',
  'DynamicUpdate',
  'MonthlyRollup',
  'MonthlyRollupPreview',
  'SecurityOnly',
  'SecurityUpdate',
  'EnablementPackage',
  'FeatureUpdate',
  'LanguagePack',
  'FeatureOnDemand',
  'Hotpatch',
  'Driver',
  'Definition',
  'Tool',
  'Other',
  'Unknown',
] as const;

export type UpdateKind = (typeof updateKinds)[number];

export const architectures = ['x86', 'x64', 'arm64'] as const;
export type Architecture = (typeof architectures)[number];

export function isUpdateKind(value: unknown): value is UpdateKind {
  return updateKinds.some((kind) => kind === value);
}

export function isArchitecture(value: unknown): value is Architecture {
  return architectures.some((architecture) => architecture === value);
}

/** Architecture of a package in the words of the catalog: amd64 is x64, everything else is called the same. */
export function vocabularyArchitecture(architecture: string): string {
  return architecture === 'amd64' ? 'x64' : architecture;
}

const previewOf: Partial<Record<UpdateKind, UpdateKind>> = {
  CumulativeUpdate: 'CumulativeUpdatePreview',
  DotNetCumulativeUpdate: 'DotNetCumulativeUpdatePreview',
  MonthlyRollup: 'MonthlyRollupPreview',
};

/** The kind of the preview of `kind`; `kind` itself where previews have no kind of their own. */
export function previewKind(kind: UpdateKind): UpdateKind {
  return previewOf[kind] ?? kind;
}

/** The kind whose line `kind` competes in: a preview competes in the line of what it previews. */
export function regularKind(kind: UpdateKind): UpdateKind {
  const entry = Object.entries(previewOf).find(([, preview]) => preview === kind);
  return entry !== undefined && isUpdateKind(entry[0]) ? entry[0] : kind;
}

/** Whether `kind` is the preview of another kind. */
export function isPreviewKind(kind: UpdateKind): boolean {
  return regularKind(kind) !== kind;
}

/**
 * Kinds of which a newer update holds everything of an older one. Only of these there is a latest; two language packs or
 * two security updates of one system stand beside each other.
 */
export const replacingKinds: readonly UpdateKind[] = [
  'CumulativeUpdate',
  'DynamicCumulativeUpdate',
  'ServicingStackUpdate',
  'DotNetCumulativeUpdate',
  'SafeOSDynamicUpdate',
  'SetupDynamicUpdate',
  'MonthlyRollup',
  'EnablementPackage',
  'Hotpatch',
];
