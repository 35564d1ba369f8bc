import type { WimCompression } from './types.ts';

/** How the compressed resources of a file are made: the header's compression and chunk size. */
export interface ResourceFormat {
  compression: WimCompression;
  chunkSize: number;
}
