/**
 * What a thread of the engine can do for image files. A request and its answer are plain data. To add a task: its request in
 * `TaskRequest`, its answer in `TaskAnswer`, a line in `tasks`.
 */
import { asProblem, type ProblemDocument, problemDocument } from '../../errors.ts';
import { compressLzms } from '../../formats/lzms/compress.ts';
import type { SolidEncoder } from '../../formats/wim/write-solid.ts';
import type { Ports } from '../../ports/index.ts';
import { inThreads, type Spread, type TaskRunner } from '../../threads/in-threads.ts';
import { type Pool, threadPool } from '../../threads/pool.ts';
import { inspectNoting, type NotedInspection, type NotingParts } from './inspect-noting.ts';
import { imageProblem, type OpenImage } from './open-image.ts';
import { openReadable } from './open-readable.ts';
import {
  type ResourceCheck,
  type SharedResources,
  storedResources,
  type VerifyShare,
  verifyShare,
} from './verify-share.ts';

export interface TaskRequest {
  /** What is in one image file. */
  inspect: NotingParts & { path: string };
  /** Some of the resources of an image file. */
  verify: VerifyShare & { path: string };
  /** The content of a chunk of a solid file. */
  compress: { content: Uint8Array };
}

export interface TaskAnswer {
  inspect: { inspection: NotedInspection } | { problem: ProblemDocument };
  verify: ResourceCheck[];
  /** Undefined where it is not shorter. */
  compress: Uint8Array | undefined;
}

export type Task<Name extends keyof TaskAnswer> = { task: Name; request: TaskRequest[Name] };

/** Spreads requests of one task over threads. Throws what a task threw, and the caller's reason when it cancels. */
export function onThreads<Name extends keyof TaskAnswer>(
  spread: Spread,
  requests: readonly Task<Name>[],
  onAnswer: (answer: TaskAnswer[Name], place: number) => void,
): Promise<void> {
  return inThreads(spread, { requests, onAnswer, runner: (ports) => taskRunner<Name>(ports) });
}

/** Encodes chunks in threads. Whoever made it ends it. */
export function encoderInThreads(spread: Spread): SolidEncoder & { end(): Promise<void> } {
  const pool: Pool<Task<'compress'>, TaskAnswer['compress']> = threadPool(spread, (ports) => taskRunner(ports));
  return {
    parallel: pool.parallel,
    encode: (content) => pool.ask({ task: 'compress', request: { content } }),
    end: () => pool.end(),
  };
}

/** Does tasks here, one after the other. */
export function taskRunner<Name extends keyof TaskAnswer>(ports: Ports): TaskRunner<Task<Name>, TaskAnswer[Name]> {
  const kept = keptFile(ports);
  return {
    run: ({ task, request }) => tasks[task]({ ports, kept }, request),
    close: () => kept.close(),
  };
}

interface Tools {
  ports: Ports;
  kept: KeptFile;
}

const tasks: { [Name in keyof TaskAnswer]: (tools: Tools, request: TaskRequest[Name]) => TaskAnswer[Name] } = {
  inspect({ ports }, { path, ...parts }) {
    try {
      const image = openReadable(ports, path);
      try {
        return { inspection: inspectNoting(image, parts, ports.newDigest) };
      } catch (error) {
        throw imageProblem(error, path);
      } finally {
        image.close();
      }
    } catch (error) {
      return { problem: problemDocument(asProblem(error)) };
    }
  },
  verify: ({ kept }, { path, ...share }) => verifyShare(kept.open(path), share),
  compress: (_, { content }) => compressLzms(content),
};

/** The file that shares are checked of stays open: its tables take long to read. */
interface KeptFile {
  open(path: string): SharedResources;
  close(): void;
}

function keptFile(ports: Ports): KeptFile {
  let kept: (SharedResources & { image: OpenImage }) | undefined;
  const close = (): void => {
    kept?.image.close();
    kept = undefined;
  };
  return {
    open(path) {
      if (kept?.image.path === path) return kept;
      close();
      const image = openReadable(ports, path);
      kept = { image, wim: image.wim, resources: storedResources(image.wim) };
      return kept;
    },
    close,
  };
}
