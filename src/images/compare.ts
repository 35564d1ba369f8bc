/**
 * What differs between two inspected images: facts, languages, packages, features. Pure; files are in `compare-files.ts`.
 * To compare one more fact: a line in `facts`.
 */
import { identityKey } from '../formats/mum/identity.ts';
import type { ImageIndex } from './types.ts';

/** One line of a comparison. A side is null where the image does not have it. */
export type ImageDifference = {
  referenceIndex: number | null;
  differenceIndex: number | null;
  area: 'index' | 'fact' | 'language' | 'package' | 'feature' | 'file';
  name: string;
  change: 'added' | 'removed' | 'changed' | 'equal';
  reference: string | null;
  difference: string | null;
  /** Of a file: its bytes. */
  referenceBytes?: number | null;
  differenceBytes?: number | null;
};

/** Two indexes that stand for one Windows; null on a side that has no counterpart. */
export interface IndexPair {
  reference: ImageIndex | null;
  difference: ImageIndex | null;
}

/**
 * Which index is compared with which: those of one edition, installation type and architecture where that is
 * unmistakable, then those that share the language too, else those of one number. What is unmistakable goes first, so
 * that no number takes a counterpart away.
 */
export function pairIndexes(references: readonly ImageIndex[], differences: readonly ImageIndex[]): IndexPair[] {
  const [only] = references;
  if (references.length === 1 && differences.length === 1 && only !== undefined) {
    return [{ reference: only, difference: differences[0] ?? null }];
  }
  const found = new Map<ImageIndex, ImageIndex>();
  const numberOf = ({ index }: ImageIndex): string => String(index);
  for (const keyOf of [kindOf, kindAndLanguageOf, numberOf]) pairBy(keyOf, { references, differences, found });
  const taken = new Set(found.values());
  const rest = differences.filter((difference) => !taken.has(difference));
  return [
    ...references.map((reference) => ({ reference, difference: found.get(reference) ?? null })),
    ...rest.map((difference) => ({ reference: null, difference })),
  ];
}

/** Adds pairs whose key occurs once on each side among what has no counterpart yet. */
function pairBy(
  keyOf: (index: ImageIndex) => string,
  all: { references: readonly ImageIndex[]; differences: readonly ImageIndex[]; found: Map<ImageIndex, ImageIndex> },
): void {
  const { found } = all;
  const taken = new Set(found.values());
  const left = all.references.filter((each) => !found.has(each));
  const right = all.differences.filter((each) => !taken.has(each));
  for (const reference of left) {
    const key = keyOf(reference);
    const [difference, ...more] = right.filter((each) => keyOf(each) === key);
    const isOnly = left.filter((each) => keyOf(each) === key).length === 1;
    if (difference !== undefined && more.length === 0 && isOnly) found.set(reference, difference);
  }
}

/** Everything that differs between two indexes, equal things too when they are asked for. */
export function compareIndexes(pair: IndexPair, { includeEqual }: { includeEqual: boolean }): ImageDifference[] {
  const { reference, difference } = pair;
  const numbers = { referenceIndex: reference?.index ?? null, differenceIndex: difference?.index ?? null };
  if (reference === null || difference === null) {
    const one = reference ?? difference;
    const sides = { reference: titleOf(reference), difference: titleOf(difference) };
    return [{ ...numbers, area: 'index', name: one?.name ?? '', change: changeOf(sides), ...sides }];
  }
  return (Object.keys(areas) as (keyof typeof areas)[]).flatMap((area) =>
    compareTables({ reference: areas[area](reference), difference: areas[area](difference) }, { includeEqual }).map(
      (line) => ({ ...numbers, area, ...line }),
    ),
  );
}

/** An update as a package; its KB is null where nothing says it. */
export interface UpdatePackage {
  identity: string;
  articleId: string | null;
}

/** Packages of updates that one side has in some index and the other in none, in the order of their identities. */
export function compareUpdates(
  references: readonly ImageIndex[],
  differences: readonly ImageIndex[],
): { added: UpdatePackage[]; removed: UpdatePackage[] } {
  const [before, after] = [updatesOf(references), updatesOf(differences)];
  const without = (all: typeof before, others: typeof before): UpdatePackage[] =>
    [...all].flatMap(([key, update]) => (others.has(key) ? [] : [update]));
  return { added: without(after, before), removed: without(before, after) };
}

function updatesOf(indexes: readonly ImageIndex[]): Map<string, UpdatePackage> {
  const packages = indexes.flatMap((index) => index.packages ?? []);
  const updates = packages.filter(({ identity }) => /^Package_for_/i.test(identity));
  const rows = updates.map(({ identity, articleId }) => [identityKey(identity), { identity, articleId }] as const);
  return new Map(rows.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
}

/** A name as it is shown, and what stands for it on one side. */
export type Table = ReadonlyMap<string, { name: string; value: string }>;

export type TableDifference = Pick<ImageDifference, 'name' | 'change' | 'reference' | 'difference'>;

/** Compares two tables by their keys, in the order of the keys. */
export function compareTables(
  { reference, difference }: { reference: Table; difference: Table },
  { includeEqual }: { includeEqual: boolean },
): TableDifference[] {
  const keys = [...new Set([...reference.keys(), ...difference.keys()])].sort();
  return keys.flatMap((key): TableDifference[] => {
    const sides = { reference: reference.get(key)?.value ?? null, difference: difference.get(key)?.value ?? null };
    const change = changeOf(sides);
    if (change === 'equal' && !includeEqual) return [];
    return [{ name: (reference.get(key) ?? difference.get(key))?.name ?? key, change, ...sides }];
  });
}

function changeOf({ reference, difference }: { reference: string | null; difference: string | null }) {
  if (reference === difference) return 'equal';
  return reference === null ? 'added' : difference === null ? 'removed' : 'changed';
}

const areas = {
  fact: facts,
  language: ({ languages }: ImageIndex) => table(languages.map((name) => [name, 'present'])),
  package: ({ packages = [] }: ImageIndex) => table(packages.map(({ identity, state }) => [identity, state])),
  feature: ({ features = [] }: ImageIndex) => table(features.map(({ name, state }) => [name, state])),
};

function facts(index: ImageIndex): Table {
  const { pending } = index;
  const values: Record<string, string | number | null> = {
    name: index.name,
    edition: index.edition,
    installationType: index.installationType,
    family: index.family,
    release: index.release,
    architecture: index.architecture,
    build: index.build,
    revision: index.revision,
    productName: index.productName,
    defaultLanguage: index.defaultLanguage,
    lastResetBase: index.lastResetBase,
    pending: pending.length === 0 ? null : pending.join(', '),
    dotNet: index.dotNet,
    winre: index.winre?.indexes[0]?.revision ?? null,
  };
  return table(Object.entries(values).flatMap(([name, value]) => (value === null ? [] : [[name, String(value)]])));
}

function table(rows: readonly (readonly [string, string] | string[])[]): Table {
  return new Map(rows.map(([name = '', value = '']) => [identityKey(name), { name, value }]));
}

function titleOf(index: ImageIndex | null): string | null {
  return index === null ? null : [index.name, index.revision].filter((part) => part !== null).join(' ');
}

function kindOf({ edition, installationType, architecture }: ImageIndex): string {
  return [edition, installationType, architecture].join('|').toLowerCase();
}

function kindAndLanguageOf(index: ImageIndex): string {
  return [kindOf(index), index.defaultLanguage ?? ''].join('|').toLowerCase();
}
