/**
 * Looks for everything in a package file that says what it is, containers inside it too, and returns it with the best
 * source first: the stand-in's own facts, the manifest, the CompDB, the answer file, the properties.
 */
import { FormatError } from '../formats/format-error.ts';
import { parseManifest } from '../formats/mum/parse.ts';
import { articleIn } from '../formats/mum/role.ts';
import { compDbFacts } from './comp-db.ts';
import { type Container, openContainer, type Tools } from './container.ts';
import { manifestFacts } from './manifest-facts.ts';
import { type AnswerFile, parseAnswerFile, propertiesFacts } from './package-text.ts';
import { standInFacts, standInMember } from './stand-in/facts.ts';
import type { PackageFacts, PackageMember } from './types.ts';

export interface Collected {
  facts: PackageFacts[];
  warnings: string[];
}

const largest = { manifest: 64 << 20, text: 1 << 20, document: 16 << 20 } as const;
const manifestMember = 'update.mum';
/** More descriptions than any package brings. */
const mostDocuments = 64;

/** Throws FormatError only where the outermost container cannot be read; damage further inside is a warning. */
export function collectFacts(outer: Container, tools: Tools): Collected {
  const collected: Collected = { facts: [], warnings: [] };
  const attempt = <T>(what: string, read: () => T): T | undefined => tried(collected, what, read);
  const add = (found: PackageFacts | undefined): void => {
    if (found !== undefined) collected.facts.push(found);
  };
  add(standInIn(outer, '', attempt));
  add(manifestIn(outer, '', attempt));
  const answer = answerFile(outer, attempt);
  const inner = has(outer, manifestMember) ? undefined : mainPackage(outer, answer?.cabinet ?? '');
  if (inner !== undefined) {
    const container = attempt(inner.name, () => openContainer(outer.source(inner.name), tools));
    if (container !== undefined) {
      const prefix = `${inner.name} > `;
      add(standInIn(container, prefix, attempt));
      add(manifestIn(container, prefix, attempt));
    }
  }
  for (const found of compDbs(outer, tools, attempt)) add(found);
  add(answer?.facts);
  for (const { name } of outer.members.filter((member) => /pkgproperties[^\\]*\.txt$/i.test(member.name)).slice(0, 1)) {
    add(attempt(name, () => propertiesFacts(outer.readAll(name, largest.text), name)));
  }
  return collected;
}

export function has({ members }: Container, name: string): boolean {
  return members.some((member) => member.name.toLowerCase() === name);
}

type Attempt = <T>(what: string, read: () => T) => T | undefined;

function tried<T>(collected: Collected, what: string, read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof FormatError)) throw error;
    collected.warnings.push(`${what} cannot be read: ${error.message}.`);
    return undefined;
  }
}

function standInIn(container: Container, prefix: string, attempt: Attempt): PackageFacts | undefined {
  if (!has(container, standInMember)) return undefined;
  const from = `${prefix}${standInMember}`;
  return attempt(from, () => standInFacts(container.readAll(standInMember, largest.text), from));
}

function manifestIn(container: Container, prefix: string, attempt: Attempt): PackageFacts | undefined {
  if (!has(container, manifestMember)) return undefined;
  const from = `${prefix}${manifestMember}`;
  return attempt(from, () => manifestFacts(parseManifest(container.readAll(manifestMember, largest.manifest)), from));
}

function answerFile(outer: Container, attempt: Attempt): AnswerFile | undefined {
  const candidates = outer.members.filter(({ name, size }) => /^[^\\/]+\.xml$/i.test(name) && size <= largest.text);
  for (const { name } of candidates.slice(0, mostDocuments)) {
    if (/^_manifest_/i.test(name)) continue;
    const found = attempt(name, () => parseAnswerFile(outer.readAll(name, largest.text), name));
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The package that an .msu is about: what its answer file installs, else the largest that carries a KB number. */
function mainPackage({ members }: Container, cabinet: string): PackageMember | undefined {
  const named = members.find(({ name }) => name.toLowerCase() === cabinet.toLowerCase());
  if (named !== undefined) return named;
  return members
    .filter(({ name }) => /^[^\\/]+\.(?:cab|wim)$/i.test(name) && articleIn(name) !== null && !/^ssu-/i.test(name))
    .sort((left, right) => right.size - left.size)[0];
}

/** The target of the file first: a package that brings a servicing stack describes that too. */
function compDbs(outer: Container, tools: Tools, attempt: Attempt): PackageFacts[] {
  const found: PackageFacts[] = [];
  for (const { name } of outer.members.filter((member) => /aggregatedmetadata\.cab$/i.test(member.name)).slice(0, 4)) {
    const metadata = attempt(name, () => openContainer(outer.source(name), tools));
    for (const { name: inner } of (metadata?.members ?? []).slice(0, mostDocuments)) {
      const from = `${name} > ${inner}`;
      const facts = attempt(from, () => metadata && documentFacts(metadata, { inner, from }, tools));
      if (facts !== undefined) found.push(facts);
    }
  }
  const rank = ({ kind }: PackageFacts): number => (kind === 'ServicingStackUpdate' ? 1 : 0);
  return found.sort((left, right) => rank(left) - rank(right));
}

function documentFacts(
  metadata: Container,
  { inner, from }: { inner: string; from: string },
  tools: Tools,
): PackageFacts | undefined {
  if (/\.xml$/i.test(inner)) return compDbFacts(metadata.readAll(inner, largest.document), from);
  if (!/\.xml\.cab$/i.test(inner)) return undefined;
  const packed = openContainer(metadata.source(inner), tools);
  const document = packed.members.find(({ name }) => /\.xml$/i.test(name));
  return document && compDbFacts(packed.readAll(document.name, largest.document), `${from} > ${document.name}`);
}
