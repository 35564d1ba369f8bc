/**
 * Work that is spread over threads. What can be done there the rooms bring (`images/library/tasks.ts`); where the program
 * cannot be started as a thread, the same task runs here, one after the other.
 *
 * Guarantees: answers come in the order in which they are ready, each with the place of its request; neighbours go to one
 * thread as far as that keeps all threads busy (`regions.ts`); never more threads than cores or requests; when the caller
 * cancels, or a task throws, all threads end before this returns.
 */
import type { Ports } from '../ports/index.ts';
import { mostThreads, type Thread } from '../ports/threads.ts';
import { cancelledBy } from './cancelled.ts';
import { Regions } from './regions.ts';

export interface Spread {
  ports: Ports;
  /** The program as it is started, undefined where there is none: then nothing is spread. */
  program: string | undefined;
  signal?: AbortSignal | undefined;
}

/** Does requests one after the other. Whoever made it closes it. */
export interface TaskRunner<Request, Answer> {
  /** Throws what the task throws. */
  run(request: Request): Answer;
  close(): void;
}

export interface Spreading<Request, Answer> {
  requests: readonly Request[];
  /** Called for each request, with its place. */
  onAnswer: (answer: Answer, place: number) => void;
  /** Makes what does them here; `program` does the same in its threads. */
  runner: (ports: Ports) => TaskRunner<Request, Answer>;
}

/** Does every request. Throws what a task threw, and the caller's reason when it cancels. */
export async function inThreads<Request, Answer>(
  { ports, program, signal }: Spread,
  work: Spreading<Request, Answer>,
): Promise<void> {
  const { requests, onAnswer } = work;
  const count = Math.min(ports.threads.parallel, requests.length, mostThreads);
  if (program === undefined || count < 2) return oneByOne({ ports, program, signal }, work);
  const threads = Array.from({ length: count }, () => ports.threads.start(program));
  const cancelled = cancelledBy(signal);
  const regions = new Regions(requests.length, count);
  const ask = async (thread: Thread, number: number): Promise<void> => {
    for (let place = regions.take(number); place !== undefined; place = regions.take(number)) {
      signal?.throwIfAborted();
      onAnswer((await thread.ask(requests[place])) as Answer, place);
    }
  };
  try {
    await Promise.race([Promise.all(threads.map(ask)), cancelled.promise]);
  } finally {
    cancelled.forget();
    // Whoever still waits for a thread that ends is told so; nobody listens any more.
    regions.close();
    await Promise.all(threads.map((thread) => thread.end()));
  }
}

async function oneByOne<Request, Answer>(
  { ports, signal }: Spread,
  { requests, onAnswer, runner: runnerOf }: Spreading<Request, Answer>,
): Promise<void> {
  const runner = runnerOf(ports);
  try {
    for (const [place, request] of requests.entries()) {
      signal?.throwIfAborted();
      onAnswer(runner.run(request), place);
      await ports.clock.pause(0, signal);
    }
  } finally {
    runner.close();
  }
}
