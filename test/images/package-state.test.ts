import { expect, it } from 'vitest';
import { packageState } from '../../src/images/package-state.ts';

it.each([
  [0, 'Not Present'],
  [0x05, 'Uninstall Pending'],
  [0x40, 'Staged'],
  [0x50, 'Superseded'],
  [0x60, 'Install Pending'],
  [0x65, 'Partially Installed'],
  [0x70, 'Installed'],
  [0x80, 'Installed'],
  [0x71, 'Unknown (113)'],
  [0x80000040, 'Failed (Staged)'],
  [0xffffffff, 'Failed (Unknown (4294967295))'],
])('names state %i', (number, text) => {
  expect(packageState(number)).toBe(text);
});
