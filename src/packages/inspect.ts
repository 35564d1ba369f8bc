/**
 * What an update package is: which update, for which Windows, what it needs, and whether it can be put into an image.
 *
 * Guarantees: the bytes decide, the file's name only fills in a KB number or an architecture that nothing inside names;
 * containers inside are read where they lie, in bounded memory; every answer lists what it was read from; damage inside
 * is a warning, damage of the file itself throws `FormatError`.
 * To read one more source: a function that makes `PackageFacts` of it, a line in `collect-facts.ts`.
 */
import type { ByteSource } from '../formats/bytes.ts';
import { printIdentity } from '../formats/mum/identity.ts';
import { articleIn } from '../formats/mum/role.ts';
import { collectFacts, has } from './collect-facts.ts';
import { type Container, openContainer, type Tools } from './container.ts';
import type { Described } from './described.ts';
import { isPsfx, serviceability } from './serviceability.ts';
import type { PackageFacts, PackageInspection } from './types.ts';

export type * from './types.ts';

/** Members that are listed; of a cumulative update's cabinet only the first are. */
const listedMembers = 1000;

/** `name` is the file's name, without folders. Throws FormatError. */
export function inspectPackage(source: ByteSource, name: string, tools: Tools): PackageInspection {
  const container = openContainer(source, tools);
  const { facts, warnings } = collectFacts(container, tools);
  const stack = facts.find(({ kind }) => kind === 'ServicingStackUpdate');
  // The package's own facts first; those of the servicing stack that it brings are not about it.
  const about = facts.filter((each) => each !== stack || facts[0] === stack);
  const first = <Key extends keyof PackageFacts>(key: Key): PackageFacts[Key] | undefined =>
    about.find((each) => each[key] !== undefined)?.[key];
  const identity = first('identity');
  const format = formatOf(container);
  const kind = first('kind') ?? (isSetupUpdate(container) ? 'SetupDynamicUpdate' : 'Unknown');
  const described: Described = { container, format, kind, facts: about, name };
  return {
    size: source.size,
    format,
    kind,
    articleId: first('articleId') ?? articleIn(name),
    identity: identity === undefined ? null : printIdentity(identity),
    version: identity?.version ?? null,
    revision: first('revision') ?? null,
    architecture: first('architecture') ?? /[-_](x64|x86|arm64)\b/i.exec(name)?.[1]?.toLowerCase() ?? null,
    language: first('language') ?? identity?.language ?? null,
    releaseType: first('releaseType') ?? null,
    created: first('created') ?? null,
    appliesTo: first('appliesTo') ?? [],
    supportUrl: first('supportUrl') ?? null,
    parents: first('parents') ?? [],
    requiresSsu:
      kind === 'ServicingStackUpdate' ? null : (stackInside(container, stack) ?? first('requiresSsu') ?? null),
    baseline: first('baseline') ?? null,
    payload: payloadOf(described),
    ...serviceability(described),
    standIn: first('standIn') ?? false,
    target: first('target') ?? null,
    members: container.members.slice(0, listedMembers),
    memberCount: container.members.length,
    evidence: facts.map(({ from }) => from),
    warnings,
  };
}

/** A package has a manifest; an .msu has packages, and files that describe them. */
function formatOf(container: Container): PackageInspection['format'] {
  if (container.form === 'wim') return 'msu-wim';
  if (has(container, 'update.mum')) return 'cab';
  const marks = container.members.filter(({ name }) => /^wsusscan\.cab$|pkgproperties[^\\]*\.txt$/i.test(name));
  return marks.length > 0 ? 'msu-cab' : 'cab';
}

/** Files of Windows setup, to be laid over those of the media. */
function isSetupUpdate(container: Container): boolean {
  return ['setupcore.dll', 'setupplatform.dll', 'setuphost.exe', 'setupprep.exe'].some((name) => has(container, name));
}

/** A servicing stack that lies in the package: "SSU-26100.8648-x64.cab", or as its description says. */
function stackInside({ members }: Container, stack: PackageFacts | undefined): string | undefined {
  const file = members
    .map(({ name }) => /^ssu-(\d{4,6}\.\d{1,6})-/i.exec(name)?.[1])
    .find((each) => each !== undefined);
  return file ?? stack?.revision;
}

function payloadOf({ container, facts }: Described): PackageInspection['payload'] {
  const express =
    facts.some(({ psfName }) => psfName !== undefined) ||
    isPsfx({ facts, container }) ||
    container.members.some(({ name }) => /\.psf$/i.test(name));
  if (express) return 'express';
  return facts.length === 0 ? 'unknown' : 'full';
}
