/**
 * The built engine, killed in the middle of a first synchronisation again and again: what it leaves in the end is what a
 * synchronisation in one go leaves. IMGUPDATE_KILLS says how often; the moments follow from the number of each.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase } from '../../../src/database.ts';
import { engineFile, type Sandbox, sandbox } from '../../helpers/built-engine.ts';
import { pseudoRandom } from '../../helpers/updates.ts';
import { GeneratedCatalog } from '../../helpers/upstream/catalog.ts';
import { startUpstream } from '../../helpers/upstream/server.ts';

const kills = Number(process.env['IMGUPDATE_KILLS'] ?? 5);
const catalog = new GeneratedCatalog({ seed: 11, updates: 800 });

let upstream: Awaited<ReturnType<typeof startUpstream>>;
let [whole, pieces]: Sandbox[] = [];
beforeAll(async () => {
  upstream = await startUpstream({ catalog });
  [whole, pieces] = [sandbox(), sandbox()];
});
afterAll(async () => {
  await upstream.close();
  whole?.remove();
  pieces?.remove();
});

/** Runs one command; with `killAfter`, until so many milliseconds after its first request. The code; null: killed. */
async function run(box: Sandbox, args: string[], killAfter?: number): Promise<number | null> {
  const child = spawn(process.execPath, [engineFile, ...args, '--site', join(box.folder, 'site'), '--events', 'json'], {
    stdio: ['ignore', 'ignore', 'pipe'],
    windowsHide: true,
  });
  let said = '';
  child.stderr.on('data', (piece) => {
    const begins = said === '';
    said += piece;
    if (begins && killAfter !== undefined) setTimeout(() => child.kill('SIGKILL'), killAfter);
  });
  const [code] = await once(child, 'close');
  return code;
}

/** Everything that a synchronisation leaves, but for times and its own history. */
async function left(box: Sandbox): Promise<unknown> {
  const database = await openDatabase(join(box.folder, 'site', 'site.db'));
  try {
    const updates = await database
      .selectFrom('catalog_update')
      .select(['unique_id', 'document'])
      .orderBy('unique_id')
      .execute();
    const records = await database
      .selectFrom('source_record')
      .select(['record_key', 'unique_id', 'revision_number', 'expired'])
      .orderBy('record_key')
      .execute();
    const categories = await database.selectFrom('source_category').selectAll().orderBy('category_id').execute();
    return { updates, records, categories };
  } finally {
    await database.destroy();
  }
}

describe('a synchronisation that is killed', () => {
  it(`${kills} times and begun again leaves what one in one go leaves`, async () => {
    const add = ['source', 'add', 'wsus', '--type', 'server', '--url', upstream.url];
    for (const box of [whole, pieces] as Sandbox[]) expect(await run(box, add)).toBe(0);
    expect(await run(whole as Sandbox, ['update', 'sync'])).toBe(0);

    const random = pseudoRandom(7);
    const codes: (number | null)[] = [];
    for (let kill = 0; kill < kills; kill += 1) {
      codes.push(await run(pieces as Sandbox, ['update', 'sync'], 100 + random.next().value * 1500));
    }
    expect(await run(pieces as Sandbox, ['update', 'sync'])).toBe(0);

    expect(codes).toContain(null);
    expect(await left(pieces as Sandbox)).toEqual(await left(whole as Sandbox));
    expect((await left(whole as Sandbox)) as { updates: unknown[] }).toMatchObject({ updates: { length: 800 } });
  });
});
