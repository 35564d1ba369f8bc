import type { PackageManifest } from './manifest.ts';
import { articleIn } from './role.ts';

/** The KB number of a package, without "KB", from the first place that names one; null when none does. */
export function manifestArticle(manifest: PackageManifest): string | null {
  const { identifier, identity, supportInformation, description } = manifest;
  for (const text of [identifier, identity.name, supportInformation, description]) {
    const article = articleIn(text);
    if (article !== null) return article;
  }
  return null;
}
