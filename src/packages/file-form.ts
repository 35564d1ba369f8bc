/**
 * Which kind of file this is, by its first bytes; the name plays no part. Downloads often leave a web page in place of a
 * package.
 */
export type FileForm = { form: 'cab' } | { form: 'wim' } | { form: 'other'; what: string; why: string };

/** How many bytes at the beginning of a file `fileForm` looks at. */
export const formBytes = 512;

export function fileForm(head: Uint8Array): FileForm {
  const text = String.fromCharCode(...head.subarray(0, formBytes));
  if (text.startsWith('MSCF')) return { form: 'cab' };
  if (text.startsWith('MSWIM\0\0\0')) return { form: 'wim' };
  const known = others.find(({ pattern }) => pattern.test(text));
  return { form: 'other', what: known?.what ?? 'a file of another kind', why: known?.why ?? 'it is no update package' };
}

const others: readonly { pattern: RegExp; what: string; why: string }[] = [
  { pattern: /^$/, what: 'empty', why: 'there is nothing in it' },
  {
    pattern: /^[\s\xef\xbb\xbf]*<(!doctype html|html|\?xml|head|body)/i,
    what: 'a web page or XML document',
    why: 'the download left a page in place of the package',
  },
  {
    pattern: /^MZ/,
    what: 'a program (.exe)',
    why: 'it installs itself on a running Windows; DISM does not apply it to an image',
  },
  {
    pattern: new RegExp(`^${String.fromCharCode(0xd0, 0xcf, 0x11, 0xe0)}`),
    what: 'a Windows Installer file (.msi or .msp)',
    why: 'it is installed on a running Windows; DISM does not apply it to an image',
  },
  {
    pattern: /^PSTREAM/,
    what: 'a bare payload (.psf)',
    why: 'it holds the files of a package without the package; take the .msu or .cab that it belongs to',
  },
  { pattern: /^PA30|^PA31/, what: 'a delta', why: 'it is a difference between two files, no package' },
];
