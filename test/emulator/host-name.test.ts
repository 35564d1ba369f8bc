import { describe, expect, it } from 'vitest';
import { hostName } from '../../src/emulator/host-name.ts';
import type { WimEntry } from '../../src/formats/wim/types.ts';

const entry = (name: string, nameProblem: WimEntry['nameProblem'] = '') => ({ name, nameProblem }) as WimEntry;

describe('a name from an image on this machine', () => {
  it.each(['notepad.exe', 'Ünïcödé 日本語', '...', ' x', 'it’s $(x) & "y"', '-rf'])('may be %j', (name) => {
    expect(hostName(entry(name), 'linux')).toBe(name);
  });

  it.each(['', '.', '..', 'a/b', 'a\\b', 'a\0', 'a\nb', '\ud800'])('is never %j', (name) => {
    expect(() => hostName(entry(name), 'linux')).toThrow(expect.objectContaining({ code: 123 }));
  });

  it.each(['CON', 'nul.txt', 'COM1', 'lpt9.log', 'a:b', 'a?', 'x.', 'x ', 'CONIN$'])(
    'is never %j on Windows',
    (name) => {
      expect(() => hostName(entry(name), 'win32')).toThrow(expect.objectContaining({ code: 123 }));
      expect(hostName(entry(name), 'linux')).toBe(name);
    },
  );

  it('is refused where the reader found fault with it', () => {
    expect(() => hostName(entry('twice', 'duplicate'), 'linux')).toThrow(expect.objectContaining({ code: 123 }));
  });
});
