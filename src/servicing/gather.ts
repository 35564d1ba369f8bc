/** Collects the facts that a plan is made from: image, updates, what each update is for each index. Reads only. */

import { recommendedFor } from '../answers/recommended.ts';
import { filedFamily } from '../catalog/store/filed-family.ts';
import { type Derived, readDerived } from '../catalog/store/read-derived.ts';
import { contentOf } from '../content/verified.ts';
import type { ImageIndex } from '../contract/generated/types.ts';
import { Problem } from '../errors.ts';
import type { ImageTable } from '../images/tables.ts';
import { questionOfRule, rolesOfRule } from '../rules/question.ts';
import { findRule } from '../rules/rules.ts';
import { applicability, membershipFor } from '../selection/applicability.ts';
import type { Applicability, PlanApplicability, PlanInput, PlanUpdate } from './plan/input.ts';
import type { Engine } from './run/engine.ts';
import type { Order } from './run/run-store.ts';

/** The kinds that a plan of this version knows how to put in. */
const plannedKinds = new Set(['CumulativeUpdate', 'CumulativeUpdatePreview']);

/** Everything at or above the update counts as there. */
const presentReasons = new Set([
  'PackageInstalled',
  'PackageSuperseded',
  'RevisionReached',
  'RevisionPassed',
  'ReleaseReached',
]);

/** Throws Problem ImgIndexNotFound for an index that the image does not have. */
export async function gatherPlanInput(engine: Engine, image: ImageTable, order: Order): Promise<PlanInput> {
  const { indexes }: { indexes: ImageIndex[] } = JSON.parse(image.inspection_json);
  // A catalog that came after the image may know its system by another name.
  for (const index of indexes) index.family = await filedFamily(engine.site.database, index);
  const missing = order.indexes.find((index) => !indexes.some((each) => each.index === index));
  if (missing !== undefined) {
    throw new Problem('ImgIndexNotFound', {
      detail: `${image.name} has no index ${missing}; it has ${indexes.length}.`,
    });
  }
  const wanted = indexes.filter(({ index }) => order.indexes.length === 0 || order.indexes.includes(index));
  const rule = order.rule ?? null;
  const uniqueIds = order.latest || rule !== null ? await chosenFor(engine, wanted, rule) : order.updates;
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

/**
 * What is chosen for each index: by the rule, else the newest cumulative update of its line. What an index has already
 * is chosen too, so that the plan says so. Throws Problem ImgRuleNotFound, and ImgCatalogEmpty when nothing is chosen.
 */
async function chosenFor({ site, ports }: Engine, indexes: ImageIndex[], ruleName: string | null): Promise<string[]> {
  const rule = ruleName === null ? undefined : await findRule(site.database, ruleName);
  const now = ports.clock.now().toISOString();
  const question = { ...(rule === undefined ? {} : questionOfRule(rule, now)), now };
  // A plan gives an index one cumulative update; the checkpoints it needs are no updates of their own there.
  const roles = rolesOfRule(rule ?? {}).filter((role) => role !== 'Checkpoint');
  const chosen = new Set<string>();
  const reasons: string[] = [];
  for (const index of indexes) {
    const { family, release, architecture, build, ubr, dotNet = null, packages = [] } = index;
    const image = { family, release, architecture, build, ubr, dotNet, packages };
    const answer = await recommendedFor(site.database, { image, question, roles });
    for (const { uniqueId } of [...answer.updates, ...answer.notNeeded]) chosen.add(uniqueId);
    for (const { role, reason } of answer.notFound) reasons.push(`Index ${index.index}, ${role}: ${reason}.`);
  }
  if (chosen.size === 0) {
    const detail = reasons.length > 0 ? [...new Set(reasons)].join(' ') : 'The catalog has nothing for this image.';
    throw new Problem('ImgCatalogEmpty', { detail });
  }
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
  const member = membershipFor(update, image);
  const revision = member === undefined || member.build === null ? null : `${member.build}.${member.revision}`;
  if (isOffered && !plannedKinds.has(update.kind)) {
    const words = `an update of the kind ${update.kind} is not put in by this version`;
    return { index, status: 'NotSupported', reasonCode: 'KindNotSupported', reason: words, revision };
  }
  const status: Applicability = isOffered ? 'Applicable' : presentReasons.has(reasonCode) ? 'Present' : 'NotSupported';
  return { index, status, reasonCode, reason, revision };
}
