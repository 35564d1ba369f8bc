import { availableParallelism, totalmem } from 'node:os';
import { isMainThread, parentPort, Worker } from 'node:worker_threads';
import { memoryOfThread, type Thread, type Threads } from './threads.ts';

/** Threads over `node:worker_threads`, as many as there are cores and memory for. */
export const nodeThreads: Threads = {
  parallel: Math.max(1, Math.min(availableParallelism(), Math.floor(memory() / 2 / memoryOfThread))),
  start: (program) => new NodeThread(program),
};

/** Of the machine, or of the container that this runs in. */
function memory(): number {
  const limit = process.constrainedMemory();
  return limit > 0 ? Math.min(limit, totalmem()) : totalmem();
}

/** Whether this program runs as a thread that another one started. */
export const isThread = !isMainThread && parentPort !== null;

interface Reply {
  result?: unknown;
  /** Of what was thrown. */
  error?: string;
}

/** Answers what the starter of this thread asks, one after the other, until it is ended. */
export function answerAsThread(answer: (request: unknown) => unknown): void {
  parentPort?.on('message', (request: unknown) => {
    let reply: Reply;
    try {
      reply = { result: answer(request) };
    } catch (error) {
      reply = { error: error instanceof Error ? error.message : String(error) };
    }
    parentPort?.postMessage(reply);
  });
}

class NodeThread implements Thread {
  readonly #worker: Worker;
  #waiting: PromiseWithResolvers<unknown> | undefined;
  #ended: Error | undefined;

  constructor(program: string) {
    this.#worker = new Worker(program, { resourceLimits: { maxYoungGenerationSizeMb: 16 } });
    this.#worker.on('message', ({ result, error }: Reply) => {
      if (error === undefined) this.#take()?.resolve(result);
      else this.#take()?.reject(new Error(error));
    });
    this.#worker.on('error', (error) => this.#fail(error instanceof Error ? error : new Error(String(error))));
    this.#worker.on('exit', () => this.#fail(new Error('the thread ended before it had answered')));
  }

  ask(request: unknown): Promise<unknown> {
    if (this.#ended !== undefined) return Promise.reject(this.#ended);
    this.#waiting = Promise.withResolvers<unknown>();
    this.#worker.postMessage(request);
    return this.#waiting.promise;
  }

  async end(): Promise<void> {
    await this.#worker.terminate();
  }

  #fail(error: Error): void {
    this.#ended ??= error;
    this.#take()?.reject(error);
  }

  #take(): PromiseWithResolvers<unknown> | undefined {
    const waiting = this.#waiting;
    this.#waiting = undefined;
    return waiting;
  }
}
