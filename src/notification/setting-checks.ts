import { X509Certificate } from 'node:crypto';
import { isAbsolute } from 'node:path';
import { Problem } from '../errors.ts';
import type { Ports } from '../ports/index.ts';

export function invalidSetting(member: string, what: string): Problem {
  return new Problem('ImgNotificationInvalid', {
    detail: `The setting ${member} ${what}.`,
    errors: [{ pointer: `/settings/${member}`, message: what }],
  });
}

const largestPem = 1_000_000;

/** Root certificates in a file, in PEM. Throws Problem ImgNotificationInvalid. */
export function rootsIn(path: string | undefined, { files }: Pick<Ports, 'files'>): string[] {
  if (path === undefined) return [];
  if (!isAbsolute(path)) throw invalidSetting('rootCertificate', 'is no absolute path');
  let text: string;
  try {
    text = files.text(path, largestPem);
  } catch (error) {
    throw invalidSetting(
      'rootCertificate',
      `cannot be read: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
  const found = text.match(/-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g) ?? [];
  try {
    for (const each of found) new X509Certificate(each);
  } catch {
    throw invalidSetting('rootCertificate', 'holds something that is no certificate');
  }
  if (found.length === 0) throw invalidSetting('rootCertificate', 'holds no certificate in PEM form');
  return found;
}
