import type { Derived } from '../catalog/store/read-derived.ts';
import { Problem } from '../errors.ts';
import type { ByteSource } from '../formats/bytes.ts';
import { FormatError } from '../formats/format-error.ts';
import { readStandInPackage, type StandInFacts } from '../packages/stand-in/package.ts';
import type { Ports } from '../ports/index.ts';
import type { Site } from '../site/site.ts';
import { regularKind } from '../updates/kinds.ts';
import type { FileFacts, Match } from './match.ts';
import { updateFacts } from './update-facts.ts';

/**
 * Accepts a package of `rehearsal package` for a real catalog record whose file nobody here can have: kind, KB, revision
 * and architecture must be those of the record. Throws Problem ImgStandInRefused, ImgUpdateNotFound.
 */
export async function matchStandIn(
  { ports, site }: { ports: Ports; site: Site },
  file: FileFacts,
  uniqueId: string | undefined,
): Promise<Match> {
  if (uniqueId === undefined) {
    throw new Problem('ImgStandInRefused', {
      detail: 'A stand-in has no digest that the catalog knows: say with uniqueId which update it stands for.',
    });
  }
  const facts = readFacts(ports, file.path);
  const update = await updateFacts(site, uniqueId);
  const how = differencesOf(facts, update);
  if (how !== '') {
    throw new Problem('ImgStandInRefused', { detail: `${file.path} cannot stand for ${update.update.title}: ${how}.` });
  }
  return { uniqueId: update.update.uniqueId, title: update.update.title, matchedBy: 'stand-in', isCompanion: false };
}

/** In what a stand-in is not what the record says; '' when it may stand for it. Throws FormatError. */
export function standInDifferences({ newDigest, compression }: Ports, source: ByteSource, update: Derived): string {
  const { facts } = readStandInPackage(source, { newDigest, inflateRaw: compression.inflateRaw });
  return differencesOf(facts, update);
}

function differencesOf(facts: StandInFacts, update: Derived): string {
  const told = [
    ['kind', facts.kind, update.kind],
    ['KB', facts.articleId, update.articleId],
    ['architecture', facts.architecture, update.architecture],
  ]
    .filter(([, has, wanted]) => has !== wanted)
    .map(([what, has, wanted]) => `its ${what} is ${has}, not ${wanted ?? 'known to the catalog'}`);
  return [...told, ...revisionDifference(facts, update)].join('; ');
}

/** Updates of .NET have no revision of Windows, and servicing stacks often tell none. */
function revisionDifference(facts: StandInFacts, { kind, revision }: Derived): string[] {
  const own = `${facts.build}.${facts.revision}`;
  if (revision === own) return [];
  if (revision !== null) return [`its revision is ${own}, not ${revision}`];
  if (regularKind(kind) !== 'CumulativeUpdate') return [];
  return [
    `its revision is ${own}, and the catalog does not know that of the update: import a table of releases, which tells it`,
  ];
}

function readFacts(ports: Ports, path: string): StandInFacts {
  const source = ports.files.source(path);
  try {
    const { newDigest, compression } = ports;
    return readStandInPackage(source, { newDigest, inflateRaw: compression.inflateRaw }).facts;
  } catch (error) {
    if (!(error instanceof FormatError)) throw error;
    throw new Problem('ImgStandInRefused', {
      detail: `${path} was not made by rehearsal package: ${error.message}.`,
      cause: error,
    });
  } finally {
    source.close();
  }
}
