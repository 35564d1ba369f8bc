import { basename, join } from 'node:path';
import type { MulticastReceiver } from '../contract/generated/types.ts';
import { Problem } from '../errors.ts';
import type { Ports } from '../ports/index.ts';
import type { KeyPair } from '../ports/signing.ts';
import { joinGroup } from './group.ts';
import { type Head, headName, writeHead } from './head.ts';
import type { MulticastPlace } from './place.ts';
import { Receivers } from './receivers.ts';
import { receiversOf, sendCommand, startTool } from './uftp.ts';

export interface SendToMany extends MulticastPlace {
  /** Absolute path of the file that `head` describes. */
  file: string;
  head: Head;
  key: KeyPair;
  encrypt: boolean;
  /** Begins as soon as so many wait, or after so many milliseconds with those that wait then. */
  receivers: number;
  milliseconds: number;
  /** Bytes a second. */
  bandwidthLimit: number;
  timeToLive: number;
  /** A folder of this one session, which is there and which the caller removes. */
  folder: string;
  signal: AbortSignal;
  onNote(message: string): void;
  /** Nobody replaces the file while this works. */
  whileSending<T>(work: () => Promise<T>): Promise<T>;
}

export interface SentToMany {
  receivers: MulticastReceiver[];
  seconds: number;
}

/**
 * Sends a file to all that wait for it. Throws Problem ImgMulticastNoReceiver, ImgMulticastToolMissing,
 * ImgMulticastFailed, and the caller's reason.
 */
export async function sendToMany(ports: Ports, wish: SendToMany): Promise<SentToMany> {
  const heard = new Receivers(ports.clock, wish.head.image);
  const group = await joinGroup(ports, wish, (bytes, from) => heard.hear(bytes, from));
  try {
    wish.onNote(`${wish.head.image}: waiting for receivers`);
    const chosen = await heard.gather(wish);
    wish.onNote(
      `${wish.head.image}: sending to ${chosen.length === 1 ? 'one receiver' : `${chosen.length} receivers`}`,
    );
    const begin = ports.clock.now().getTime();
    const ids = chosen.map(({ id }) => id);
    const received = await wish.whileSending(() => runTool(ports, wish, ids));
    const seconds = (ports.clock.now().getTime() - begin) / 1000;
    return { receivers: await heard.ends(chosen, received, wish.signal), seconds };
  } finally {
    await group.close();
  }
}

/** The ids of those that got all. */
async function runTool(ports: Ports, wish: SendToMany, receivers: string[]): Promise<ReadonlySet<string>> {
  const headFile = join(wish.folder, headName);
  const statusFile = join(wish.folder, 'status');
  ports.files.replaceText(headFile, writeHead(ports.signing, wish.head, wish.key));
  const { address, port, encrypt, bandwidthLimit, timeToLive } = wish;
  const command = sendCommand({
    ...{ address, port, interface: wish.interface, encrypt, bandwidthLimit, timeToLive, receivers, statusFile },
    files: [wish.file, headFile],
  });
  const tool = await startTool(ports, command);
  const stop = (): void => void tool.kill();
  wish.signal.addEventListener('abort', stop, { once: true });
  try {
    if (wish.signal.aborted) stop();
    const { exitCode, signal } = await tool.finished;
    wish.signal.throwIfAborted();
    // 7 to 10: nobody answered, or nobody got all; the record says who.
    if (exitCode !== 0 && (exitCode === null || exitCode < 7 || exitCode > 10)) {
      throw new Problem('ImgMulticastFailed', {
        detail: `uftp ended with ${exitCode ?? signal}: ${tool.lastLines()}`,
        native: { tool: 'uftp', ...(exitCode === null ? {} : { exitCode }) },
      });
    }
  } finally {
    wish.signal.removeEventListener('abort', stop);
  }
  const record = ports.files.facts(statusFile) === undefined ? '' : ports.files.tail(statusFile, 2 ** 20);
  const whole = receiversOf(record, basename(wish.file));
  return new Set([...receiversOf(record, headName)].filter((id) => whole.has(id)));
}
