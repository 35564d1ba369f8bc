/**
 * A plan as a PowerShell script that a person can read, and run with the cmdlets of DISM. Pure. Every value is a literal
 * of single quotes; every step stands under its reason.
 */
import { changesMedia, type ScriptFacts } from './facts.ts';
import { comment, literal } from './literal.ts';
import { bootFunctions, mediaBack, mediaFunctions, mediaVariables } from './media.ts';
import { linesOf } from './steps.ts';

/** The text, lines ended by CR LF, in the order of the plan. Throws Problem ImgUnexpected. */
export function planScript(facts: ScriptFacts): string {
  const { plan, image } = facts;
  const isMedia = changesMedia(plan);
  const startsFromMemory = plan.isBootImage || plan.boot !== null || plan.recovery.length > 0;
  const lines = [
    '#Requires -Version 5.1',
    '#Requires -RunAsAdministrator',
    '#Requires -Modules Dism',
    comment(`Services the image ${image.name}, as ImgUpdate would: the registered file is replaced at the end alone.`),
    comment(
      `Needs ${plan.estimates.bytes} bytes on the volume of -WorkFolder; takes about ${plan.estimates.seconds} seconds.`,
    ),
    ...plan.warnings.map((warning) => comment(`Note: ${warning}`)),
    '[CmdletBinding()]',
    'param(',
    `    [string] $Image = ${literal(image.path)},`,
    '    # Must not exist; short, on a local NTFS volume.',
    "    [string] $WorkFolder = (Join-Path -Path ([System.IO.Path]::GetPathRoot($Image)) -ChildPath 'ImgUpdateByHand')",
    ')',
    "$ErrorActionPreference = 'Stop'",
    'Set-StrictMode -Version 3.0',
    ...functions,
    ...(startsFromMemory ? peFunctions : []),
    ...(isMedia ? mediaFunctions : []),
    ...(plan.bootFiles === null ? [] : bootFunctions),
    ...(plan.rehearsal ? [`Write-Warning -Message ${literal(rehearsalWords)}`] : []),
    "$copy = Join-Path -Path $WorkFolder -ChildPath 'image.wim'",
    "$exported = Join-Path -Path $WorkFolder -ChildPath 'exported.wim'",
    "$scratch = Join-Path -Path $WorkFolder -ChildPath 'scratch'",
    '$kept = "$Image.before"',
    '$mount = $null',
    ...(isMedia ? mediaVariables : []),
    ...(plan.featureSources.some(({ isDisc }) => isDisc) ? ['$discs = @()', '$root = @{}'] : []),
    `foreach ($each in $WorkFolder, $kept, "$Image.new"${isMedia ? ', $keptMedia' : ''}) {`,
    '    if (Test-Path -LiteralPath $each) { throw "$each exists; nothing was begun." }',
    '}',
    'try {',
    ...plan.steps.flatMap((step) =>
      [
        '',
        comment(`${step.id}: ${step.target}`),
        comment(step.reason),
        `Write-Verbose -Message ${literal(step.id)}`,
        ...linesOf(step, facts),
      ].map((line) => (line === '' ? '' : `    ${line}`)),
    ),
    '} catch {',
    '    # Nothing is saved after a failure; the image is as it was.',
    '    if ($null -ne $mount) { $null = Dismount-WindowsImage -Path $mount -Discard -ErrorAction Continue }',
    ...(isMedia ? mediaBack : []),
    '    throw',
    ...(plan.featureSources.some(({ isDisc }) => isDisc)
      ? ['} finally {', '    foreach ($each in $discs) { $null = Dismount-DiskImage -ImagePath $each }']
      : []),
    '}',
  ];
  return `${lines.join('\r\n')}\r\n`;
}

const rehearsalWords = 'This image was made by a rehearsal: the real DISM refuses its packages.';

const functions = [
  'function Confirm-File {',
  '    param([string] $Path, [string] $Sha256)',
  '    $found = (Get-FileHash -LiteralPath $Path -Algorithm SHA256).Hash',
  '    if ($found -ne $Sha256) { throw "$Path has the SHA-256 $found instead of $Sha256." }',
  '}',
  'function Confirm-Revision {',
  '    param([int] $Index, [int] $Revision, [string] $ImagePath = $copy)',
  '    # DISM can say that it succeeded although nothing went in: what is in the file counts.',
  '    $found = (Get-WindowsImage -ImagePath $ImagePath -Index $Index).SPBuild',
  '    if ($found -ne $Revision) { throw "Index $Index is at revision $found instead of $Revision." }',
  '}',
  'function Remove-WorkFolder {',
  '    # The image is published: a file that another program still reads must not take that back.',
  '    foreach ($attempt in 1..10) {',
  '        Remove-Item -LiteralPath $WorkFolder -Recurse -Force -ErrorAction SilentlyContinue',
  '        if (-not (Test-Path -LiteralPath $WorkFolder)) { return }',
  '        Start-Sleep -Seconds 1',
  '    }',
  '    Write-Warning -Message "The image is published. $WorkFolder is in use and stays: remove it later."',
  '}',
];

const peFunctions = [
  'function Add-ToWindowsPE {',
  '    param([string] $Package, [switch] $StackAlone, [int] $MayStay)',
  '    # 0x8007007e: the servicing stack is in. Of a recovery image that is all; to boot.wim the update is added again, once.',
  '    # 0x8007371b is known of every Windows PE of Windows 10 1809: the index that may stay keeps what it has.',
  '    foreach ($attempt in 1, 2) {',
  '        try { $null = Add-WindowsPackage -Path $mount -PackagePath $Package -ScratchDirectory $scratch; return }',
  '        catch {',
  '            if ($MayStay -gt 0 -and $_.Exception.HResult -eq -2147010789) {',
  '                Write-Warning -Message "Index $MayStay keeps what it has: $($_.Exception.Message)"',
  '                $stayed.Add($MayStay)',
  '                return',
  '            }',
  '            if ($_.Exception.HResult -ne -2147024770 -or ($attempt -eq 2)) { throw }',
  '            if ($StackAlone) { return }',
  '        }',
  '    }',
  '}',
  '$stayed = New-Object -TypeName System.Collections.Generic.List[int]',
];
