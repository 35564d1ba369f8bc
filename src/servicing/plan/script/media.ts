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

/** Puts the new files around the image in place, before the image itself. */
export function publishMedia({ plan: { boot } }: ScriptFacts): string[] {
  return [
    '# The files around the image first; each that is replaced is kept.',
    ...(boot === null ? [] : ["Add-NewFile -Path $boot -RelativePath 'sources\\boot.wim'"]),
    'Update-Media',
  ];
}

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
  'function Expand-Setup {',
  '    param([string] $Package)',
  "    $target = Join-Path -Path $new -ChildPath 'sources'",
  '    $null = New-Item -ItemType Directory -Path $target -Force',
  "    $null = & expand.exe '-F:*' $Package $target",
  '    if ($LASTEXITCODE -ne 0) { throw "expand.exe ended with $LASTEXITCODE for $Package." }',
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
