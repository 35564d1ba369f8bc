import { describe, expect, it } from 'vitest';
import { codeTable } from '../../src/dism/code-table.ts';
import { codeEntry, hresultText, normaliseCode, reactionTo } from '../../src/dism/codes.ts';

describe('codes', () => {
  it.each([
    [-2146498554, 0x800f0806, '0x800f0806'],
    [2148468742, 0x800f0806, '0x800f0806'],
    [-1052638937, 0xc1420127, '0xc1420127'],
    [0x80070070, 112, '0x80070070'],
    [112, 112, '0x80070070'],
    [0, 0, '0x00000000'],
  ])('%s is %s, in text %s', (given, code, text) => {
    expect(normaliseCode(given)).toBe(code);
    expect(hresultText(given)).toBe(text);
  });

  it('are unique in the table and stand there in their normal form', () => {
    expect(new Set(codeTable.map((entry) => entry.code)).size).toBe(codeTable.length);
    expect(codeTable.filter((entry) => normaliseCode(entry.code) !== entry.code)).toEqual([]);
  });

  it('that can end a run say what a person does, in a sentence', () => {
    // Successes end none; what is not elevated and what was cancelled are problems with a remedy of their own.
    const others = new Set([740, 1223]);
    const mute = codeTable.filter(({ code, class: reaction, remedy = '' }) => {
      return reaction !== 'O' && !others.has(code) && !/^[A-Z].{14,}\.$/.test(remedy);
    });

    expect(mute.map(({ code }) => hresultText(code))).toEqual([]);
  });

  it('that nobody knows abort the image', () => {
    expect(codeEntry(0x80041234)).toBeUndefined();
    expect(reactionTo(0x80041234)).toBe('A');
    expect(reactionTo(-2146498530)).toBe('S');
  });
});
