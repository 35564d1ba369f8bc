import { packageOf, type ScriptFacts, type Write } from './facts.ts';
import { literal } from './literal.ts';

/** Takes a copy of boot.wim, which lies beside the image. */
export function copyBoot({ plan: { boot } }: ScriptFacts): string[] {
  return [
    "Copy-Item -LiteralPath (Join-Path -Path $media -ChildPath 'sources\\boot.wim') -Destination $boot",
    '(Get-Item -LiteralPath $boot).IsReadOnly = $false',
    `Confirm-File -Path $boot -Sha256 ${literal(boot?.sha256 ?? '')}`,
  ];
}

/** The dynamic update of Setup is no package: its files are expanded to where the new files of the media lie. */
export const expandSetup: Write = (step, facts) => {
  const [{ path }] = packageOf(step, facts);
  return [`Expand-Setup -Package ${literal(path)}`];
};

/** The programs of Setup are those of boot.wim as it will be; the last of its indexes holds them. */
export const takeSetup: Write = (_step, { plan }) => [
  `$mount = Join-Path -Path $WorkFolder -ChildPath 'take-setup'`,
  '$null = New-Item -ItemType Directory -Path $mount',
  `$from = ${plan.boot === null ? "Join-Path -Path $media -ChildPath 'sources\\boot.wim'" : '$boot'}`,
  '$last = @(Get-WindowsImage -ImagePath $from)[-1].ImageIndex',
  '$null = Mount-WindowsImage -ImagePath $from -Index $last -Path $mount -ReadOnly -ScratchDirectory $scratch',
  'Copy-SetupProgram',
  '$null = Dismount-WindowsImage -Path $mount -Discard',
  '$mount = $null',
];

/** Takes the boot managers of boot.wim as it will be; `call` names the function that does it. */
function bootFiles(call: string): Write {
  return ({ id }, { plan }) => [
    `$mount = Join-Path -Path $WorkFolder -ChildPath ${literal(id)}`,
    '$null = New-Item -ItemType Directory -Path $mount',
    `$from = ${plan.boot === null ? "Join-Path -Path $media -ChildPath 'sources\\boot.wim'" : '$boot'}`,
    '$null = Mount-WindowsImage -ImagePath $from -Index 1 -Path $mount -ReadOnly -ScratchDirectory $scratch',
    call,
    '$null = Dismount-WindowsImage -Path $mount -Discard',
    '$mount = $null',
  ];
}

export const takeBootManagers = bootFiles('Copy-BootManager');
export const updateBootManager = bootFiles('Copy-BootManager2023');

/** Puts the new files around the image in place, before the image itself. */
export function publishMedia({ plan: { boot } }: ScriptFacts): string[] {
  return [
    '# The files around the image first; each that is replaced is kept.',
    ...(boot === null ? [] : ["Add-NewFile -Path $boot -RelativePath 'sources\\boot.wim'"]),
    'Update-Media',
  ];
}

export const bootFunctions = [
  'function Copy-BootManager {',
  "    foreach ($folder in '', 'efi\\boot', 'efi\\microsoft\\boot', 'boot') {",
  '        $there = if ($folder) { Join-Path -Path $media -ChildPath $folder } else { $media }',
  "        foreach ($file in @(Get-ChildItem -LiteralPath $there -Filter 'b*.efi' -File -ErrorAction SilentlyContinue)) {",
  "            $name = if ($file.Name -match '^(bootmgfw|bootx64|bootaa64|bootia32)\\.efi$') { 'bootmgfw.efi' } elseif ($file.Name -eq 'bootmgr.efi') { 'bootmgr.efi' }",
  '            $to = if ($folder) { Join-Path -Path $folder -ChildPath $file.Name } else { $file.Name }',
  '            if ($name) { Copy-BootFile -From "EFI\\$name" -To $to }',
  '        }',
  '    }',
  "    Copy-BootFile -From 'EFI\\boot.stl' -To 'efi\\microsoft\\boot\\boot.stl' -Optional",
  '}',
  'function Copy-BootFile {',
  '    param([string] $From, [string] $To, [switch] $Optional)',
  "    $file = Join-Path -Path $mount -ChildPath (Join-Path -Path 'Windows\\Boot' -ChildPath $From)",
  '    if (Test-Path -LiteralPath $file) { Add-NewFile -Path $file -RelativePath $To }',
  '    elseif (-not $Optional) { throw "boot.wim has no Windows\\Boot\\$From." }',
  '}',
  'function Copy-BootManager2023 {',
  "    foreach ($name in 'bootx64.efi', 'bootaa64.efi', 'bootia32.efi', 'bootmgfw.efi') {",
  "        $to = Join-Path -Path 'efi\\boot' -ChildPath $name",
  "        if (Test-Path -LiteralPath (Join-Path -Path $media -ChildPath $to)) { Copy-BootFile -From 'EFI_EX\\bootmgfw_EX.efi' -To $to }",
  '    }',
  "    $other = if (Test-Path -LiteralPath (Join-Path -Path $mount -ChildPath 'Windows\\Boot\\EFI_EX\\bootmgr_EX.efi')) { 'EFI_EX\\bootmgr_EX.efi' } else { 'EFI\\bootmgr.efi' }",
  "    Copy-BootFile -From $other -To 'bootmgr.efi' -Optional",
  "    Copy-BootFile -From 'DVD_EX\\EFI\\en-US\\efisys_EX.bin' -To 'efi\\microsoft\\boot\\efisys_ex.bin'",
  "    Copy-BootFile -From 'DVD_EX\\EFI\\en-US\\efisys_noprompt_EX.bin' -To 'efi\\microsoft\\boot\\efisys_noprompt_ex.bin' -Optional",
  "    foreach ($font in @(Get-ChildItem -LiteralPath (Join-Path -Path $mount -ChildPath 'Windows\\Boot\\FONTS_EX') -Filter '*_EX.ttf' -File)) {",
  "        Add-NewFile -Path $font.FullName -RelativePath (Join-Path -Path 'efi\\microsoft\\boot\\fonts' -ChildPath ($font.Name -replace '_EX\\.ttf$', '.ttf'))",
  '    }',
  "    Copy-BootFile -From 'EFI\\boot.stl' -To 'efi\\microsoft\\boot\\boot.stl' -Optional",
  '}',
];

