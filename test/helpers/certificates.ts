/** Certificates for servers of tests: made anew each time, valid for nobody else. */
import { webcrypto } from 'node:crypto';
import { BitString, Integer, OctetString, PrintableString } from 'asn1js';
import { AttributeTypeAndValue, BasicConstraints, Certificate, Extension, GeneralName, GeneralNames } from 'pkijs';

const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
const day = 86_400_000;

export interface Issued {
  /** PEM. */
  cert: string;
  /** PEM. */
  key: string;
}

export interface Authority {
  /** PEM of the root. */
  root: string;
  /** A server's certificate for names and addresses. */
  issue(options: { names?: string[]; addresses?: number[][]; from?: Date; until?: Date }): Promise<Issued>;
}

export async function newAuthority(name = 'Test Root'): Promise<Authority> {
  const keys = await newKeys();
  const root = await certificate({
    subject: name,
    issuer: name,
    keys,
    signer: keys,
    isAuthority: true,
    names: [],
    addresses: [],
  });
  let serial = 1;
  return {
    root: pem('CERTIFICATE', root),
    async issue({ names = [], addresses = [[127, 0, 0, 1]], from, until }) {
      const own = await newKeys();
      serial += 1;
      const made = await certificate({
        ...{ subject: 'A server', issuer: name, keys: own, signer: keys, isAuthority: false, names, addresses, serial },
        ...(from === undefined ? {} : { from }),
        ...(until === undefined ? {} : { until }),
      });
      const key = await webcrypto.subtle.exportKey('pkcs8', own.privateKey);
      return { cert: pem('CERTIFICATE', made), key: pem('PRIVATE KEY', key) };
    },
  };
}

async function newKeys(): Promise<webcrypto.CryptoKeyPair> {
  return (await webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify'])) as webcrypto.CryptoKeyPair;
}

interface Wanted {
  subject: string;
  issuer: string;
  keys: webcrypto.CryptoKeyPair;
  signer: webcrypto.CryptoKeyPair;
  isAuthority: boolean;
  names: string[];
  addresses: number[][];
  serial?: number;
  from?: Date;
  until?: Date;
}

async function certificate(wanted: Wanted): Promise<ArrayBuffer> {
  const now = Date.now();
  const made = new Certificate();
  made.version = 2;
  made.serialNumber = new Integer({ value: wanted.serial ?? 1 });
  const commonName = (value: string): AttributeTypeAndValue =>
    new AttributeTypeAndValue({ type: '2.5.4.3', value: new PrintableString({ value }) });
  made.subject.typesAndValues.push(commonName(wanted.subject));
  made.issuer.typesAndValues.push(commonName(wanted.issuer));
  made.notBefore.value = wanted.from ?? new Date(now - day);
  made.notAfter.value = wanted.until ?? new Date(now + 30 * day);
  const constraints = new BasicConstraints({ cA: wanted.isAuthority });
  made.extensions = [
    new Extension({
      extnID: '2.5.29.19',
      critical: true,
      extnValue: constraints.toSchema().toBER(false),
      parsedValue: constraints,
    }),
  ];
  if (wanted.isAuthority) {
    const usage = new BitString({ valueHex: new Uint8Array([0x06]).buffer, unusedBits: 1 });
    made.extensions.push(new Extension({ extnID: '2.5.29.15', critical: true, extnValue: usage.toBER(false) }));
  } else {
    const names = new GeneralNames({
      names: [
        ...wanted.names.map((value) => new GeneralName({ type: 2, value })),
        ...wanted.addresses.map(
          (bytes) => new GeneralName({ type: 7, value: new OctetString({ valueHex: new Uint8Array(bytes).buffer }) }),
        ),
      ],
    });
    made.extensions.push(
      new Extension({ extnID: '2.5.29.17', critical: false, extnValue: names.toSchema().toBER(false) }),
    );
  }
  await made.subjectPublicKeyInfo.importKey(wanted.keys.publicKey);
  await made.sign(wanted.signer.privateKey, 'SHA-256');
  return made.toSchema(true).toBER(false);
}

function pem(label: string, bytes: ArrayBuffer): string {
  const lines =
    Buffer.from(bytes)
      .toString('base64')
      .match(/.{1,64}/g) ?? [];
  return `-----BEGIN ${label}-----\n${lines.join('\n')}\n-----END ${label}-----\n`;
}
