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

/** Text of a state number. With its highest bit set the state was left by a failure: "Failed (Staged)". */
export function packageState(number: number): string {
  const failed = number >= failedBit;
  const text = states[failed ? number - failedBit : number] ?? `Unknown (${number})`;
  return failed ? `Failed (${text})` : text;
}
