/**
 * What follows from an update document and the release table: the members that are shown as derived, and the lines that
 * the update competes in. Pure; the same document and table always give the same answer.
 */
import { type Classification, classify } from './classify.ts';
import {
  type Architecture,
  isPreviewKind,
  previewKind,
  regularKind,
  replacingKinds,
  type UpdateKind,
} from './kinds.ts';
import { baseBuild, buildOfRelease } from './known-releases.ts';
import type { Learned } from './learned.ts';
import { type Line, lineKey, lineOf } from './line.ts';
import { type OfflineServiceable, offlineServiceable } from './offline.ts';
import { isPatchTuesday } from './patch-tuesday.ts';
import { emptyReleaseLookup, type ReleaseKind, type ReleaseLookup, type ReleaseRow } from './release-table.ts';
import type { UpdateDocument } from './update.ts';

export type Channel = 'regular' | 'preview' | 'out-of-band';

/** One line that an update competes in. */
export interface Membership {
  key: string;
  line: Line;
  /** False when only the release table says that this KB also serves this release. */
  exact: boolean;
  build: number | null;
  revision: number | null;
  revisionFrom: 'title' | 'release table' | Learned['from'] | null;
  channel: Channel | null;
  channelFrom: 'title' | 'release table' | null;
  /** When the update was offered to this line, RFC 3339; null when nobody says. */
  datePosted: string | null;
}

export interface DerivedUpdate extends OfflineServiceable {
  family: string | null;
  release: string | null;
  releases: string[];
  kind: UpdateKind;
  architecture: Architecture | null;
  articleId: string | null;
  month: string | null;
  /** "build.revision" in the update's own release. */
  revision: string | null;
  preview: boolean;
  dynamic: boolean;
  dotNetVersions: string[];
  /** Whether one of its files is a package that DISM takes; null when its files are not known. */
  hasPackage: boolean | null;
  /** Its own package, where it was read here or a run put it in. */
  learned: Learned | null;
  lines: Membership[];
  evidence: string[];
  notUnderstood: string[];
}

/** Early titles called cumulative updates just this; a localised title has no known wording at all. */
const wordingsOfManyKinds: readonly (string | null)[] = ['update', 'security update', 'critical update', null];

export function derive(update: UpdateDocument, table: ReleaseLookup = emptyReleaseLookup): DerivedUpdate {
  const facts = classify(update, table);
  const rows = facts.articleId === null ? [] : table.byArticle(facts.articleId);
  const targets = resolveTargets(facts, rows);
  const listed = rows.filter((row) => targets.some((target) => target.family === row.family));
  const kind = resolveKind(facts, update, { targets, listed });
  const learned = table.learned(update.uniqueId);
  const lines = memberships({ facts, kind, targets, rows: isCumulative(kind) ? listed : [], update, learned });
  const names = update.files.map((file) => file.name);
  const serviceable = offlineServiceable(kind, names, facts);
  const own = lines.find((member) => member.exact) ?? lines[0];
  return {
    family: targets[0]?.family ?? null,
    release: targets[0]?.release ?? null,
    releases: [...new Set(lines.map((member) => member.line.release).concat(facts.releases))].filter(
      (name) => name !== '',
    ),
    kind: own?.channel === 'preview' ? previewKind(kind) : kind,
    architecture: facts.architecture,
    articleId: facts.articleId,
    month: facts.month,
    revision: own !== undefined && own.build !== null ? `${own.build}.${own.revision}` : facts.revision,
    preview: own?.channel === 'preview' || facts.preview,
    dynamic: facts.dynamic,
    dotNetVersions: facts.dotNetVersions,
    lines,
    learned,
    evidence: facts.evidence,
    notUnderstood: notUnderstoodOf(facts, kind, lines),
    hasPackage: update.files.length === 0 ? null : serviceable.isOfflineServiceable,
    ...serviceable,
  };
}

interface ResolvedTarget {
  family: string;
  release: string | null;
}

/** A release that was only concluded or is missing gives way to the table when the table knows the KB. */
function resolveTargets(facts: Classification, rows: readonly ReleaseRow[]): ResolvedTarget[] {
  return facts.targets.map(({ family, release, explicit }) => {
    const known = rows.filter((row) => row.family === family).map((row) => row.release);
    if (explicit || known.length === 0 || (release !== null && known.includes(release))) return { family, release };
    const [only] = new Set(known);
    return { family, release: new Set(known).size === 1 ? (only ?? null) : null };
  });
}

/** A KB that the release table lists for this system is a cumulative update, whatever the title calls it. */
function resolveKind(
  facts: Classification,
  update: UpdateDocument,
  { targets, listed }: { targets: readonly ResolvedTarget[]; listed: readonly ReleaseRow[] },
): UpdateKind {
  if (update.kind !== undefined || !['Other', 'SecurityUpdate', 'Unknown'].includes(facts.kind)) return facts.kind;
  if (!wordingsOfManyKinds.includes(facts.wording) || facts.dynamic) return facts.kind;
  // Without words that are understood, products must confirm the system that the title seems to name.
  if (facts.wording === null && update.products.length === 0) return facts.kind;
  const agrees = listed.some((row) =>
    targets.some(
      (target) => target.family === row.family && (target.release === null || target.release === row.release),
    ),
  );
  return agrees ? 'CumulativeUpdate' : facts.kind;
}

