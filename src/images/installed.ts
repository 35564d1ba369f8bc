import { isUpdateRole, packageRole } from '../formats/mum/role.ts';
import type { ImageInspection, ImagePackage, InstalledUpdate } from './types.ts';

/** States in which a package is no part of the image: its files may be there, but it was never, or is no longer, put in. */
const notInstalled: readonly string[] = ['Not Present', 'Staged', 'Staging', 'Resolving', 'Resolved'];

/**
 * The updates in an image, by index and identity, from an inspection with packages. Features, language packs, parts of
 * updates and what is only staged are left out (the update that an image was built with stays staged behind its
 * successor); superseded, pending and failed updates are listed with their state.
 */
export function installedUpdates(inspection: Pick<ImageInspection, 'indexes'>): InstalledUpdate[] {
  return inspection.indexes.flatMap(({ index, packages }) =>
    (packages ?? []).filter(isInstalledUpdate).map(({ articleId, identity, name, version, state, installTime }) => ({
      index,
      articleId,
      identity,
      name,
      version,
      state,
      installTime,
    })),
  );
}

function isInstalledUpdate({ name, hidden, state }: ImagePackage): boolean {
  return (
    isUpdateRole(packageRole(name)) && !hidden && !notInstalled.includes(state) && !/^Invalid(Resolv|Stag)/.test(state)
  );
}
