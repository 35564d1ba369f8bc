import type { ImageIndex, Proof } from '../../contract/generated/types.ts';

/** What one index should be after the run. */
export interface Expectation {
  index: number;
  /** Revision before the run. */
  before: string | null;
  /** Revision of the update that went in; null when none did, or when nobody knows its revision. */
  expected: string | null;
  /** Something was installed, so that the index must have changed. */
  changed: boolean;
}

/** Package states that count as installed: after offline servicing an update may be Install Pending. */
const installedStates = new Set(['Installed', 'Install Pending']);

/**
 * Compares what was expected with what was read back by our own reader. The word of the tool plays no part: an index
 * proves itself by its revision and by the package that brings it.
 */
export function proveImage(expectations: Expectation[], after: ImageIndex[]): Proof {
  const indexes = expectations.map((expectation) => {
    const found = after.find(({ index }) => index === expectation.index);
    const { index, before, expected } = expectation;
    return { index, before, expected, after: found?.revision ?? null, missing: missing(expectation, found) };
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
  if (!rollup.some((each) => installedStates.has(each.state))) {
    const states = rollup.map((each) => `${each.identity} is ${each.state}`).join(', ');
    wrong.push(`The package of the update is not installed${states === '' ? '' : `: ${states}`}.`);
  }
  return wrong;
}

/**
 * The part of a version that tells two cumulative updates of one line apart. Releases that share their files (24H2 and
 * 25H2) differ in the build and agree in the revision, so the build plays no part here.
 */
function ubrOf(version: string | null): string | undefined {
  return version?.split('.')[1];
}
