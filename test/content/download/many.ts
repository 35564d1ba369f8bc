/** Many downloads under random faults, with figures. `npm run downloads [count] [seed]` */
import { manyDownloads } from './many-downloads.ts';

const [count = 1000, seed = 20_261_110] = process.argv.slice(2).map(Number);
const began = performance.now();
const { complete, failed, bad, unclear, requests, bytes } = await manyDownloads(count, seed);
const seconds = Math.round((performance.now() - began) / 100) / 10;
console.log(`${count} downloads of ${Math.round(bytes / 1e6)} MB, ${requests} requests, ${seconds} s, seed ${seed}`);
console.log(`complete: ${complete}; failed: ${JSON.stringify(failed)}`);
console.log(`bad bytes accepted: ${bad.length}; unclear failures: ${unclear.length}`);
for (const each of [...bad, ...unclear]) console.log(each);
if (bad.length + unclear.length > 0) process.exitCode = 1;
