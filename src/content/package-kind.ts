import { Problem } from '../errors.ts';
import type { Ports } from '../ports/index.ts';

/** First bytes of the two forms that update packages have: cabinet and WIM. */
const magics = ['MSCF', 'MSWIM\0\0\0'];

/** Looks at the first bytes: downloads often leave a web page in place of a package. Throws Problem ImgPackageInvalid. */
export function checkPackage(ports: Ports, path: string): void {
  const source = ports.files.source(path);
  try {
    const head = Buffer.from(source.read(0, Math.min(512, source.size))).toString('latin1');
    if (magics.some((magic) => head.startsWith(magic))) return;
    throw new Problem('ImgPackageInvalid', { detail: `${path} is ${describe(head)}, not a .cab or .msu package.` });
  } finally {
    source.close();
  }
}

function describe(head: string): string {
  if (head === '') return 'empty';
  if (/^[\s\xef\xbb\xbf]*<(!doctype html|html|\?xml|head|body)/i.test(head)) return 'a web page or XML document';
  if (head.startsWith('MZ')) return 'a program (.exe)';
  if (head.startsWith('PSTREAM')) return 'a bare .psf payload';
  if (head.startsWith('\xd0\xcf\x11\xe0')) return 'a Windows Installer file';
  return 'a file of another kind';
}
