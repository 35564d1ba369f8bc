/**
 * A first synchronisation that is killed again and again and goes on each time, compared row by row with one in one go,
 * with figures. `npm run kills [updates] [kills] [seed]`
 */
import { sandbox } from '../../helpers/built-engine.ts';
import { upstreamBeside } from '../../helpers/upstream/beside.ts';
import { compareSites, livesBetween, runOrKill, type Synchronised } from './kills.ts';

const [updates = 200_000, kills = 20, seed = 7] = process.argv.slice(2).map(Number);
const upstream = await upstreamBeside({ updates, seed: 1, detectoids: 4200 });
const [whole, pieces] = [sandbox(), sandbox()];
const sync = ['update', 'sync'];
try {
  for (const { site } of [whole, pieces])
    await runOrKill(site, ['source', 'add', 'server', '--type', 'server', '--url', upstream.url]);
  const inOneGo = await measured('in one go', () => runOrKill(whole.site, sync));
  const killed: Synchronised[] = [];
  const goneOn = await measured(`killed ${kills} times and gone on`, async () => {
    for (const life of livesBetween(kills, inOneGo.milliseconds, seed)) {
      killed.push(await runOrKill(pieces.site, sync, life));
      console.error(`${killed.length}: ${killed.at(-1)?.code ?? 'killed'} after ${(life / 1000).toFixed(1)} s`);
    }
    return runOrKill(pieces.site, sync);
  });
  const tables = compareSites(whole.site, pieces.site);
  for (const [name, { rows, different }] of Object.entries(tables))
    console.log(`${name}: ${rows} rows, ${different} different`);
  const died = killed.filter(({ code }) => code === null).length;
  const { offences } = await upstream.counts();
  console.log(
    `killed: ${died} of ${kills}; peak memory of them: ${Math.max(...killed.map(({ megabytes }) => megabytes || 0)).toFixed(0)} MB`,
  );
  console.log(`breaches of the protocol: ${offences.length}`);
  const differs = Object.values(tables).some(({ different }) => different > 0) || tables['updates']?.rows !== updates;
  if (differs || died === 0 || offences.length > 0 || inOneGo.code !== 0 || goneOn.code !== 0) process.exitCode = 1;
} finally {
  upstream.end();
  whole.remove();
  pieces.remove();
}

/** Runs a synchronisation, and prints what it took in all and what the server was asked for. */
async function measured(what: string, run: () => Promise<Synchronised>): Promise<Synchronised> {
  const [before, began] = [await upstream.counts(), performance.now()];
  const last = await run();
  const [after, seconds] = [await upstream.counts(), (performance.now() - began) / 1000];
  const requests = (counts: Record<string, number>) => Object.values(counts).reduce((sum, each) => sum + each, 0);
  console.log(
    `${what}: exit ${last.code}, ${seconds.toFixed(1)} s, ${requests(after.counts) - requests(before.counts)} requests, ` +
      `${after.asked - before.asked} documents, ${((after.bytesOut - before.bytesOut) / 2 ** 20).toFixed(1)} MB, ` +
      `peak memory ${last.megabytes.toFixed(0)} MB`,
  );
  return last;
}
