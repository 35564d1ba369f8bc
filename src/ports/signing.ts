/** Signatures by the platform's own implementation of Ed25519 (RFC 8032). */
import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign,
  verify,
} from 'node:crypto';

export interface KeyPair {
  /** PKCS #8 as PEM. Never leaves the site. */
  privateKey: string;
  publicKey: string;
}

/** A public key crosses as its SubjectPublicKeyInfo in base64; its fingerprint is the SHA-256 of that, in hexadecimal. */
export interface Signing {
  newKeyPair(): KeyPair;
  /** The public half of a private key. Throws when it is none of Ed25519. */
  publicKeyOf(privateKey: string): string;
  /** The signature of the bytes, in base64. */
  sign(bytes: Uint8Array, privateKey: string): string;
  /** False too for a key or a signature that is none. */
  verify(bytes: Uint8Array, signature: string, publicKey: string): boolean;
  fingerprintOf(publicKey: string): string;
}

export const nodeSigning: Signing = {
  newKeyPair() {
    const { privateKey, publicKey } = generateKeyPairSync('ed25519');
    return {
      privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
      publicKey: exported(publicKey),
    };
  },
  publicKeyOf: (privateKey) => exported(createPublicKey(ofEd25519(createPrivateKey(privateKey)))),
  sign: (bytes, privateKey) => sign(null, bytes, ofEd25519(createPrivateKey(privateKey))).toString('base64'),
  verify(bytes, signature, publicKey) {
    try {
      const der = Buffer.from(publicKey, 'base64');
      const key = ofEd25519(createPublicKey({ key: der, type: 'spki', format: 'der' }));
      return verify(null, bytes, key, Buffer.from(signature, 'base64'));
    } catch {
      return false;
    }
  },
  fingerprintOf: (publicKey) => createHash('sha256').update(Buffer.from(publicKey, 'base64')).digest('hex'),
};

function ofEd25519(key: KeyObject): KeyObject {
  if (key.asymmetricKeyType !== 'ed25519')
    throw new TypeError(`a key of ${key.asymmetricKeyType} is not one of Ed25519`);
  return key;
}

function exported(key: KeyObject): string {
  return key.export({ type: 'spki', format: 'der' }).toString('base64');
}
