/** The indexes of an image as they are in its file now, with the facts that updates are measured against. */
import { type InspectedIndex, imageFacts } from '../../answers/image-facts.ts';
import { filedFamily } from '../../catalog/store/filed-family.ts';
import { Problem } from '../../errors.ts';
import { capabilitiesIn, type HasCapability } from '../../images/capabilities.ts';
import { inspectWithArticles } from '../../images/library/inspect-with-articles.ts';
import { imageProblem, openImageFile } from '../../images/library/open-image.ts';
import { storedInspection } from '../../images/library/stored-inspection.ts';
import type { ImageTable } from '../../images/tables.ts';
import type { ImageIndex } from '../../images/types.ts';
import { questionOfRule } from '../../rules/question.ts';
import { findRule } from '../../rules/rules.ts';
import type { ImageFacts } from '../../selection/facts.ts';
import { systemOfPe } from '../boot-image-facts.ts';
import type { Engine } from '../run/engine.ts';
import type { Order } from '../run/run-store.ts';
import { readDocuments } from './documents.ts';
import { otherFile } from './notes.ts';

export interface SeenIndex {
  index: IndexInFile;
  facts: ImageFacts;
}

export type IndexInFile = InspectedIndex &
  Pick<ImageIndex, 'index' | 'name' | 'revision' | 'totalBytes'> &
  AdditionFacts;

/** What languages and features are chosen by. */
type AdditionFacts = Pick<
  ImageIndex,
  'languages' | 'installationType' | 'architecture' | 'build' | 'packages' | 'features'
>;

export interface SeenImage {
  /** As they are in the file, all of them. */
  indexes: IndexInFile[];
  /** All of them as updates are measured against them; a Windows PE as the Windows whose updates it takes. */
  seen: SeenIndex[];
  /** Those of `seen` that the order asks for. */
  wanted: SeenIndex[];
  /** Index -> what tells whether it has a capability; only where the order asks for capabilities. */
  has: Map<number, HasCapability>;
  warnings: string[];
}

/** Throws Problem ImgIndexNotFound for an index that the image does not have. */
export async function seeIndexes(engine: Engine, image: ImageTable, order: Order): Promise<SeenImage> {
  const { indexes, warnings, has } = await indexesOf(engine, image, order);
  const missing = order.indexes.find((index) => !indexes.some((each) => each.index === index));
  if (missing !== undefined) {
    throw new Problem('ImgIndexNotFound', {
      detail: `${image.name} has no index ${missing}; it has ${indexes.length}.`,
    });
  }
  const systems = image.kind === 'BootImage' ? await systemsOfPe(engine, indexes, order) : indexes;
  const seen: SeenIndex[] = [];
  for (const index of systems) seen.push({ index, facts: await imageFacts(engine.site.database, index) });
  const wanted = seen.filter(({ index }) => order.indexes.length === 0 || order.indexes.includes(index.index));
  return { indexes, seen, wanted, has, warnings };
}

/** What is in the file now, with its packages; where it cannot be read, what is registered, with a warning. */
async function indexesOf(
  { site, ports }: Engine,
  image: ImageTable,
  { capabilities = [], features = [] }: Order,
): Promise<{ indexes: IndexInFile[]; warnings: string[]; has: Map<number, HasCapability> }> {
  const { database } = site;
  try {
    const open = openImageFile(ports, image.path);
    try {
      const winre = { newDigest: ports.newDigest };
      const parts = { index: undefined, winre, features: features.length > 0 };
      const { indexes } = await inspectWithArticles(open, { ...parts, database });
      const asked = capabilities.length === 0 ? [] : indexes;
      const has = asked.map(({ index, packages = [] }) => [index, capabilitiesIn(open.wim, index, packages)] as const);
      return { indexes, warnings: otherFile(ports, image), has: new Map(has) };
    } catch (error) {
      throw imageProblem(error, image.path);
    } finally {
      open.close();
    }
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const { indexes } = storedInspection(image);
    // A catalog that came after the image may know its system by another name.
    for (const index of indexes) index.family = await filedFamily(database, index);
    const warnings = [`Decided by what is registered, without its packages: ${error.message}`];
    return { indexes, warnings, has: new Map() };
  }
}

/** The indexes of a registered boot image, as if each were the Windows whose updates it takes. */
async function systemsOfPe(engine: Engine, indexes: readonly IndexInFile[], order: Order): Promise<IndexInFile[]> {
  const named = await readDocuments(engine, order.updates);
  const rule = order.rule == null ? undefined : await findRule(engine.site.database, order.rule);
  const question = rule === undefined ? {} : questionOfRule(rule, engine.ports.clock.now().toISOString());
  return indexes.map((index) => ({ ...index, ...systemOfPe(index, { named, question }) }));
}
