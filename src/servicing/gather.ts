/** Collects the facts that a plan is made from: image, updates, what each update is for each index. Reads only. */
import type { Architecture } from '../catalog/kinds.ts';
import { latestChoices } from '../catalog/store/latest-updates.ts';
import { type Derived, readDerived } from '../catalog/store/read-derived.ts';
import { contentOf } from '../content/verified.ts';
import type { ImageIndex } from '../contract/generated/types.ts';
import { Problem } from '../errors.ts';
import { applicability } from '../selection/applicability.ts';
import type { ImageTable } from '../site/tables.ts';
import type { Applicability, PlanApplicability, PlanInput, PlanUpdate } from './plan/input.ts';
import type { Engine } from './run/engine.ts';
import type { Order } from './run/run-store.ts';

/** The kinds that a plan of this version knows how to put in. */
const plannedKinds = new Set(['CumulativeUpdate', 'CumulativeUpdatePreview']);

/** Everything at or above the update counts as there. */
const presentReasons = new Set(['PackageInstalled', 'PackageSuperseded', 'RevisionReached', 'RevisionPassed']);

/** Throws Problem ImgIndexNotFound for an index that the image does not have. */
export async function gatherPlanInput(engine: Engine, image: ImageTable, order: Order): Promise<PlanInput> {
  const { indexes }: { indexes: ImageIndex[] } = JSON.parse(image.inspection_json);
  const missing = order.indexes.find((index) => !indexes.some((each) => each.index === index));
  if (missing !== undefined) {
    throw new Problem('ImgIndexNotFound', {
      detail: `${image.name} has no index ${missing}; it has ${indexes.length}.`,
    });
  }
  const wanted = indexes.filter(({ index }) => order.indexes.length === 0 || order.indexes.includes(index));
  const uniqueIds = order.latest ? await latestFor(engine, wanted) : order.updates;
  const updates = await Promise.all(
    (await readDocuments(engine, uniqueIds)).map((update) => planUpdate(engine, update, indexes)),
  );
  return {
    image: {
      name: image.name,
      path: image.path,
      size: image.size,
      rehearsal: image.rehearsal === 1,
      indexes: indexes.map(({ index, name, revision, totalBytes }) => ({ index, name, revision, totalBytes })),
    },
    updates,
    options: { removeSupersededUpdates: order.removeSupersededUpdates, indexes: order.indexes },
  };
}

/** The newest cumulative update of the line of each index. Throws Problem ImgCatalogEmpty when there is none at all. */
async function latestFor({ site }: Engine, indexes: ImageIndex[]): Promise<string[]> {
  const chosen = new Set<string>();
  const reasons: string[] = [];
  for (const { index, family, release, architecture } of indexes) {
    if (family === null || release === null || architecture === null) {
      reasons.push(`Index ${index} does not tell which Windows it is.`);
      continue;
    }
    const { lines } = await latestChoices(site.database, {
      family,
      release,
      architecture: architecture as Architecture,
      kind: 'CumulativeUpdate',
    });
    const line = lines[0];
    if (line?.chosen != null) chosen.add(line.chosen);
    else reasons.push(line?.reason ?? `The catalog has no cumulative update for ${family} ${release} ${architecture}.`);
  }
  if (chosen.size === 0) throw new Problem('ImgCatalogEmpty', { detail: [...new Set(reasons)].join(' ') });
  return [...chosen];
}

async function readDocuments({ site }: Engine, uniqueIds: string[]): Promise<Derived[]> {
  const found = await readDerived(site.database, uniqueIds);
  return uniqueIds.map((uniqueId) => {
    const derived = found.get(uniqueId);
    if (derived !== undefined) return derived;
    throw new Problem('ImgUpdateNotFound', { detail: `The catalog has no update ${uniqueId}.` });
  });
}

async function planUpdate({ site }: Engine, derived: Derived, indexes: ImageIndex[]): Promise<PlanUpdate> {
  const { uniqueId, title } = derived.update;
  const content = await contentOf(site, uniqueId);
  return {
    uniqueId,
    articleId: derived.articleId ?? '',
    title,
    kind: derived.kind,
    size: content?.size ?? 0,
    applicability: indexes.map((index) => applicabilityTo(derived, index)),
  };
}

function applicabilityTo(update: Derived, image: ImageIndex): PlanApplicability {
  const { index, family, release, architecture, build, ubr, packages = [] } = image;
  const { reasonCode, reason, isOffered } = applicability(update, {
    family,
    release,
    architecture,
    build,
    ubr,
    packages,
  });
  const line = update.lines.find((each) => each.line.family === family && each.line.release === release);
  const revision = line == null || line.build === null ? null : `${line.build}.${line.revision}`;
  if (isOffered && !plannedKinds.has(update.kind)) {
    const words = `an update of the kind ${update.kind} is not put in by this version`;
    return { index, status: 'NotSupported', reasonCode: 'KindNotSupported', reason: words, revision };
  }
  const status: Applicability = isOffered ? 'Applicable' : presentReasons.has(reasonCode) ? 'Present' : 'NotSupported';
  return { index, status, reasonCode, reason, revision };
}
