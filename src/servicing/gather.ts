/** Collects the facts that a plan is made from: image, updates, what each update is for each index. Reads only. */

import { checkpointsOf } from '../answers/checkpoints.ts';
import { type InspectedIndex, imageFacts } from '../answers/image-facts.ts';
import { recommendedFor } from '../answers/recommended.ts';
import { silenceOf } from '../answers/silence.ts';
import { factsOf } from '../answers/verdicts.ts';
import { filedFamily } from '../catalog/store/filed-family.ts';
import { type Derived, readDerived } from '../catalog/store/read-derived.ts';
import { contentOf } from '../content/verified.ts';
import type { Rule } from '../contract/generated/types.ts';
import { wantedPoints } from '../distribution/points/targets.ts';
import { Problem } from '../errors.ts';
import { packagesBehind } from '../images/behind.ts';
import { capabilitiesIn, type HasCapability } from '../images/capabilities.ts';
import { inspectWithArticles } from '../images/library/inspect-with-articles.ts';
import { imageProblem, openImageFile } from '../images/library/open-image.ts';
import { storedInspection } from '../images/library/stored-inspection.ts';
import type { ImageTable } from '../images/tables.ts';
import type { ImageIndex } from '../images/types.ts';
import { questionOfRule, rolesOfRule } from '../rules/question.ts';
import { findRule } from '../rules/rules.ts';
import { applicability, type ImageFacts, membershipFor } from '../selection/applicability.ts';
import { isPassed, type NeededCheckpoint, type Role } from '../selection/recommend.ts';
import type { Database } from '../site/database.ts';
import { hasSeparateServicingStack } from '../updates/known-releases.ts';
import { findAdditions } from './additions/find.ts';
import { seeBootFiles } from './boot-files.ts';
import { seeBootImage, seeSetup, systemOfPe } from './boot-image-facts.ts';
import { findDrivers } from './drivers.ts';
import { lastCumulative } from './last-cumulative.ts';
import type { Applicability, PlanApplicability, PlanInput, PlanRecovery, PlanUpdate } from './plan/input.ts';
import { stageOf } from './plan/stage.ts';
import type { Engine } from './run/engine.ts';
import type { Order } from './run/run-store.ts';
import { stepHistory } from './step-history.ts';

/** Everything at or above the update counts as there. */
const presentReasons = new Set([
  'PackageInstalled',
  'PackageSuperseded',
  'RevisionReached',
  'RevisionPassed',
  'ReleaseReached',
  'NewerInstalled',
  'VersionReached',
  'VersionPassed',
  'StackIsNewer',
]);

/** The catalog has updates for the image, and the rule lets none of them pass: a month without news is no failure. */
export class RuleChoosesNothing extends Problem {}

