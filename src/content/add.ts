/**
 * The content library: package files by their SHA-256. A file comes in only when it is known which update it belongs to
 * and its digest (or, where the catalog has none, its name and size) says so. Guarantees: a file is complete or absent;
 * the same file is stored once. Using a file is `verified.ts`.
 */
import { basename, join } from 'node:path';
import type { Content } from '../contract/generated/types.ts';
import { Problem } from '../errors.ts';
import { copyAndDigest } from '../images/library/copy-and-digest.ts';
import { fileProblem } from '../images/library/file-problem.ts';
import type { Transfer } from '../ports/files.ts';
import type { Ports } from '../ports/index.ts';
import type { Site } from '../site/site.ts';
import { fileOfRecord } from './expected.ts';
import { judge, type Verification } from './judge.ts';
import { contentDocument } from './list.ts';
import { type FileFacts, type Match, matchFile } from './match.ts';
import { checkPackage } from './package-kind.ts';
import { matchStandIn } from './stand-in.ts';
import { moveIntoLibrary, storedPath, writeContentRow } from './stored.ts';
import { unfinishedSuffix } from './unfinished.ts';
import { knownUniqueId, updateFacts } from './update-facts.ts';

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
  const { verification, reason } = request.standIn
    ? { verification: 'stand-in' as const, reason: '' }
    : await vouching({ ports, site }, facts, match, request.signal);
  const row = {
    sha256: facts.sha256,
    sha1: facts.sha1,
    name: facts.name,
    size: facts.size,
    path: storedPath(site, facts),
    unique_id: match.uniqueId,
    matched_by: match.matchedBy,
    stand_in: verification === 'stand-in' ? 1 : 0,
    added: ports.clock.now().toISOString(),
    companion: match.isCompanion ? 1 : 0,
    verification,
    verification_reason: reason,
  };
  if (!request.dryRun) {
    await store({ ports, site }, facts, row.path, request);
    await writeContentRow({ ports, site }, row);
  }
  return { content: await contentDocument(site, row), warnings: warningsOf(match, { verification, reason }) };
}

/** What vouches for a file that was matched. Throws Problem ImgContentTampered when it is not what it seems to be. */
async function vouching(
  { ports, site }: { ports: Ports; site: Site },
  facts: FileFacts,
  match: Match,
  signal: AbortSignal | undefined,
): Promise<{ verification: Verification; reason: string }> {
  const expected = fileOfRecord(await updateFacts(site, match.uniqueId), facts);
  if (expected === undefined) return { verification: 'unverified', reason: 'its record has no such file' };
  const { path, name, size, sha1, sha256 } = facts;
  const judgement = await judge(ports, { path, name, size, digests: { sha1, sha256 } }, expected, { signal });
  if (!('rejected' in judgement)) return judgement;
  const { reason, detail } = judgement.rejected;
  throw new Problem(reason === 'not-a-package' ? 'ImgPackageInvalid' : 'ImgContentTampered', { detail: `${detail}.` });
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
    const sha256 = await copyAndDigest(files, facts.path, temporary, transfer);
    if (sha256 !== facts.sha256) {
      throw new Problem('ImgContentTampered', {
        detail: `${facts.path} changed while it was copied. Nothing was stored.`,
      });
    }
    moveIntoLibrary(ports, temporary, target);
  } catch (error) {
    throw fileProblem(error, { path: target, doing: 'write' });
  } finally {
    files.remove(temporary);
  }
}

function warningsOf(
  { matchedBy, title }: Match,
  { verification, reason }: { verification: Verification; reason: string },
): string[] {
  const warnings: string[] = [];
  if (verification === 'stand-in') {
    warnings.push(`${title}: this is a stand-in, not the update. It is used only on images that the emulator made.`);
  }
  if (matchedBy === 'name-and-size') {
    warnings.push(`${title}: the catalog has no digest of this file, so it was recognised by name and size only.`);
  }
  if (verification === 'unverified') warnings.push(`${title}: it is stored but not used, because ${reason}`);
  return warnings;
}
