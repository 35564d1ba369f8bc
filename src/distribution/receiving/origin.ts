import type { PointVersion } from '../../contract/generated/types.ts';
import type { OpenFarFile } from '../blocks/tables.ts';

/** Where a distribution point is read from. */
export interface Origin {
  /** For messages; never with a secret. */
  shown: string;
  /** The text of its manifest; nothing is believed yet. Throws Problem ImgPointUnreachable, ImgPointRefuses. */
  manifest(): Promise<string>;
  /** Opens a version. Throws the same, also while it is read. */
  open(version: PointVersion): Promise<OpenFarFile>;
  /** Bytes that came so far, tables and manifest too. */
  received(): number;
}