/** Throws Problem ImgIndexNotFound for an index that the image does not have. */
export async function gatherPlanInput(engine: Engine, image: ImageTable, order: Order): Promise<PlanInput> {
  const { database } = engine.site;
  const points = order.updateDistributionPoint ? await wantedPoints(database, image.id) : [];
  const { indexes, warnings, has } = await indexesOf(engine, image, order);
  const missing = order.indexes.find((index) => !indexes.some((each) => each.index === index));
  if (missing !== undefined) {
    throw new Problem('ImgIndexNotFound', {
      detail: `${image.name} has no index ${missing}; it has ${indexes.length}.`,
    });
  }
  const isBootImage = image.kind === 'BootImage';
  const pe = isBootImage ? await systemsOfPe(engine, indexes, order) : indexes;
  const seen: SeenIndex[] = [];
  for (const index of pe) seen.push({ index, facts: await imageFacts(database, index) });
  const wanted = seen.filter(({ index }) => order.indexes.length === 0 || order.indexes.includes(index.index));
  const { languages = [], capabilities = [], capabilitySources = [] } = order;
  const { features = [], featureSource = null } = order;
  const additions = findAdditions(
    engine.ports,
    { languages, capabilities, capabilitySources, features, featureSource },
    wanted.map(({ index }) => ({ ...index, has: has.get(index.index) ?? (() => false) })),
  );
  const rule = order.rule ?? null;
  const media =
    order.includeBootImage === true && image.kind === 'UpgradePackage'
      ? await seeBootImage(
          engine,
          image,
          seen.map(({ facts }) => facts),
        )
      : { boot: null, seen: [], warnings: [] };
  const setup = order.includeSetup === true && image.kind === 'UpgradePackage' ? await seeSetup(engine, image) : null;
  const chosen = order.latest || rule !== null ? await chosenFor(engine, wanted, order, isBootImage) : undefined;
  const uniqueIds = chosen === undefined ? order.updates : [...chosen.byUpdate.keys()];
  const updates: PlanUpdate[] = [];
  for (const derived of await readDocuments(engine, uniqueIds)) {
    const meant = chosen?.byUpdate.get(derived.update.uniqueId);
    const asked = meant === undefined ? seen : seen.filter(({ index }) => meant.has(index.index));
    const update = setupOr(
      await planUpdate(engine, derived, asked, { order, isBootImage }),
      setup !== null && derived.kind === 'SetupDynamicUpdate',
    );
    const bootApplicability = await Promise.all(
      media.seen.map(({ index, facts }) => bootApplicabilityOf(engine, derived, { index, facts })),
    );
    updates.push(media.boot === null ? update : { ...update, bootApplicability });
  }
  const since = await lastCumulative(database, image.id);
  return {
    image: {
      name: image.name,
      path: image.path,
      size: image.size,
      rehearsal: image.rehearsal === 1,
      ...(isBootImage ? { isBootImage } : {}),
      indexes: indexes.map((each) => {
        const { index, name, revision, totalBytes, pending = [] } = each;
        const own = additions.byIndex.get(index);
        return {
          ...{ index, name, revision, totalBytes, pending, recovery: recoveryOf(each) },
          ...(own === undefined ? {} : { additions: own }),
          ...(isBootImage ? {} : { behind: packagesBehind(each.packages ?? [], since.get(index)) }),
        };
      }),
    },
    boot: media.boot,
    setup,
    bootFiles: await seeBootFiles(engine, image, order),
    updates,
    history: await stepHistory(database, image),
    distributionPoints: points.map(({ name }) => name),
    warnings: [
      ...warnings,
      ...media.warnings,
      ...notMedia(image, order),
      ...(order.updateDistributionPoint && points.length === 0 ? [noPoint(image)] : []),
      ...(chosen?.warnings ?? []),
      ...(await missingStacks(engine, wanted, updates)),
    ],
    options: {
      removeSupersededUpdates: order.removeSupersededUpdates,
      cleanupWhenPending: order.cleanupWhenPending ?? 'fail',
      indexes: order.indexes,
      featureSources: additions.sources,
      featureSource,
      drivers: order.driverFolder ? findDrivers(engine.ports, order.driverFolder, order.forceUnsigned === true) : null,
    },
  };
}

function noPoint({ name }: ImageTable): string {
  return `${name} goes to no distribution point yet: \`imgupdate distribution send IMAGE --point NAME\` makes one a target.`;
}

interface SeenIndex {
  index: InspectedIndex & Pick<ImageIndex, 'index' | 'name' | 'revision' | 'totalBytes'> & AdditionFacts;
  facts: ImageFacts;
}

/** What languages and features are chosen by. */
type AdditionFacts = Pick<
  ImageIndex,
  'languages' | 'installationType' | 'architecture' | 'build' | 'packages' | 'features'
>;

