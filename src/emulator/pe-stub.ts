/** A file of 512 bytes that begins as a Windows program does: enough for whoever asks for the machine it is made for. */
export function peStub(machine: number): Uint8Array {
  const bytes = new Uint8Array(512);
  const view = new DataView(bytes.buffer);
  view.setUint16(0, 0x5a4d, true); // MZ
  view.setUint32(0x3c, PE_OFFSET, true);
  view.setUint32(PE_OFFSET, 0x4550, true); // PE
  view.setUint16(PE_OFFSET + 4, machine, true);
  view.setUint16(PE_OFFSET + 20, OPTIONAL_HEADER, true);
  view.setUint16(PE_OFFSET + 22, 0x2022, true); // executable, large addresses, DLL
  view.setUint16(PE_OFFSET + 24, machine === 0x14c ? 0x10b : 0x20b, true);
  return bytes;
}

/** The machine of a program, undefined when the bytes are none. */
export function peMachine(bytes: Uint8Array): number | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  if (bytes.length < 0x40 || view.getUint16(0, true) !== 0x5a4d) return undefined;
  const offset = view.getUint32(0x3c, true);
  if (offset + 6 > bytes.length || view.getUint32(offset, true) !== 0x4550) return undefined;
  return view.getUint16(offset + 4, true);
}

const PE_OFFSET = 0x80;
const OPTIONAL_HEADER = 0xf0;
