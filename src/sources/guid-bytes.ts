/** A GUID in the 16 bytes that its digits are, in their order. */
export const guidBytes = 16;

/** Writes a lower-case GUID. */
export function writeGuid(bytes: Buffer, id: string, at: number): void {
  bytes.write(id.replaceAll('-', ''), at, guidBytes, 'hex');
}

export function guidFrom(bytes: Buffer, at: number): string {
  const hex = bytes.toString('hex', at, at + guidBytes);
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
