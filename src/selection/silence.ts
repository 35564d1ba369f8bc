import { sharesBuilds } from '../updates/known-releases.ts';

/** Why an answer is empty. */
export type SilenceCode =
  | 'CatalogEmpty'
  | 'WindowsPE'
  | 'ImageUnknown'
  | 'NoSuchFamily'
  | 'NoSuchRelease'
  | 'NotUnderstood'
  | 'EverythingThere'
  | 'EverythingHeld'
  | 'Undecided'
  | 'NothingNeeded'
  | 'NoMatch';

export type Silence = { reasonCode: SilenceCode; reason: string };

/** What is known about a question whose answer is empty. */
export interface SilenceFacts {
  isCatalogEmpty: boolean;
  /** Of an image, or of the filter; empty when neither names one. */
  families: readonly string[];
  releases: readonly string[];
  /** Systems that the catalog has. */
  known: readonly { family: string; release: string }[];
  /** The image is Windows PE, setup or a recovery environment. */
  isWindowsPE: boolean;
  /** The image does not say what it is. */
  isImageUnknown: boolean;
  /** What was not understood of the systems, for people. */
  notUnderstood: readonly string[];
  /** What became of each line, by its code, and what its choice is for the image. */
  outcomes: readonly string[];
  /** Lines that could not be decided, each with its reason, for people. */
  undecided: readonly string[];
  /** Reason codes of verdicts on what was chosen. */
  verdicts: readonly string[];
}

/** The first thing that explains why there is nothing. */
export function silence(facts: SilenceFacts): Silence {
  if (facts.isCatalogEmpty) {
    return { reasonCode: 'CatalogEmpty', reason: 'The catalog is empty; import updates first.' };
  }
  if (facts.isWindowsPE) {
    const reason =
      'The image is Windows PE: no line of updates is its own. Registered as a boot image, or beside its Windows in an upgrade package (includeBootImage), it takes the cumulative update of that Windows; a recovery image inside of Windows takes the Safe OS dynamic update (includeWinRE).';
    return { reasonCode: 'WindowsPE', reason };
  }
  if (facts.isImageUnknown) {
    return { reasonCode: 'ImageUnknown', reason: 'The image does not tell its system, release or architecture.' };
  }
  const system = unknownSystem(facts);
  if (facts.outcomes.length === 0 && facts.notUnderstood.length > 0) {
    const reason = `Nothing that was understood is for it. ${facts.notUnderstood.join(' ')}`;
    return { reasonCode: 'NotUnderstood', reason };
  }
  if (system !== null && facts.outcomes.length === 0) return system;
  if (facts.outcomes.length > 0 && facts.outcomes.every((code) => code === 'NothingAllowed')) {
    return {
      reasonCode: 'EverythingHeld',
      reason: 'Everything of its lines is held, hidden, declined or left out by the policy.',
    };
  }
  if (facts.verdicts.length > 0) {
    const isThere = facts.verdicts.every((code) => thereCodes.has(code));
    return isThere
      ? { reasonCode: 'EverythingThere', reason: 'The image has everything that its lines choose, or something newer.' }
      : { reasonCode: 'NothingNeeded', reason: 'What its lines choose cannot go into this image.' };
  }
  if (facts.undecided.length > 0) return { reasonCode: 'Undecided', reason: `${facts.undecided.join('; ')}.` };
  return { reasonCode: 'NoMatch', reason: 'The catalog has no update that the question lets pass.' };
}

const thereCodes: ReadonlySet<string> = new Set([
  ...['PackageInstalled', 'PackageSuperseded', 'NewerInstalled', 'ReleaseReached', 'RevisionReached', 'RevisionPassed'],
  ...['VersionReached', 'VersionPassed', 'StackIsNewer'],
]);

/** A family or release that the catalog has nothing of; the nearest one that it has is named. */
function unknownSystem({ families, releases, known }: SilenceFacts): Silence | null {
  const all = [...new Set(known.map(({ family }) => family))];
  const has = (list: readonly string[], name: string): boolean =>
    list.some((each) => each.toLowerCase() === name.toLowerCase());
  const family = families.find((each) => !has(all, each));
  if (family !== undefined) {
    const near = nearest(family, all);
    return {
      reasonCode: 'NoSuchFamily',
      reason: `The catalog has nothing of ${family}${near === null ? '' : `; the nearest is ${near}`}.`,
    };
  }
  const own = known.filter((each) => families.length === 0 || has(families, each.family));
  const names = [...new Set(own.map((each) => each.release))];
  const release = releases.find((each) => !has(names, each) && !names.includes(''));
  if (release === undefined) return null;
  const near = nearest(release, names);
  const of = families.length === 0 ? '' : ` of ${families.join(', ')}`;
  return {
    reasonCode: 'NoSuchRelease',
    reason: `The catalog has nothing for release ${release}${of}${near === null ? '' : `; the nearest is ${near}`}.${sharing(release, own)}`,
  };
}

/** Releases of the catalog whose packages a release may share: the title of an update names one of them alone. */
function sharing(release: string, known: readonly { family: string; release: string }[]): string {
  const shared = known.filter((each) => sharesBuilds(each.family, release, each.release));
  const names = [...new Set(shared.map((each) => each.release))].sort();
  if (names.length === 0) return '';
  return ` Packages of ${names.join(', ')} may be for it too: import a release table (\`imgupdate release import\`), which tells of each KB whether it is.`;
}

/** The name with the longest beginning in common, then the one that is next to it there; null without any. */
function nearest(name: string, names: readonly string[]): string | null {
  const wanted = name.toLowerCase();
  const measured = names.map((other) => {
    const given = other.toLowerCase();
    let common = 0;
    while (common < wanted.length && wanted[common] === given[common]) common += 1;
    return { other, common, apart: Math.abs((wanted.charCodeAt(common) || 0) - (given.charCodeAt(common) || 0)) };
  });
  measured.sort((a, b) => b.common - a.common || a.apart - b.apart || (a.other > b.other ? -1 : 1));
  return measured[0]?.other ?? null;
}
