import type { Script } from '../power-shell.ts';
import { type CmSite, enterSite } from './cm-site.ts';
import { textMember } from './members.ts';

export interface CmSchedule extends CmSite {
  /** Name or package id of an operating system image. */
  target: string;
  updates: readonly { uniqueId: string; articleId: string }[];
  /** FILETIME in decimal digits; '': as soon as possible. */
  at: string;
  continueOnError: boolean;
  removeSupersededUpdates: boolean;
  updateDistributionPoint: boolean;
  /** Only looks. */
  dryRun: boolean;
}

export interface CmScheduled {
  /** Null: there is no such image. */
  target: { name: string; packageId: string } | null;
  updates: { uniqueId: string; title: string; isContentProvisioned: boolean; isOfflineServiceable: boolean }[];
  /** '' where none was made. */
  scheduleId: string;
}

/**
 * Finds the image and the updates by their unique ids, and makes the schedule with those that can be serviced offline.
 * Not repeatable: a second one would be a second schedule.
 */
export const cmSchedule: Script<CmSchedule, CmScheduled> = {
  name: 'schedule updates for an image in Configuration Manager',
  text: `
param($Value)
${enterSite}
try {
  $image = @(Get-CMOperatingSystemImage -Name $Value.target -DisableWildcardHandling) + @(Get-CMOperatingSystemImage -Id $Value.target) | Select-Object -First 1
  if ($null -eq $image) { @{ name = ''; packageId = ''; scheduleId = '' }; return }
  $found = @(foreach ($asked in $Value.updates) {
      Get-CMSoftwareUpdate -Fast -ArticleId $asked.articleId | Where-Object { $_.CI_UniqueID -eq $asked.uniqueId } | Select-Object -First 1
    })
  $usable = @($found | Where-Object { $_.IsOfflineServiceable -and -not $_.IsExpired })
  $id = ''
  if ($usable.Count -gt 0 -and -not $Value.dryRun) {
    $order = @{
      InputObject = $image; SoftwareUpdate = $usable; ContinueOnError = [bool]$Value.continueOnError
      RemoveSupersededUpdates = [bool]$Value.removeSupersededUpdates; UpdateDistributionPoint = [bool]$Value.updateDistributionPoint
    }
    if ($Value.at) {
      $order['CustomSchedule'] = [DateTime]::FromFileTimeUtc([long]$Value.at)
      $order['Utc'] = $true
    } else { $order['RunNow'] = $true }
    $schedule = New-CMOperatingSystemImageUpdateSchedule @order -Confirm:$false
    $id = [string]$schedule.ScheduleID
  }
  @{ name = [string]$image.Name; packageId = [string]$image.PackageID; scheduleId = $id }
  foreach ($update in $found) {
    @{
      uniqueId = [string]$update.CI_UniqueID; title = [string]$update.LocalizedDisplayName
      isContentProvisioned = [bool]$update.IsContentProvisioned
      isOfflineServiceable = [bool]$update.IsOfflineServiceable -and -not $update.IsExpired
    }
  }
} finally { Pop-Location }
`,
  bound: 600_000,
  repeatable: false,
  read([first, ...others]) {
    const packageId = textMember(first, 'packageId');
    return {
      target: packageId === '' ? null : { name: textMember(first, 'name'), packageId },
      scheduleId: textMember(first, 'scheduleId'),
      updates: others.map((item) => ({
        uniqueId: textMember(item, 'uniqueId').toLowerCase(),
        title: textMember(item, 'title'),
        isContentProvisioned: (item as { isContentProvisioned?: unknown }).isContentProvisioned === true,
        isOfflineServiceable: (item as { isOfflineServiceable?: unknown }).isOfflineServiceable === true,
      })),
    };
  },
};
