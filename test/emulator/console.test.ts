import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createConsole, progressBar } from '../../src/emulator/console.ts';
import { anyMissing, requires, titled } from '../helpers/requires.ts';

const english = { quiet: false, translate: (line: string) => line };

describe('progress bar', () => {
  it.each([
    [4.9, '[==                         4.9%                           ]'],
    [60, '[===========================60.0%==                        ]'],
    [100, '[==========================100.0%==========================]'],
  ])('of %s percent', (percent, bar) => {
    expect(progressBar(percent)).toBe(bar);
  });

  const folder = requires.shared('dism-transcripts');
  it.skipIf(anyMissing(folder))(titled('equals all bars of real captures but the rounded one', folder), () => {
    const bars = readdirSync(folder.path).flatMap((name) =>
      [...readFileSync(`${folder.path}/${name}`, 'latin1').matchAll(/\[[= ]*(\d{1,3}\.\d)%[= ]*\]/g)].map((match) => ({
        bar: match[0],
        percent: Number(match[1]),
      })),
    );

    const different = bars.filter(({ bar, percent }) => bar !== progressBar(percent));

    expect(bars.length).toBeGreaterThan(300);
    expect(different.map(({ percent }) => percent)).toEqual(different.map(() => 100));
    expect(different.length).toBeLessThanOrEqual(1);
  });

  it('is 64 bytes in a pipe', async () => {
    const written: Uint8Array[] = [];
    const console = createConsole(async (bytes) => void written.push(bytes), english);

    await console.bar(50);

    expect(written.map((bytes) => bytes.length)).toEqual([64]);
    expect(new TextDecoder().decode(written[0])).toMatch(/^\r\[.{58}\] \r\n$/);
  });

  it('and text are not shown when quiet, errors are', async () => {
    let written = '';
    const console = createConsole(
      async (bytes) => {
        written += new TextDecoder().decode(bytes);
      },
      { ...english, quiet: true },
    );

    await console.bar(50);
    await console.line('hello');
    await console.errorLine('Error: 5');

    expect(written).toBe('Error: 5\r\n');
  });
});
