import type { Described } from './described.ts';
import type { PackageInspection } from './types.ts';

/**
 * Whether DISM puts the package into an image that is not running, and why not; the reason may also be a hint for one
 * that it does put in. What servicing itself says ("completely offline capable") is no help: it denies packages that
 * work.
 */
export function serviceability(described: Described): Pick<PackageInspection, 'isOfflineServiceable' | 'reason'> {
  const against = obstacles.map((obstacle) => obstacle(described)).find((reason) => reason !== undefined);
  if (against !== undefined) return { isOfflineServiceable: false, reason: against };
  return { isOfflineServiceable: true, reason: hints[described.format] ?? '' };
}

const hints: Partial<Record<PackageInspection['format'], string>> = {
  'msu-wim': 'It is an .msu in WIM form: DISM needs the version of Windows 11 24H2 or newer, or that of its ADK.',
};

/** Whether the files of a package lie in a payload beside it: its manifest says so, or the index of such a payload is there. */
export function isPsfx({ facts, container }: Pick<Described, 'facts' | 'container'>): boolean {
  return (
    facts.some((each) => each.isPsfx === true) ||
    container.members.some(({ name }) => /express\.psf\.cix\.xml$/i.test(name))
  );
}

function hasPayload({ members }: Described['container']): boolean {
  return members.some(({ name }) => /\.psf$/i.test(name));
}

type Obstacle = (described: Described) => string | undefined;

const obstacles: readonly Obstacle[] = [
  ({ kind }) =>
    kind === 'Hotpatch'
      ? 'It is a hotpatch: it changes a running Windows that is at its baseline, not an image.'
      : undefined,
  ({ kind }) =>
    kind === 'SetupDynamicUpdate'
      ? 'It is no package but files of Windows setup: expand it into the sources folder of the media.'
      : undefined,
  ({ format, facts, name, container }) => {
    const bundle =
      format === 'cab' && container.members.some((member) => /aggregatedmetadata\.cab$/i.test(member.name));
    if (!bundle || !/\.cab$/i.test(name) || facts.some(({ from }) => from === 'update.mum')) return undefined;
    return 'It is a bundle of several packages that calls itself .cab: DISM takes it when it is renamed to .msu.';
  },
  ({ format, facts, container }) => {
    if (format !== 'msu-wim' || facts.some(({ standIn }) => standIn === true)) return undefined;
    const inner = container.members.some(({ name }) => /^[^\\]+\.(?:cab|wim|msu)$/i.test(name));
    return inner ? undefined : 'It is the inside of an .msu, not the .msu: its payload lies beside it.';
  },
  ({ facts, container }) => {
    const psf = facts.find(({ psfName }) => psfName !== undefined)?.psfName;
    if (psf === undefined) return undefined;
    const there = container.members.some(({ name }) => name.toLowerCase() === psf.toLowerCase());
    return there ? undefined : `Its files are in ${psf}, which is not in it: take the .msu that holds both.`;
  },
  ({ facts, container }) => {
    if (!isPsfx({ facts, container }) || hasPayload(container)) return undefined;
    return 'It is an express package (PSFX) without its .psf, which holds its files: take the .msu that holds both.';
  },
  ({ facts }) => (facts.length === 0 ? 'It holds no package: nothing in it says what it is.' : undefined),
];
