import type { Architecture } from '../kinds.ts';
import type { Cursor } from './cursor.ts';

const names: Readonly<Record<string, Architecture>> = { x86: 'x86', x64: 'x64', amd64: 'x64', arm64: 'arm64' };

/** "x64-based Systems", "x64", "AMD64-based Server Systems", "x64-Edition". */
export function parseArchitecture(cursor: Cursor): Architecture | null {
  const architecture = cursor.word(architectureWord);
  if (architecture !== null) cursor.anyOf('server systems', 'systems', 'system', 'edition');
  return architecture;
}

/** The architecture that one word names in any language ("x64", "x64-based"); null for every other word. */
export function architectureWord(word: string): Architecture | null {
  const name = /^(x86|x64|amd64|arm64)(?:-based|-edition)?$/.exec(word)?.[1];
  return name === undefined ? null : (names[name] ?? null);
}
