import { longTermRelease, releaseWithoutVersion, serverFamily } from '../known-releases.ts';
import { normaliseRelease } from '../release-name.ts';
import type { Cursor } from './cursor.ts';
import type { Target } from './parsed-title.ts';

/** A system with its releases (several where a title names them together), and the edition hints that stood with it. */
export interface TargetPhrase {
  target: Target;
  /** Further releases of the same system: "versions 24H2 and 25H2". */
  more: Target[];
  editions: string[];
}

/**
 * A system by name, with its version in any of the wordings of the years: "Windows 11, version 24H2", "Windows 11
 * Version 24H2", "Windows 11", "Windows Server 2016 (1709)", "Microsoft server operating system version 21H2",
 * "Windows 11, versions 24H2 and 25H2".
 */
export function parseTarget(cursor: Cursor): TargetPhrase | null {
  const phrase = parseSystemName(cursor);
  if (phrase?.target.explicit !== true) return phrase;
  const { target } = phrase;
  for (;;) {
    const release = furtherRelease(cursor);
    if (release === null) return phrase;
    const family = isServerSystem(target) ? serverFamily(release) : target.family;
    phrase.more.push({ family, release, explicit: true });
  }
}

/**
 * "... (business editions) en-us x64 version 22H2": the version of a client that other words stand before. Only the word
 * "version" makes one of it.
 */
export function parseLateVersion(cursor: Cursor, targets: readonly Target[]): boolean {
  const [target] = targets;
  const isOpen = targets.length === 1 && target?.explicit === false && /^Windows \d+$/.test(target.family ?? '');
  const release = isOpen
    ? cursor.attempt(() => (cursor.phrase('version') ? cursor.word(normaliseRelease) : null))
    : null;
  if (target === undefined || release === null) return false;
  Object.assign(target, { release, explicit: true });
  return true;
}

/** "and 25H2", "25H2" where the comma was lost, "and version 25H2": no name of a system stands before it. */
function furtherRelease(cursor: Cursor): string | null {
  return cursor.attempt(() => {
    cursor.anyOf('and', '&');
    cursor.anyOf('version', 'versions');
    return cursor.word(normaliseRelease);
  });
}

/** Whether the release of "server operating system" decides under which name it is sold. */
function isServerSystem({ family, release }: Target): boolean {
  return family === serverFamily(release) && release !== null;
}

function parseSystemName(cursor: Cursor): TargetPhrase | null {
  return cursor.attempt(() => {
    cursor.phrase('microsoft');
    if (cursor.phrase('server operating system')) return serverSystem(cursor);
    // Azure Local is the later name of Azure Stack HCI.
    if (cursor.anyOf('azure stack hci', 'azure local') !== null) return named(cursor, 'Azure Stack HCI');
    if (cursor.phrase('windows server') || shortServer(cursor)) return windowsServer(cursor);
    if (!cursor.phrase('windows')) return null;
    const number = cursor.word((word) => (/^\d{1,2}(\.\d)?$/.test(word) ? word : null));
    return number === null ? null : named(cursor, `Windows ${number}`);
  });
}

/** "and Server 2016". After any other word it is another product: "SQL Server 2019", "Exchange Server 2019". */
function shortServer(cursor: Cursor): boolean {
  const before = cursor.peek(-1)?.value;
  return (before === 'for' || before === 'and') && cursor.phrase('server');
}

function named(cursor: Cursor, family: string): TargetPhrase {
  const editions = parseEditions(cursor);
  const year = editions.some(isLongTerm) ? cursor.word((word) => (/^20\d\d$/.test(word) ? word : null)) : null;
  const version = parseVersion(cursor);
  editions.push(...parseEditions(cursor));
  if (year !== null && version === null) {
    return { target: { family, release: longTermRelease(family, year), explicit: true }, more: [], editions };
  }
  const release = version ?? releaseWithoutVersion(family);
  return { target: { family, release, explicit: version !== null }, more: [], editions };
}

function isLongTerm(edition: string): boolean {
  return /lts[bc]$/.test(edition);
}

function serverSystem(cursor: Cursor): TargetPhrase {
  const version = parseVersion(cursor);
  const family = serverFamily(version);
  const release = version ?? releaseWithoutVersion(family);
  return { target: { family, release, explicit: version !== null }, more: [], editions: [] };
}

function windowsServer(cursor: Cursor): TargetPhrase | null {
  const year = cursor.word((word) => (/^20\d\d$/.test(word) ? word : null));
  if (year === null) {
    const version = parseVersion(cursor);
    if (version === null) return null;
    const family = serverFamily(version).startsWith('Windows') ? serverFamily(version) : 'Windows Server';
    return { target: { family, release: version, explicit: true }, more: [], editions: parseEditions(cursor) };
  }
  const name = `Windows Server ${year}${cursor.phrase('r2') ? ' R2' : ''}`;
  if (cursor.phrase('datacenter: azure edition')) {
    const release = parseVersion(cursor);
    const family = `${name} Datacenter: Azure Edition`;
    const target = { family, release, explicit: release !== null };
    return { target, more: [], editions: ['Datacenter: Azure Edition'] };
  }
  const { target, editions } = named(cursor, name);
  const own = releaseWithoutVersion(name);
  // "Windows Server 2016 (1709)": a release of the semi-annual line under the name of the long-term one.
  if (own !== null && target.release !== own) target.family = 'Windows Server';
  return { target, more: [], editions };
}

function parseVersion(cursor: Cursor): string | null {
  return cursor.attempt(() => {
    const bracket = cursor.take('open') !== null;
    cursor.anyOf('version', 'versions');
    const release = cursor.word(normaliseRelease);
    if (release === null || (bracket && cursor.take('close') === null)) return null;
    cursor.phrase('rtm');
    return release;
  });
}

const longTermNames = ['iot enterprise ltsc', 'enterprise ltsc', 'enterprise ltsb', 'ltsb', 'ltsc'];

function parseEditions(cursor: Cursor): string[] {
  const editions: string[] = [];
  for (;;) {
    const found = cursor.attempt(() => {
      const bracket = cursor.take('open') !== null;
      const words = cursor.anyOf(
        'business editions',
        'consumer editions',
        'server core',
        'sp1',
        ...(bracket ? [] : longTermNames),
      );
      return words === null || (bracket && cursor.take('close') === null) ? null : words;
    });
    if (found === null) return editions;
    editions.push(found);
  }
}
