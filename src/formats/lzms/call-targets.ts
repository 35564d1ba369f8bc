/** Bytes at the end of a chunk in which no instruction begins that is looked at. */
const TAIL = 16;
const CALL_REACH = 511;
const REACH = 1023;
const WINDOW = 65_535;

/** 1 for bytes at which an instruction may begin that matters here. */
const INTERESTING = new Uint8Array(256);
for (const byte of [0xe8, 0xe9, 0xf0, 0xff, 0x48, 0x4c]) INTERESTING[byte] = 1;

/** For the low 16 bits of a target: where the last operand with this target ended. */
const lastUse = new Int32Array(65_536);

/**
 * LZMS encoders turn relative operands of some x86 instructions into absolute ones where the data looks like code:
 * where targets repeat. This turns them back, in place, in one decoded chunk.
 */
export function restoreTargets(chunk: Uint8Array): void {
  walkTargets(chunk, { restores: true });
}

/** What `restoreTargets` undoes, in place, in the content of one chunk. */
export function replaceTargets(chunk: Uint8Array): void {
  walkTargets(chunk, { restores: false });
}

/** Whether the data looks like code is judged by relative operands, in both directions. */
function walkTargets(chunk: Uint8Array, { restores }: { restores: boolean }): void {
  const end = chunk.length - TAIL;
  if (end <= 1) return;
  lastUse.fill(-65_536);
  const interesting = INTERESTING;
  let lastCode = -1024;
  let at = 1;
  while (at < end) {
    const first = chunk[at] as number;
    if (interesting[first] === 0) {
      at += 1;
      // Most bytes begin no instruction; four of them are looked at together.
      while (
        at < end &&
        ((interesting[chunk[at] as number] as number) |
          (interesting[chunk[at + 1] as number] as number) |
          (interesting[chunk[at + 2] as number] as number) |
          (interesting[chunk[at + 3] as number] as number)) ===
          0
      ) {
        at += 4;
      }
      continue;
    }
    if (first === 0xe9) {
      at += 5;
      continue;
    }
    const opcodeBytes = opcodeLength(chunk, at, first);
    if (opcodeBytes === 0) {
      at += 1;
      continue;
    }
    const operand = at + opcodeBytes;
    const isCode = at - lastCode <= (first === 0xe8 ? CALL_REACH : REACH);
    if (isCode && restores) add(chunk, operand, -at);
    const target = (at + ((chunk[operand] as number) | ((chunk[operand + 1] as number) << 8))) & 0xffff;
    if (isCode && !restores) add(chunk, operand, at);
    const last = operand + 3;
    if (last - (lastUse[target] as number) <= WINDOW) lastCode = last;
    lastUse[target] = last;
    at = operand + 4;
  }
}

/** Bytes before the operand, 0 when the bytes are none of the instructions. */
function opcodeLength(chunk: Uint8Array, at: number, first: number): number {
  if (first === 0xe8) return 1;
  const second = chunk[at + 1] as number;
  if (first === 0xff) return second === 0x15 ? 2 : 0;
  const third = chunk[at + 2] as number;
  if (first === 0xf0) return second === 0x83 && third === 0x05 ? 3 : 0;
  if ((third & 7) !== 5) return 0;
  if (second === 0x8d) return 3;
  return first === 0x48 && second === 0x8b && (third & 0xf0) === 0 ? 3 : 0;
}

function add(chunk: Uint8Array, operand: number, position: number): void {
  const before =
    (chunk[operand] as number) |
    ((chunk[operand + 1] as number) << 8) |
    ((chunk[operand + 2] as number) << 16) |
    ((chunk[operand + 3] as number) << 24);
  const after = before + position;
  chunk[operand] = after;
  chunk[operand + 1] = after >> 8;
  chunk[operand + 2] = after >> 16;
  chunk[operand + 3] = after >> 24;
}
