import { expect, it } from 'vitest';
import type { Place } from '../../../src/ports/find-program.ts';
import { powerShellCandidates, serverCandidates } from '../../../src/ports/power-shell/candidates.ts';

const windows = (files: string[], PATH = ''): Place => ({
  env: { SystemRoot: 'D:\\Win', ProgramFiles: 'D:\\Programs', PATH },
  platform: 'win32',
  exists: (path) => files.includes(path),
});
const posix = (files: string[], PATH: string): Place => ({
  env: { PATH },
  platform: 'linux',
  exists: (path) => files.includes(path),
});

const installed = 'D:\\Programs\\PowerShell\\7\\pwsh.exe';
const builtIn = 'D:\\Win\\System32\\WindowsPowerShell\\v1.0\\powershell.exe';

it.each([
  ['PowerShell 7 before 5.1', windows([builtIn, installed]), [installed, builtIn]],
  ['one on PATH', windows(['E:\\x y\\pwsh.exe', builtIn], '"E:\\x y";C:\\z'), ['E:\\x y\\pwsh.exe', builtIn]],
  ['one that is at both places once', windows([installed], 'D:\\Programs\\PowerShell\\7'), [installed]],
  ['no relative folder of PATH', windows(['.\\pwsh.exe', 'bin\\pwsh.exe', 'pwsh.exe'], '.;bin;;'), []],
  ['only pwsh elsewhere', posix(['/a/powershell', '/b/pwsh'], '/a:/b:.:'), ['/b/pwsh']],
])('names %s', (_what, place, programs) => {
  expect(powerShellCandidates(place).map(({ program }) => program)).toEqual(programs);
});

it('does not give the modules of PowerShell 7 to 5.1', () => {
  const [candidate] = powerShellCandidates(windows([builtIn]));
  expect(candidate).toEqual({ program: builtIn, without: ['PSModulePath'], policy: 'RemoteSigned' });
});

it('leaves the policy of PowerShell alone where there is none', () => {
  expect(powerShellCandidates(posix(['/b/pwsh'], '/b'))).toEqual([{ program: '/b/pwsh' }]);
});

it('puts Windows PowerShell 5.1 first for the modules of servers, and takes what there is elsewhere', () => {
  const seven = 'C:\\Program Files\\PowerShell\\7\\pwsh.exe';
  const five = 'C:\\Windows\\System32\\WindowsPowerShell\\v1.0\\powershell.exe';
  const env = { SystemRoot: 'C:\\Windows', ProgramFiles: 'C:\\Program Files' };
  const programs = (place: Parameters<typeof serverCandidates>[0]) =>
    serverCandidates(place).map(({ program }) => program);

  expect(programs({ env, platform: 'win32', exists: () => true })).toEqual([five, seven]);
  expect(programs({ env, platform: 'win32', exists: (path) => path === seven })).toEqual([seven]);
  expect(programs({ env: { PATH: '/usr/bin' }, platform: 'linux', exists: () => true })).toEqual(['/usr/bin/pwsh']);
});
