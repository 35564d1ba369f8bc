import type { Script } from '../power-shell.ts';
import { numberMember } from './members.ts';

/** What a disc is made of; paths are absolute. */
export interface DiscWish {
  folder: string;
  out: string;
  label: string;
  /** `platform`: 0 BIOS, 239 UEFI. */
  boot: { path: string; platform: number }[];
}

/** Writes an image of a disc (UDF 1.02) with IMAPI2FS, which every Windows has. Answers with its size. */
export const writeDisc: Script<DiscWish, { size: number }> = {
  name: 'write an image of a disc',
  text: `
param($Value)
if ($null -eq ('ImgUpdate.DiscStream' -as [type])) {
  Add-Type -TypeDefinition @'
using System;
using System.IO;
using System.Runtime.InteropServices;
using System.Runtime.InteropServices.ComTypes;
namespace ImgUpdate {
  public static class DiscStream {
    public static long Save(object source, string path) {
      IStream stream = (IStream)source;
      byte[] buffer = new byte[1048576];
      IntPtr count = Marshal.AllocHGlobal(4);
      try {
        using (FileStream file = new FileStream(path, FileMode.CreateNew, FileAccess.Write)) {
          while (true) {
            stream.Read(buffer, buffer.Length, count);
            int read = Marshal.ReadInt32(count);
            if (read == 0) break;
            file.Write(buffer, 0, read);
          }
          file.Flush(true);
          return file.Length;
        }
      } finally { Marshal.FreeHGlobal(count); }
    }
  }
}
'@
}
$image = New-Object -ComObject IMAPI2FS.MsftFileSystemImage
$image.FileSystemsToCreate = 4
$image.UDFRevision = 0x102
$image.FreeMediaBlocks = 0
$image.VolumeName = $Value.label
$boot = foreach ($entry in $Value.boot) {
  $stream = New-Object -ComObject ADODB.Stream
  $stream.Open()
  $stream.Type = 1
  $stream.LoadFromFile($entry.path)
  $options = New-Object -ComObject IMAPI2FS.BootOptions
  $options.AssignBootImage($stream)
  $options.PlatformId = $entry.platform
  $options.Emulation = 0
  $options
}
$image.BootImageOptionsArray = [object[]]@($boot)
$image.Root.AddTree($Value.folder, $false)
@{ size = [ImgUpdate.DiscStream]::Save($image.CreateResultImage().ImageStream, $Value.out) }
`,
  // Some gigabytes, on a slow disk.
  bound: 4 * 3_600_000,
  repeatable: false,
  read: ([first]) => ({ size: numberMember(first, 'size') }),
};