function isCumulative(kind: UpdateKind): boolean {
  return kind === 'CumulativeUpdate' || kind === 'CumulativeUpdatePreview';
}

interface MembershipFacts {
  facts: Classification;
  kind: UpdateKind;
  targets: readonly ResolvedTarget[];
  rows: readonly ReleaseRow[];
  update: UpdateDocument;
  learned: Learned | null;
}

function memberships({ facts, kind, targets, rows, update, learned }: MembershipFacts): Membership[] {
  const members = new Map<string, Membership>();
  for (const { family, release } of targets) {
    const line = lineOf({ family, release, architecture: facts.architecture, kind });
    if (line === null) continue;
    const row = rows.find((candidate) => candidate.family === family && candidate.release === release);
    add(members, {
      line,
      exact: true,
      ...revisionOf({ facts, row, learned: isCumulative(kind) ? learned : null, line }),
      ...channelOf(kind, row, facts.outOfBand),
      datePosted: update.datePosted,
    });
  }
  for (const row of rows) {
    const line = lineOf({ family: row.family, release: row.release, architecture: facts.architecture, kind });
    if (line === null || !sharesFiles(row, { rows, targets })) continue;
    const datePosted = laterOf(update.datePosted, row.date);
    add(members, {
      line,
      exact: false,
      ...revisionOf({ facts: null, row, learned: null, line }),
      ...channelOf(kind, row, facts.outOfBand),
      datePosted,
    });
  }
  return [...members.values()];
}

function add(members: Map<string, Membership>, member: Omit<Membership, 'key'>): void {
  const key = lineKey(member.line);
  if (!members.has(key)) members.set(key, { key, ...member });
}

/** One file serves two releases of a family when their builds are one system with switches. */
function sharesFiles(
  row: ReleaseRow,
  { rows, targets }: { rows: readonly ReleaseRow[]; targets: readonly ResolvedTarget[] },
): boolean {
  return targets.some(
    (target) =>
      target.family === row.family &&
      (target.release === null ||
        rows.some(
          (own) =>
            own.family === target.family &&
            own.release === target.release &&
            baseBuild(own.build) === baseBuild(row.build),
        )),
  );
}

/** Title, release table, and what was learned here: one source after the other, the first that says it is believed. */
function revisionOf({
  facts,
  row,
  learned,
  line,
}: {
  facts: Classification | null;
  row: ReleaseRow | undefined;
  learned: Learned | null;
  line: Line;
}): Pick<Membership, 'build' | 'revision' | 'revisionFrom'> {
  const [build, revision] = facts?.revision?.split('.').map(Number) ?? [];
  if (build !== undefined && revision !== undefined) return { build, revision, revisionFrom: 'title' };
  if (row !== undefined) return { build: row.build, revision: row.revision, revisionFrom: 'release table' };
  const [learnedBuild, learnedRevision] = learned?.revision?.split('.').map(Number) ?? [];
  const own = buildOfRelease(line.family, line.release);
  if (learned === null || learnedBuild === undefined || learnedRevision === undefined) return unknownRevision;
  if (own !== null && baseBuild(own) !== baseBuild(learnedBuild)) return unknownRevision;
  return { build: learnedBuild, revision: learnedRevision, revisionFrom: learned.from };
}

const unknownRevision = { build: null, revision: null, revisionFrom: null } as const;

/** What of an update was not understood, so that it competes nowhere; empty when it does, or when its kind never does. */
function notUnderstoodOf(facts: Classification, kind: UpdateKind, lines: readonly Membership[]): string[] {
  if (kind === 'Unknown') return facts.notUnderstood.length > 0 ? facts.notUnderstood : ['its kind'];
  if (lines.length > 0 || !replacingKinds.includes(regularKind(kind)) || kind === 'Hotpatch') return [];
  const first = facts.targets[0];
  return [
    ...(first?.family == null ? ['its system'] : []),
    ...(first?.family != null && first.release === null ? ['its release'] : []),
    ...(facts.architecture === null && kind !== 'EnablementPackage' ? ['its architecture'] : []),
  ];
}

const channels: Readonly<Record<Exclude<ReleaseKind, 'Unknown'>, Channel>> = {
  Standard: 'regular',
  Preview: 'preview',
  'Out-of-band': 'out-of-band',
};

function channelOf(
  kind: UpdateKind,
  row: ReleaseRow | undefined,
  outOfBand: boolean,
): Pick<Membership, 'channel' | 'channelFrom'> {
  if (isPreviewKind(kind)) return { channel: 'preview', channelFrom: 'title' };
  if (outOfBand) return { channel: 'out-of-band', channelFrom: 'title' };
  if (row === undefined) return { channel: null, channelFrom: null };
  if (row.kind !== 'Unknown') return { channel: channels[row.kind], channelFrom: 'release table' };
  return { channel: isPatchTuesday(Date.parse(row.date)) ? 'regular' : 'out-of-band', channelFrom: 'release table' };
}

function laterOf(posted: string | null, day: string): string {
  const start = `${day}T00:00:00Z`;
  return posted === null || Date.parse(posted) < Date.parse(start) ? start : posted;
}
