/**
 * A WIM file with several indexes for the benchmark of reading: LZX as Microsoft's install.wim, made by wimlib-imagex
 * from a made-up tree (many small files, a full `servicing\Packages`, a SOFTWARE hive of its own for each index).
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeSoftwareHive } from './make-hive.ts';
import { numbersFrom } from './numbers.ts';

export interface ImageSize {
  indexes: number;
  /** Files of each index, the packages' among them. */
  files: number;
  packages: number;
  /** Keys of each hive that nobody asks for; about 1.7 KB each. */
  otherKeys: number;
}

/** Writes the file at `path`; the tree is made beside it and removed. */
export function makeImage(path: string, size: ImageSize): void {
  const tree = `${path}.tree`;
  rmSync(tree, { recursive: true, force: true });
  const identities = packageIdentities(size.packages);
  writePackages(join(tree, 'Windows', 'servicing', 'Packages'), identities);
  writeStore(join(tree, 'Windows', 'WinSxS'), size.files - 2 * size.packages);
  const config = join(tree, 'Windows', 'System32', 'config');
  mkdirSync(config, { recursive: true });
  for (let index = 1; index <= size.indexes; index++) {
    writeFileSync(join(config, 'SOFTWARE'), makeSoftwareHive(identities, { seed: index, otherKeys: size.otherKeys }));
    const verb = index === 1 ? ['capture', tree, path] : ['append', tree, path];
    const options = index === 1 ? ['--compress=LZX'] : [];
    execFileSync('wimlib-imagex', [...verb, `Windows ${index}`, ...options], { stdio: 'ignore' });
  }
  rmSync(tree, { recursive: true, force: true });
}

const suffix = '31bf3856ad364e35~amd64~';

/** Features of Windows, and the few updates that an image holds. */
function packageIdentities(count: number): string[] {
  const numbers = numbersFrom(7);
  const updates = Array.from(
    { length: 10 },
    (_, at) => `Package_for_KB50${40000 + at}~${suffix}~26100.${1000 + at}.1.0`,
  );
  const features = Array.from({ length: count - updates.length }, (_, at) => {
    const area = numbers.pick(['Client', 'Networking', 'Printing', 'Media', 'Security', 'Shell', 'Hyper-V']);
    return `Microsoft-Windows-${area}-Feature${at}-Package~${suffix}${numbers.pick(['', 'en-US'])}~10.0.26100.1742`;
  });
  return [...updates, ...features];
}

function writePackages(folder: string, identities: readonly string[]): void {
  const numbers = numbersFrom(11);
  mkdirSync(folder, { recursive: true });
  for (const identity of identities) {
    writeFileSync(join(folder, `${identity}.mum`), manifest(identity));
    writeFileSync(join(folder, `${identity}.cat`), numbers.bytes(600));
  }
}

function manifest(identity: string): string {
  const [name = '', token = '', architecture = '', language = '', version = ''] = identity.split('~');
  const article = /KB\d+/.exec(name)?.[0];
  const about = article === undefined ? 'releaseType="Feature Pack"' : `identifier="${article}" releaseType="Update"`;
  return `<?xml version="1.0" encoding="utf-8"?>
<assembly xmlns="urn:schemas-microsoft-com:asm.v3" manifestVersion="1.0">
  <assemblyIdentity name="${name}" version="${version}" language="${language || 'neutral'}" processorArchitecture="${architecture}" publicKeyToken="${token}"/>
  <package ${about}/>
</assembly>
`;
}

/** A component store: folders of long names with two or three files each. */
function writeStore(folder: string, files: number): void {
  const numbers = numbersFrom(13);
  let written = 0;
  while (written < files) {
    const name = `amd64_microsoft-windows-${numbers.hex(10)}_31bf3856ad364e35_10.0.26100.1_none_${numbers.hex(16)}`;
    const component = join(folder, name);
    mkdirSync(component, { recursive: true });
    for (let left = 2 + numbers.below(2); left > 0 && written < files; left--, written++) {
      const text = `${name} ${numbers.hex(32)}\n`.repeat(1 + numbers.below(20));
      writeFileSync(join(component, `${numbers.hex(8)}.${numbers.pick(['dll', 'mui', 'manifest'])}`), text);
    }
  }
}
