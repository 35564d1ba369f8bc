/**
 * An upstream server with a made-up catalog, to try a client on: `npm run upstream -- --port N --updates N [--seed N]`.
 * Prints its address on standard output. It lists every part of an update, which clients need that fetch nothing else;
 * with --hides-parts some stand under no category and must be asked for by the id that their update names. On standard
 * input: `add N` publishes N updates more, `revise N` a new revision of update number N, `expire N` withdraws it, `counts`
 * prints what was asked.
 */
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { GeneratedCatalog } from './catalog.ts';
import { startUpstream } from './server.ts';

const { values } = parseArgs({
  options: {
    port: { type: 'string' },
    updates: { type: 'string' },
    seed: { type: 'string' },
    detectoids: { type: 'string' },
    'hides-parts': { type: 'boolean' },
  },
});
const number = (text: string | undefined, usual: number): number => {
  const value = text === undefined ? usual : Number(text);
  if (!Number.isInteger(value) || value < 0) throw new RangeError(`${text} is no number`);
  return value;
};
const catalog = new GeneratedCatalog({
  seed: number(values.seed, 1),
  updates: number(values.updates, 1000),
  detectoids: number(values.detectoids, 200),
  listsParts: values['hides-parts'] !== true,
});
const upstream = await startUpstream({ catalog }, number(values.port, 0));
console.log(upstream.url);

for await (const line of createInterface({ input: process.stdin })) {
  const [word = '', count = ''] = line.trim().split(/\s+/);
  if (word === 'add') catalog.add(number(count, 1));
  else if (word === 'revise') catalog.revise(number(count, 0));
  else if (word === 'expire') catalog.revise(number(count, 0), { expired: true });
  else if (word === 'counts') {
    const { counts, offences, asked, bytesOut, delivered } = upstream;
    console.log(JSON.stringify({ counts, offences, asked, bytesOut, delivered: delivered.size, tick: catalog.tick }));
  }
}
