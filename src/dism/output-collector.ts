import { progressPercent } from './progress.ts';

/** What a running tool has printed so far, bounded, split into lines, progress bars taken out. */
export interface OutputCollector {
  /** Takes the next bytes. Returns false once the tool has printed more than any dism.exe does. */
  add(bytes: Uint8Array): boolean;
  /** Ends the last line. Call once when the tool has ended. */
  end(): void;
  /** Lines without progress bars, in order. */
  readonly lines: readonly string[];
  readonly flooded: boolean;
  /** The last line with a text that is no bar; '' before there is one. */
  readonly caption: string;
}

/** Beyond these, it is not dism.exe that is talking. The list of all packages of an image has some 100 KB. */
const MAX_BYTES = 16 * 1024 * 1024;
const MAX_LINE = 32 * 1024;

/**
 * Collects output that arrives in pieces cut anywhere. A bar goes to `onProgress` with the text line above it, never into
 * `lines`. Bytes that are not UTF-8 (names in the machine's code page) are read as Latin-1, line by line.
 */
export function collectOutput(onProgress?: (percent: number, caption: string) => void): OutputCollector {
  const lines: string[] = [];
  let pending: Uint8Array[] = [];
  let pendingLength = 0;
  let total = 0;
  let caption = '';
  /** The last byte was a CR that ended a line: an LF right behind it belongs to it. */
  let endedByCr = false;

  const endLine = (): void => {
    if (pendingLength === 0) {
      if (lines.at(-1) !== '') lines.push('');
      return;
    }
    const line = decode(pending, pendingLength);
    pending = [];
    pendingLength = 0;
    const percent = progressPercent(line);
    if (percent !== undefined) {
      onProgress?.(percent, caption);
      return;
    }
    if (line.trim() !== '') caption = line.trim();
    lines.push(line);
  };

  return {
    add(bytes) {
      total += bytes.length;
      if (total > MAX_BYTES) return false;
      let start = 0;
      for (let at = 0; at < bytes.length; at += 1) {
        const byte = bytes[at];
        if (byte !== CR && byte !== LF) continue;
        push(bytes.slice(start, at));
        const hasText = pendingLength > 0;
        if (hasText || (byte === LF && !(endedByCr && start === at))) endLine();
        endedByCr = byte === CR && hasText;
        start = at + 1;
      }
      push(bytes.slice(start));
      return true;
    },
    end() {
      if (pendingLength > 0) endLine();
    },
    lines,
    get caption() {
      return caption;
    },
    get flooded() {
      return total > MAX_BYTES;
    },
  };

  function push(part: Uint8Array): void {
    const room = part.subarray(0, Math.max(0, MAX_LINE - pendingLength));
    if (room.length === 0) return;
    pending.push(room);
    pendingLength += room.length;
  }
}

function decode(parts: Uint8Array[], length: number): string {
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  try {
    return utf8.decode(bytes);
  } catch {
    return latin1.decode(bytes);
  }
}

const CR = 13;
const LF = 10;
const utf8 = new TextDecoder('utf-8', { fatal: true });
const latin1 = new TextDecoder('latin1');
