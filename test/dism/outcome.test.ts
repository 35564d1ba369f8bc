import { describe, expect, it } from 'vitest';
import { DismError } from '../../src/dism/dism-error.ts';
import { outcomeOf } from '../../src/dism/outcome.ts';
import { findPackageErrors } from '../../src/dism/package-errors.ts';
import { anyMissing, titled } from '../helpers/requires.ts';
import { captureLines, linesOf, transcript } from './transcript.ts';

const banner = '\r\nDeployment Image Servicing and Management tool\r\nVersion: 10.0.26100.5074\r\n\r\n';
const success = 'The operation completed successfully.\r\n';

function ended(
  text: string | readonly string[],
  how: {
    exitCode?: number | null;
    signal?: string;
    flooded?: boolean;
    aborted?: boolean;
    isShortStatus?: boolean;
  } = {},
) {
  return () =>
    outcomeOf({
      end: { exitCode: how.exitCode === undefined ? 0 : how.exitCode, signal: how.signal ?? null },
      lines: typeof text === 'string' ? linesOf(text) : text,
      flooded: how.flooded ?? false,
      aborted: how.aborted ?? false,
      isShortStatus: how.isShortStatus ?? false,
      command: 'dism.exe /English',
      logPath: 'C:\\log\\dism.log',
    });
}

function errorOf(call: () => unknown): DismError {
  try {
    call();
  } catch (error) {
    if (error instanceof DismError) return error;
    throw error;
  }
  throw new Error('no error was thrown');
}

describe('outcome of a call', () => {
  it.each([
    ['success', banner + success, { exitCode: 0 }, 0],
    ['success that asks for a restart', banner + success, { exitCode: 3010 }, 3010],
    ['success although the work was cancelled a moment later', banner + success, { exitCode: 0, aborted: true }, 0],
  ])('takes %s as success', (_, text, how, code) => {
    expect(ended(text, how)()).toMatchObject({ ok: true, code, message: 'The operation completed successfully.' });
  });

  it.each([
    ['an exit status alone is no success', banner, { exitCode: 0 }, 'garbage', 0],
    ['a page instead of a tool', '<html>hello</html>', { exitCode: 0 }, 'garbage', 0],
    ['a stranger that fails', 'usage: dism', { exitCode: 2 }, 'garbage', 2],
    ['success text with a failing exit status', banner + success, { exitCode: 5 }, 'failed', 5],
    ['a signal', `${banner}Saving image\r\n`, { exitCode: null, signal: 'SIGKILL' }, 'killed', 0],
    ['a crash of the process', `${banner}Exporting image\r\n`, { exitCode: -1073741819 }, 'killed', 0xc0000005],
    ['breaking off without a word', `${banner}Exporting image\r\n`, { exitCode: 112 }, 'killed', 112],
    [
      'what POSIX leaves of a status',
      `${banner}Exporting image\r\n`,
      { exitCode: 5, isShortStatus: true },
      'killed',
      0,
    ],
    ['a flood', banner + success, { exitCode: 0, flooded: true }, 'garbage', 0],
    [
      'cancelling',
      `${banner}Saving image\r\n`,
      { exitCode: null, signal: 'SIGKILL', aborted: true },
      'cancelled',
      1223,
    ],
    ['an error block with exit status 0', `${banner}\r\nError: 0x800f081e\r\n\r\nNo.\r\n`, {}, 'failed', 0x800f081e],
    ['success followed by an error block', `${banner}${success}\r\nError: 112\r\n\r\nFull.\r\n`, {}, 'failed', 112],
    ['a flawed block without text', `${banner}\r\nError: -1052638937\r\n`, { exitCode: 39 }, 'failed', 0xc1420127],
  ] as const)('%s is an error of its own kind', (_, text, how, reason, code) => {
    expect(errorOf(ended(text, how))).toMatchObject({ reason, code, logPath: 'C:\\log\\dism.log' });
  });

  it('reads the 122 bytes of a tool that is not elevated', () => {
    const bytes =
      '\r\nError: 740\r\n\r\nElevated permissions are required to run DISM. \r\nUse an elevated command prompt to complete these tasks.\r\n';
    expect(bytes.length).toBe(122);

    expect(errorOf(ended(bytes, { exitCode: 228 }))).toMatchObject({
      reason: 'not-elevated',
      code: 740,
      hex: '0x800702e4',
      class: 'F',
      message: 'Elevated permissions are required to run DISM. Use an elevated command prompt to complete these tasks.',
    });
  });

  const captures = [
    [
      'add-package-0x800f081e-10.0.19041.txt',
      0x800f081e,
      'S',
      'The specified package is not applicable to this image.',
    ],
    ['mount-0xc1510111.txt', 0xc1510111, 'F', /^You do not have permissions to mount and modify this image\. Verify/],
    ['unmount-commit-112-disk-full.txt', 112, 'F', 'There is not enough space on the disk.'],
    ['restorehealth-interrupted-3017.txt', 3017, 'A', /^The requested operation failed/],
    ['cleanup-image-0x800f0806-tiny11.txt', 0x800f0806, 'S', /pending operations\.$/],
    ['remove-package-0x800f0805-dism-failed.txt', 0x800f0805, 'S', /^DISM failed\. No operation was performed\./],
    ['error-87-missing-arg.txt', 87, 'F', /^The \/PackageName: option is missing a required argument\./],
    ['add-package-two-packages-unserviceable-127.txt', 127, 'A', /no longer serviceable/],
  ] as const;
  for (const [name, code, reaction, message] of captures) {
    const capture = transcript(name);
    it.skipIf(anyMissing(capture))(titled(`reads the error of the real capture ${name}`, capture), () => {
      const error = errorOf(ended(captureLines(capture.path), { exitCode: 1 }));

      expect(error).toMatchObject({ reason: 'failed', code, class: reaction });
      expect(error.message).toMatch(message);
    });
  }
});

describe('failures of single packages', () => {
  const two = transcript('add-package-two-packages-unserviceable-127.txt');
  it.skipIf(anyMissing(two))(titled('are found in the indented form, each with its own code', two), () => {
    expect(findPackageErrors(captureLines(two.path))).toEqual([
      { package: 'Package_for_RollupFix', code: 127, message: expect.stringContaining('no longer serviceable') },
      { package: 'Package_for_KB5023819', code: 0x800f0830, message: expect.stringContaining('start again.') },
    ]);
  });

  it('are found in the form of one line, as unsigned or Win32 code', () => {
    const lines = [
      'An error occurred - Package_for_RollupFix Error: 0x80073712',
      'An error occurred trying to open - WSUSSCAN.cab Error: 0x80070002',
    ];
    expect(findPackageErrors(lines).map(({ package: name, code }) => [name, code])).toEqual([
      ['Package_for_RollupFix', 14098],
      ['WSUSSCAN.cab', 2],
    ]);
  });
});
