/**
 * Reads the title of an update with a grammar: [month] kind {for system [version]} [architecture] (KB) (build).
 * It guarantees: nothing is decided by a substring; a title that is not understood whole (localised, a short form of the
 * update client, unknown words) has the kind 'Unknown' and says what was not understood; nothing throws.
 * A new wording of a kind is a row in kind-phrases.ts, of a system a branch in target.ts.
 */
import { type Architecture, previewKind, type UpdateKind } from '../kinds.ts';
import { baseBuild, buildOfRelease } from '../known-releases.ts';
import { normaliseRelease } from '../release-name.ts';
import { architecturesIn, parseArchitecture } from './architecture.ts';
import { Cursor } from './cursor.ts';
import type { KindPhrase } from './kind-phrases.ts';
import { parseOpening } from './opening.ts';
import type { ParsedTitle } from './parsed-title.ts';
import { parseLateVersion, parseTarget } from './target.ts';
import { type Token, tokenise } from './tokens.ts';

export function parseTitle(title: string): ParsedTitle {
  const tokens = tokenise(title);
  const cursor = new Cursor(tokens);
  const parsed = emptyTitle(title);
  parsed.month = cursor.take('month')?.value ?? null;
  const opening = parseOpening(cursor);
  if (opening !== null) {
    parsed.kind = opening.kind;
    parsed.wording = opening.words;
    parsed.preview = opening.preview === true;
    parsed.outOfBand = opening.outOfBand === true;
    parsed.dynamic = opening.dynamic === true;
    parsed.dotNetVersions = opening.dotNetVersions;
  }
  const named = parseRest(cursor, parsed, opening?.free === true);
  parsed.kind = concludeKind(parsed, {
    tokens,
    named,
    opened: opening !== null,
    alone: opening?.alone === true || opening?.free === true,
  });
  if (isNamedByBuild(parsed, opening)) parsed.kind = parsed.preview ? 'CumulativeUpdatePreview' : 'CumulativeUpdate';
  parsed.short = shortKind(parsed, opening);
  concludeTargets(parsed, parsed.notUnderstood.length > 0);
  // It competes nowhere, whatever else its title says.
  if (parsed.kind === 'Hotpatch') parsed.notUnderstood = [];
  parsed.architectureNamed = parsed.architecture !== null;
  parsed.architecture ??= parsed.kind === 'Unknown' ? onlyArchitecture(tokens) : unnamedArchitecture(parsed);
  return parsed;
}

/**
 * "2026-09 Security Update (KB5124008) (26200.9445)": month, KB and build, and no system. Without a build nothing could
 * tell which of many updates it is.
 */
function shortKind(parsed: ParsedTitle, opening: KindPhrase | null): UpdateKind | null {
  const isShort = opening?.short === true && parsed.targets.length === 0 && parsed.revision !== null;
  const others = parsed.notUnderstood.filter((part) => part !== noSystem);
  if (!isShort || others.length > 0) return null;
  return parsed.preview ? 'CumulativeUpdatePreview' : 'CumulativeUpdate';
}

/**
 * "2026-09 Security Update for Windows 11, version 25H2 for x64-based Systems (KB5124008) (26200.9445)": the wording of the
 * update client with a system. Of what these wordings name only cumulative updates carry a build.
 */
function isNamedByBuild(parsed: ParsedTitle, opening: KindPhrase | null): boolean {
  if (opening?.short !== true || parsed.revision === null || parsed.targets.length === 0) return false;
  if (parsed.kind === 'Unknown' || parsed.kind === 'Hotpatch') return false;
  const build = baseBuild(Number(parsed.revision.split('.')[0]));
  return parsed.targets.every(({ family, release }) => {
    const own = release === null ? null : buildOfRelease(family, release);
    return own === null || baseBuild(own) === build;
  });
}

const noSystem = 'no system is named';

function emptyTitle(title: string): ParsedTitle {
  return {
    title,
    month: null,
    kind: 'Unknown',
    wording: null,
    family: null,
    release: null,
    releases: [],
    targets: [],
    architecture: null,
    architectureNamed: false,
    articleId: null,
    revision: null,
    preview: false,
    outOfBand: false,
    short: null,
    dynamic: false,
    dotNetVersions: [],
    editions: [],
    languages: [],
    notUnderstood: [],
  };
}

/** Kind that the words after the system name, for titles that begin with the system. */
type NamedKind = UpdateKind | null;

/** Reads everything after the opening into `parsed`; what nobody understands goes to `notUnderstood`. */
function parseRest(cursor: Cursor, parsed: ParsedTitle, free: boolean): NamedKind {
  let named: NamedKind = null;
  while (!cursor.atEnd) {
    if (parseNumbers(cursor, parsed) || parseSystem(cursor, parsed) || parseHint(cursor, parsed)) continue;
    if (parseLateVersion(cursor, parsed.targets)) continue;
    if (cursor.anyOf('via enablement package', 'by enablement package') !== null) named = 'EnablementPackage';
    else if (parsed.targets.length > 0 && cursor.phrase('insider preview quality update')) named = insider(parsed);
    else if (parsed.targets.length > 0 && parsed.kind === 'Unknown' && cursor.phrase('update')) named = 'Other';
    else {
      const token = cursor.peek();
      cursor.position += 1;
      if (token !== undefined && !free) parsed.notUnderstood.push(token.text);
    }
  }
  return named;
}

/** An update for systems that are not released: it belongs to no release that a title without a version would mean. */
function insider(parsed: ParsedTitle): UpdateKind {
  for (const target of parsed.targets) if (!target.explicit) target.release = null;
  parsed.editions.push('Insider Preview');
  return 'Other';
}

