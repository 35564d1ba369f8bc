function Set-ImgUpdateSchedule {
    <#
    .SYNOPSIS
    Changes a schedule.
    .DESCRIPTION
    What is not named stays. A schedule whose run is not over is not changed: stop the run, or wait for its end.
    .PARAMETER InputObject
    From the pipeline: schedules.
    .PARAMETER ScheduleId
    Ids of schedules.
    .PARAMETER ScheduleName
    Another name.
    .PARAMETER Description
    Another remark.
    .PARAMETER Update
    What it takes instead: objects of Get-ImgUpdate or Get-CMSoftwareUpdate, uniqueIds, KB articles, or package files.
    .PARAMETER Latest
    Chooses the latest cumulative update when the run starts, instead of what it takes now.
    .PARAMETER Rule
    Name of a rule, or a rule: it chooses when the run starts, instead of what it takes now.
    .PARAMETER CustomSchedule
    Another date and time of the run.
    .PARAMETER Utc
    $true: the time of -CustomSchedule is UTC, unless it says itself what it is.
    .PARAMETER Schedule
    When it recurs: a schedule of New-ImgSchedule.
    .PARAMETER Enabled
    $false suspends it, $true resumes it with the next time that comes.
    .PARAMETER ContinueOnError
    $true goes on after an update that failed.
    .PARAMETER RemoveSupersededUpdates
    $true cleans the image up with ResetBase and exports it.
    .PARAMETER CleanupWhenPending
    What becomes of the clean-up where work is pending in the image: Fail or Skip.
    .PARAMETER IncludeDotNet
    $true puts in the cumulative update of .NET as well; $false leaves it out.
    .PARAMETER IncludeWinRE
    $true services the recovery image inside each index too.
    .PARAMETER Language
    Languages that every index gets before the cumulative update, for example de-DE: their language packs.
    .PARAMETER Capability
    Features on demand that every index gets behind the languages, by whole name: Language.Basic~~~de-DE~0.0.1.0.
    .PARAMETER CapabilitySource
    Folders or ISO images with language packs and features on demand of the release.
    .PARAMETER IncludeBootImage
    $true services boot.wim of an upgrade package too, every index, with the cumulative update that goes into Windows.
    .PARAMETER Feature
    Optional features that are enabled in every index, behind the clean-up: NetFx3 is .NET Framework 3.5.
    .PARAMETER FeatureSource
    Folder with the payload of features that the image does not hold: sources\sxs of its media, for .NET Framework 3.5.
    .PARAMETER IncludeSetup
    $true renews Setup of an upgrade package too: its dynamic update over sources, then the programs of boot.wim.
    .PARAMETER ServicingProfile
    What is serviced beside Windows where the three parameters before do not say it: image (nothing), upgrade-folder
    (recovery image and Setup) or media (these and boot.wim).
    .PARAMETER UpdateBootManager
    2023 puts the boot files of 2023 from boot.wim on the media of an upgrade package, after boot.wim was serviced.
    .PARAMETER DriverFolder
    Folder with drivers that go in.
    .PARAMETER Strict
    Keeps the rule of Configuration Manager: a file with several indexes is not cleaned up, whatever RemoveSupersededUpdates says. -Strict:$false takes that back.
    .PARAMETER ForceUnsigned
    Drivers without a catalog file as well; -ForceUnsigned:$false leaves them out.
    .PARAMETER UpdateDistributionPoint
    $true sends the new version to the distribution points.
    .PARAMETER Index
    Only these indexes; @() is all.
    .PARAMETER SyncBeforeRun
    Whether it synchronises before a due run that chooses its updates.
    .PARAMETER DownloadContent
    Whether a run downloads what it lacks.
    .PARAMETER Maintenance
    Of a schedule of kind Maintenance: what it does instead, a table with the parameters of New-ImgMaintenanceSchedule, such
    as @{ Part = 'Content'; ContentOlderThan = 90 }.
    .PARAMETER Reset
    Members that are as if nobody had named them.
    .INPUTS
    Img.UpdateSchedule
    .OUTPUTS
    Img.UpdateSchedule
    .EXAMPLE
    Get-ImgUpdateSchedule -Name 'Windows 11*' | Set-ImgUpdateSchedule -Schedule (New-ImgSchedule -PatchTuesday -OffsetDay 3 -Start '23:00')

    Runs three days after Patch Tuesday from now on.
    .EXAMPLE
    Set-ImgUpdateSchedule -ScheduleId $id -RemoveSupersededUpdates $true -Reset SyncBeforeRun

    Cleans up from now on, and synchronises as the site is set.
    .LINK
    New-ImgUpdateSchedule
    #>
    [CmdletBinding(SupportsShouldProcess, DefaultParameterSetName = 'ById')]
    [OutputType('Img.UpdateSchedule')]
    param(
        [Parameter(Mandatory, ValueFromPipeline, ParameterSetName = 'ByValue')] [Alias('ServicingSchedule')] [psobject] $InputObject,
        [Parameter(Mandatory, Position = 0, ParameterSetName = 'ById')] [string[]] $ScheduleId,
        [AllowEmptyString()] [string] $ScheduleName,
        [AllowEmptyString()] [string] $Description,
        [Alias('SoftwareUpdate')] [ValidateNotNullOrEmpty()] [psobject[]] $Update,
        [switch] $Latest,
        [psobject] $Rule,
        [datetime] $CustomSchedule,
        [bool] $Utc,
        [psobject] $Schedule,
        [bool] $Enabled,
        [bool] $ContinueOnError,
        [Alias('CleanUp')] [bool] $RemoveSupersededUpdates,
        [ValidateSet('Fail', 'Skip')] [string] $CleanupWhenPending, [switch] $Strict,
        [bool] $IncludeDotNet,
        [bool] $IncludeWinRE,
        [AllowEmptyCollection()] [string[]] $Language,
        [AllowEmptyCollection()] [string[]] $Capability,
        [ValidateNotNullOrEmpty()] [string[]] $CapabilitySource,
        [bool] $IncludeBootImage,
        [AllowEmptyCollection()] [string[]] $Feature,
        [ValidateNotNullOrEmpty()] [string] $FeatureSource,
        [bool] $IncludeSetup,
        [Alias('Profile')] [ValidateSet('image', 'upgrade-folder', 'media')] [string] $ServicingProfile,
        [ValidateSet('2023')] [string] $UpdateBootManager,
        [ValidateNotNullOrEmpty()] [string] $DriverFolder,
        [switch] $ForceUnsigned,
        [Alias('UpdateDistributionPoints', 'UpdateDistributionPointsWithImage')] [bool] $UpdateDistributionPoint,
        [AllowEmptyCollection()] [ValidateRange(1, 2147483647)] [int[]] $Index,
        [bool] $SyncBeforeRun,
        [bool] $DownloadContent,
        [System.Collections.IDictionary] $Maintenance,
        [ValidateSet('CleanupWhenPending', 'DownloadContent', 'DriverFolder', 'FeatureSource', 'IncludeDotNet', 'SyncBeforeRun', 'UpdateBootManager')] [string[]] $Reset
    )

    process {
        $ids = @($ScheduleId)
        if ($PSCmdlet.ParameterSetName -eq 'ByValue') { $ids = @([string]$InputObject.ScheduleId) }
        $references = @(foreach ($each in $Update) { Resolve-ImgUpdateReference -Cmdlet $PSCmdlet -InputObject $each })
        if ($Update -and $references.Count -eq 0) {
            return
        }
        foreach ($id in $ids) {
            $request = Get-ImgScheduleChange -Cmdlet $PSCmdlet -Bound $PSBoundParameters -ScheduleId $id -Update $references
            $label = Get-ImgScheduleText -Cmdlet $PSCmdlet -ScheduleId $id
            if ($label -and $PSCmdlet.ShouldProcess($label, 'Change')) {
                Set-ImgScheduleMember -Cmdlet $PSCmdlet -Request $request
            }
        }
    }
}
