/** What images of this machine are like. */
export interface Machine {
  /** x86, x64 or arm64; another name where it is of no Windows. */
  architecture: string;
  /** As in `de-DE`. */
  language: string;
}

const names: Readonly<Record<string, string>> = {
  amd64: 'x64',
  x64: 'x64',
  arm64: 'arm64',
  x86: 'x86',
  ia32: 'x86',
};

/** Windows says what the machine is, also to a process of another architecture. */
export function thisMachine(env: Readonly<Record<string, string | undefined>>): Machine {
  const said = env['PROCESSOR_ARCHITEW6432'] ?? env['PROCESSOR_ARCHITECTURE'] ?? process.arch;
  return {
    architecture: names[said.toLowerCase()] ?? said.toLowerCase(),
    language: Intl.DateTimeFormat().resolvedOptions().locale,
  };
}
