import type { Script } from '../power-shell.ts';
import { type CmSite, enterSite } from './cm-site.ts';
import { numberMember, textMember } from './members.ts';

export interface CmContentWish extends CmSite {
  /** Name or package id of an operating system image. */
  target: string;
}

/** An image of a site, and how far its distribution points are, in the numbers that the site gives. */
export interface CmContent {
  name: string;
  packageId: string;
  /** Path of the image file that the site takes its content from. */
  source: string;
  /** The version that the package has. */
  packageVersion: number;
  /** The version that the numbers are about; 0: the site says nothing. */
  sourceVersion: number;
  targeted: number;
  numberSuccess: number;
  numberInProgress: number;
  numberErrors: number;
  numberUnknown: number;
  /** RFC 3339; '': never. */
  lastUpdate: string;
  /** Distribution points where installing failed or is tried again, as they are called in the network. */
  failed: string[];
}

/** Sets `$image`; puts out an empty answer and ends where there is none. */
const findImage = `
  $image = @(Get-CMOperatingSystemImage -Name $Value.target -DisableWildcardHandling) + @(Get-CMOperatingSystemImage -Id $Value.target) | Select-Object -First 1
  if ($null -eq $image) { @{ packageId = '' }; return }
`;

/**
 * Puts out the answer about `$image`. The summary by distribution point is asked for where the counts speak of errors; the
 * id becomes part of that query only when it is one. States 2 and 3: installing is tried again, installing failed.
 */
const tellContent = `
  $id = [string]$image.PackageID
  $state = @(Get-CMDistributionStatus -Id $id) | Select-Object -First 1
  $failed = @()
  if ($state.NumberErrors -gt 0 -and $id -match '^[A-Za-z0-9]{8}$') {
    $points = @(Invoke-CMWmiQuery -Option Fast -Query ("SELECT * FROM SMS_PackageStatusDistPointsSummarizer WHERE PackageID = '" + $id + "'"))
    $failed = @(foreach ($point in $points) {
        if (@(2, 3) -contains [int]$point.State) { if ([string]$point.ServerNALPath -match '\\\\\\\\([^\\\\"\\]]+)\\\\?$') { $Matches[1] } else { [string]$point.ServerNALPath } }
      })
  }
  @{
    name = [string]$image.Name; packageId = $id; source = [string]$image.PkgSourcePath
    packageVersion = [int]$image.SourceVersion; sourceVersion = [int]$state.SourceVersion
    targeted = [int]$state.Targeted; numberSuccess = [int]$state.NumberSuccess; numberInProgress = [int]$state.NumberInProgress
    numberErrors = [int]$state.NumberErrors; numberUnknown = [int]$state.NumberUnknown
    lastUpdate = if ($null -ne $state.LastUpdateDate) { ([DateTime]$state.LastUpdateDate).ToUniversalTime().ToString('s', [cultureinfo]::InvariantCulture) + 'Z' } else { '' }
    failed = $failed
  }
`;

/** Finds an image of a site. Null: there is no such image. */
export const cmContent: Script<CmContentWish, CmContent | null> = {
  name: 'ask Configuration Manager for the distribution of an image',
  text: `
param($Value)
${enterSite}
try {
${findImage}${tellContent}} finally { Pop-Location }
`,
  bound: 600_000,
  repeatable: true,
  read: readContent,
};

/**
 * Has the distribution points of a site updated from the source file of an image. Not repeatable: each time is a new
 * version of the package. Null: there is no such image.
 */
export const cmUpdateContent: Script<CmContentWish, CmContent | null> = {
  name: 'update the distribution points of Configuration Manager',
  text: `
param($Value)
${enterSite}
try {
${findImage}
  $null = Update-CMDistributionPoint -InputObject $image -Confirm:$false
${tellContent}} finally { Pop-Location }
`,
  bound: 600_000,
  repeatable: false,
  read: readContent,
};

function readContent([first]: unknown[]): CmContent | null {
  const packageId = textMember(first, 'packageId');
  if (packageId === '') return null;
  const { failed } = first as { failed?: unknown };
  if (!Array.isArray(failed)) throw new TypeError('failed is no list');
  return {
    packageId,
    name: textMember(first, 'name'),
    source: textMember(first, 'source'),
    packageVersion: numberMember(first, 'packageVersion'),
    sourceVersion: numberMember(first, 'sourceVersion'),
    targeted: numberMember(first, 'targeted'),
    numberSuccess: numberMember(first, 'numberSuccess'),
    numberInProgress: numberMember(first, 'numberInProgress'),
    numberErrors: numberMember(first, 'numberErrors'),
    numberUnknown: numberMember(first, 'numberUnknown'),
    lastUpdate: textMember(first, 'lastUpdate'),
    failed: failed.map(String),
  };
}
