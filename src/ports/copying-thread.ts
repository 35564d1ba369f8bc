/** A stretch of one open file that another one gets. Descriptors are those of the process: its threads share them. */
export interface Stretch {
  source: number;
  at: number;
  target: number;
  offset: number;
  length: number;
}

/** Copies stretches between open files, one after the other. Whoever asked for it calls `end`. */
export interface CopyingThread {
  /** Rejects with the error of the platform; its `syscall` says whether reading or writing went wrong. */
  copy(stretch: Stretch): Promise<void>;
  /** Gives up, whatever it does. */
  end(): Promise<void>;
}

/**
 * A thread that does nothing but read and write: the threads of the platform would hand each piece to this one and back,
 * which takes as long as copying it.
 */
export function copyingThread(): CopyingThread {
  const { Worker } = process.getBuiltinModule('node:worker_threads');
  const worker = new Worker(`(${copyInThread})()`, { eval: true });
  let waiting: PromiseWithResolvers<void> | undefined;
  let ended: Error | undefined;
  const settled = (error: Error | undefined): void => {
    const answered = waiting;
    waiting = undefined;
    worker.unref();
    if (error === undefined) answered?.resolve();
    else answered?.reject(error);
  };
  const fail = (error: Error): void => {
    ended ??= error;
    settled(ended);
  };
  worker.on('message', (failure: { message: string; code: string | undefined; syscall: string } | null) => {
    settled(failure === null ? undefined : Object.assign(new Error(failure.message), failure));
  });
  worker.on('error', (error) => fail(error instanceof Error ? error : new Error(String(error))));
  worker.on('exit', () => fail(new Error('the thread that copies ended')));
  worker.unref();
  return {
    copy(stretch) {
      if (ended !== undefined) return Promise.reject(ended);
      waiting = Promise.withResolvers<void>();
      worker.ref();
      worker.postMessage(stretch);
      return waiting.promise;
    },
    async end() {
      await worker.terminate();
    },
  };
}

/** Runs in the thread, as text: it sees nothing of this file. */
function copyInThread(): void {
  const fs = process.getBuiltinModule('node:fs');
  const { parentPort } = process.getBuiltinModule('node:worker_threads');
  // What is written is then still in the cache of this core.
  const buffer = Buffer.allocUnsafe(256 * 1024);
  parentPort?.on('message', ({ source, at, target, offset, length }: Stretch) => {
    let syscall = 'read';
    try {
      for (let done = 0; done < length; ) {
        syscall = 'read';
        const count = fs.readSync(source, buffer, 0, Math.min(buffer.length, length - done), at + done);
        if (count === 0) throw new Error(`the file ends at ${at + done}`);
        syscall = 'write';
        for (let written = 0; written < count; ) {
          written += fs.writeSync(target, buffer, written, count - written, offset + done + written);
        }
        done += count;
      }
      parentPort?.postMessage(null);
    } catch (error) {
      const { message, code } = error as NodeJS.ErrnoException;
      parentPort?.postMessage({ message, code, syscall });
    }
  });
}
