/** Serves the files of a folder for downloads, prints its address, and ends with its standard input. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { serveDownloads } from './download-server.ts';

const folder = process.argv[2] ?? '.';
const server = await serveDownloads();
const files = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isFile());
for (const { name } of files) server.offer(`/${name}`, readFileSync(join(folder, name)));
process.stdin.on('end', () => process.exit());
process.stdin.resume();
process.stdout.write(`${server.origin}\n`);
