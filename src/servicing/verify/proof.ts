import type { ImageIndex, Proof } from '../../contract/generated/types.ts';
import { isInEffect } from '../../images/package-state.ts';
import { stageOf } from '../plan/stage.ts';
import type { InstalledUpdate } from '../steps/installed-update.ts';

/** What one index should be after the run. */
export interface Expectation {
  index: number;
  /** Revision before the run. */
  before: string | null;
  /** Revision of the update that went in; null when none did, or when nobody knows its revision. */
  expected: string | null;
  /** A cumulative update of Windows was installed, so that the revision must have changed. */
  changed: boolean;
  /** Other updates that were installed: each proves itself by its own package. */
  packages?: readonly InstalledUpdate[];
}

/** What an index should be after these updates went in. */
export function expectationOf(
  index: number,
  before: string | null,
  installed: readonly InstalledUpdate[],
): Expectation {
  const cumulative = installed.findLast(({ kind }) => stageOf(kind) === 'cumulative');
  return {
    ...{ index, before },
    expected: cumulative === undefined ? before : cumulative.revision,
    changed: cumulative !== undefined,
    packages: installed.filter(({ kind }) => stageOf(kind) !== 'cumulative' && stageOf(kind) !== 'recovery'),
  };
}

/**
 * Compares what was expected with what was read back by our own reader. The word of the tool plays no part: an index
 * proves itself by its revision and by the package that brings it. `lacking`: what else is known to be missing, by index.
 */
export function proveImage(
  expectations: Expectation[],
  after: ImageIndex[],
  lacking: ReadonlyMap<number, readonly string[]> = new Map(),
): Proof {
  const indexes = expectations.map((expectation) => {
    const found = after.find(({ index }) => index === expectation.index);
    const { index, before, expected } = expectation;
    const proved = (expectation.packages ?? []).map((each) => provePackage(each, found));
    return {
      ...{ index, before, expected, after: found?.revision ?? null },
      updates: proved.map(({ articleId, identity, state }) => ({ articleId, identity, state })),
      missing: [
        ...missing(expectation, found),
        ...proved.flatMap((each) => each.missing),
        ...(lacking.get(index) ?? []),
      ],
    };
  });
  return { ok: indexes.every((each) => each.missing.length === 0), indexes };
}

function missing({ before, expected, changed }: Expectation, found: ImageIndex | undefined): string[] {
  if (found === undefined) return ['The index is not in the file.'];
  const revision = found.revision ?? 'unknown';
  if (!changed) {
    return found.revision === before ? [] : [`The revision is ${revision}, although nothing was installed.`];
  }
  if (expected === null) {
    return found.revision !== before ? [] : [`The revision is still ${revision}.`];
  }
  const wrong: string[] = [];
  if (ubrOf(found.revision) !== ubrOf(expected)) wrong.push(`The revision is ${revision}, not ${expected}.`);
  const rollup = (found.packages ?? []).filter(
    (each) => each.name === 'Package_for_RollupFix' && ubrOf(each.version) === ubrOf(expected),
  );
  if (!rollup.some((each) => isInEffect(each.state))) {
    const states = rollup.map((each) => `${each.identity} is ${each.state}`).join(', ');
    wrong.push(`The package of the update is not installed${states === '' ? '' : `: ${states}`}.`);
  }
  return wrong;
}

/** An update that has no revision of Windows proves itself by the package that it is, else by one of its KB. */
export function provePackage(
  update: InstalledUpdate,
  found: Pick<ImageIndex, 'packages'> | undefined,
): { articleId: string; identity: string | null; state: string | null; missing: string[] } {
  const { articleId, title } = update;
  const own = (found?.packages ?? []).filter((each) => isPackageOf(update, each));
  const best = own.find((each) => isInEffect(each.state)) ?? own[0];
  const isThere = best !== undefined && isInEffect(best.state);
  const state = best === undefined ? '' : `: ${best.identity} is ${best.state}`;
  const wrong = isThere ? [] : [`The package of ${title} is not installed${state}.`];
  return { articleId, identity: best?.identity ?? null, state: best?.state ?? null, missing: wrong };
}

function isPackageOf(
  { package: wanted, articleId }: InstalledUpdate,
  found: { name: string; version: string; articleId: string | null },
): boolean {
  if (articleId !== '' && found.articleId === articleId) return true;
  return wanted != null && found.name === wanted.name && found.version === wanted.version;
}

/**
 * The part of a version that tells two cumulative updates of one line apart. Releases that share their files (24H2 and
 * 25H2) differ in the build and agree in the revision, so the build plays no part here.
 */
function ubrOf(version: string | null): string | undefined {
  return version?.split('.')[1];
}
