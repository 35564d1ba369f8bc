import { join } from 'node:path';
import { Problem } from '../errors.ts';
import type { HeardProgram } from '../ports/heard-program.ts';
import type { Ports } from '../ports/index.ts';
import { type ReceiverState, writeGreeting } from './greeting.ts';
import { joinGroup } from './group.ts';
import { type Head, headName, longestHead, readHead } from './head.ts';
import type { MulticastPlace } from './place.ts';
import { filesOf, receiveCommand, startTool } from './uftp.ts';

export interface ReceiveOne extends MulticastPlace {
  /** Name of the image to wait for; empty: whichever comes. */
  image: string;
  /** Fingerprints of the keys that are believed. */
  trust: readonly string[];
  /** Gives up when for so many milliseconds nothing came. */
  milliseconds: number;
  timeToLive: number;
  /** A folder of this one session beside the place of the file, which is there and which the caller removes. */
  folder: string;
  signal: AbortSignal;
  onProgress(done: number): void;
  onNote(message: string): void;
}

export interface Received {
  head: Head;
  fingerprint: string;
  /** The file in the folder of the session, whole and looked at. */
  file: string;
}

const greetingPause = 500;
/** How often the end is told: what the network loses is lost. */
const lastGreetings = 8;

/**
 * Receives one image, and keeps it in the folder of the session when a believed key signed what it is and every byte is
 * as signed. `keep` puts it in its place, before the sender hears that all is well. Throws Problem ImgMulticastNoSender,
 * ImgMulticastToolMissing, ImgMulticastFailed, ImgMulticastInvalid, and the caller's reason.
 */
export async function receiveOne<Kept>(
  ports: Ports,
  wish: ReceiveOne,
  keep: (received: Received) => Kept,
): Promise<Kept> {
  const session = new Session(ports, wish);
  const group = await joinGroup(ports, wish, () => undefined);
  let state: ReceiverState = 'waiting';
  const ended = new AbortController();
  const greet = (): void =>
    group.send(writeGreeting({ id: session.id, name: ports.self.host, image: wish.image, state }));
  const greeting = greetAgain();
  try {
    await session.receive((now) => {
      state = now;
    });
    state = 'checking';
    try {
      const kept = keep(await session.check());
      state = 'verified';
      return kept;
    } catch (error) {
      state = 'refused';
      throw error;
    }
  } finally {
    await tellEnd();
    ended.abort();
    await greeting;
    await group.close();
  }

  async function greetAgain(): Promise<void> {
    while (!ended.signal.aborted) {
      greet();
      await ports.clock.pause(greetingPause, ended.signal).catch(() => undefined);
    }
  }

  async function tellEnd(): Promise<void> {
    if (state !== 'verified' && state !== 'refused') return;
    for (let told = 0; told < lastGreetings && !wish.signal.aborted; told += 1) {
      greet();
      await ports.clock.pause(greetingPause / 2, wish.signal).catch(() => undefined);
    }
  }
}

class Session {
  readonly id: string;
  readonly #ports: Ports;
  readonly #wish: ReceiveOne;
  readonly #done: string;
  readonly #part: string;
  readonly #status: string;

  constructor(ports: Ports, wish: ReceiveOne) {
    this.#ports = ports;
    this.#wish = wish;
    this.#done = join(wish.folder, 'done');
    this.#part = join(wish.folder, 'part');
    this.#status = join(wish.folder, 'status');
    const digits = ports.ids
      .next()
      .replace(/[^0-9a-f]/gi, '')
      .slice(-8)
      .toLowerCase();
    this.id = `0x${digits === '00000000' ? '00000001' : digits}`;
  }

