import { describe, expect, it } from 'vitest';
import { readGreeting, writeGreeting } from '../../src/multicast/greeting.ts';

const greeting = { id: '0x0badcafe', name: 'PC-1', image: 'Windows 11', state: 'waiting' } as const;
const written = (change: object): Uint8Array =>
  new TextEncoder().encode(JSON.stringify({ mark: 'ImgUpdate multicast 1', ...greeting, ...change }));

describe('a greeting', () => {
  it('is read as it was written', () => {
    expect(readGreeting(writeGreeting(greeting))).toEqual(greeting);
  });

  it('keeps nothing of a name that would change a terminal', () => {
    expect(readGreeting(written({ name: 'PC\u001b[2J\n-1' }))?.name).toBe('PC[2J-1');
  });

  it.each([
    ['nothing', new Uint8Array()],
    ['no JSON', new TextEncoder().encode('{"mark":')],
    ['null', new TextEncoder().encode('null')],
    ['bytes that are no text', Uint8Array.of(0xff, 0xfe)],
    ['another mark', written({ mark: 'ImgUpdate multicast 2' })],
    ['an id that is an option of a program', written({ id: '-x' })],
    ['an id of zero', written({ id: '0x00000000' })],
    ['a state that there is not', written({ state: 'happy' })],
    ['a name that is no text', written({ name: 1 })],
    ['more than a packet holds', written({ image: 'x'.repeat(2000) })],
  ])('is none: %s', (_what, bytes) => {
    expect(readGreeting(bytes)).toBeUndefined();
  });
});
