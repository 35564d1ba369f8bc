import type { Script } from '../power-shell.ts';
import { type CmSite, enterSite } from './cm-site.ts';
import { numberMember, textMember } from './members.ts';

/** A page of the updates that were revised at a time or later, in the order of their revision. */
export interface CmPage extends CmSite {
  /** Ticks of .NET in decimal digits; '0': all. */
  from: string;
  skip: number;
  take: number;
}

export interface CmUpdate {
  uniqueId: string;
  revision: number;
  /** Ticks of DateRevised. */
  revised: string;
  categoryIds: string[];
  /** In the members that exports of WSUS have. */
  record: Record<string, unknown>;
  files: { name: string; hash: string; size: string; url: string }[];
}

/** `expired`: ids of all updates that the site calls so. Told with the first page. */
export interface CmAnswer {
  total: number;
  expired: string[];
  categories: { id: string; name: string; type: string }[];
  updates: CmUpdate[];
}

/** The list is kept in the host between the pages of one question; files are asked for page by page. */
export const cmUpdates: Script<CmPage, CmAnswer> = {
  name: 'list the updates of a Configuration Manager site',
  text: `
param($Value)
${enterSite}
try {
  $key = ConvertTo-Json -Compress -InputObject @($Value.siteCode, $Value.siteServer, $Value.from)
  $expired = @()
  $categories = @()
  if ($Value.skip -eq 0 -or $null -eq $global:ImgUpdateCm -or $global:ImgUpdateCm.key -ne $key) {
    $asked = @{ Fast = $true }
    if ($Value.from -ne '0') { $asked['DateRevisedMin'] = New-Object -TypeName DateTime -ArgumentList ([long]$Value.from), ([DateTimeKind]::Utc) }
    $found = @(Get-CMSoftwareUpdate @asked | Sort-Object -Property DateRevised, CI_UniqueID)
    $global:ImgUpdateCm = @{ key = $key; updates = $found }
    $expired = @(foreach ($one in Get-CMSoftwareUpdate -Fast -IsExpired $true) { [string]$one.CI_UniqueID })
    $categories = @(foreach ($type in 'Company', 'ProductFamily', 'Product', 'UpdateClassification') {
        foreach ($one in Get-CMSoftwareUpdateCategory -Fast -TypeName $type) {
          @{ id = [string]$one.CategoryInstance_UniqueID; name = [string]$one.LocalizedCategoryInstanceName; type = $type }
        }
      })
  }
  $updates = $global:ImgUpdateCm.updates
  @{ total = $updates.Count; expired = $expired; categories = $categories }
  $utc = { param($Time) if ($null -ne $Time) { ([DateTime]$Time).ToString('s', [cultureinfo]::InvariantCulture) + 'Z' } }
  foreach ($update in @($updates | Select-Object -Skip $Value.skip -First $Value.take)) {
    $files = @(foreach ($file in Get-CMSoftwareUpdateContentInfo -Id ([string]$update.CI_ID)) {
        @{ name = [string]$file.FileName; hash = [string]$file.FileHash; size = [string]$file.FileSize; url = [string]$file.SourceURL }
      })
    @{
      uniqueId = [string]$update.CI_UniqueID
      revision = [int]$update.RevisionNumber
      revised = [string]([DateTime]$update.DateRevised).Ticks
      categoryIds = @(foreach ($id in $update.CategoryInstance_UniqueIDs) { [string]$id })
      files = $files
      record = @{
        UpdateId = [string]$update.CI_UniqueID; Title = [string]$update.LocalizedDisplayName
        Description = [string]$update.LocalizedDescription; KBNumber = [string]$update.ArticleID
        MsrcSeverity = [string]$update.SeverityName; CreationDate = & $utc $update.DatePosted
        AdditionalInformationUrls = [string]$update.LocalizedInformativeURL
        PublicationState = if ($update.IsExpired) { 'Expired' } else { 'Published' }
        IsSuperseded = [bool]$update.IsSuperseded
      }
    }
  }
} finally { Pop-Location }
`,
  bound: 1_800_000,
  repeatable: false,
  read: ([first, ...others]) => ({
    total: numberMember(first, 'total'),
    expired: list(first, 'expired').map((id) => String(id).toLowerCase()),
    categories: list(first, 'categories').map((item) => ({
      id: textMember(item, 'id'),
      name: textMember(item, 'name'),
      type: textMember(item, 'type'),
    })),
    updates: others.map((item) => ({
      uniqueId: textMember(item, 'uniqueId').toLowerCase(),
      revision: numberMember(item, 'revision'),
      revised: textMember(item, 'revised'),
      categoryIds: list(item, 'categoryIds').map(String),
      record: Object((item as CmUpdate).record),
      files: list(item, 'files').map((file) => ({
        name: textMember(file, 'name'),
        hash: textMember(file, 'hash'),
        size: textMember(file, 'size'),
        url: textMember(file, 'url'),
      })),
    })),
  }),
};

function list(item: unknown, name: string): unknown[] {
  const value = (item as Record<string, unknown>)[name];
  if (!Array.isArray(value)) throw new TypeError(`${name} is no list`);
  return value;
}
