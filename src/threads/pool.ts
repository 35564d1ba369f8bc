import type { Ports } from '../ports/index.ts';
import { mostThreads, type Thread } from '../ports/threads.ts';
import { cancelledBy } from './cancelled.ts';
import type { Spread, TaskRunner } from './in-threads.ts';

/** Does requests that come one by one, up to `parallel` of them at once. Whoever made it ends it. */
export interface Pool<Request, Answer> {
  readonly parallel: number;
  /** Rejects with what the task throws, and with the caller's reason when it cancels. At most `parallel` at once. */
  ask(request: Request): Promise<Answer>;
  /** Ends all threads, whatever they do. */
  end(): Promise<void>;
}

/**
 * Threads that do one kind of request, started when they are first needed; where the program cannot be started as a thread,
 * the same is done here. `runner` makes what does them here, as in `inThreads`.
 */
export function threadPool<Request, Answer>(
  { ports, program, signal }: Spread,
  runner: (ports: Ports) => TaskRunner<Request, Answer>,
): Pool<Request, Answer> {
  if (program === undefined) return poolOfNone(runner(ports));
  const idle: Thread[] = [];
  const started: Thread[] = [];
  const start = (): Thread => {
    const thread = ports.threads.start(program);
    started.push(thread);
    return thread;
  };
  const cancelled = cancelledBy(signal);
  return {
    parallel: Math.min(ports.threads.parallel, mostThreads),
    async ask(request) {
      signal?.throwIfAborted();
      const thread = idle.pop() ?? start();
      const answer = await Promise.race([thread.ask(request), cancelled.promise]);
      idle.push(thread);
      return answer as Answer;
    },
    async end() {
      cancelled.forget();
      await Promise.all(started.map((thread) => thread.end()));
    },
  };
}

function poolOfNone<Request, Answer>(runner: TaskRunner<Request, Answer>): Pool<Request, Answer> {
  return {
    parallel: 1,
    ask: async (request) => runner.run(request),
    end: async () => runner.close(),
  };
}
