import { describe, expect, it } from 'vitest';
import { genisoimageCommand, oscdimgCommand, oscdimgPlaces } from '../../src/discs/iso-tools.ts';
import { findTool } from '../../src/discs/write-iso.ts';
import type { Files } from '../../src/ports/files.ts';

const bios = { platform: 'bios' as const, relative: 'boot/etfsboot.com' };
const uefi = { platform: 'uefi' as const, relative: 'efi/microsoft/boot/efisys.bin' };
const wish = { folder: 'D:\\my media', out: 'D:\\out dir\\a.iso', label: 'LABEL', sectors: [bios, uefi] };

describe('oscdimg', () => {
  it('gets the boot data in one argument without blanks, and runs in the folder of the media', () => {
    expect(oscdimgCommand('oscdimg.exe', wish)).toEqual({
      program: 'oscdimg.exe',
      arguments: [
        ...['-m', '-o', '-u2', '-udfver102', '-lLABEL'],
        '-bootdata:2#p0,e,bboot\\etfsboot.com#pEF,e,befi\\microsoft\\boot\\efisys.bin',
        ...['.', 'D:\\out dir\\a.iso'],
      ],
      cwd: 'D:\\my media',
    });
  });

  it('gets one entry for ARM64', () => {
    const { arguments: args } = oscdimgCommand('oscdimg.exe', { ...wish, sectors: [uefi] });
    expect(args).toContain('-bootdata:1#pEF,e,befi\\microsoft\\boot\\efisys.bin');
  });

  it('is looked for where the ADK puts it, for this machine first', () => {
    const env = { 'ProgramFiles(x86)': 'C:\\Program Files (x86)', PROCESSOR_ARCHITECTURE: 'ARM64' };
    expect(oscdimgPlaces(env)[0]).toBe(
      'C:\\Program Files (x86)\\Windows Kits\\10\\Assessment and Deployment Kit\\Deployment Tools\\arm64\\Oscdimg\\oscdimg.exe',
    );
  });
});

describe('genisoimage', () => {
  it('gets both entries, the second one apart', () => {
    expect(genisoimageCommand('genisoimage', wish).arguments.slice(-13)).toEqual([
      ...['LABEL', '-b', 'boot/etfsboot.com', '-boot-load-size', '8', '-no-emul-boot', '-eltorito-alt-boot'],
      ...['-e', 'efi/microsoft/boot/efisys.bin', '-no-emul-boot', '-o', 'D:\\out dir\\a.iso', '.'],
    ]);
  });
});

describe('the tool', () => {
  const env = { 'ProgramFiles(x86)': 'C:\\Kits' };
  const with_ = (there: boolean) => ({
    env,
    files: { facts: () => (there ? { size: 1, modified: 0, kind: 'file' } : undefined) } as unknown as Files,
  });

  it.each([
    ['the ADK is there', true, 'win32', 'oscdimg'],
    ['Windows has no ADK', false, 'win32', 'imapi'],
    ['it is another system', false, 'linux', 'genisoimage'],
  ])('where %s', (_what, there, platform, tool) => {
    expect(findTool(with_(there), { tool: 'auto' }, platform).tool).toBe(tool);
  });

  it('that is asked for and not there is a problem', () => {
    expect(() => findTool(with_(false), { tool: 'oscdimg' }, 'win32')).toThrow(/oscdimg/);
    expect(() => findTool(with_(false), { tool: 'imapi' }, 'linux')).toThrow(/IMAPI/);
  });
});
