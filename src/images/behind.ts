/**
 * Languages and features that are as they were released although the image is not: put in after its cumulative update, by
 * us or by somebody else. Such an image needs the cumulative update again, also at the same revision.
 */
import { isUpdateRole, packageRole } from '../formats/mum/role.ts';
import { isInEffect } from './package-state.ts';
import type { ImagePackage } from './types.ts';

type Package = Pick<ImagePackage, 'identity' | 'name' | 'version' | 'state' | 'installTime' | 'hidden'>;

/**
 * Identities of the packages that wait for the cumulative update, in the order of the image. `since` (RFC 3339, UTC): when
 * we last put one in. An update that goes in again need not get a new time in the image, and would be due for ever.
 */
export function packagesBehind(packages: readonly Package[], since = ''): string[] {
  const languages = new Set(languagesBehind(packages));
  const later = new Set(cameLater(packages, since));
  return packages.map(({ identity }) => identity).filter((each) => languages.has(each) || later.has(each));
}

/**
 * Language packs at the revision that Windows was released with while another one is newer. A cumulative update brings
 * all of them to its own; before Windows 10 2004 it brings none, and then none is newer.
 */
export function languagesBehind(packages: readonly Package[]): string[] {
  const packs = packages.filter(isPack);
  const newest = Math.max(0, ...packs.map(revisionOf));
  return newest <= releasedRevision ? [] : packs.filter((each) => isReleased(each)).map(({ identity }) => identity);
}

function isPack({ name, state }: Pick<Package, 'name' | 'state'>): boolean {
  return packageRole(name) === 'language-pack' && isInEffect(state);
}

/** What was installed after the newest cumulative update, and is as it was released. */
function cameLater(packages: readonly Package[], since: string): string[] {
  const rollups = packages.filter(({ name, state }) => packageRole(name) === 'cumulative-update' && isInEffect(state));
  const last =
    rollups
      .map(({ installTime }) => installTime ?? '')
      .concat(since)
      .sort()
      .at(-1) ?? '';
  if (rollups.length === 0 || last === '') return [];
  return packages
    .filter(({ name, state, hidden }) => !hidden && isInEffect(state) && isPart(name))
    .filter((each) => isReleased(each) && (each.installTime ?? '') > last)
    .map(({ identity }) => identity);
}

/** Languages and features of Windows; .NET 3.5 goes in behind the cumulative update, and has an update of its own. */
function isPart(name: string): boolean {
  const role = packageRole(name);
  const isOther = isUpdateRole(role) || role === 'update-part' || role === 'foundation';
  return !isOther && !/^microsoft-windows-netfx3-ondemand-package$/i.test(name);
}

/** Windows is released as 10.0.26100.1, before 2018 as 10.0.14393.0. */
const releasedRevision = 1;

function isReleased(each: Package): boolean {
  return /^10\.0\.\d{5}\.\d+$/.test(each.version) && revisionOf(each) <= releasedRevision;
}

function revisionOf({ version }: Package): number {
  return Number(version.split('.')[3] ?? 0);
}

/** Languages whose packs are in effect. */
export function languagesIn(packages: readonly (Package & Pick<ImagePackage, 'language'>)[]): string[] {
  return packages.filter(isPack).map(({ language }) => language);
}