/** What is in the file now, with its packages; where it cannot be read, what is registered, with a warning. */
async function indexesOf(
  { site, ports }: Engine,
  image: ImageTable,
  { capabilities = [], features = [] }: Order,
): Promise<{ indexes: SeenIndex['index'][]; warnings: string[]; has: Map<number, HasCapability> }> {
  const { database } = site;
  try {
    const open = openImageFile(ports, image.path);
    try {
      const winre = { newDigest: ports.newDigest };
      const parts = { index: undefined, winre, features: features.length > 0 };
      const { indexes } = await inspectWithArticles(open, { ...parts, database });
      const asked = capabilities.length === 0 ? [] : indexes;
      const has = asked.map(({ index, packages = [] }) => [index, capabilitiesIn(open.wim, index, packages)] as const);
      return { indexes, warnings: [], has: new Map(has) };
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

/**
 * What is chosen for each index: by the rule, else the newest cumulative update of its line. What an index has already
 * is chosen too, so that the plan says so. Throws Problem ImgRuleNotFound, and ImgCatalogEmpty when nothing is chosen.
 */
async function chosenFor(
  { site, ports }: Engine,
  indexes: readonly SeenIndex[],
  order: Order,
  isBootImage: boolean,
): Promise<{ byUpdate: Map<string, Set<number>>; warnings: string[] }> {
  const rule = order.rule == null ? undefined : await findRule(site.database, order.rule);
  const now = ports.clock.now().toISOString();
  const question = { ...(rule === undefined ? {} : questionOfRule(rule, now)), now };
  const byUpdate = new Map<string, Set<number>>();
  const reasons: string[] = [];
  const warnings = new Set<string>();
  for (const { index, facts } of indexes) {
    const roles = rolesFor(rule, facts, order).filter((role) => !isBootImage || isForPe(role));
    const answer = await recommendedFor(site.database, { image: facts, question, roles });
    const takesRollup = answer.updates.some(({ role }) => role === 'CumulativeUpdate');
    for (const { uniqueId, role } of [...answer.updates, ...answer.notNeeded]) {
      // A checkpoint is no update of its own in a plan: the update that needs it takes it along.
      if (role === 'Checkpoint') continue;
      if (role === 'ServicingStackUpdate' && !takesRollup && !rolesOfRule(rule ?? {}).includes(role)) continue;
      const isOptional = role === 'DotNetCumulativeUpdate' && rule === undefined;
      if (isOptional && !(await isDotNetWanted(site, uniqueId, order))) continue;
      byUpdate.set(uniqueId, (byUpdate.get(uniqueId) ?? new Set()).add(index.index));
    }
    for (const { role, reason } of answer.notFound) {
      reasons.push(`Index ${index.index}, ${role}: ${reason}.`);
      if (role === 'Checkpoint') warnings.add(`Index ${index.index}: ${reason}.`);
      if (role === 'SetupDynamicUpdate') warnings.add(`Index ${index.index}: no file of Setup is renewed: ${reason}.`);
      if (role === 'SafeOSDynamicUpdate') {
        warnings.add(`Index ${index.index}: nothing goes into its recovery image: ${reason}.`);
      }
    }
    for (const { message } of answer.notUnderstood) warnings.add(message);
  }
  if (byUpdate.size === 0) {
    const silence = await silenceOf(
      site.database,
      indexes.map(({ facts }) => facts),
      { question },
    );
    const detail = [silence?.reason, ...new Set(reasons), ...warnings].filter((part) => part !== undefined).join(' ');
    if (rule !== undefined && (await hasAnything(site.database, indexes, now))) {
      throw new RuleChoosesNothing('ImgCatalogEmpty', { detail });
    }
    throw new Problem('ImgCatalogEmpty', { detail: detail || 'The catalog has nothing for this image.' });
  }
  return { byUpdate, warnings: [...warnings] };
}

/**
 * What is asked for one index: the kinds of the rule, else the cumulative update and that of .NET; and with a cumulative
 * update the servicing stack, where the release has it apart.
 */
function rolesFor(
  rule: Rule | undefined,
  { release }: ImageFacts,
  { includeDotNet, includeWinRE, includeSetup }: Order,
): Role[] {
  const asked: Role[] = rolesOfRule(rule ?? {});
  if (includeDotNet ?? rule === undefined) asked.push('DotNetCumulativeUpdate');
  if (includeWinRE === true) asked.push('SafeOSDynamicUpdate');
  if (includeSetup === true) asked.push('SetupDynamicUpdate');
  if (asked.includes('CumulativeUpdate') && hasSeparateServicingStack(release ?? ''))
    asked.push('ServicingStackUpdate');
  return [...new Set(asked)];
}

/** An update of Setup belongs to the media where its Setup is wanted, and fits one index of the image at least. */
function setupOr(update: PlanUpdate, isWanted: boolean): PlanUpdate {
  const fits = update.applicability.find(({ reasonCode }) => reasonCode === 'NotOfflineServiceable');
  if (!isWanted || fits === undefined) return update;
  const reason = 'its files are laid over those of the media';
  return { ...update, setup: { ...fits, status: 'Applicable', reasonCode: 'MediaFiles', reason } };
}

function notMedia({ name, kind }: ImageTable, order: Order): string[] {
  const { includeBootImage, includeSetup, updateBootManager } = order;
  const asks = includeBootImage === true || includeSetup === true || updateBootManager != null;
  if (kind === 'UpgradePackage' || !asks) return [];
  return [`${name} is no upgrade package: around it there is no boot.wim, no Setup and no boot manager to renew.`];
}

/** The updates of Windows that go into a Windows PE too. */
function isForPe(kind: string): boolean {
  return ['stack', 'cumulative'].includes(stageOf(kind) ?? '');
}

/** The indexes of a registered boot image, as if each were the Windows whose updates it takes. */
async function systemsOfPe(
  engine: Engine,
  indexes: readonly SeenIndex['index'][],
  order: Order,
): Promise<SeenIndex['index'][]> {
  const named = await readDocuments(engine, order.updates);
  const rule = order.rule == null ? undefined : await findRule(engine.site.database, order.rule);
  const question = rule === undefined ? {} : questionOfRule(rule, engine.ports.clock.now().toISOString());
  return indexes.map((index) => ({ ...index, ...systemOfPe(index, { named, question }) }));
}

/** Nobody said whether .NET goes in: it does where its package is here, and nothing is downloaded for it. */
async function isDotNetWanted(site: Engine['site'], uniqueId: string, { includeDotNet }: Order): Promise<boolean> {
  return includeDotNet ?? (await contentOf(site, uniqueId)) !== undefined;
}

/** Whether a question without a rule finds something for one of these indexes. */
async function hasAnything(database: Database, indexes: readonly SeenIndex[], now: string): Promise<boolean> {
  for (const { facts } of indexes) {
    const { updates, notNeeded } = await recommendedFor(database, { image: facts, question: { now } });
    if (updates.length + notNeeded.length > 0) return true;
  }
  return false;
}

/** Releases that get their servicing stack apart refuse a cumulative update without it. */
async function missingStacks(
  { site, ports }: Engine,
  indexes: readonly SeenIndex[],
  updates: readonly PlanUpdate[],
): Promise<string[]> {
  const warnings: string[] = [];
  const now = ports.clock.now().toISOString();
  for (const { index, facts } of indexes) {
    if (!hasSeparateServicingStack(facts.release ?? '')) continue;
    const own = updates.flatMap(({ kind, applicability: verdicts }) =>
      verdicts.flatMap((each) => (each.index === index.index ? { stage: stageOf(kind), status: each.status } : [])),
    );
    const takes = own.some(({ stage, status }) => stage === 'cumulative' && status === 'Applicable');
    if (!takes || own.some(({ stage, status }) => stage === 'stack' && status !== 'NotSupported')) continue;
    const roles = ['ServicingStackUpdate'] as const;
    const answer = await recommendedFor(site.database, { image: facts, question: { now }, roles });
    const [needed] = answer.updates;
    if (needed === undefined && answer.notNeeded.length > 0) continue;
    const derived = needed && (await readDerived(site.database, [needed.uniqueId])).get(needed.uniqueId);
    const which =
      derived === undefined
        ? 'and the catalog has none'
        : `name KB${derived.articleId} as well: ${derived.update.title}`;
    warnings.push(
      `Index ${index.index}: ${facts.family} ${facts.release} gets its servicing stack apart, ${which}. Without it DISM refuses the cumulative update.`,
    );
  }
  return warnings;
}

async function readDocuments({ site }: Engine, uniqueIds: string[]): Promise<Derived[]> {
  const found = await readDerived(site.database, uniqueIds);
  return uniqueIds.map((uniqueId) => {
    const derived = found.get(uniqueId);
    if (derived !== undefined) return derived;
    throw new Problem('ImgUpdateNotFound', { detail: `The catalog has no update ${uniqueId}.` });
  });
}

async function planUpdate(
  { site }: Engine,
  derived: Derived,
  indexes: readonly SeenIndex[],
  how: { order: Order; isBootImage: boolean },
): Promise<PlanUpdate> {
  const { uniqueId, title } = derived.update;
  const content = await contentOf(site, uniqueId);
  const above = new Map<number, CheckpointName[]>();
  const all = new Map<string, CheckpointName>();
  for (const { index, facts } of stageOf(derived.kind) === 'cumulative' ? indexes : []) {
    for (const each of await recordedCheckpoints(site.database, derived, facts)) all.set(each.articleId, named(each));
    above.set(index.index, (await checkpointsAbove(site.database, derived, facts)).map(named));
  }
  return {
    uniqueId,
    articleId: derived.articleId ?? '',
    title,
    kind: derived.kind,
    month: derived.month,
    variant: [...derived.dotNetVersions].sort().join(' '),
    package: packageOf(derived),
    size: content?.size ?? 0,
    applicability: indexes.map((each) => {
      return { ...applicabilityTo(derived, each, how), checkpoints: above.get(each.index.index) ?? [] };
    }),
    allCheckpoints: [...all.values()],
  };
}

/** The checkpoints of an update that are above the revision of what it goes into. */
async function checkpointsAbove(database: Database, derived: Derived, facts: ImageFacts): Promise<CheckpointRecord[]> {
  return (await recordedCheckpoints(database, derived, facts)).filter((each) => !isPassed(each, facts));
}

type CheckpointRecord = NeededCheckpoint & { uniqueId: string };

/** All checkpoints of an update that the catalog has a record of. */
async function recordedCheckpoints(
  database: Database,
  derived: Derived,
  facts: ImageFacts,
): Promise<CheckpointRecord[]> {
  return (await checkpointsOf(database, derived, facts)).flatMap((each) => {
    const uniqueId = each.uniqueId ?? each.file?.uniqueId;
    return uniqueId === undefined ? [] : [{ ...each, uniqueId }];
  });
}

/** What a plan says of a checkpoint. */
type CheckpointName = Pick<CheckpointRecord, 'uniqueId' | 'articleId'>;

function named({ uniqueId, articleId }: CheckpointRecord): CheckpointName {
  return { uniqueId, articleId };
}

/**
 * What an update is for an index of boot.wim. A checkpoint at or below its own revision never lies beside the update: it
 * would go in although something newer is there, and leave a Windows PE that does not start.
 */
async function bootApplicabilityOf(
  { site }: Engine,
  derived: Derived,
  { index, facts }: { index: number; facts: ImageFacts },
): Promise<PlanApplicability> {
  return {
    ...verdictOf(derived, { index, facts }),
    checkpoints: (await checkpointsAbove(site.database, derived, facts)).map(named),
  };
}

/** What its package calls itself, where it was read. */
function packageOf({ learned }: Derived): PlanUpdate['package'] {
  const { name = null, version = null } = learned ?? {};
  return name === null || version === null ? null : { name, version };
}

function applicabilityTo(
  update: Derived,
  { index, facts }: SeenIndex,
  { order, isBootImage }: { order: Order; isBootImage: boolean },
): PlanApplicability {
  const verdict = verdictOf(update, { index: index.index, facts });
  if (verdict.status !== 'Applicable') return verdict;
  const refused = { ...verdict, status: 'NotSupported' as const };
  if (stageOf(update.kind) === undefined) {
    const reason = `an update of the kind ${update.kind} is not put in by this version`;
    return { ...refused, reasonCode: 'KindNotSupported', reason };
  }
  if (isBootImage && !isForPe(update.kind)) {
    const reason = 'a boot image takes cumulative updates and servicing stacks alone';
    return { ...refused, reasonCode: 'NotForWindowsPE', reason };
  }
  const refusal = stageOf(update.kind) === 'recovery' ? recoveryRefusal(index, order) : undefined;
  return refusal === undefined ? verdict : { ...refused, ...refusal };
}

function verdictOf(update: Derived, { index, facts }: { index: number; facts: ImageFacts }): PlanApplicability {
  const { reasonCode, reason, isOffered } = applicability(factsOf(update), facts);
  const member = membershipFor(update, facts);
  const revision = member === undefined || member.build === null ? null : `${member.build}.${member.revision}`;
  const status: Applicability = isOffered ? 'Applicable' : presentReasons.has(reasonCode) ? 'Present' : 'NotSupported';
  return { index, status, reasonCode, reason, revision };
}

/** Why nothing goes into the recovery image of an index; undefined when something may. */
function recoveryRefusal(
  { winre }: SeenIndex['index'],
  { includeWinRE }: Order,
): Pick<PlanApplicability, 'reasonCode' | 'reason'> | undefined {
  if (includeWinRE !== true) {
    return {
      reasonCode: 'RecoveryNotAsked',
      reason: 'it goes into the recovery image, and includeWinRE was not asked for',
    };
  }
  if (winre == null) return { reasonCode: 'NoRecovery', reason: 'the index has no recovery image' };
  return winre.indexes.length > 0
    ? undefined
    : { reasonCode: 'RecoveryUnreadable', reason: winre.warnings[0] ?? 'its recovery image holds no index' };
}

function recoveryOf({ winre }: SeenIndex['index']): PlanRecovery | null {
  const [first] = winre?.indexes ?? [];
  if (winre == null || first === undefined) return null;
  return { sha1: winre.sha1, size: winre.size, revision: first.revision, indexes: winre.indexes.length };
}
