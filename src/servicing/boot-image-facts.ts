/** Facts of Windows PE for a plan: boot.wim of media, and boot images that are registered for their own sake. */
import { dirname } from 'node:path';
import { type InspectedIndex, imageFacts } from '../answers/image-facts.ts';
import type { Derived } from '../catalog/store/read-derived.ts';
import { Problem } from '../errors.ts';
import { inspectWithArticles } from '../images/library/inspect-with-articles.ts';
import { imageProblem, openImageFile } from '../images/library/open-image.ts';
import type { ImageTable } from '../images/tables.ts';
import type { ImageIndex } from '../images/types.ts';
import { readMediaFolder } from '../images/upgrade-packages/media-folder.ts';
import { findUpgradePackage } from '../images/upgrade-packages/packages.ts';
import type { ImageFacts } from '../selection/facts.ts';
import type { LineRequest } from '../selection/line-request.ts';
import { listOf } from '../updates/filter.ts';
import { baseBuild } from '../updates/known-releases.ts';
import { systemsOfBuild } from '../updates/known-systems.ts';
import type { PlanBootImage, PlanSetup } from './plan/input.ts';
import type { Engine } from './run/engine.ts';

/** boot.wim as a plan sees it, and each index as updates are measured against it. */
export interface SeenBootImage {
  boot: PlanBootImage | null;
  seen: { index: number; facts: ImageFacts }[];
  warnings: string[];
}

/**
 * Reads boot.wim of an upgrade package. Windows PE says of no system that it is: it is serviced with the updates of the
 * Windows on the same media that shares its build. Throws Problem ImgImageNotFound where the image is no upgrade
 * package, and whatever is wrong with the file.
 */
export async function seeBootImage(
  { site, ports }: Engine,
  image: ImageTable,
  windows: readonly ImageFacts[],
): Promise<SeenBootImage> {
  const { database } = site;
  const { media, folder } = await findUpgradePackage(database, image.id);
  const path = readMediaFolder(ports.files, folder).bootImage;
  if (path === null || media.bootImage === null) {
    return { boot: null, seen: [], warnings: [`${image.name} has no boot.wim that could be serviced.`] };
  }
  const open = openImageFile(ports, path);
  try {
    const { indexes, rehearsal } = await inspectWithArticles(open, { index: undefined, database });
    if (rehearsal !== (image.rehearsal === 1)) {
      throw new Problem('ImgImageUnsupported', {
        detail: `Of ${image.path} and ${path} only one was made by a rehearsal: one tool cannot service both.`,
        remedy: 'Use media whose files are all real, or all made by rehearsals.',
      });
    }
    const seen: SeenBootImage['seen'] = [];
    const warnings: string[] = [];
    for (const index of indexes) {
      const own = windows.find(({ build, architecture }) => isSameBuild(index, { build, architecture }));
      if (own === undefined) {
        warnings.push(
          `Index ${index.index} of boot.wim (${index.revision}) shares its build with no index of the image.`,
        );
      }
      const { family = null, release = null } = own ?? {};
      seen.push({ index: index.index, facts: await imageFacts(database, { ...index, family, release }) });
    }
    const boot = { path, size: open.source.size, sha256: media.bootImage.sha256, indexes: indexes.map(planIndex) };
    return { boot, seen, warnings };
  } catch (error) {
    throw imageProblem(error, path);
  } finally {
    open.close();
  }
}

/** The media of an upgrade package, as its Setup is renewed. Throws Problem. */
export async function seeSetup({ site, ports }: Engine, image: ImageTable): Promise<PlanSetup> {
  const { folder } = await findUpgradePackage(site.database, image.id);
  return { folder, bootImage: readMediaFolder(ports.files, folder).bootImage };
}

/** The folder of the media of an upgrade package. */
export async function mediaFolderOf({ site }: Pick<Engine, 'site'>, image: ImageTable): Promise<string> {
  return image.kind === 'UpgradePackage'
    ? (await findUpgradePackage(site.database, image.id)).folder
    : dirname(image.path);
}

function planIndex({ index, name, revision, totalBytes, pending = [] }: ImageIndex): PlanBootImage['indexes'][number] {
  return { index, name, revision, totalBytes, pending };
}

function isSameBuild(
  one: Pick<ImageFacts, 'build' | 'architecture'>,
  other: Pick<ImageFacts, 'build' | 'architecture'>,
): boolean {
  if (one.build === null || other.build === null || one.architecture !== other.architecture) return false;
  return baseBuild(one.build) === baseBuild(other.build);
}

/**
 * The system whose updates a registered boot image takes: that of an update that is named, else one that the question
 * asks for, else the client of its build; the boot images of deployment kits are made from that.
 */
export function systemOfPe(
  { build, architecture }: InspectedIndex,
  { named, question }: { named: readonly Derived[]; question: Pick<LineRequest, 'family'> },
): Pick<InspectedIndex, 'family' | 'release'> {
  const systems = build === null ? [] : systemsOfBuild(build, { revision: null, side: null });
  const asked = listOf(question.family ?? []).map((family) => family.toLowerCase());
  const system =
    systems.find(({ family }) =>
      named.some(({ lines }) => lines.some(({ line }) => line.family === family && line.architecture === architecture)),
    ) ??
    systems.find(({ family }) => asked.includes(family.toLowerCase())) ??
    systems[0];
  return { family: system?.family ?? null, release: system?.releases[0] ?? null };
}
