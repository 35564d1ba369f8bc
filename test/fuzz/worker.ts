import { parentPort, workerData } from 'node:worker_threads';
import { randomNumbers } from '../helpers/random-numbers.ts';
import { corpus } from './corpus.ts';
import { LONGEST_INPUT, mutated } from './mutate.ts';
import { explore, type FuzzFormat } from './targets.ts';

/** What the worker is told and shares with the watcher. */
export interface FuzzJob {
  format: FuzzFormat;
  runs: number;
  seed: number;
  /** [run, length of the input]; the input that is being tried lies in `input`. */
  state: Int32Array;
  input: Uint8Array;
  /** Bytes of heap and array buffers after a run that are a finding. */
  mostMemory: number;
}

export type FuzzMessage =
  | { type: 'done'; outcomes: number }
  | { type: 'crash'; run: number; error: string }
  | { type: 'memory'; run: number; bytes: number };

/** Inputs that showed something new are mutated further; a bounded number of them, newest last. */
const MOST_KEPT = 400;
const LARGEST_KEPT = 1 << 17;

const job = workerData as FuzzJob;
const pool = corpus[job.format]();
const text = job.format === 'mum' || job.format === 'xml';
const seeds = pool.length;
const outcomes = new Set<string>();

for (const input of pool) outcomes.add(await explore(job.format, input));
for (let run = 0; run < job.runs; run++) {
  const random = randomNumbers(job.seed * 1_000_003 + run);
  // Half of the time from the good files, else from what was found.
  const parent = pool[random(2) === 0 ? random(seeds) : random(pool.length)] ?? new Uint8Array(0);
  const other = pool[random(pool.length)] ?? new Uint8Array(0);
  const input = mutated(random, parent, { other, text });
  job.input.set(input.subarray(0, LONGEST_INPUT));
  Atomics.store(job.state, 1, input.length);
  Atomics.store(job.state, 0, run + 1);
  if (!(await tried(input, run))) break;
}
report({ type: 'done', outcomes: outcomes.size });

async function tried(input: Uint8Array, run: number): Promise<boolean> {
  let outcome: string;
  try {
    outcome = await explore(job.format, input);
  } catch (error) {
    report({ type: 'crash', run, error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
    return false;
  }
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  if (heapUsed + arrayBuffers > job.mostMemory) {
    report({ type: 'memory', run, bytes: heapUsed + arrayBuffers });
    return false;
  }
  if (!outcomes.has(outcome)) {
    outcomes.add(outcome);
    if (input.length <= LARGEST_KEPT) pool.push(input);
    if (pool.length > seeds + MOST_KEPT) pool.splice(seeds, 1);
  }
  return true;
}

function report(message: FuzzMessage): void {
  parentPort?.postMessage(message);
}
