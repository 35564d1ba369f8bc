import { expect, it } from 'vitest';
import { lostTrust } from '../../../src/servicing/verify/boot-trust-proof.ts';

const about = 'index 1: Setup installs the boot manager of its recovery image, which revoked machines refuse';
const signed = 'bootx64.efi is signed under 2023 alone';

type Trust = Parameters<typeof lostTrust>[0];

function trust(startsOn: ('2011-only' | 'both' | 'revoked')[], reasons: string[]): NonNullable<Trust['after']> {
  return { verdict: 'unknown', startsOn, basis: 'verified', reasons };
}

const parts = { parts: [], files: [], missing: [] };

it('says why machines are lost, and nothing that was so before', () => {
  const before = trust(['2011-only', 'both'], [about, 'bootx64.efi is signed under 2011']);

  expect(lostTrust({ before, after: trust(['both'], [about, signed]), ...parts })).toEqual([
    `Machines that trust the authority of 2011 alone do not start it any more: ${signed}.`,
  ]);
  expect(lostTrust({ before, after: trust(['both'], [about]), ...parts })).toEqual([
    expect.stringContaining('its boot managers are others'),
  ]);
  expect(lostTrust({ before, after: before, ...parts })).toEqual([]);
  expect(lostTrust({ before: null, after: trust([], [signed]), ...parts })).toEqual([]);
});