  /** Until the file and what describes it are there. */
  async receive(tell: (state: ReceiverState) => void): Promise<void> {
    const { files } = this.#ports;
    for (const folder of [this.#done, this.#part]) files.makeFolder(folder);
    const { address, port } = this.#wish;
    const tool = await startTool(
      this.#ports,
      receiveCommand({
        ...{ address, port, interface: this.#wish.interface, id: this.id },
        ...{ doneFolder: this.#done, partFolder: this.#part, statusFile: this.#status },
      }),
    );
    try {
      await this.#watch(tool, tell);
    } finally {
      await tool.kill();
      await tool.finished;
    }
  }

  async #watch(tool: HeardProgram, tell: (state: ReceiverState) => void): Promise<void> {
    const { clock } = this.#ports;
    let end: number | string | null | undefined;
    void tool.finished.then(({ exitCode, signal }) => {
      end = exitCode ?? signal;
    });
    this.#wish.onNote('Waiting for a sender');
    let came = 0;
    let moved = clock.now().getTime();
    while (!this.#isWhole()) {
      if (end !== undefined) {
        throw new Problem('ImgMulticastFailed', {
          detail: `uftpd ended with ${end} before the image was there: ${tool.lastLines()}`,
        });
      }
      const now = clock.now().getTime();
      // A session that failed may be begun again.
      tell(this.#sessions().length === 0 ? 'waiting' : 'receiving');
      const bytes = this.#bytes();
      if (bytes !== came) {
        moved = now;
        came = bytes;
        this.#wish.onProgress(bytes);
      }
      if (now - moved >= this.#wish.milliseconds) {
        throw new Problem('ImgMulticastNoSender', {
          detail: came === 0 ? 'No image was sent in the time given.' : `Nothing more came after ${came} bytes.`,
        });
      }
      await clock.pause(250, this.#wish.signal);
    }
  }

  #record(): string {
    const { files } = this.#ports;
    return files.facts(this.#status) === undefined ? '' : files.tail(this.#status, 2 ** 20);
  }

  /** The tool tells of each file, and moves all of them to their folder at the end of the session. */
  #isWhole(): boolean {
    const { files } = this.#ports;
    if (!filesOf(this.#record()).has(headName)) return false;
    return files.facts(join(this.#done, headName)) !== undefined && this.#sessions().length === 0;
  }

  /** A session has a folder of its own while it lasts; what failed leaves a file. */
  #sessions(): string[] {
    const { files } = this.#ports;
    const paths = files.names(this.#part).map((name) => join(this.#part, name));
    return paths.filter((path) => files.facts(path)?.kind === 'folder');
  }

  #bytes(): number {
    const { files } = this.#ports;
    const within = (folder: string): string[] => files.names(folder).map((name) => join(folder, name));
    const paths = [...within(this.#done), ...this.#sessions().flatMap(within)];
    return paths.reduce((sum, path) => sum + (files.facts(path)?.size ?? 0), 0);
  }

  /** What came, looked at. Throws Problem ImgMulticastInvalid. */
  async check(): Promise<Received> {
    const { files, signing } = this.#ports;
    const { head, fingerprint } = readHead(signing, this.#head());
    if (!this.#wish.trust.includes(fingerprint)) {
      throw new Problem('ImgMulticastInvalid', {
        detail: `${head.image} was signed by the key ${fingerprint}, which is not trusted here.`,
        remedy: 'Compare the fingerprint with that of the site that sends (imgupdate site show), then name it (trust).',
      });
    }
    if (this.#wish.image !== '' && head.image.toLowerCase() !== this.#wish.image.toLowerCase()) {
      throw new Problem('ImgMulticastInvalid', {
        detail: `${head.image} was sent, and ${this.#wish.image} was waited for.`,
      });
    }
    const file = join(this.#done, head.fileName);
    const facts = files.facts(file);
    // A sender may send links too.
    if (facts?.kind !== 'file' || files.behindLink(file) !== file || facts.size !== head.size) {
      throw new Problem('ImgMulticastInvalid', {
        detail: `${head.fileName} has ${facts?.size ?? 'no'} bytes and not the ${head.size} that were signed.`,
      });
    }
    this.#wish.onNote(`${head.image}: comparing the digest`);
    const { sha256 } = await files.digest(file, ['sha256'], { signal: this.#wish.signal });
    if (sha256 !== head.sha256) {
      throw new Problem('ImgMulticastInvalid', {
        detail: `The SHA-256 of ${head.fileName} is ${sha256} and not the ${head.sha256} that was signed.`,
      });
    }
    return { head, fingerprint, file };
  }

  #head(): string {
    try {
      return this.#ports.files.text(join(this.#done, headName), longestHead);
    } catch (cause) {
      throw new Problem('ImgMulticastInvalid', { detail: 'What was sent with the image cannot be read.', cause });
    }
  }
}
