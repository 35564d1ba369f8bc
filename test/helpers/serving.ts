import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { engineFile, type Sandbox } from './built-engine.ts';

/** A message of `serve`: an answer, or the notification of an event. */
export interface Message {
  id?: string | number | null;
  // biome-ignore lint/suspicious/noExplicitAny: results differ from method to method.
  result?: any;
  // biome-ignore lint/suspicious/noExplicitAny: the data of an error is a problem document.
  error?: { code: number; message: string; data?: any };
  method?: string;
  params?: { requestId: string | number | null; event: { type: string; message: string } };
}

/** `imgupdate serve --stdio` as a process. */
export interface Serving {
  child: ChildProcess;
  /** Everything that was answered so far. */
  messages: Message[];
  send(message: object): void;
  /** Bytes as they are. */
  write(text: string): void;
  /** The first message, already there or to come, for which `fits` holds. */
  message(fits: (message: Message) => boolean): Promise<Message>;
  answer(id: string | number | null): Promise<Message>;
  /** Ends standard input; resolves to the exit code. */
  end(): Promise<number | null>;
}

export function serve(box: Sandbox, env: Record<string, string> = {}, ...flags: string[]): Serving {
  const child = spawn(process.execPath, [engineFile, 'serve', '--stdio', ...flags], {
    env: { ...process.env, ...box.env, ...env },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const messages: Message[] = [];
  const waiting = new Set<() => void>();
  createInterface({ input: child.stdout }).on('line', (line) => {
    messages.push(JSON.parse(line));
    for (const look of waiting) look();
  });
  const closed = new Promise<number | null>((resolve) => child.on('close', resolve));
  const message: Serving['message'] = (fits) =>
    new Promise((resolve, reject) => {
      const look = (): void => {
        const found = messages.find(fits);
        if (found === undefined) return;
        waiting.delete(look);
        resolve(found);
      };
      waiting.add(look);
      void closed.then(() => reject(new Error(`serve ended: ${JSON.stringify(messages.slice(-3))}`)));
      look();
    });
  return {
    child,
    messages,
    send: (body) => void child.stdin.write(`${JSON.stringify({ jsonrpc: '2.0', ...body })}\n`),
    write: (text) => void child.stdin.write(text),
    message,
    answer: (id) => message((each) => each.method === undefined && each.id === id),
    end() {
      child.stdin.end();
      return closed;
    },
  };
}
