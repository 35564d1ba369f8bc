/** Captures of the real dism.exe: the same state in, the same bytes out. */
import { describe, expect, it } from 'vitest';
import { anyMissing, requires, titled } from '../../helpers/requires.ts';
import { barsOf, commandsOf, onScreen } from './capture.ts';
import { cases } from './cases.ts';
import { capturedFiles, collections, judge } from './conformance.ts';
import { incomplete, notReproduced } from './incomplete.ts';

describe('the emulator prints what dism.exe printed', () => {
  for (const file of Object.keys(cases)) {
    const need = requires.shared(file);
    it.skipIf(anyMissing(need))(titled(file, need), () => {
      expect(judge(file)).toMatchObject({ kind: 'reproduced', differences: [] });
    });
  }

  const needs = collections.map(({ need }) => need);
  it.skipIf(anyMissing(...needs))(titled('every capture is judged, once', ...needs), () => {
    const tables = [incomplete, notReproduced, cases].flatMap((table) => Object.keys(table));

    expect(tables.toSorted()).toEqual(capturedFiles().toSorted());
  });
});

describe('a capture', () => {
  it('is taken apart at its prompts', () => {
    const commands = commandsOf(
      '# source\nC:\\Temp>dism /Cleanup-Wim\n\none\nC:\\>DISM /Image:"C:\\a b" /Get-Packages\ntwo\n',
    );

    expect(commands).toEqual([
      { args: ['/Cleanup-Wim'], output: '\none\n' },
      { args: ['/Image:C:\\a b', '/Get-Packages'], output: 'two\n' },
    ]);
  });

  it('shows the last of several bars on a screen', () => {
    const bars = '\r[==  50.0%  ] \r\n\r[==  100.0% ] \r\n';

    expect(onScreen(`Saving image\r\n${bars}done \r\n\r\n`)).toBe('Saving image\n[==  100.0% ]\ndone');
  });

  it('tells a bar that was rounded up', () => {
    const full = `[${'='.repeat(26)}100.0%${'='.repeat(26)}]`;

    expect(barsOf(`${full}\n${full.replace('=]', ' ]')}`)).toEqual([100, 99.96]);
  });
});
