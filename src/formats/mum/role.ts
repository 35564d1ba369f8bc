/**
 * What a package is, as far as its name alone says. Windows names its updates `Package_for_...`; parts of an update
 * that are packages of their own carry a number before, or a suffix behind.
 */
export type PackageRole =
  | 'cumulative-update'
  | 'servicing-stack'
  | 'dotnet-update'
  | 'other-update'
  | 'update-part'
  | 'language-pack'
  | 'feature-on-demand'
  | 'foundation'
  | 'other';

const roles: readonly [RegExp, PackageRole][] = [
  [/^package_\d+_for_/i, 'update-part'],
  [/^package_for_kb\d+_/i, 'update-part'],
  [/^package_for_\w+_wrapper$/i, 'update-part'],
  [/^package_for_rollupfix$/i, 'cumulative-update'],
  [/^package_for_servicingstack(_\d+)?$/i, 'servicing-stack'],
  [/^package_for_dotnetrollup(_\d+)?$/i, 'dotnet-update'],
  [/^package_for_./i, 'other-update'],
  [/-languagepack-package$/i, 'language-pack'],
  [/-fod-package$/i, 'feature-on-demand'],
  [/^microsoft-windows-foundation-package$/i, 'foundation'],
];

export function packageRole(name: string): PackageRole {
  return roles.find(([pattern]) => pattern.test(name))?.[1] ?? 'other';
}

/** Whether the package is an update of its own: no part of one, no feature, no language. */
export function isUpdateRole(role: PackageRole): boolean {
  return role.endsWith('-update') || role === 'servicing-stack';
}

/**
 * The revision of Windows that a cumulative update brings, "26100.4349" from version 26100.4349.1.8; null for a package
 * of another kind, whose version is no build of Windows (10.0.9321.3 of .NET) or not what the update brings.
 */
export function windowsRevision({ name, version }: { name: string; version: string }): string | null {
  return packageRole(name) === 'cumulative-update' ? revisionIn(version) : null;
}

/** The same for Windows PE and recovery environments, whose revision a Safe OS update brings as well. */
export function recoveryRevision({ name, version }: { name: string; version: string }): string | null {
  return /^package_for_safeosdu$/i.test(name) ? revisionIn(version) : windowsRevision({ name, version });
}

function revisionIn(version: string): string | null {
  const [, build, revision] = /^(\d{4,6})\.(\d{1,6})\.\d+\.\d+$/.exec(version) ?? [];
  return build === undefined || revision === undefined ? null : `${Number(build)}.${Number(revision)}`;
}

/** The KB number that a package name, file name or address of a support page holds, without "KB"; null without one. */
export function articleIn(text: string): string | null {
  const [, named, linked] = /KB(\d{6,8})(?!\d)|(?:kbid=|\/help\/|\/kb\/)(\d{6,8})(?!\d)/i.exec(text) ?? [];
  const article = named ?? linked;
  // 777777 is what Windows writes where it has no article.
  return article === undefined || article === '777777' ? null : article;
}
