import type { LoadedHive } from '../../hives.ts';
import type { Script } from '../power-shell.ts';
import { textMember } from './members.ts';

/**
 * What the registry lists as loaded below HKEY_LOCAL_MACHINE. The list calls volumes by their devices; where nothing can be
 * compiled, or a volume has no letter, the file stays as it is called there.
 */
export const loadedHives: Script<object, LoadedHive[]> = {
  name: 'list the hives that are loaded',
  text: `
param($Value)
$devices = @{}
try {
  if (-not ('ImgUpdate.Volumes' -as [type])) {
    Add-Type -Namespace ImgUpdate -Name Volumes -MemberDefinition @'
[System.Runtime.InteropServices.DllImport("kernel32.dll", CharSet = System.Runtime.InteropServices.CharSet.Unicode, SetLastError = true)]
public static extern uint QueryDosDevice(string name, System.Text.StringBuilder target, uint length);
'@
  }
  foreach ($drive in [IO.Directory]::GetLogicalDrives()) {
    $target = New-Object Text.StringBuilder 1024
    if ([ImgUpdate.Volumes]::QueryDosDevice($drive.Substring(0, 2), $target, 1024) -gt 0) { $devices[$target.ToString()] = $drive.Substring(0, 2) }
  }
} catch { $devices = @{} }
$machine = '\\REGISTRY\\MACHINE\\'
$list = [Microsoft.Win32.Registry]::LocalMachine.OpenSubKey('SYSTEM\\CurrentControlSet\\Control\\hivelist')
if ($null -eq $list) { throw 'The registry has no list of hives.' }
try {
  foreach ($name in $list.GetValueNames()) {
    if (-not $name.StartsWith($machine, [StringComparison]::OrdinalIgnoreCase)) { continue }
    $file = [string]$list.GetValue($name)
    if ($file.StartsWith('\\??\\')) { $file = $file.Substring(4) }
    foreach ($device in $devices.Keys) {
      if ($file.StartsWith($device + '\\', [StringComparison]::OrdinalIgnoreCase)) { $file = $devices[$device] + $file.Substring($device.Length); break }
    }
    @{ key = $name.Substring($machine.Length); file = $file }
  }
} finally { $list.Close() }
`,
  bound: 60_000,
  repeatable: true,
  read: (items) => items.map((item) => ({ key: textMember(item, 'key'), file: textMember(item, 'file') })),
};

/** Unloads a hive below HKEY_LOCAL_MACHINE; reg.exe takes the privileges that this needs. */
export const unloadHive: Script<{ key: string }, void> = {
  name: 'unload a hive',
  text: `
param($Value)
$reg = Join-Path $env:SystemRoot 'System32\\reg.exe'
# What it prints to its error stream is no error of this script.
$ErrorActionPreference = 'Continue'
$told = $null | & $reg unload "HKLM\\$($Value.key)" 2>&1
if ($LASTEXITCODE -ne 0) {
  $ErrorActionPreference = 'Stop'
  throw (@($told | ForEach-Object { "$_".Trim() }) -join ' ').Trim()
}
`,
  bound: 60_000,
  // The second time there is nothing to unload.
  repeatable: false,
  read: () => undefined,
};
