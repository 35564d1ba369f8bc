/**
 * What only a real Windows has. The Windows lane runs Windows programs without it, so a test that needs one of these says
 * so through `requires.withoutLane`, and `npm run generate` writes this table into docs/windows-checklist.md: each row
 * with the command that shows it, elevated, on a real machine.
 */
export interface RealWindowsNeed {
  /** Completes the sentence "not run: the Windows lane has no ...". */
  what: string;
  /** What is seen there, as a line of the checklist. */
  shows: string;
  /** Typed at an elevated PowerShell prompt in the checkout. */
  command: string;
}

export const realWindowsNeeds = {
  commandLines: {
    what: 'WMI, which knows the command lines of processes',
    shows: 'A tool that was not noted yet is found by its `/LogPath` in Win32_Process.',
    command: 'npx vitest run --config test/vitest.config.ts test/servicing/run/tool-file.test.ts',
  },
  windowsPowerShell: {
    what: 'Windows PowerShell 5.1',
    shows: 'Windows PowerShell 5.1 is the live host where there is no PowerShell 7.',
    command: 'npx vitest run --config test/vitest.config.ts test/ports/power-shell',
  },
  links: {
    what: 'symbolic links and junctions of Windows',
    shows: 'Links planted in a work folder are removed, never followed; a registered link is the file behind it.',
    command:
      'npx vitest run --config test/vitest.config.ts test/ports test/site/secure.test.ts test/servicing/rules.test.ts',
  },
} as const satisfies Record<string, RealWindowsNeed>;
