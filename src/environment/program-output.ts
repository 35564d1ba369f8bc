import type { Ports } from '../ports/index.ts';

const limit = 1024 * 1024;

/** What a small program of the system prints; undefined when it does not start or ends with an error. */
export async function programOutput(
  { processes }: Pick<Ports, 'processes'>,
  program: string,
  ...args: string[]
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
    return exitCode === 0 ? Buffer.concat(pieces).toString('latin1') : undefined;
  } catch {
    return undefined;
  }
}

/** A program of Windows by its full path: nothing that lies in the current folder or on PATH takes its place. */
export function windowsProgram({ env }: Pick<Ports, 'env'>, name: string): string {
  return `${env['SystemRoot'] ?? env['windir'] ?? 'C:\\Windows'}\\System32\\${name}`;
}
