import { arraySource } from '../../src/formats/array-source.ts';
import type { ByteSource } from '../../src/formats/bytes.ts';
import { createCab } from '../../src/formats/cab/write.ts';
import { parseIdentity } from '../../src/formats/mum/identity.ts';
import type { PackageManifest } from '../../src/formats/mum/manifest.ts';
import { manifestOf, printManifest } from '../../src/formats/mum/print.ts';
import { inspectPackage, type PackageInspection } from '../../src/packages/inspect.ts';
import { nodeCompression } from '../../src/ports/compression.ts';
import { newDigest } from '../../src/ports/digests.ts';
import { MemoryFile } from '../formats/wim/sample-wim.ts';
import { type SampleFiles, sampleWim } from '../images/sample-image.ts';

export const tools = { newDigest, inflateRaw: nodeCompression.inflateRaw };
export const token = '31bf3856ad364e35';

/** A cabinet with these members, text or bytes. */
export function cab(members: SampleFiles, compression: 'none' | 'MSZIP' = 'MSZIP'): Uint8Array {
  const file = new MemoryFile(new Uint8Array(0));
  const writer = createCab(file, { compression, deflateRaw: nodeCompression.deflateRaw });
  for (const [name, content] of Object.entries(members)) {
    const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
    writer.add({ name, size: bytes.length, content: () => [bytes], modified: '2025-06-10T00:00:00' });
  }
  writer.finish();
  return file.read(0, file.size).slice();
}

/** An .msu in WIM form. */
export function wimPackage(members: SampleFiles): Uint8Array {
  return sampleWim([
    { files: Object.fromEntries(Object.entries(members).map(([name, content]) => [`\\${name}`, content])) },
  ]).bytes;
}

export function manifest(identity: string, more: Partial<PackageManifest> = {}): string {
  const parsed = parseIdentity(identity);
  if (parsed === undefined) throw new Error(`${identity} is no identity`);
  return printManifest({ ...manifestOf(parsed), ...more });
}

export function compDb(options: {
  type: string;
  article: string;
  target: string;
  base: string;
  id: string;
  version?: string;
}): string {
  const { type, article, target, base, id, version = '' } = options;
  return `<?xml version="1.0"?><CompDB xmlns="http://schemas.microsoft.com/embedded/2004/10/ImageUpdate" Type="BuildUpdate"
    OSVersion="10.0.${base}" TargetOSVersion="10.0.${target}" BuildArch="amd64"><Features><Feature Type="${type}"
    FeatureID="${type}_KB${article}"/></Features><Packages><Package ID="${id}" Version="${version}"/></Packages></CompDB>`;
}

export function inspect(bytes: Uint8Array | ByteSource, name = 'package.msu'): PackageInspection {
  return inspectPackage(bytes instanceof Uint8Array ? arraySource(bytes) : bytes, name, tools);
}
