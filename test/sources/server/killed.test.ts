/**
 * The built engine, killed in the middle of a first synchronisation again and again: what it leaves in the end is what a
 * synchronisation in one go leaves. `npm run kills` does it with many more updates.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Sandbox, sandbox } from '../../helpers/built-engine.ts';
import { GeneratedCatalog } from '../../helpers/upstream/catalog.ts';
import { startUpstream } from '../../helpers/upstream/server.ts';
import { compareSites, livesBetween, runOrKill } from './kills.ts';

const kills = 5;
const catalog = new GeneratedCatalog({ seed: 11, updates: 800 });

let upstream: Awaited<ReturnType<typeof startUpstream>>;
let whole: Sandbox;
let pieces: Sandbox;
beforeAll(async () => {
  upstream = await startUpstream({ catalog });
  [whole, pieces] = [sandbox(), sandbox()];
});
afterAll(async () => {
  await upstream.close();
  whole?.remove();
  pieces?.remove();
});

describe('a synchronisation that is killed', () => {
  it(`${kills} times and begun again leaves what one in one go leaves`, async () => {
    const add = ['source', 'add', 'wsus', '--type', 'server', '--url', upstream.url];
    for (const { site } of [whole, pieces]) expect((await runOrKill(site, add)).code).toBe(0);
    const { code, milliseconds } = await runOrKill(whole.site, ['update', 'sync']);
    expect(code).toBe(0);

    const codes: (number | null)[] = [];
    for (const life of livesBetween(kills, milliseconds, 7)) {
      codes.push((await runOrKill(pieces.site, ['update', 'sync'], life)).code);
    }
    expect((await runOrKill(pieces.site, ['update', 'sync'])).code).toBe(0);

    expect(codes).toContain(null);
    const tables = compareSites(whole.site, pieces.site);
    expect(Object.entries(tables).filter(([, { different }]) => different > 0)).toEqual([]);
    expect(tables).toMatchObject({ updates: { rows: 800 }, records: { rows: 800 }, categories: { rows: 15 } });
  });
});
