import { Worker } from 'node:worker_threads';
import { LONGEST_INPUT } from './mutate.ts';
import type { FuzzFormat } from './targets.ts';
import type { FuzzJob, FuzzMessage } from './worker.ts';

/** An input that a reader must not behave on as it did. */
export interface Finding {
  format: FuzzFormat;
  kind: 'crash' | 'hang' | 'memory';
  seed: number;
  run: number;
  input: Uint8Array;
  detail: string;
}

export interface FuzzResult {
  format: FuzzFormat;
  runs: number;
  /** Different behaviours that were seen. */
  outcomes: number;
  finding: Finding | undefined;
}

const LONGEST_RUN_MS = 5000;
const MOST_MEMORY_MB = 512;
const WATCH_MS = 250;

/**
 * Tries `runs` changed inputs of one format in a thread of its own and watches it: the same seed and number of runs try
 * the same inputs. Stops at the first finding: an error that is no FormatError, a run of more than 5 s, or more than
 * 512 MB of memory.
 */
export function fuzz(options: { format: FuzzFormat; runs: number; seed: number }): Promise<FuzzResult> {
  const { format, runs, seed } = options;
  const state = new Int32Array(new SharedArrayBuffer(8));
  const input = new Uint8Array(new SharedArrayBuffer(LONGEST_INPUT));
  const job: FuzzJob = { format, runs, seed, state, input, mostMemory: MOST_MEMORY_MB << 20 };
  const worker = new Worker(new URL('./worker.ts', import.meta.url), {
    workerData: job,
    resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY_MB },
  });
  const current = () => Uint8Array.from(input.subarray(0, Atomics.load(state, 1)));

  return new Promise((resolve) => {
    let last = -1;
    let since = performance.now();
    let found: Finding | undefined;
    const watch = setInterval(() => {
      const run = Atomics.load(state, 0);
      if (run !== last) {
        last = run;
        since = performance.now();
      } else if (run > 0 && performance.now() - since > LONGEST_RUN_MS)
        end('hang', `no end after ${LONGEST_RUN_MS} ms`);
    }, WATCH_MS);

    function end(kind: Finding['kind'], detail: string): void {
      found ??= { format, kind, seed, run: Atomics.load(state, 0) - 1, input: current(), detail };
      finish(0);
    }

    function finish(outcomes: number): void {
      clearInterval(watch);
      const done = { format, runs: Atomics.load(state, 0), outcomes, finding: found };
      void worker.terminate().then(() => resolve(done));
    }

    worker.on('message', (message: FuzzMessage) => {
      if (message.type === 'crash') end('crash', message.error);
      else if (message.type === 'memory') end('memory', `${message.bytes} bytes in use`);
      else finish(message.outcomes);
    });
    // Beyond the limit of its heap the thread ends with an error.
    worker.on('error', (error: NodeJS.ErrnoException) => {
      end(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'memory' : 'crash', error.stack ?? error.message);
    });
  });
}
