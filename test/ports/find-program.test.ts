import { describe, expect, it } from 'vitest';
import { findProgram, type Place } from '../../src/ports/find-program.ts';

function windows(...files: string[]): Place {
  const env = { SystemRoot: 'C:\\Windows', PATH: 'relative;C:\\tools;"D:\\more tools";' };
  return { env, platform: 'win32', exists: (path) => files.includes(path) };
}

const dism = 'C:\\Windows\\System32\\dism.exe';

describe('a program on Windows', () => {
  it.each<[asked: string, there: string[], found: string]>([
    ['dism.exe', [dism], dism],
    ['dism', [dism], dism],
    ['dism.exe', ['C:\\tools\\dism.exe', dism], dism],
    ['tool', ['relative\\tool.exe', 'tool.exe', 'D:\\more tools\\tool.com'], 'D:\\more tools\\tool.com'],
    ['C:\\Program Files\\ADK\\dism.exe', ['C:\\Program Files\\ADK\\dism.exe'], 'C:\\Program Files\\ADK\\dism.exe'],
    ['C:\\ADK\\dism', ['C:\\ADK\\dism.exe'], 'C:\\ADK\\dism.exe'],
  ])('%s is found', (asked, there, found) => {
    expect(findProgram(asked, windows(...there))).toBe(found);
  });

  it.each<[asked: string, there: string[], code: string]>([
    ['dism.exe', [], 'ENOENT'],
    ['dism.exe', ['dism.exe', 'relative\\dism.exe'], 'ENOENT'],
    ['C:\\nowhere\\dism.exe', [dism], 'ENOENT'],
    ['/nowhere/dism.exe', [], 'ENOENT'],
    ['C:\\tools\\dism.cmd', ['C:\\tools\\dism.cmd'], 'EACCES'],
    ['dism.bat', ['C:\\tools\\dism.bat'], 'EACCES'],
    ['C:\\tools', ['C:\\tools'], 'EACCES'],
  ])('%s is not started: %j', (asked, there, code) => {
    expect(() => findProgram(asked, windows(...there))).toThrow(expect.objectContaining({ code }));
  });
});

it('elsewhere is left to the system', () => {
  expect(findProgram('dism', { env: {}, platform: 'linux', exists: () => false })).toBe('dism');
});
