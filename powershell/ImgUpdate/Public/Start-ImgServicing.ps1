function Start-ImgServicing {
    <#
    .SYNOPSIS
    Starts a run: of a schedule, or of an image with updates.
    .DESCRIPTION
    The run belongs to a worker that outlives this session. Without -Wait the run is output as it begins; of a schedule for
    several images those of all of them. -WhatIf with an
    image shows the steps that would be taken.
    .PARAMETER InputObject
    From the pipeline: schedules, images or names of images.
    .PARAMETER ScheduleId
    Id of the schedule to run now.
    .PARAMETER Name
    Name of a registered image.
    .PARAMETER Id
    Id of a registered image.
    .PARAMETER Update
    Updates for the image: objects, uniqueIds, KB articles, or package files.
    .PARAMETER Latest
    Chooses the latest cumulative update for the image.
    .PARAMETER Rule
    Name of a rule, or a rule: it chooses.
    .PARAMETER ContinueOnError
    $true goes on after an update that failed.
    .PARAMETER RemoveSupersededUpdates
    $true cleans the image up with ResetBase and exports it, so that it gets smaller.
    .PARAMETER CleanupWhenPending
    What becomes of the clean-up where work is pending in the image, so that DISM would refuse it: Fail (the default)
    begins nothing, Skip leaves it out and ends as SucceededWithErrors.
    .PARAMETER IncludeWinRE
    $true services the recovery image (winre.wim) inside each index too, with the Safe OS dynamic update of its line: equal
    ones once. Default is $false.
    .PARAMETER IncludeBootImage
    $true services boot.wim of an upgrade package too, every index, with the cumulative update that goes into Windows.
    .PARAMETER IncludeSetup
    $true renews Setup of an upgrade package too: its dynamic update over sources, then the programs of boot.wim.
    .PARAMETER ServicingProfile
    What is serviced beside Windows where the three parameters before do not say it: image (nothing), upgrade-folder
    (recovery image and Setup) or media (these and boot.wim).
    .PARAMETER UpdateBootManager
    2023 puts the boot files of 2023 from boot.wim on the media of an upgrade package, after boot.wim was serviced.
    .PARAMETER IncludeDotNet
    $true puts in the cumulative update of .NET as well, after the clean-up; $false leaves it out. Without it, -Latest takes
    it where its package is in the content library, and a rule where its kinds say so.
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
    Follows the run to its end.
    .PARAMETER Timeout
    With -Wait: seconds to wait at most. The run goes on.
    .INPUTS
    Img.UpdateSchedule, Img.Image, names
    .OUTPUTS
    Img.ServicingRun
    .EXAMPLE
    Start-ImgServicing -Name 'Windows 11 Enterprise' -Latest -Wait

    Services an image with the latest cumulative update, and waits.
    .EXAMPLE
    Get-ImgUpdateSchedule -Name 'Windows 11*' -State Scheduled | Start-ImgServicing

    Runs schedules now.
    .LINK
    Wait-ImgServicing
    #>
    [CmdletBinding(SupportsShouldProcess, DefaultParameterSetName = 'ByName')]
    [Alias('Invoke-ImgUpdateSchedule')]
    [OutputType('Img.ServicingRun', 'Img.PlanStep')]
    param(
        [Parameter(Mandatory, ValueFromPipeline, ParameterSetName = 'ByValue')] [Alias('OperatingSystemImage', 'ServicingSchedule')] [psobject] $InputObject,
        [Parameter(Mandatory, ParameterSetName = 'BySchedule')] [string] $ScheduleId,
        [Parameter(Mandatory, Position = 0, ParameterSetName = 'ByName')] [Alias('ImageName', 'OperatingSystemImageName')] [string] $Name,
        [Parameter(Mandatory, ParameterSetName = 'ById')] [Alias('ImageId', 'PackageId', 'OperatingSystemImageId')] [string] $Id,
        [Parameter(ParameterSetName = 'ByValue')]
        [Parameter(ParameterSetName = 'ByName')]
        [Parameter(ParameterSetName = 'ById')] [Alias('SoftwareUpdate')] [psobject[]] $Update,
        [switch] $Latest,
        [psobject] $Rule,
        [bool] $ContinueOnError,
        [Alias('CleanUp')] [bool] $RemoveSupersededUpdates,
        [ValidateSet('Fail', 'Skip')] [string] $CleanupWhenPending, [switch] $Strict,
        [bool] $IncludeDotNet,
        [bool] $IncludeWinRE,
        [ValidateNotNullOrEmpty()] [string[]] $Language,
        [ValidateNotNullOrEmpty()] [string[]] $Capability,
        [ValidateNotNullOrEmpty()] [string[]] $CapabilitySource,
        [bool] $IncludeBootImage,
        [ValidateNotNullOrEmpty()] [string[]] $Feature,
        [ValidateNotNullOrEmpty()] [string] $FeatureSource,
        [bool] $IncludeSetup,
        [Alias('Profile')] [ValidateSet('image', 'upgrade-folder', 'media')] [string] $ServicingProfile,
        [ValidateSet('2023')] [string] $UpdateBootManager,
        [ValidateNotNullOrEmpty()] [string] $DriverFolder,
        [switch] $ForceUnsigned,
        [Alias('UpdateDistributionPoints', 'UpdateDistributionPointsWithImage')] [bool] $UpdateDistributionPoint,
        [ValidateRange(1, 2147483647)] [int[]] $Index,
        [switch] $Wait,
        [ValidateRange(1, 2147483647)] [int] $Timeout
    )

    process {
        $request = Get-ImgRunRequest -Cmdlet $PSCmdlet -Bound $PSBoundParameters
        if ($null -eq $request) {
            return
        }
        $label = $request['image']
        if ($request.Contains('scheduleId')) {
            $label = Get-ImgScheduleText -Cmdlet $PSCmdlet -ScheduleId $request['scheduleId']
            if (-not $label) {
                return
            }
        }
        if (-not $PSCmdlet.ShouldProcess($label, 'Start servicing')) {
            if ($WhatIfPreference -and $request.Contains('image')) {
                Get-ImgPlan -Cmdlet $PSCmdlet -Request $request -Target $label
            }
            return
        }
        $result = Invoke-ImgEngine -Cmdlet $PSCmdlet -Method run.start -Request $request -Target $label -Activity $label
        if ($null -eq $result) {
            return
        }
        # A schedule may be for several images: a run for each.
        $runs = @($result.Runs)
        if ($null -eq $result.Runs) { $runs = @($result.Run) }
        if ($Wait) {
            return Wait-ImgRun -Cmdlet $PSCmdlet -RunId $runs.RunId -Timeout $Timeout -Target $label
        }
        ConvertTo-ImgObject -TypeName Img.ServicingRun -InputObject $runs
    }
}
