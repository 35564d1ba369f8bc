import { mainSymbolCount, windowOrder } from '../../../src/formats/lzx/slots.ts';
import { randomNumbers } from '../../helpers/random-numbers.ts';
import { explicitMatch, literal, type Token, writeBlock } from './lzx-stream.ts';
import { WordWriter } from './word-writer.ts';

const ALIGNED = 2;
const LONGEST = 257;
const CALL = 0xe8;
const CALL_FILE_SIZE = 12_000_000;
const CALL_TAIL = 10;

/** A chunk with this content, all in one block with aligned offsets. */
export function packLzx(content: Uint8Array, chunkSize: number): Uint8Array {
  const order = windowOrder(chunkSize);
  const writer = new WordWriter(false);
  writer.bits(ALIGNED, 3);
  writer.blockSize(content.length, { order, short: true });
  writeBlock(writer, {
    tokens: tokensOf(withAbsoluteTargets(content)),
    aligned: true,
    mainLengths: new Uint8Array(mainSymbolCount(order)),
    lengthLengths: new Uint8Array(249),
    random: randomNumbers(1),
  });
  return writer.finish();
}

/** What the decoder's last step turns back. */
function withAbsoluteTargets(content: Uint8Array): Uint8Array {
  const result = Buffer.from(content);
  for (let at = 0; at < content.length - CALL_TAIL; ) {
    if (result[at] !== CALL) {
      at += 1;
      continue;
    }
    const relative = result.readInt32LE(at + 1);
    if (relative >= -at && relative < CALL_FILE_SIZE) {
      const absolute = relative + at;
      result.writeInt32LE(absolute < CALL_FILE_SIZE ? absolute : relative - CALL_FILE_SIZE, at + 1);
    }
    at += 5;
  }
  return result;
}

function tokensOf(content: Uint8Array): Token[] {
  const tokens: Token[] = [];
  const places = new Map<string, number>();
  for (let at = 0; at < content.length; ) {
    const key = content.subarray(at, at + 4).join();
    const before = places.get(key);
    places.set(key, at);
    const most = Math.min(LONGEST, content.length - at);
    let length = 0;
    while (before !== undefined && length < most && content[at + length] === content[before + length]) length++;
    if (before === undefined || length < 4) {
      tokens.push(literal(content[at++] as number));
      continue;
    }
    tokens.push(explicitMatch(at - before, length));
    at += length;
  }
  return tokens;
}
