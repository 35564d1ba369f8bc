/** Who a package is. `language` is empty for neutral, `architecture` as servicing writes it (amd64, x86, arm64, wow64). */
export interface PackageIdentity {
  name: string;
  publicKeyToken: string;
  architecture: string;
  language: string;
  version: string;
}

/** The token that Microsoft signs Windows packages with. */
export const windowsKeyToken = '31bf3856ad364e35';

const part = /^[^\s~\\/:*?"<>|]*$/;
const longestIdentity = 512;

/**
 * Takes apart `name~publicKeyToken~architecture~language~version`, the form of DISM, of the registry and of the names
 * of `.mum` files. Undefined when the text is not one (a part too many or too few, no name, no version, or a character
 * that cannot be in a file name).
 */
export function parseIdentity(text: string): PackageIdentity | undefined {
  if (text.length > longestIdentity) return undefined;
  const parts = text.split('~');
  const [name = '', publicKeyToken = '', architecture = '', language = '', version = ''] = parts;
  if (parts.length !== 5 || name === '' || version === '' || !parts.every((each) => part.test(each))) return undefined;
  return {
    name,
    publicKeyToken,
    architecture,
    language: language.toLowerCase() === 'neutral' ? '' : language,
    version,
  };
}

/** The identity as one string. */
export function printIdentity({ name, publicKeyToken, architecture, language, version }: PackageIdentity): string {
  return [name, publicKeyToken, architecture, language, version].join('~');
}

/** Form in which identities are compared: servicing does not mind case (`package_for_kb...` in file names). */
export function identityKey(identity: string): string {
  return identity.toLowerCase();
}
