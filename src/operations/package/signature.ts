import { packageSignature } from '../../content/signature.ts';
import type { ByteSource } from '../../formats/bytes.ts';
import type { PackageInspection } from '../../packages/inspect.ts';
import type { PackageSignature } from '../../packages/signature.ts';
import { transferOf } from '../image/library-of.ts';
import type { Context } from '../operation.ts';

interface Asked {
  path: string;
  source: ByteSource;
  inspection: PackageInspection;
  wanted: boolean;
}

/** The signature of a package file, with progress. Throws FormatError; the caller's reason when it cancels. */
export function signatureOf(context: Context, { path, source, inspection, wanted }: Asked): Promise<PackageSignature> {
  const transfer = transferOf(context, `Checking the signature of ${path}`);
  return packageSignature(context.ports, { source, format: inspection.format, wanted }, transfer);
}
