/** The built engine as a process that synchronises and is killed, and what it leaves in its site. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { isDeepStrictEqual } from 'node:util';
import { engineFile } from '../../helpers/built-engine.ts';
import { pseudoRandom } from '../../helpers/updates.ts';

export interface Synchronised {
  /** Null when it was killed. */
  code: number | null;
  /** From its first event on. */
  milliseconds: number;
  /** Largest resident size in MB (2^20), looked at every half second; NaN where the system does not tell (not Linux). */
  megabytes: number;
}

/** Runs a command; with `killAfter`, until so many milliseconds after its first event. */
export async function runOrKill(site: string, args: readonly string[], killAfter?: number): Promise<Synchronised> {
  const child = spawn(process.execPath, [engineFile, ...args, '--site', site, '--events', 'json'], {
    stdio: ['ignore', 'ignore', 'pipe'],
    windowsHide: true,
  });
  let began: number | undefined;
  let megabytes = Number.NaN;
  const look = setInterval(() => {
    megabytes = peakOfProcess(child.pid) ?? megabytes;
  }, 500);
  child.stderr.on('data', () => {
    if (began !== undefined) return;
    began = performance.now();
    if (killAfter !== undefined) setTimeout(() => child.kill('SIGKILL'), killAfter).unref();
  });
  const [code] = await once(child, 'close');
  clearInterval(look);
  return { code, milliseconds: began === undefined ? 0 : performance.now() - began, megabytes };
}

function peakOfProcess(pid: number | undefined): number | undefined {
  try {
    const peak = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return peak === undefined ? undefined : Number(peak) / 1024;
  } catch {
    return undefined;
  }
}

/**
 * Milliseconds that each process may live so that the kills fall on random moments of a synchronisation that takes
 * `whole`. A killed one loses a little, so that together they do not come to its end.
 */
export function livesBetween(kills: number, whole: number, seed: number): number[] {
  const random = pseudoRandom(seed);
  const moments = Array.from({ length: kills }, () => random.next().value * 0.95 * whole).sort((a, b) => a - b);
  return moments.map((moment, index) => moment - (moments[index - 1] ?? 0));
}

/** What a synchronisation leaves: all but times, the numbers that rows happen to have, and its own history. */
const tables: Readonly<Record<string, string>> = {
  updates: `SELECT unique_id, derived_id, title, title_key, article_id, classification, kind, family, release, architecture,
    month, posted, revision_number, dot_net, is_superseded, is_expired, is_declined, hidden, declined_here, note, source,
    document, has_package, not_understood FROM catalog_update ORDER BY unique_id`,
  lines: `SELECT u.unique_id, l.family, l.release, l.architecture, l.kind, m.exact, m.base_build, m.build, m.revision,
    m.channel, m.month, m.posted FROM catalog_member m JOIN catalog_update u ON u.id = m.update_id JOIN catalog_line l
    USING (line_id) ORDER BY u.unique_id, l.family, l.release, l.architecture, l.kind`,
  files: `SELECT u.unique_id, f.name_key, f.size, f.sha1, f.sha256 FROM catalog_file f JOIN catalog_update u
    ON u.id = f.update_id ORDER BY u.unique_id, f.name_key, f.sha256`,
  products: `SELECT u.unique_id, p.product_key FROM catalog_product p JOIN catalog_update u ON u.id = p.update_id
    ORDER BY u.unique_id, p.product_key`,
  supersedence: `SELECT u.unique_id, e.older, e.newer, e.posted FROM catalog_edge e JOIN catalog_update u
    ON u.id = e.update_id ORDER BY u.unique_id, e.older, e.newer`,
  records: 'SELECT * FROM source_record ORDER BY source_key, record_key',
  categories: 'SELECT * FROM source_category ORDER BY source_key, category_id',
  history: 'SELECT unique_id, change FROM sync_change ORDER BY unique_id, change',
};

/** Rows of the first site, and how many differ from those of the second or are in one alone, for each table. */
export function compareSites(one: string, other: string): Record<string, { rows: number; different: number }> {
  const [first, second] = [one, other].map((site) => new DatabaseSync(join(site, 'site.db'), { readOnly: true })) as [
    DatabaseSync,
    DatabaseSync,
  ];
  try {
    return Object.fromEntries(
      Object.entries(tables).map(([name, query]) => {
        const rest = second.prepare(query).iterate();
        let [rows, different] = [0, 0];
        for (const row of first.prepare(query).iterate()) {
          rows += 1;
          if (!isDeepStrictEqual(row, rest.next().value)) different += 1;
        }
        for (const _ of rest) different += 1;
        return [name, { rows, different }];
      }),
    );
  } finally {
    first.close();
    second.close();
  }
}
