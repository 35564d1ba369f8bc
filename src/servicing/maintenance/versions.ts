import { retainVersions, versionsBeyond } from '../../distribution/publishing/retention.ts';
import { Problem } from '../../errors.ts';
import { whileLocked } from '../../images/library/busy.ts';
import type { ImageTable } from '../../images/tables.ts';
import { counted, type Item, type Part, type PartContext, shownBytes } from './part.ts';

/** Removes the oldest kept versions of images beyond the number that is kept; an image that is in use is left alone. */
export const versions: Part = async (context) => {
  const { site } = context.engine;
  const retainVersion = context.settings.retainVersion ?? (await site.settings()).retainVersion;
  const items: Item[] = [];
  const kept: Item[] = [];
  for (const image of await site.database.selectFrom('image').selectAll().orderBy('name_key').execute()) {
    const found = await ofImage(context, image, retainVersion);
    items.push(...found.removed);
    kept.push(...found.kept);
  }
  const bytes = items.reduce((sum, item) => sum + item.bytes, 0);
  return {
    summary: `${counted(items.length, 'kept version')} ${context.dryRun ? 'would be ' : ''}removed, ${shownBytes(bytes)}; ${retainVersion} of each image stay.`,
    ...{ count: items.length, bytes, items, kept },
  };
};

async function ofImage(
  { engine, dryRun }: PartContext,
  image: ImageTable,
  retainVersion: number,
): Promise<{ removed: Item[]; kept: Item[] }> {
  const { ports, site } = engine;
  const publishing = { database: site.database, ports, retainVersion };
  const beyond = await versionsBeyond(publishing, image.id);
  if (beyond.length === 0) return { removed: [], kept: [] };
  const asItem = ({ source_version, path, size }: (typeof beyond)[number], reason: string): Item => ({
    ...{ name: `${image.name}, version ${source_version}`, reason, bytes: path === image.path ? 0 : size },
  });
  const reason = `${retainVersion} earlier versions are kept`;
  try {
    const left = await whileLocked({ ...publishing, dryRun, transfer: {} }, image, async () => {
      if (dryRun) return [];
      await retainVersions(publishing, image.id);
      return versionsBeyond(publishing, image.id);
    });
    const isLeft = (version: number): boolean => left.some(({ source_version }) => source_version === version);
    return {
      removed: beyond.filter(({ source_version }) => !isLeft(source_version)).map((each) => asItem(each, reason)),
      kept: left.map((each) => asItem(each, 'its file cannot be removed now')),
    };
  } catch (error) {
    if (!(error instanceof Problem && error.id === 'ImgImageBusy')) throw error;
    return { removed: [], kept: beyond.map((each) => asItem(each, error.message)) };
  }
}
