/** Stands before the servicing tool and notes in the file BENCH_TOOL_LOG how long each call of it took. */
import { spawnSync } from 'node:child_process';
import { appendFileSync } from 'node:fs';

const [program = '', ...args] = process.argv.slice(2);
const begin = performance.now();
const { status } = spawnSync(program, args, { stdio: 'inherit' });
appendFileSync(process.env['BENCH_TOOL_LOG'] ?? '', `${performance.now() - begin}\n`);
process.exitCode = status ?? 1;