/** Variables of a script that changes media. */
export const mediaVariables = [
  '# The folder of the media, what it gets, and where what it had is kept.',
  '$media = Split-Path -Parent -Path (Split-Path -Parent -Path $Image)',
  "$new = Join-Path -Path $WorkFolder -ChildPath 'media'",
  '$keptMedia = "$Image.media.before"',
  '$added = New-Object -TypeName System.Collections.Generic.List[string]',
  "$boot = Join-Path -Path $WorkFolder -ChildPath 'boot.wim'",
];

/** Brings media back to how it was, where its files were replaced and something failed then. */
export const mediaBack = [
  '    if (Test-Path -LiteralPath $keptMedia) {',
  '        foreach ($each in $added) { Remove-Item -LiteralPath $each -Force }',
  "        Copy-Item -Path (Join-Path -Path $keptMedia -ChildPath '*') -Destination $media -Recurse -Force",
  '    }',
];

export const mediaFunctions = [
  'function Add-NewFile {',
  '    param([string] $Path, [string] $RelativePath)',
  '    $target = Join-Path -Path $new -ChildPath $RelativePath',
  '    $null = New-Item -ItemType Directory -Path (Split-Path -Parent -Path $target) -Force',
  '    Copy-Item -LiteralPath $Path -Destination $target -Force',
  '}',
  'function Get-FileVersion {',
  '    param([string] $Path)',
  '    $found = (Get-Item -LiteralPath $Path -Force).VersionInfo',
  '    [version]::new($found.FileMajorPart, $found.FileMinorPart, $found.FileBuildPart, $found.FilePrivatePart)',
  '}',
  'function Expand-Setup {',
  '    param([string] $Package)',
  '    $folder = Join-Path -Path $WorkFolder -ChildPath ([System.IO.Path]::GetFileNameWithoutExtension($Package))',
  '    $expanded = (New-Item -ItemType Directory -Path $folder).FullName',
  "    $null = & expand.exe '-F:*' $Package $expanded",
  '    if ($LASTEXITCODE -ne 0) { throw "expand.exe ended with $LASTEXITCODE for $Package." }',
  '    # A program that is there in a higher version, on the media or from an update before, stays.',
  '    foreach ($file in @(Get-ChildItem -LiteralPath $expanded -Recurse -File -Force)) {',
  "        $name = Join-Path -Path 'sources' -ChildPath $file.FullName.Substring($expanded.Length + 1)",
  '        $there = @($new, $media | ForEach-Object { Join-Path -Path $_ -ChildPath $name } | Where-Object { Test-Path -LiteralPath $_ })',
  '        $version = Get-FileVersion -Path $file.FullName',
  "        if ($there.Count -gt 0 -and $version -gt '0.0.0.0' -and (Get-FileVersion -Path $there[0]) -gt $version) {",
  '            Write-Warning -Message "$name is newer on the media, and stays."',
  '        } else { Add-NewFile -Path $file.FullName -RelativePath $name }',
  '    }',
  '}',
  'function Copy-SetupProgram {',
  "    foreach ($name in 'sources\\setup.exe', 'sources\\setuphost.exe') {",
  '        $from = Join-Path -Path $mount -ChildPath $name',
  '        if (Test-Path -LiteralPath $from) { Add-NewFile -Path $from -RelativePath $name }',
  '        elseif ($name -like \'*setup.exe\') { throw "boot.wim has no $name." }',
  '    }',
  '}',
  'function Update-Media {',
  '    $null = New-Item -ItemType Directory -Path $keptMedia',
  '    $root = (Get-Item -LiteralPath $new).FullName',
  '    foreach ($file in @(Get-ChildItem -LiteralPath $root -Recurse -File -Force)) {',
  '        $name = $file.FullName.Substring($root.Length + 1)',
  '        $target = Join-Path -Path $media -ChildPath $name',
  '        if (Test-Path -LiteralPath $target) {',
  '            $keep = Join-Path -Path $keptMedia -ChildPath $name',
  '            $null = New-Item -ItemType Directory -Path (Split-Path -Parent -Path $keep) -Force',
  '            Copy-Item -LiteralPath $target -Destination $keep',
  '        } else { $added.Add($target) }',
  '        $null = New-Item -ItemType Directory -Path (Split-Path -Parent -Path $target) -Force',
  '        Copy-Item -LiteralPath $file.FullName -Destination $target -Force',
  '    }',
  '}',
];
