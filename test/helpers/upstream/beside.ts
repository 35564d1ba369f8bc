import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { CallName } from './requests.ts';

export interface UpstreamBeside {
  url: string;
  /** One line for its standard input, as `main.ts` has it. */
  send(line: string): void;
  counts(): Promise<{
    counts: Record<CallName, number>;
    /** Ids in all requests for documents. */
    asked: number;
    bytesOut: number;
    /** Breaches of the protocol. */
    offences: string[];
  }>;
  end(): void;
}

/** An upstream server as a process of its own, which takes no time from the one that measures. Some parts are not listed. */
export async function upstreamBeside(catalog: {
  updates: number;
  seed: number;
  detectoids: number;
}): Promise<UpstreamBeside> {
  const numbers = Object.entries(catalog).flatMap(([name, value]) => [`--${name}`, String(value)]);
  const main = fileURLToPath(new URL('main.ts', import.meta.url));
  const child = spawn(process.execPath, [main, '--hides-parts', ...numbers], { stdio: ['pipe', 'pipe', 'inherit'] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const next = async () => String((await lines.next()).value);
  const send = (line: string) => void child.stdin.write(`${line}\n`);
  return {
    url: await next(),
    send,
    async counts() {
      send('counts');
      return JSON.parse(await next());
    },
    end: () => void child.kill(),
  };
}
