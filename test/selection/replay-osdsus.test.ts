import { createReadStream, readFileSync } from 'node:fs';
import { createGunzip, gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { derive } from '../../src/catalog/derive.ts';
import { importWsusExport } from '../../src/catalog/import/wsus-export.ts';
import { newDigest } from '../../src/ports/digests.ts';
import { type Candidate, candidatesOf } from '../../src/selection/candidate.ts';
import { latest } from '../../src/selection/latest.ts';
import { anyMissing, requires, titled } from '../helpers/requires.ts';

const updates = requires.shared('osdsus/updates.jsonl.gz');
const oracle = requires.shared('osdsus/latest-lcu-by-snapshot.tsv.gz');

const semiAnnual = ['1709', '1803', '1903', '1909', '2004', '2009', '20H2'];

interface Row {
  snapshot: string;
  os: string;
  build: string;
  arch: string;
  kb: string;
  newestByDate: string;
}

describe('replay of the OSDSUS snapshots', () => {
  it.skipIf(anyMissing(updates, oracle))(
    titled('is never wrong about the cumulative update that was the latest on the day', updates, oracle),
    async () => {
      const byLine = Map.groupBy(await candidatesFrom(updates.path), ({ line }) =>
        [line.family, line.release, line.architecture, line.kind].join('|'),
      );
      const count = { right: 0, wrong: 0, undecided: 0, notCounted: 0 };
      const wrong: unknown[] = [];
      for (const row of rowsOf(oracle.path)) {
        if (!isCounted(row)) {
          count.notCounted += 1;
          continue;
        }
        const candidates = byLine.get([familyOf(row), row.build, row.arch, 'CumulativeUpdate'].join('|')) ?? [];
        const [line] = latest({ candidates, asOf: row.snapshot, explain: false }).lines;
        const chosen = candidates.find(({ uniqueId }) => uniqueId === line?.chosen);
        if (line?.decided !== true) count.undecided += 1;
        else if (chosen?.articleId === row.kb || chosen?.articleId === row.newestByDate) count.right += 1;
        else {
          count.wrong += 1;
          wrong.push({ row, chosen: chosen?.title });
        }
      }
      console.info('OSDSUS replay', count);

      expect(wrong).toEqual([]);
      expect(count.right).toBeGreaterThan(5000);
      expect(count.undecided).toBeLessThan(count.right / 100);
    },
  );
});

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
      const [snapshot = '', , os = '', build = '', arch = '', kb = '', , , , , newestByDate = ''] = text.split('\t');
      return { snapshot, os, build, arch, kb, newestByDate };
    });
}

/** Rows that the collection files under names which were never the release's own. */
function isCounted({ snapshot, os, build }: Row): boolean {
  if (build === '2009') return false;
  if (os === 'Windows Server' && build === '1709' && snapshot >= '2021-07-13') return false;
  return !(/^Windows Server 20(16|19)$/.test(os) && semiAnnual.includes(build));
}

/** The collection's "Windows Server" with a release is the system that is sold under this name. */
function familyOf({ os, build }: Row): string {
  const sold: Record<string, string> = {
    '1607': 'Windows Server 2016',
    '1809': 'Windows Server 2019',
    '21H2': 'Windows Server 2022',
    '22H2': 'Azure Stack HCI',
  };
  return os === 'Windows Server' ? (sold[build] ?? os) : os;
}
