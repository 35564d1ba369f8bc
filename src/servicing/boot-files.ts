/** The boot files on the media of an upgrade package, as a plan sees them. */
import { bootFolders } from '../boot/find-on-media.ts';
import { filesIn, type MediaFiles } from '../boot/media-files.ts';
import { bootMinimums } from '../boot/minimums.ts';
import { programOf, readProgram } from '../boot/read-program.ts';
import { updateMedia } from '../boot/update-media.ts';
import { isOf2023Alone, machinesOf } from '../boot/verdict.ts';
import { Problem } from '../errors.ts';
import type { ImageTable } from '../images/tables.ts';
import { readMediaFolder } from '../images/upgrade-packages/media-folder.ts';
import { findUpgradePackage } from '../images/upgrade-packages/packages.ts';
import type { PlanBootFiles } from './plan/input.ts';
import type { Engine } from './run/engine.ts';
import type { Order } from './run/run-store.ts';

/** Far above any boot manager. */
const mostBytes = 64 << 20;

/**
 * Whether the media starts from a boot manager of 2023, and what stands between it and those of its boot.wim. Null where nobody
 * asks for boot.wim or boot managers, or the media has no boot.wim or starts nothing.
 */
export async function seeBootFiles(
  { site, ports }: Pick<Engine, 'site' | 'ports'>,
  image: ImageTable,
  { includeBootImage = false, updateBootManager = null }: Order,
): Promise<PlanBootFiles | null> {
  if (image.kind !== 'UpgradePackage' || (!includeBootImage && updateBootManager === null)) return null;
  const { folder } = await findUpgradePackage(site.database, image.id);
  const { bootImage } = readMediaFolder(ports.files, folder);
  if (bootImage === null) return null;
  const media: MediaFiles = { files: ports.files, root: folder };
  const isAsked = updateBootManager !== null;
  if (!isAsked && !startsAnything(media)) return null;
  const way = isAsked ? await wayTo2023(media, ports) : { isDue: false, refusal: null };
  return { folder, bootImage, isAsked, is2023: await startsFrom2023(media, ports), ...way };
}

/** Whether the media lacks boot files of 2023 that its boot.wim has as it is; why it has none that could be used. */
async function wayTo2023(media: MediaFiles, ports: Engine['ports']): Promise<Pick<PlanBootFiles, 'isDue' | 'refusal'>> {
  try {
    const signal = new AbortController().signal;
    const tools = { ports, table: bootMinimums, dryRun: true, signal, pause: async () => undefined };
    const { files } = await updateMedia(media, tools);
    return { isDue: files.some(({ changed }) => changed), refusal: null };
  } catch (error) {
    if (!(error instanceof Problem) || !/^ImgBootFiles/.test(error.id)) throw error;
    return { isDue: false, refusal: error.message };
  }
}

/** Whether firmware finds a boot manager on the media: a folder that only upgrades a running Windows may have none. */
function startsAnything(media: MediaFiles): boolean {
  return bootFolders.some((folder) => filesIn(media, folder).some(({ name }) => programOf(name) !== undefined));
}

/** Whether every boot manager that firmware finds on the media is signed under 2023 alone. */
async function startsFrom2023(media: MediaFiles, { newDigest }: Pick<Engine['ports'], 'newDigest'>): Promise<boolean> {
  const starters = filesIn(media, bootFolders[1] ?? '').filter(({ name }) => programOf(name) === 'bootmgfw');
  for (const { place } of starters) {
    if ((media.files.facts(place)?.size ?? 0) > mostBytes) return false;
    const source = media.files.source(place);
    try {
      const facts = await readProgram(source.read(0, source.size), newDigest);
      const machines = machinesOf({ ...facts, program: 'bootmgfw' }, bootMinimums);
      if (!isOf2023Alone(machines)) return false;
    } finally {
      source.close();
    }
  }
  return starters.length > 0;
}
