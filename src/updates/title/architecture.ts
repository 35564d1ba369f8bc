import type { Architecture } from '../kinds.ts';
import type { Cursor } from './cursor.ts';

const names: Readonly<Record<string, Architecture>> = { x86: 'x86', x64: 'x64', amd64: 'x64', arm64: 'arm64' };

/** "x64-based Systems", "x64 based Systems", "x64", "AMD64-based Server Systems", "x64-Edition". */
export function parseArchitecture(cursor: Cursor): Architecture | null {
  const architecture = cursor.word(architectureWord);
  if (architecture === null) return null;
  cursor.phrase('based');
  cursor.anyOf('server systems', 'systems', 'system', 'edition');
  return architecture;
}

function architectureWord(word: string): Architecture | null {
  const name = /^(x86|x64|amd64|arm64)(?:-based|-edition)?$/.exec(word)?.[1];
  return name === undefined ? null : (names[name] ?? null);
}

/** Every architecture that one word names in any language: "x64", "x64-basierte", "基于x64的系统". */
export function architecturesIn(word: string): Architecture[] {
  const found = word.matchAll(/(?<![a-z0-9])(x86|x64|amd64|arm64)(?![a-z0-9])/g);
  return [...found].flatMap(([name]) => names[name] ?? []);
}
