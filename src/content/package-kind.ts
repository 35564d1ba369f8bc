import { Problem } from '../errors.ts';
import { fileForm, formBytes } from '../packages/file-form.ts';
import type { Ports } from '../ports/index.ts';

/** Looks at the first bytes: downloads often leave a web page in place of a package. Throws Problem ImgPackageInvalid. */
export function checkPackage(ports: Ports, path: string): void {
  const source = ports.files.source(path);
  try {
    const form = fileForm(source.read(0, Math.min(formBytes, source.size)));
    if (form.form !== 'other') return;
    throw new Problem('ImgPackageInvalid', {
      detail: `${path} is ${form.what}, not a .cab or .msu package: ${form.why}.`,
    });
  } finally {
    source.close();
  }
}
