import { describe, expect, it } from 'vitest';
import { exitStatus } from '../../src/emulator/main.ts';
import { messageOf } from '../../src/emulator/messages.ts';

describe('exit status', () => {
  it.each([
    [0, 0, 0],
    [87, 87, 87],
    [740, 228, 740],
    [3010, 194, 3010],
    [0x800f081e, 0x1e, -2146498530],
    [0xc1420127, 0x27, -1052638937],
    [0x100, 1, 256],
    [0x80070000, 1, -2147024896],
  ])('of code %s is %s on POSIX and %s on Windows', (code, posix, windows) => {
    expect(exitStatus(code, 'linux')).toBe(posix);
    expect(exitStatus(code, 'win32')).toBe(windows);
  });
});

describe('messages', () => {
  it('without a text of their own say that nothing was done', () => {
    expect(messageOf(0x81234567)).toBe(
      'DISM failed. No operation was performed.\r\nFor more information, review the log file.',
    );
    expect(messageOf(0x800f081e)).toBe('The specified package is not applicable to this image.');
  });
});
