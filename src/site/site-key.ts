/** The key pair with which a site signs its bundles. It is made with the first one and never leaves the site. */
import { join } from 'node:path';
import type { BundleKey } from '../contract/generated/types.ts';
import { Problem } from '../errors.ts';
import type { Ports } from '../ports/index.ts';
import type { KeyPair } from '../ports/signing.ts';
import { makeSecureFolder } from './secure.ts';
import type { Site } from './site.ts';

const keyFile = 'bundle-key.pem';
const longest = 10_000;

type Place = { ports: Pick<Ports, 'files' | 'rights' | 'signing' | 'ids'>; site: Pick<Site, 'keyFolder'> };

/** Null while there is none. Throws Problem ImgSiteUnusable for a file that is no key. */
export function siteKey({ ports, site }: Place): BundleKey | null {
  const pair = readKey({ ports, site });
  return pair === null ? null : shown(ports.signing, pair.publicKey);
}

/** The key pair, made where it is missing. Throws Problem ImgSiteInsecure, ImgSiteUnusable. */
export async function ownKeyPair({ ports, site }: Place): Promise<KeyPair & BundleKey> {
  const { files, signing, ids } = ports;
  await makeSecureFolder(ports, site.keyFolder, [keyFile]);
  let pair = readKey({ ports, site });
  if (pair === null) {
    // Another process may make one at the same moment: whichever name is there first holds the key of the site.
    const temporary = join(site.keyFolder, `${ids.next()}.new`);
    const target = join(site.keyFolder, keyFile);
    try {
      files.makePrivate(temporary, signing.newKeyPair().privateKey);
      if (!takeName(files, temporary, target)) files.rename(temporary, target);
      files.syncFolder(site.keyFolder);
    } finally {
      files.remove(temporary);
    }
    pair = readKey({ ports, site });
  }
  if (pair === null) throw new Problem('ImgSiteUnusable', { detail: `${site.keyFolder} does not keep the key.` });
  return { ...pair, ...shown(signing, pair.publicKey) };
}

/** False where the volume has no hard links. */
function takeName(files: Ports['files'], from: string, to: string): boolean {
  try {
    return files.link(from, to);
  } catch (error) {
    if ((error as { code?: string }).code === 'EEXIST') return true;
    throw error;
  }
}

function readKey({ ports, site }: Place): KeyPair | null {
  const path = join(site.keyFolder, keyFile);
  if (ports.files.facts(path)?.kind !== 'file') return null;
  try {
    const privateKey = ports.files.text(path, longest);
    return { privateKey, publicKey: ports.signing.publicKeyOf(privateKey) };
  } catch (cause) {
    throw new Problem('ImgSiteUnusable', { detail: `${path} is not the key of this site.`, cause });
  }
}

/** The fingerprint that somebody wrote, or that of the public key; undefined where it is neither. */
export function fingerprintIn(signing: Ports['signing'], written: string): string | undefined {
  const hex = written.replace(/[\s:-]/g, '').toLowerCase();
  if (/^[0-9a-f]{64}$/.test(hex)) return hex;
  // SubjectPublicKeyInfo of Ed25519: 44 bytes with a fixed beginning.
  return /^MCowBQYDK2VwAyEA[A-Za-z0-9+/]{43}=$/.test(written.trim())
    ? signing.fingerprintOf(written.trim())
    : undefined;
}

/** Why what somebody wrote names no key, as a sentence. */
export function noKeyText(written: string): string {
  return `${JSON.stringify(written.slice(0, 100))} is neither the fingerprint of a key (64 hexadecimal digits) nor an Ed25519 public key.`;
}

function shown(signing: Ports['signing'], publicKey: string): BundleKey {
  return { fingerprint: signing.fingerprintOf(publicKey), publicKey };
}
