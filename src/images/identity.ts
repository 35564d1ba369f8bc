/**
 * Which line of updates an image belongs to: product family, release and architecture.
 *
 * Guarantees: a name that nobody has seen yet is learned from the image (a DisplayVersion "28H2", a product "Windows
 * Server 2028"); nothing is decided by one field alone where two can be asked; what cannot be told is null, never a
 * guess. What cannot be learned stands in one table, `updates/known-releases.ts`; to add a release, add a row there.
 */
import { vocabularyArchitecture } from '../updates/kinds.ts';
import { knownReleases, releaseOfBuild } from '../updates/known-releases.ts';
import { normaliseRelease } from '../updates/release-name.ts';
import { isWindowsPE } from '../updates/windows-pe.ts';
import type { ImageLine } from './types.ts';

/** What an image says about itself, from its registry or, where that fails, from the file's XML. */
export interface ImageFacts {
  build: number | null;
  installationType: string;
  edition: string;
  /** Product name of the registry; '' when unknown. Windows 11 still says "Windows 10" here. */
  productName: string;
  displayVersion: string;
  releaseId: string;
  /** ARCH of the XML. */
  architecture: number | undefined;
  buildLab: string;
}

/** First build of Windows 11, and of Windows 10. */
const windows11 = 22000;
const windows10 = 10240;

export function imageLine(facts: ImageFacts): ImageLine {
  const family = familyOf(facts);
  return { family, release: releaseOf(facts, family), architecture: architectureOf(facts) };
}

function familyOf(facts: ImageFacts): string | null {
  const { installationType, edition } = facts;
  // Windows PE and setup images are serviced beside a Windows; they have no line of their own.
  if (isWindowsPE(facts)) return null;
  // The installation type decides before the edition's spelling: ServerRdsh is Windows Enterprise multi-session.
  const isSpelled = /^server/i.test(edition) && !/^serverrdsh/i.test(edition);
  const server = installationType === '' ? isSpelled : /server/i.test(installationType);
  if (server) return serverFamily(facts);
  return /^client$/i.test(installationType) || installationType === '' ? clientFamily(facts) : null;
}

function serverFamily({ build, edition, productName, displayVersion }: ImageFacts): string | null {
  if (/azure ?stack ?hci|azure local/i.test(`${productName} ${edition}`)) return 'Azure Stack HCI';
  const [named] = /Windows Server \d{4}( R2)?/i.exec(productName) ?? [];
  if (named !== undefined) return named;
  // A server of an unknown build and name belongs to the line that names no year; its release tells which one is meant.
  const isNamed = /^Windows Server/i.test(productName) || normaliseRelease(displayVersion) !== null;
  return familyByBuild(build, isServerFamily) ?? (isNamed ? 'Windows Server' : null);
}

function clientFamily({ build, installationType, productName }: ImageFacts): string | null {
  if (build === null || (installationType === '' && productName === '')) return null;
  if (build < windows10) return familyByBuild(build, (family) => !isServerFamily(family));
  if (build < windows11) return 'Windows 10';
  const [, generation] = /^Windows (\d+)\b/i.exec(productName) ?? [];
  return Number(generation) > 11 ? `Windows ${generation}` : 'Windows 11';
}

function familyByBuild(build: number | null, wanted: (family: string) => boolean): string | null {
  return knownReleases.find((row) => row.build === build && wanted(row.family))?.family ?? null;
}

function isServerFamily(family: string): boolean {
  return /^(Windows Server|Azure)/.test(family);
}

/**
 * DisplayVersion is the release where it exists (20H2 and later). ReleaseId comes last: it has said 2009 ever since.
 */
function releaseOf({ build, displayVersion, releaseId }: ImageFacts, family: string | null): string | null {
  const shown = normaliseRelease(displayVersion);
  if (shown !== null || family === null) return shown;
  const known = build === null ? null : releaseOfBuild(family, build);
  return known ?? normaliseRelease(releaseId) ?? (displayVersion || null);
}

const architectures: Readonly<Record<number, string>> = { 0: 'x86', 5: 'arm', 6: 'ia64', 9: 'x64', 12: 'arm64' };

function architectureOf({ architecture, buildLab }: ImageFacts): string | null {
  if (architecture !== undefined) return architectures[architecture] ?? null;
  const [, inLab] = /\.(x86|amd64|arm64)(fre|chk)\./i.exec(buildLab) ?? [];
  return inLab === undefined ? null : vocabularyArchitecture(inLab.toLowerCase());
}
