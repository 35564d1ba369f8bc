import type { ProcessRunner } from './processes.ts';

const limit = 1024 * 1024;

/** What a small program of the system prints; undefined when it does not start or ends with an error. The first MiB of it. */
export async function programOutput(
  { processes }: { processes: Pick<ProcessRunner, 'start'> },
  program: string,
  args: string[],
  encoding: 'latin1' | 'utf8' = 'latin1',
): Promise<string | undefined> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  const onOutput = (bytes: Uint8Array): void => {
    size += bytes.length;
    if (size <= limit) pieces.push(bytes);
  };
  try {
    const { finished } = await processes.start({ program, arguments: args, onOutput });
    const { exitCode } = await finished;
    return exitCode === 0 ? Buffer.concat(pieces).toString(encoding) : undefined;
  } catch {
    return undefined;
  }
}

/** A program of Windows by its full path: nothing that lies in the current folder or on PATH takes its place. */
export function windowsProgram({ env }: { env: Readonly<Record<string, string | undefined>> }, name: string): string {
  return `${env['SystemRoot'] ?? env['windir'] ?? 'C:\\Windows'}\\System32\\${name}`;
}
