import type { Script } from '../power-shell.ts';
import { numberMember, textMember } from './members.ts';
import { type WsusServer, wsusServer } from './wsus-server.ts';

/** A page of the updates that arrived at a time or later, in the order of their arrival. */
export interface WsusPage extends WsusServer {
  /** Ticks of .NET in decimal digits; '0': all. */
  from: string;
  /** Ids of products and classifications; empty: all. */
  categories: readonly string[];
  skip: number;
  take: number;
}

export interface WsusAnswer {
  /** Of all pages. */
  total: number;
  updates: WsusUpdate[];
}

/** An update in the members of the API, as exports of it have them. */
export interface WsusUpdate {
  id: string;
  revision: number;
  /** Ticks. */
  arrival: string;
  /** Ids of the updates that it supersedes. */
  supersedes: string[];
  record: Record<string, unknown>;
  files: Record<string, unknown>[];
}

/**
 * The list is kept in the host between the pages of one question, because the server takes minutes to make it. Files and
 * relations are asked for page by page.
 */
export const wsusUpdates: Script<WsusPage, WsusAnswer> = {
  name: 'list the updates of a WSUS server',
  text: `
param($Value)
${wsusServer}$key = ConvertTo-Json -Compress -InputObject @($Value.server, $Value.port, $Value.ssl, $Value.from, @($Value.categories))
if ($Value.skip -eq 0 -or $null -eq $global:ImgUpdateWsus -or $global:ImgUpdateWsus.key -ne $key) {
  $scope = New-Object -TypeName Microsoft.UpdateServices.Administration.UpdateScope
  $scope.ApprovedStates = 'Any'
  if ($Value.from -ne '0') { $scope.FromArrivalDate = New-Object -TypeName DateTime -ArgumentList ([long]$Value.from), ([DateTimeKind]::Utc) }
  if (@($Value.categories).Count -gt 0) {
    foreach ($one in $server.GetUpdateCategories()) { if ($Value.categories -contains [string]$one.Id) { $null = $scope.Categories.Add($one) } }
    foreach ($one in $server.GetUpdateClassifications()) { if ($Value.categories -contains [string]$one.Id) { $null = $scope.Classifications.Add($one) } }
  }
  $global:ImgUpdateWsus = @{ key = $key; updates = @($server.GetUpdates($scope) | Sort-Object -Property ArrivalDate, @{ Expression = { [string]$_.Id.UpdateId } }) }
}
$updates = $global:ImgUpdateWsus.updates
@{ total = $updates.Count }
$utc = { param($Time) if ($null -ne $Time) { ([DateTime]$Time).ToString('s', [cultureinfo]::InvariantCulture) + 'Z' } }
foreach ($update in @($updates | Select-Object -Skip $Value.skip -First $Value.take)) {
  $supersedes = @(if ($update.HasSupersededUpdates) {
      foreach ($old in $update.GetRelatedUpdates('UpdatesSupersededByThisUpdate')) { [string]$old.Id.UpdateId }
    })
  $files = @(foreach ($item in $update.GetInstallableItems()) {
      foreach ($file in $item.Files) {
        @{
          FileName = [string]$file.Name; Size = [string]$file.TotalBytes; Type = [string]$file.Type
          Hash = @($file.Hash) -join ' '; AdditionalHash = @($file.AdditionalHash) -join ' '
          FileUri = [string]$file.FileUri; OriginUri = [string]$file.OriginUri
        }
      }
    })
  @{
    id = [string]$update.Id.UpdateId
    revision = [int]$update.Id.RevisionNumber
    arrival = [string]([DateTime]$update.ArrivalDate).Ticks
    supersedes = $supersedes
    files = $files
    record = @{
      UpdateId = [string]$update.Id.UpdateId; Title = [string]$update.Title; LegacyName = [string]$update.LegacyName
      Description = [string]$update.Description; KBNumber = [string](@($update.KnowledgebaseArticles)[0])
      Category = @(foreach ($name in $update.ProductTitles) { [string]$name })
      UpdateClassificationTitle = [string]$update.UpdateClassificationTitle
      MsrcSeverity = [string]$update.MsrcSeverity; CreationDate = & $utc $update.CreationDate
      AdditionalInformationUrls = @(foreach ($url in $update.AdditionalInformationUrls) { [string]$url })
      PublicationState = [string]$update.PublicationState; IsDeclined = [bool]$update.IsDeclined
      IsSuperseded = [bool]$update.IsSuperseded; IsBeta = [bool]$update.IsBeta
    }
  }
}
`,
  bound: 1_800_000,
  repeatable: false,
  read: ([first, ...others]) => ({
    total: numberMember(first, 'total'),
    updates: others.map((item) => ({
      id: textMember(item, 'id').toLowerCase(),
      revision: numberMember(item, 'revision'),
      arrival: textMember(item, 'arrival'),
      supersedes: listMember(item, 'supersedes').map((id) => String(id).toLowerCase()),
      record: Object((item as WsusUpdate).record),
      files: listMember(item, 'files').map((file) => Object(file)),
    })),
  }),
};

function listMember(item: unknown, name: string): unknown[] {
  const value = (item as Record<string, unknown>)[name];
  if (!Array.isArray(value)) throw new TypeError(`${name} is no list`);
  return value;
}
