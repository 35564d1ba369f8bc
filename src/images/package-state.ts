/**
 * States of packages by the number `CurrentState` in the registry. The texts are DISM's; where a state is one that
 * DISM never shows (a package that was interrupted in between), the servicing stack's own word stands.
 */
const states: Readonly<Record<number, string>> = {
  0: 'Not Present',
  5: 'Uninstall Pending',
  16: 'Resolving',
  32: 'Resolved',
  48: 'Staging',
  64: 'Staged',
  80: 'Superseded',
  96: 'Install Pending',
  101: 'Partially Installed',
  112: 'Installed',
  128: 'Installed', // permanent: cannot be removed
};

const failedBit = 0x80000000;

/** State of a package whose manifest lies in the image while the registry, which was readable, has no record of it. */
export const unrecordedState = 'Not Present';
/** State of every package of an image whose registry could not be read. */
export const unknownState = 'Unknown';

/** The servicing stack's states, a sixteenth of the number in the registry; below zero each has an invalid one. */
const names = [
  '',
  'Resolving',
  'Resolved',
  'Staging',
  'Staged',
  'Superseded',
  'InstallPending',
  'Installed',
  'Permanent',
];

/**
 * Text of a state number. A negative one is a state of its own (0xffffffc0 is -4 times 16: InvalidStaged); with its
 * highest bit alone the state was left by a failure: "Failed (Staged)".
 */
export function packageState(number: number): string {
  const name = number >= 0xffffff00 && number % 16 === 0 ? names[(0x1_0000_0000 - number) / 16] : undefined;
  if (name) return `Invalid${name}`;
  const failed = number >= failedBit;
  const text = states[failed ? number - failedBit : number] ?? `Unknown (${number})`;
  return failed ? `Failed (${text})` : text;
}

/** In effect now, or as soon as the image first starts: after offline servicing both are success. */
export function isInEffect(state: string): boolean {
  return state === 'Installed' || state === 'Install Pending';
}
