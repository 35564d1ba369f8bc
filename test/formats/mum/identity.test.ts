import { expect, it } from 'vitest';
import { parseIdentity, printIdentity } from '../../../src/formats/mum/identity.ts';

it('takes an identity apart and puts it together again', () => {
  const text = 'Microsoft-Windows-Client-LanguagePack-Package~31bf3856ad364e35~amd64~en-US~10.0.26100.8037';

  const identity = parseIdentity(text);

  expect(identity).toEqual({
    name: 'Microsoft-Windows-Client-LanguagePack-Package',
    publicKeyToken: '31bf3856ad364e35',
    architecture: 'amd64',
    language: 'en-US',
    version: '10.0.26100.8037',
  });
  expect(identity && printIdentity(identity)).toBe(text);
});

it('reads a neutral language as none', () => {
  expect(parseIdentity('Package_for_KB1~t~x86~neutral~1.0')?.language).toBe('');
  expect(parseIdentity('Package_for_KB1~t~x86~~1.0')?.language).toBe('');
});

it.each([
  ['', 'no text'],
  ['Package_for_KB5054156', 'a name alone'],
  ['a~b~c~d', 'a part too few'],
  ['a~b~c~d~1~2', 'a part too many'],
  ['~b~c~d~1', 'no name'],
  ['a~b~c~d~', 'no version'],
  ['..\\a~b~c~d~1', 'a path'],
  ['a~b~c~d/e~1', 'a slash'],
  [`${'a'.repeat(600)}~b~c~d~1`, 'an endless name'],
])('does not take %s for an identity: %s', (text) => {
  expect(parseIdentity(text)).toBeUndefined();
});
