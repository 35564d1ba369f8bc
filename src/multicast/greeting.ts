/**
 * What receivers tell, over and over, on the port beside that of the data: that they wait, and later how it ended. The
 * network loses some of it, and anybody may say anything there: nothing that is told decides what is kept.
 */

export const receiverStates = ['waiting', 'receiving', 'checking', 'verified', 'refused'] as const;
export type ReceiverState = (typeof receiverStates)[number];

export interface Greeting {
  /** `0x` and eight hexadecimal digits; one receiver in one session. */
  id: string;
  /** Name of the machine. */
  name: string;
  /** Name of the image that it waits for; empty: any. */
  image: string;
  state: ReceiverState;
}

/** Fits into one packet of any network. */
const longest = 1200;
const mark = 'ImgUpdate multicast 1';

export function writeGreeting({ id, name, image, state }: Greeting): Uint8Array {
  return new TextEncoder().encode(JSON.stringify({ mark, id, name: name.slice(0, 100), image, state }));
}

/** Undefined for what is none. */
export function readGreeting(bytes: Uint8Array): Greeting | undefined {
  if (bytes.length > longest) return undefined;
  let value: Partial<Record<'mark' | 'id' | 'name' | 'image' | 'state', unknown>>;
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) ?? {};
  } catch {
    return undefined;
  }
  const { id, name, image } = value;
  const state = receiverStates.find((each) => each === value.state);
  if (value.mark !== mark || state === undefined || typeof name !== 'string' || typeof image !== 'string')
    return undefined;
  if (typeof id !== 'string' || !/^0x[0-9a-f]{8}$/.test(id) || /^0x0+$/.test(id)) return undefined;
  return { id, name: shown(name), image, state };
}

/** A name that somebody sent, without what would change a terminal. */
function shown(name: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out.
  return name.replace(/[\u0000-\u001f\u007f-\u009f]/g, '').slice(0, 100);
}
