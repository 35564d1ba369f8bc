import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { Requirement } from './requires.ts';

/** A key as hivex sees it: values as [name, type, data in hexadecimal], both lists sorted by name. */
export interface DumpedKey {
  name: string;
  values: [string, number, string][];
  subkeys: DumpedKey[];
}

/** A Python with the hivex module (Debian: python3-hivex): not always the first python3 on PATH. */
export const hivexPython: Requirement = findPython();

/** Everything in a hive file, read by hivex. */
export function dumpWithHivex(file: string): DumpedKey {
  const text = execFileSync(hivexPython.path, ['-c', dumpScript, file], { encoding: 'utf8', maxBuffer: 1 << 28 });
  return JSON.parse(text) as DumpedKey;
}

const dumpScript = `
import hivex, json, sys
h = hivex.Hivex(sys.argv[1])
def dump(node):
    values = [[h.value_key(v), h.value_type(v)[0], h.value_value(v)[1].hex()] for v in h.node_values(node)]
    return {"name": h.node_name(node), "values": sorted(values), "subkeys": sorted((dump(c) for c in h.node_children(node)), key=lambda k: k["name"])}
json.dump(dump(h.root()), sys.stdout)
`;

function findPython(): Requirement {
  const found = (process.env['PATH'] ?? '')
    .split(delimiter)
    .map((folder) => join(folder, 'python3'))
    .find((path) => existsSync(path) && importsHivex(path));
  return {
    available: found !== undefined,
    reason: 'no python3 on PATH has the hivex module',
    path: found ?? 'python3',
  };
}

function importsHivex(python: string): boolean {
  try {
    execFileSync(python, ['-c', 'import hivex'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
