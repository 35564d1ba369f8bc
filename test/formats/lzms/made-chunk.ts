import { restoreTargets } from '../../../src/formats/lzms/call-targets.ts';
import { LzmsWriter } from './lzms-stream.ts';

/** A chunk of random items and the content that it stands for. */
export function madeChunk(random: (below: number) => number, size: number) {
  const writer = new LzmsWriter(size);
  const content = new Uint8Array(size);
  const kinds = new Set<string>();
  let at = 0;
  const deltas: [power: number, offset: number][] = [[0, 1]];
  while (at < size) {
    const length = Math.min(size - at, 1 + random(random(20) === 0 ? 3000 : 30));
    const kind = random(3);
    if (kind === 1 && at > 0) {
      const recent = writer.recentOffsets.filter((offset) => offset <= at);
      const offset = recent[random(6)] ?? 1 + random(at);
      kinds.add('lz');
      if (recent.includes(offset)) kinds.add('recent');
      writer.lz(offset, length);
      for (const stop = at + length; at < stop; at++) content[at] = content[at - offset] ?? 0;
      continue;
    }
    const [power, offset] = (random(2) === 0 ? deltas[random(4)] : undefined) ?? [random(8), 1 + random(20)];
    const span = 2 ** power;
    if (kind === 2 && (offset + 1) * span <= at) {
      deltas.unshift([power, offset]);
      kinds.add(`delta ${power}`);
      writer.delta(power, offset, length);
      for (const stop = at + length; at < stop; at++) {
        content[at] =
          (content[at - span] ?? 0) + (content[at - offset * span] ?? 0) - (content[at - (offset + 1) * span] ?? 0);
      }
      continue;
    }
    kinds.add('literal');
    content[at] = random(4) === 0 ? 0xe8 : random(1 + random(256));
    writer.literal(content[at++] ?? 0);
  }
  restoreTargets(content);
  return { encoded: writer.finish(), content, kinds };
}
