function New-ImgUpdateSchedule {
    <#
    .SYNOPSIS
    Schedules updates for images: now, at one date and time, or again and again.
    .DESCRIPTION
    Updates from the pipeline are collected into one schedule. Updates that the image cannot take are left out, each with
    a warning. Several names, or a name with wildcards, are one schedule: each time each image is one run. The run belongs to a worker that outlives this session. -WhatIf shows the steps that would be taken.
    .PARAMETER InputObject
    The image: from the pipeline, when the updates are named with -Update or -Latest.
    .PARAMETER Name
    Names of registered images, with the wildcards * and ?. What a wildcard means is asked when a run starts.
    .PARAMETER Id
    Id of a registered image.
    .PARAMETER Update
    Updates: objects of Get-ImgUpdate or Get-CMSoftwareUpdate, uniqueIds, KB articles, or package files.
    .PARAMETER Latest
    Chooses the latest cumulative update when the run starts.
    .PARAMETER Rule
    Name of a rule, or a rule: it chooses when the run starts.
    .PARAMETER RunNow
    Runs as soon as possible.
    .PARAMETER CustomSchedule
    Date and time of the run.
    .PARAMETER Schedule
    When it recurs: a schedule of New-ImgSchedule.
    .PARAMETER SyncBeforeRun
    $false does not synchronise before a due run that chooses its updates. Default: as the site is set.
    .PARAMETER DownloadContent
    $false downloads nothing for a run. Default: as the site is set.
    .PARAMETER Disabled
    Suspended from the beginning: nothing runs before Resume-ImgUpdateSchedule.
    .PARAMETER Utc
    $true: the time of -CustomSchedule is UTC, unless it says itself what it is.
    .PARAMETER ScheduleName
    Name of the schedule.
    .PARAMETER Description
    Remark.
    .PARAMETER ContinueOnError
    $true goes on after an update that failed.
    .PARAMETER RemoveSupersededUpdates
    $true cleans the image up with ResetBase and exports it, so that it gets smaller.
    .PARAMETER CleanupWhenPending
    What becomes of the clean-up where work is pending in the image, so that DISM would refuse it: Fail (the default) begins nothing, Skip leaves it out.
    .PARAMETER IncludeWinRE
    $true services the recovery image (winre.wim) inside each index too, with the Safe OS dynamic update of its line: equal ones once.
    .PARAMETER IncludeBootImage
    $true services boot.wim of an upgrade package too, every index, with the cumulative update that goes into Windows.
    .PARAMETER IncludeSetup
    $true renews Setup of an upgrade package too: its dynamic update over sources, then the programs of boot.wim.
    .PARAMETER ServicingProfile
    What these three are where they are not given: image (none), upgrade-folder (recovery image and Setup), media (all).
    .PARAMETER UpdateBootManager
    2023 puts the boot files of 2023 from boot.wim on the media of an upgrade package, after boot.wim was serviced.
    .PARAMETER IncludeDotNet
    $true puts in the cumulative update of .NET as well, after the clean-up; $false leaves it out. Without it: -Latest where its package is here, a rule where its kinds say so.
    .PARAMETER Language
    Languages that every index gets before the cumulative update, for example de-DE: their language packs.
    .PARAMETER Capability
    Features on demand that every index gets behind the languages, by whole name: Language.Basic~~~de-DE~0.0.1.0.
    .PARAMETER CapabilitySource
    Folders or ISO images with language packs and features on demand of the release.
    .PARAMETER Feature
    Optional features that are enabled in every index, behind the clean-up: NetFx3 is .NET Framework 3.5.
    .PARAMETER FeatureSource
    Folder with the payload of features that the image does not hold: sources\sxs of its media, for .NET Framework 3.5.
    .PARAMETER DriverFolder
    Folder with drivers, searched with the folders below it: every index gets those that have a catalog file beside their .inf.
    .PARAMETER Strict
    Keeps the rule of Configuration Manager: a file with several indexes is not cleaned up, whatever RemoveSupersededUpdates says.
    .PARAMETER ForceUnsigned
    With -DriverFolder: drivers without a catalog file as well.
    .PARAMETER UpdateDistributionPoint
    $true sends the new version to the distribution points.
    .PARAMETER Index
    Only these indexes; default is all.
    .PARAMETER Wait
    With -RunNow: follows the run to its end and outputs the run.
    .PARAMETER Timeout
    With -Wait: seconds to wait at most. The run goes on.
    .INPUTS
    Img.Update, objects of Get-CMSoftwareUpdate, or Img.Image
    .OUTPUTS
    Img.UpdateSchedule; Img.ServicingRun with -Wait; Img.PlanStep with -WhatIf
    .EXAMPLE
    Get-ImgUpdate -ApplicableTo 'Windows 11 Enterprise' -Latest | New-ImgUpdateSchedule -ImageName 'Windows 11 Enterprise' -RunNow -ContinueOnError $true

    Services an image with the latest updates now.
    .EXAMPLE
    New-ImgUpdateSchedule -Name 'Windows 11 Enterprise' -Latest -CustomSchedule '2026-12-10 22:00' -RemoveSupersededUpdates $true

    Services an image at a date, with the update that is the latest then.
    .EXAMPLE
    New-ImgUpdateSchedule -ImageName 'Windows 11 Enterprise' -Rule (New-ImgUpdateRule -Latest) -Schedule (New-ImgSchedule -PatchTuesday -OffsetDay 2 -Start '22:00') -RemoveSupersededUpdates $true

    Services an image each month, two days after Patch Tuesday, with the update that is the latest then.
    .LINK
    Get-ImgUpdateSchedule
    #>
    [CmdletBinding(SupportsShouldProcess, DefaultParameterSetName = 'ByName')]
    [Alias('New-ImgOperatingSystemImageUpdateSchedule', 'New-ImgOperatingSystemUpgradeUpdateSchedule')]
    [OutputType('Img.UpdateSchedule', 'Img.ServicingRun', 'Img.PlanStep')]
    param(
        [Parameter(Mandatory, ValueFromPipeline, ParameterSetName = 'ByValue')] [Alias('OperatingSystemImage')] [psobject] $InputObject,
        [Parameter(Mandatory, Position = 0, ParameterSetName = 'ByName')] [SupportsWildcards()] [Alias('ImageName', 'OperatingSystemImageName')] [string[]] $Name,
        [Parameter(Mandatory, ParameterSetName = 'ById')] [Alias('ImageId', 'PackageId', 'OperatingSystemImageId')] [string] $Id,
        [Parameter(ParameterSetName = 'ByValue')]
        [Parameter(ValueFromPipeline, ParameterSetName = 'ByName')]
        [Parameter(ValueFromPipeline, ParameterSetName = 'ById')] [Alias('SoftwareUpdate')] [psobject[]] $Update,
        [switch] $Latest, [psobject] $Rule, [switch] $RunNow, [datetime] $CustomSchedule, [psobject] $Schedule, [bool] $Utc,
        [string] $ScheduleName, [string] $Description, [bool] $ContinueOnError,
        [Alias('CleanUp')] [bool] $RemoveSupersededUpdates,
        [ValidateSet('Fail', 'Skip')] [string] $CleanupWhenPending, [switch] $Strict,
        [bool] $IncludeDotNet, [bool] $IncludeWinRE, [bool] $IncludeBootImage, [bool] $IncludeSetup,
        [ValidateNotNullOrEmpty()] [string[]] $Language, [ValidateNotNullOrEmpty()] [string[]] $Capability,
        [ValidateNotNullOrEmpty()] [string[]] $CapabilitySource, [ValidateNotNullOrEmpty()] [string[]] $Feature, [ValidateNotNullOrEmpty()] [string] $FeatureSource,
        [Alias('Profile')] [ValidateSet('image', 'upgrade-folder', 'media')] [string] $ServicingProfile, [ValidateSet('2023')] [string] $UpdateBootManager,
        [ValidateNotNullOrEmpty()] [string] $DriverFolder, [switch] $ForceUnsigned,
        [Alias('UpdateDistributionPoints', 'UpdateDistributionPointsWithImage')] [bool] $UpdateDistributionPoint,
        [ValidateRange(1, 2147483647)] [int[]] $Index,
        [bool] $SyncBeforeRun, [bool] $DownloadContent, [switch] $Disabled, [switch] $Wait,
        [ValidateRange(1, 2147483647)] [int] $Timeout
    )

    begin {
        Assert-ImgScheduleTime -Cmdlet $PSCmdlet -Bound $PSBoundParameters
        $images = New-Object -TypeName System.Collections.Generic.List[psobject]
        $updates = New-Object -TypeName System.Collections.Generic.List[psobject]
    }
    process {
        if ($null -ne $InputObject) { $images.Add($InputObject) }
        if ($null -eq $InputObject -or $images.Count -eq 1) { $updates.AddRange([psobject[]]@($Update | Where-Object { $null -ne $_ })) }
    }
    end {
        $references = @(foreach ($each in $updates) { Resolve-ImgUpdateReference -Cmdlet $PSCmdlet -InputObject $each })
        foreach ($target in Get-ImgScheduleTarget -Cmdlet $PSCmdlet -Bound $PSBoundParameters -Image $images) {
            $request = Get-ImgScheduleRequest -Cmdlet $PSCmdlet -Bound $PSBoundParameters -Target $target -Update $references
            if ($null -eq $request) { continue }
            if ($PSCmdlet.ShouldProcess($target.Label, 'Schedule updates')) {
                Send-ImgSchedule -Cmdlet $PSCmdlet -Bound $PSBoundParameters -Target $target -Request $request
            } elseif ($WhatIfPreference) {
                foreach ($image in @($target.Value)) {
                    foreach ($one in Resolve-ImgScheduleImage -Cmdlet $PSCmdlet -Name $image) {
                        $request['image'] = $one
                        Get-ImgPlan -Cmdlet $PSCmdlet -Request $request -Target $one
                    }
                }
            }
        }
    }
}
