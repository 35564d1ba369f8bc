import { describe, expect, it } from 'vitest';
import { collectOutput } from '../../src/dism/output-collector.ts';
import { progressPercent } from '../../src/dism/progress.ts';
import { anyMissing, titled } from '../helpers/requires.ts';
import { captureBytes, transcript } from './transcript.ts';

const piped = transcript('add-package-progress-piped-10.0.26100.8521.bytes.txt');
const apply = transcript('apply-image-progress-piped-10.0.26100.8521.bytes.txt');

describe('progress', () => {
  it.each([
    ['[==                         4.9%                           ]', 4.9],
    ['[===========================60.0%==                        ]', 60],
    ['[==========================100.0%==========================] ', 100],
    ['[===========================99.8%========================= ]', 99.8],
    ['[                           x.0%                           ]', undefined],
    ['[==========================999.0%==========================]', undefined],
    ['The operation completed successfully.', undefined],
    ['[776.1804] Mounting new image.', undefined],
  ])('reads %j as %s', (line, percent) => {
    expect(progressPercent(line)).toBe(percent);
  });

  it.skipIf(anyMissing(piped))(
    titled('reports the bars of a real capture, cut anywhere, under its caption', piped),
    () => {
      const seen: [number, string][] = [];
      const collector = collectOutput((percent, caption) => seen.push([percent, caption]));

      const bytes = captureBytes(piped.path);
      for (let at = 0; at < bytes.length; at += 7) collector.add(bytes.subarray(at, at + 7));
      collector.end();

      expect(seen.length).toBeGreaterThan(30);
      expect(seen[0]).toEqual([
        11,
        'Processing 1 of 1 - Adding package WinPE-NetFx-Package~31bf3856ad364e35~amd64~~10.0.26100.1',
      ]);
      expect(seen.at(-1)?.[0]).toBe(100);
      expect(collector.lines.some((line) => line.includes('%'))).toBe(false);
    },
  );

  it.skipIf(anyMissing(apply))(titled('takes a jump from 85 to 100 as it comes', apply), () => {
    const seen: number[] = [];
    const collector = collectOutput((percent) => seen.push(percent));

    collector.add(captureBytes(apply.path));

    expect(seen.slice(-2)).toEqual([85, 100]);
  });

  it('gives two bars of one command their own captions', () => {
    const seen: string[] = [];
    const collector = collectOutput((percent, caption) => seen.push(`${caption} ${percent}`));

    const bar = '\r[==========================100.0%==========================] \r\n';
    collector.add(new TextEncoder().encode(`Image Index : 2\r\nSaving image\r\n${bar}Unmounting image\r\n${bar}`));

    expect(seen).toEqual(['Saving image 100', 'Unmounting image 100']);
  });

  it('keeps a line without end in bounds and says when a tool floods', () => {
    const collector = collectOutput();
    const piece = new Uint8Array(1024 * 1024).fill(65);

    const answers = Array.from({ length: 17 }, () => collector.add(piece));
    collector.end();

    expect(answers.slice(0, 16)).toEqual(Array(16).fill(true));
    expect(answers[16]).toBe(false);
    expect(collector.flooded).toBe(true);
    expect(collector.lines[0]?.length).toBe(32 * 1024);
  });

  it('reads names in the code page of the machine line by line', () => {
    const collector = collectOutput();
    collector.add(Uint8Array.from([0x6d, 0xfc, 0x0d, 0x0a, 0xc3, 0xbc, 0x0d, 0x0a]));
    expect(collector.lines).toEqual(['mü', 'ü']);
  });
});
