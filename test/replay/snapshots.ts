/** Replays the dated snapshots of an update server: which cumulative update was the latest of each system on the day. */
import { createReadStream, readFileSync } from 'node:fs';
import { createGunzip, gunzipSync } from 'node:zlib';
import { importWsusExport } from '../../src/catalog/import/wsus-export.ts';
import { newDigest } from '../../src/ports/digests.ts';
import { latest } from '../../src/selection/latest.ts';
import { type Candidate, candidatesOf } from '../../src/updates/candidate.ts';
import { derive } from '../../src/updates/derive.ts';
import { newTally, type Tally } from './tally.ts';

interface Row {
  snapshot: string;
  os: string;
  build: string;
  arch: string;
  kb: string;
  created: string;
  newestByDate: string;
}

/** `updates`: the server's export, gzip; `answers`: what the collection derived from its snapshots. */
export async function replaySnapshots({ updates, answers }: { updates: string; answers: string }): Promise<Tally> {
  const tally = newTally('snapshots of an update server');
  const byLine = Map.groupBy(await candidatesFrom(updates), ({ line }) =>
    [line.family, line.release, line.architecture, line.kind].join('|'),
  );
  const seen = new Map<string, Row[]>();
  const rows = rowsOf(answers).sort((a, b) => (a.snapshot < b.snapshot ? -1 : 1));
  for (const row of rows) {
    const system = `${familyOf(row)}|${releaseOf(row)}|${row.arch}`;
    const earlier = seen.get(system) ?? [];
    seen.set(system, earlier);
    earlier.push(row);
    const candidates = byLine.get(`${system}|CumulativeUpdate`) ?? [];
    const [line] = latest({ candidates, asOf: row.snapshot, explain: false }).lines;
    const chosen = candidates.find(({ uniqueId }) => uniqueId === line?.chosen);
    const about = `${row.snapshot} ${row.os} ${row.build} ${row.arch}`;
    if (line?.decided !== true) tally.undecided.push(`${about}: ${line?.reason ?? 'no line'}`);
    else if (chosen?.articleId === row.kb || chosen?.articleId === row.newestByDate) tally.right += 1;
    else {
      const other = otherName(row, chosen, earlier);
      if (other === undefined) tally.wrong.push(`${about}: KB${chosen?.articleId} instead of KB${row.kb}`);
      else tally.explained.push(`${about}: ${other}`);
    }
  }
  return tally;
}

/**
 * Some systems were filed under two names. A row is explained when the collection itself had the chosen update for this
 * system under its other name, not later than this snapshot, and the server made it after the one of this row.
 */
function otherName(row: Row, chosen: Candidate | undefined, earlier: readonly Row[]): string | undefined {
  const found = earlier.find(
    (other) =>
      (other.os !== row.os || other.build !== row.build) &&
      (other.kb === chosen?.articleId || other.newestByDate === chosen?.articleId),
  );
  if (found === undefined || (chosen?.datePosted ?? '') <= row.created) return undefined;
  return `KB${row.kb} is the newest under this name; KB${chosen?.articleId} of ${chosen?.datePosted} is newer and is filed under ${found.os} ${found.build}`;
}

async function candidatesFrom(path: string): Promise<Candidate[]> {
  const candidates: Candidate[] = [];
  for await (const item of importWsusExport(createReadStream(path).pipe(createGunzip()), newDigest)) {
    if ('update' in item) candidates.push(...candidatesOf(item.update, derive(item.update)));
  }
  return candidates;
}

function rowsOf(path: string): Row[] {
  const [, ...rows] = gunzipSync(readFileSync(path)).toString('utf8').split('\n');
  return rows
    .filter((text) => text !== '')
    .map((text) => {
      const [snapshot = '', , os = '', build = '', arch = '', kb = '', created = '', , , , newestByDate = ''] =
        text.split('\t');
      return { snapshot, os, build, arch, kb, created, newestByDate };
    });
}

/** 20H2 was filed as 2009 at first. */
function releaseOf({ build }: Row): string {
  return build === '2009' ? '20H2' : build;
}

/** The collection's name of a server and its release, in the name under which the system is sold. */
function familyOf({ os, build }: Row): string {
  if (!os.startsWith('Windows Server')) return os;
  const sold: Record<string, string> = {
    '1607': 'Windows Server 2016',
    '1809': 'Windows Server 2019',
    '21H2': 'Windows Server 2022',
    '22H2': 'Azure Stack HCI',
  };
  return sold[build] ?? 'Windows Server';
}
