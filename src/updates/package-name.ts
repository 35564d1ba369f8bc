/**
 * The server's own short name of an update (LegacyName in WSUS), for example
 * "KB5022845-Windows1122H2-RTM-UnifiedCumulativeSecurity-X64-TSL-World" or "KB5039885-DotNetCumulative-RS1-Client-x64-Retail".
 * It tells release and kind where the title leaves them out.
 */
import { type Architecture, isArchitecture, type UpdateKind } from './kinds.ts';
import { releaseCodeNames } from './known-releases.ts';
import { normaliseRelease } from './release-name.ts';

export interface PackageName {
  release: string | null;
  architecture: Architecture | null;
  kind: UpdateKind | null;
}

const kinds: Readonly<Record<string, UpdateKind>> = {
  servicingstackupdate: 'ServicingStackUpdate',
  safeosdu: 'SafeOSDynamicUpdate',
  setupdu: 'SetupDynamicUpdate',
  criticaldu: 'DynamicUpdate',
  dotnetcumulative: 'DotNetCumulativeUpdate',
  languagepack: 'LanguagePack',
  adobeflashplayer: 'SecurityUpdate',
};

export function parsePackageName(name: string | null | undefined): PackageName {
  const parts = (name ?? '').split('-');
  const first = <T>(read: (part: string) => T | null): T | null => {
    for (const part of parts) {
      const result = read(part);
      if (result !== null) return result;
    }
    return null;
  };
  return {
    release: first(releasePart),
    architecture: first((part) => (isArchitecture(part.toLowerCase()) ? (part.toLowerCase() as Architecture) : null)),
    kind: first((part) => kinds[part.toLowerCase()] ?? null),
  };
}

/** "Windows1020h2Client", "Windows10Rs5Server", "WindowsSV21H2", "ASZOS22H2", "RS1", "GE". */
function releasePart(part: string): string | null {
  const code = part.toUpperCase();
  const known = releaseCodeNames[code];
  if (known !== undefined) return known;
  const half = /^(?:[A-Z]+|WINDOWS1[01])?(\d\dH[12])(?:CLIENT|SERVER)?$/.exec(code)?.[1];
  if (half !== undefined) return releaseCodeNames[half] ?? normaliseRelease(half);
  const ring = /^WINDOWS10(RS\d|TH\d)(?:CLIENT|SERVER)?$/.exec(code)?.[1];
  return ring === undefined ? null : (releaseCodeNames[ring] ?? null);
}
