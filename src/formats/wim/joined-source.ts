import type { ByteSource } from '../bytes.ts';
import { FormatError } from '../format-error.ts';

/** Several sources as one, each behind the other. What is read must lie within one of them: else 'truncated'. */
export function joinedSource(sources: readonly ByteSource[]): ByteSource {
  return {
    size: sources.reduce((sum, { size }) => sum + size, 0),
    read(offset, length) {
      let at = offset;
      for (const source of sources) {
        if (at < source.size || (at === source.size && length === 0)) return source.read(at, length);
        at -= source.size;
      }
      throw new FormatError('truncated', `${length} bytes at ${offset} lie beyond the end of the last part`);
    },
  };
}
