/**
 * The content library: package files by their SHA-256. A file comes in only when it is known which update it belongs to
 * and its digest (or, where the catalog has none, its name and size) says so. Guarantees: a file is complete or absent;
 * the same file is stored once. Using a file is `verified.ts`.
 */
import { basename, join } from 'node:path';
import { learn } from '../catalog/store/learn.ts';
import type { Content } from '../contract/generated/types.ts';
import { Problem } from '../errors.ts';
import { fileProblem } from '../images/library/file-problem.ts';
import type { Transfer } from '../ports/files.ts';
import type { Ports } from '../ports/index.ts';
import { writeTransaction } from '../site/database.ts';
import type { Site } from '../site/site.ts';
import { contentDocument } from './list.ts';
import { type FileFacts, type Match, matchFile } from './match.ts';
import { factsOfPackage } from './package-facts.ts';
import { checkPackage } from './package-kind.ts';
import { matchStandIn } from './stand-in.ts';
import { unfinishedSuffix } from './unfinished.ts';
import { knownUniqueId } from './update-facts.ts';

export interface AddContent extends Transfer {
  path: string;
  /** What the file is called, where its own name says nothing. Never a path. */
  name?: string | undefined;
  /** The digest that it must have. */
  sha256?: string | undefined;
  uniqueId?: string | undefined;
  standIn: boolean;
  dryRun: boolean;
}

/** Verifies a package file against the catalog and stores it. Throws Problem; nothing is stored then. */
export async function addContent(
  { ports, site }: { ports: Ports; site: Site },
  request: AddContent,
): Promise<{ content: Content; warnings: string[] }> {
  const facts = await readPackage(ports, request);
  const uniqueId = request.uniqueId && ((await knownUniqueId(site, request.uniqueId)) ?? request.uniqueId);
  const match = request.standIn
    ? await matchStandIn({ ports, site }, facts, uniqueId)
    : await matchFile(site, facts, uniqueId);
  const row = {
    sha256: facts.sha256,
    sha1: facts.sha1,
    name: facts.name,
    size: facts.size,
    path: join(site.contentFolder, facts.sha256.slice(0, 2), facts.sha256, storedName(facts)),
    unique_id: match.uniqueId,
    matched_by: match.matchedBy,
    stand_in: request.standIn ? 1 : 0,
    added: ports.clock.now().toISOString(),
    companion: match.isCompanion ? 1 : 0,
  };
  if (!request.dryRun) {
    await store({ ports, site }, facts, row.path, request);
    const learned = match.isCompanion ? null : factsOfPackage(ports, row.path);
    await writeTransaction(site.database, async (writer) => {
      await writer
        .insertInto('content')
        .values(row)
        .onConflict((conflict) =>
          conflict.columns(['sha256', 'unique_id']).doUpdateSet({ path: row.path, matched_by: row.matched_by }),
        )
        .execute();
      if (learned !== null) await learn(writer, match.uniqueId, learned);
    });
  }
  return { content: await contentDocument(site, row), warnings: warningsOf(match, request.standIn) };
}

/** Throws Problem ImgFileNotFound, ImgFileUnreadable, ImgPathInvalid, ImgPackageInvalid, ImgContentTampered. */
async function readPackage(
  ports: Ports,
  { path, name, sha256, ...transfer }: Pick<AddContent, 'path' | 'name' | 'sha256'> & Transfer,
): Promise<FileFacts> {
  try {
    const found = ports.files.facts(path);
    if (found?.kind !== 'file') throw new Problem('ImgFileNotFound', { detail: `There is no file ${path}.` });
    checkPackage(ports, path);
    const digests = await ports.files.digest(path, ['sha1', 'sha256'], transfer);
    if (sha256 !== undefined && digests.sha256 !== sha256) {
      throw new Problem('ImgContentTampered', {
        detail: `${path} has the SHA-256 ${digests.sha256} instead of ${sha256}. Nothing was stored.`,
      });
    }
    return { path, name: name ?? basename(path), size: found.size, ...digests };
  } catch (error) {
    throw fileProblem(error, { path, doing: 'read' });
  }
}

/** Copies beside its place and renames, so that half a file is never found under a digest. */
async function store(
  { ports, site }: { ports: Ports; site: Site },
  facts: FileFacts,
  target: string,
  transfer: Transfer,
): Promise<void> {
  const { files } = ports;
  if (files.facts(target)?.size === facts.size) {
    const { sha256 } = await files.digest(target, ['sha256'], transfer);
    if (sha256 === facts.sha256) return;
  }
  const temporary = join(site.contentFolder, `${ports.ids.next()}${unfinishedSuffix}`);
  try {
    await files.copy(facts.path, temporary, transfer);
    const { sha256 } = await files.digest(temporary, ['sha256'], { signal: transfer.signal });
    if (sha256 !== facts.sha256) {
      throw new Problem('ImgContentTampered', {
        detail: `${facts.path} changed while it was copied. Nothing was stored.`,
      });
    }
    files.makeFolder(join(target, '..'));
    files.remove(target);
    files.rename(temporary, target);
  } catch (error) {
    throw fileProblem(error, { path: target, doing: 'write' });
  } finally {
    files.remove(temporary);
  }
}

/** The file's own name when it is a plain one: DISM looks at the extension. */
function storedName({ name, sha256 }: FileFacts): string {
  const plain = /^[A-Za-z0-9][A-Za-z0-9._-]{0,120}$/.test(name) && !/^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i.test(name);
  return plain ? name : `${sha256.slice(0, 16)}${/\.cab$/i.test(name) ? '.cab' : '.msu'}`;
}

function warningsOf({ matchedBy, title }: Match, standIn: boolean): string[] {
  if (standIn)
    return [`${title}: this is a stand-in, not the update. It is used only on images that the emulator made.`];
  if (matchedBy !== 'name-and-size') return [];
  return [`${title}: the catalog has no digest of this file, so it was recognised by name and size only.`];
}
