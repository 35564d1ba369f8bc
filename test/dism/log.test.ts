import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { failureLines, logSummary, parseDismLog } from '../../src/dism/log.ts';
import { anyMissing, requires, titled } from '../helpers/requires.ts';
import { readGzip, transcript } from './transcript.ts';

describe('dism.log', () => {
  it('gives time, level, source and text; lines of the imaging library keep the time before', () => {
    const entries = parseDismLog(
      '\uFEFF2025-09-04 13:19:09, Info                  DISM   DISM.EXE: Dism.exe version: 10.0.26100.1\r\n' +
        '[776.1804] Mounting new image.\r\nWim:         [G:\\Drivers\\7050.wim]\r\n',
    );
    expect(entries).toEqual([
      { time: '2025-09-04T13:19:09', level: 'Info', source: 'DISM', text: 'DISM.EXE: Dism.exe version: 10.0.26100.1' },
      { time: '2025-09-04T13:19:09', level: 'Info', source: 'WIMGAPI', text: '[776.1804] Mounting new image.' },
      { time: '2025-09-04T13:19:09', level: 'Info', source: 'WIMGAPI', text: 'Wim:         [G:\\Drivers\\7050.wim]' },
    ]);
  });

  it('is bounded and never fails', () => {
    const junk = `${'\0'.repeat(100_000)}\n`.repeat(3) + 'x\n'.repeat(50);
    const entries = parseDismLog(junk, 20);
    expect(entries).toHaveLength(20);
    expect(failureLines(entries)).toEqual([]);
  });

  it('sums up the last session: the first real error, and what component servicing said', () => {
    const stamp = '2025-09-04 13:19:09, ';
    const line = (level: string, source: string, text: string): string =>
      `${`${stamp}${level}`.padEnd(43)}${source.padEnd(7)}${text}\r\n`;
    const start = line('Info', 'DISM', 'DISM.EXE: <----- Starting Dism.exe session ----->');
    const noise = line('Warning', 'DISM', 'Failed to load the provider: SiloedPackageProvider.dll. (hr:0x8007007e)');
    const cbs = 'Package "X" requires Servicing Stack v1 but current is v0. [HRESULT = 0x800f0823 - NEW_STACK]';
    const text =
      start +
      line('Error', 'DISM', 'of the call before (hr:0x80070020)') +
      start +
      noise +
      line('Info', 'CBS', 'done [HRESULT = 0x00000000 - S_OK]') +
      line('Info', 'CBS', cbs) +
      line('Error', 'DISM', 'Failed finalizing changes. (hr:0x800f0823)');

    expect(logSummary(text, 0x800f0823)).toEqual({ firstError: cbs, cbs: [cbs] });
    // Of a code that stands in no line: the first one of the level Error, and nothing of component servicing.
    expect(logSummary(text, 5)).toEqual({ firstError: 'Failed finalizing changes. (hr:0x800f0823)', cbs: [] });
    expect(logSummary(start + noise, 5)).toEqual({ firstError: '', cbs: [] });
  });

  const real = requires.shared('dism-log-kb5007215/dism-add-package-kb5007215-as-cab.log.gz');
  it.skipIf(anyMissing(real))(titled('of a real failure tells its code and leaves out the usual noise', real), () => {
    const entries = parseDismLog(readGzip(real.path), 1_000_000);
    const failures = failureLines(entries, 1000);

    expect(entries.length).toBeGreaterThan(5000);
    expect(failures.length).toBeGreaterThan(0);
    expect(failures.map((failure) => failure.code)).toContain(123);
    expect(logSummary(readGzip(real.path), 123).firstError).toContain('Failed to install onepackage from sandbox.');
    expect(failures.some((failure) => /SiloedPackageProvider|MetaDeployProvider/.test(failure.text))).toBe(false);
  });

  const cases = [
    ['dism-log-unmount-0xc1420117.txt', 0xc1420117],
    ['cbs-log-0x800f0823.txt', 0x800f0823],
    ['dism-log-mount-0x80070032-dedup-or-noshortname.txt', 50],
  ] as const;
  for (const [name, code] of cases) {
    const capture = transcript(name);
    it.skipIf(anyMissing(capture))(titled(`finds the failure in the real capture ${name}`, capture), () => {
      const failures = failureLines(parseDismLog(readFileSync(capture.path, 'utf8')));
      expect(failures.map((failure) => failure.code)).toContain(code);
    });
  }
});
