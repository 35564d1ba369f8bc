import { describe, expect, it } from 'vitest';
import { optionValue, parseCommandLine } from '../../src/emulator/command-line.ts';
import { commands } from '../../src/emulator/commands/index.ts';

describe('command line', () => {
  it.each([
    ['any case', ['/MOUNT-wim', '/wimfile:a.wim', '/INDEX:1', '/MountDir:m']],
    ['equal signs', ['/Mount-Image', '/WimFile=a.wim', '/Index=1', '/MountDir=m']],
    ['quotes around values', ['/Mount-Image', '/WimFile:"a.wim"', '/Index:1', '/MountDir:"m"', '/English']],
  ])('takes %s', (_, argv) => {
    const line = parseCommandLine(argv, commands);

    expect(line.command).toBe('mount-image');
    expect(optionValue(line, 'WimFile')).toBe('a.wim');
    expect(optionValue(line, 'MountDir')).toBe('m');
  });

  it('keeps colons and spaces of a value and several values of one option', () => {
    const line = parseCommandLine(
      ['/Image:C:\\m', '/Add-Package', '/PackagePath:C:\\a b=c.msu', '/PackagePath:d'],
      commands,
    );

    expect(line.values.get('packagepath')).toEqual(['C:\\a b=c.msu', 'd']);
    expect(line.values.get('image')).toEqual(['C:\\m']);
  });

  it.each([
    ['an unknown option', ['/Get-Packages', '/Image:m', '/Frobnicate'], 'The /Frobnicate option is unknown.'],
    ['what is no option', ['/Get-MountedImageInfo', 'x'], 'The x option is unknown.'],
    ['an option of another command', ['/Get-MountedImageInfo', '/Commit'], 'The /Commit option is unknown.'],
    ['two commands', ['/Get-Packages', '/Add-Package', '/PackagePath:x'], /not valid together/],
    [
      'an empty value',
      ['/Image:m', '/Add-Package', '/PackagePath:'],
      /^The \/PackagePath: option is missing a required/,
    ],
    ['a missing option', ['/Unmount-Image', '/Commit'], /^The \/MountDir: option is missing a required argument\./],
  ])('refuses %s with error 87', (_, argv, message) => {
    expect(() => parseCommandLine(argv, commands)).toThrow(expect.objectContaining({ code: 87 }));
    expect(() => parseCommandLine(argv, commands)).toThrow(message);
  });

  it('refuses a second value where one is taken', () => {
    const line = parseCommandLine(['/Get-ImageInfo', '/ImageFile:a', '/ImageFile:b'], commands);
    expect(() => optionValue(line, 'ImageFile')).toThrow('more than once');
  });
});
