/**
 * A servicing tool that notes what lies beside each package that it is given, then does its work:
 * node seeing-dism.ts <emulator> <notes> <arguments...>
 */
import { spawnSync } from 'node:child_process';
import { appendFileSync, readdirSync } from 'node:fs';
import { basename, dirname } from 'node:path';

const [emulator = '', notes = '', ...args] = process.argv.slice(2);
const prefix = '/PackagePath:';
const path = args.find((argument) => argument.startsWith(prefix))?.slice(prefix.length);
if (path !== undefined) {
  const beside = readdirSync(dirname(path)).filter((name) => name !== basename(path) && /\.(?:msu|cab)$/i.test(name));
  appendFileSync(notes, `${JSON.stringify(beside.sort())}\n`);
}
process.exitCode = spawnSync(process.execPath, [emulator, ...args], { stdio: 'inherit' }).status ?? 1;