/** KB, build and month, with or without brackets. */
function parseNumbers(cursor: Cursor, parsed: ParsedTitle): boolean {
  const taken = cursor.attempt(() => {
    const bracket = cursor.take('open') !== null;
    if (bracket) cursor.anyOf('os build', 'build');
    const token = cursor.take('article') ?? cursor.take('revision') ?? cursor.take('month');
    if (token === null || (bracket && cursor.take('close') === null)) return null;
    return token;
  });
  if (taken === null) return false;
  if (taken.kind === 'article') parsed.articleId ??= taken.value;
  else if (taken.kind === 'revision') parsed.revision ??= taken.value;
  else parsed.month ??= taken.value;
  return true;
}

/** "for Windows 10 Version 1607 and Windows Server 2016", "for x64-based Systems". */
function parseSystem(cursor: Cursor, parsed: ParsedTitle): boolean {
  const found = cursor.attempt(() => {
    cursor.anyOf('for', 'on', 'and', 'to');
    const phrase = parseTarget(cursor);
    if (phrase !== null) {
      parsed.targets.push(phrase.target, ...phrase.more);
      parsed.editions.push(...phrase.editions);
      return true;
    }
    const architecture: Architecture | null = parseArchitecture(cursor);
    if (architecture === null || (parsed.architecture !== null && parsed.architecture !== architecture)) return null;
    parsed.architecture = architecture;
    return true;
  });
  return found !== null;
}

/** What carries no decision: dashes, language tags, "for RSAT", the mark "UUP", a "for" that leads to nothing. */
function parseHint(cursor: Cursor, parsed: ParsedTitle): boolean {
  if (cursor.take('dash') !== null || cursor.phrase('uup') || parseChannel(cursor, parsed)) return true;
  if (cursor.phrase('for rsat')) return parsed.editions.push('RSAT') > 0;
  const language = cursor.word((word) => /^([a-z]{2,3}(?:-[a-z]{4})?-[a-z]{2})(?:_lp)?$/.exec(word)?.[1] ?? null);
  if (language !== null) return parsed.languages.push(language) > 0;
  return cursor.attempt(() => (cursor.phrase('for') && cursor.peek()?.kind === 'open' ? true : null)) !== null;
}

/** "(Out-of-band)" and "(Preview)" behind the wording of the regular release, with or without brackets. */
function parseChannel(cursor: Cursor, parsed: ParsedTitle): boolean {
  const hasPreviews = previewKind(parsed.kind) !== parsed.kind;
  const found = cursor.attempt(() => {
    const bracket = cursor.take('open') !== null;
    const words = cursor.anyOf('out-of-band', ...(hasPreviews ? ['preview'] : []));
    return words === null || (bracket && cursor.take('close') === null) ? null : words;
  });
  if (found === 'out-of-band') parsed.outOfBand = true;
  if (found === 'preview') parsed.preview = true;
  return found !== null;
}

function concludeKind(
  parsed: ParsedTitle,
  facts: { tokens: readonly Token[]; named: NamedKind; opened: boolean; alone: boolean },
): UpdateKind {
  if (facts.tokens.some((token) => token.value === 'hotpatch')) return 'Hotpatch';
  if (parsed.notUnderstood.length > 0) return 'Unknown';
  if (parsed.targets.length === 0 && !facts.alone) {
    parsed.notUnderstood.push(noSystem);
    return 'Unknown';
  }
  if (facts.named === 'EnablementPackage') return facts.named;
  if (facts.opened) return parsed.preview ? previewKind(parsed.kind) : parsed.kind;
  if (facts.named !== null) return facts.named;
  // A system and nothing else is how the update client names a feature update, also with the month of its media; a KB or
  // a build without a kind is a title that lost its words.
  const isMedia = parsed.month === null || facts.tokens.some(({ kind, text }) => kind === 'month' && /b$/i.test(text));
  if (parsed.articleId === null && parsed.revision === null && isMedia) return 'FeatureUpdate';
  parsed.notUnderstood.push('no kind is named');
  return 'Unknown';
}

/**
 * A title that is not understood may name its version in words of another language: then no release follows from the
 * absence of a version word that is known; the one release among the words that were left is meant.
 */
function concludeTargets(parsed: ParsedTitle, isPartly: boolean): void {
  const left = new Set(parsed.notUnderstood.flatMap((word) => normaliseRelease(word.toUpperCase()) ?? []));
  const [only] = [...left].filter((release) => /H[12]$/.test(release));
  for (const target of isPartly ? parsed.targets : []) {
    if (target.explicit) continue;
    target.release = left.size === 1 ? (only ?? null) : null;
    target.explicit = target.release !== null;
  }
  const first = parsed.targets[0];
  parsed.family = first?.family ?? null;
  parsed.release = first?.release ?? null;
  parsed.releases = [...new Set(parsed.targets.flatMap((target) => target.release ?? []))];
}

/** A title that is not understood still names its architecture when it names exactly one. */
function onlyArchitecture(tokens: readonly Token[]): Architecture | null {
  const named = new Set(tokens.flatMap((token) => architecturesIn(token.value)));
  return named.size === 1 ? ([...named][0] ?? null) : null;
}

const kindsWithoutArchitecture: readonly UpdateKind[] = ['FeatureUpdate', 'EnablementPackage', 'Definition', 'Tool'];

/** No architecture word: x86 on clients that existed for it, x64 on servers, which exist for nothing else. */
function unnamedArchitecture(parsed: ParsedTitle): Architecture | null {
  if (parsed.family === null || kindsWithoutArchitecture.includes(parsed.kind)) return null;
  if (/^Windows (7|8|8\.1|10)$/.test(parsed.family)) return 'x86';
  return parsed.family.startsWith('Windows Server') || parsed.family === 'Azure Stack HCI' ? 'x64' : null;
}
