/** What the [Version] section of a driver's .inf file says, as far as it matters before Windows judges the driver. */
export interface InfVersion {
  /** "$Windows NT$", "$Chicago$"; '' for a text file of another kind (autorun.inf). */
  signature: string;
  /** Names of catalog files, for whatever system: without one the driver cannot be signed. */
  catalogs: string[];
}

/** Reads UTF-16 with a byte order mark, else one byte a character: the names that count are ASCII. Never throws. */
export function readInfVersion(bytes: Uint8Array): InfVersion {
  const isWide = bytes[0] === 0xff && bytes[1] === 0xfe;
  const text = new TextDecoder(isWide ? 'utf-16le' : 'latin1').decode(bytes);
  const found: InfVersion = { signature: '', catalogs: [] };
  let inVersion = false;
  for (const line of text.split(/\r\n|\r|\n/).slice(0, mostLines)) {
    const section = /^\s*\[([^\]]{1,200})\]/.exec(line)?.[1];
    if (section !== undefined) inVersion = section.trim().toLowerCase() === 'version';
    const [, key = '', value = ''] = (inVersion && /^\s*([A-Za-z.0-9]{1,60})\s*=\s*"?([^";]{1,260})/.exec(line)) || [];
    if (/^signature$/i.test(key)) found.signature = value.trim();
    if (/^catalogfile(\.[a-z0-9.]+)?$/i.test(key)) found.catalogs.push(value.trim());
  }
  return found;
}

/** Whether it is the .inf of a driver. */
export function isDriverInf({ signature }: InfVersion): boolean {
  return /^\$(windows nt|chicago|windows 95)\$$/i.test(signature);
}

const mostLines = 200_000;
