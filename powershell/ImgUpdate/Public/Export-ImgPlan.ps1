function Export-ImgPlan {
    <#
    .SYNOPSIS
    Writes what a run would do now as a PowerShell script for the cmdlets of DISM.
    .DESCRIPTION
    The script does the same steps in the same order, each under its reason, and can be read, kept, and run by hand on a
    Windows that does not have this module. It compares every file with its digest first, works on a copy, discards what
    failed, checks the revision, and keeps what it replaces: the image, and of media boot.wim and Setup. All packages must be in the content library.
    .PARAMETER InputObject
    The image: from the pipeline.
    .PARAMETER Name
    Name of a registered image.
    .PARAMETER Id
    Id of a registered image.
    .PARAMETER Update
    Updates: objects, uniqueIds, KB articles, or package files.
    .PARAMETER Latest
    Chooses the latest cumulative update for the image.
    .PARAMETER Rule
    Name of a rule, or a rule: it chooses.
    .PARAMETER RemoveSupersededUpdates
    $true cleans the image up with ResetBase and exports it, so that it gets smaller.
    .PARAMETER CleanupWhenPending
    What becomes of the clean-up where work is pending in the image: Skip leaves it out.
    .PARAMETER IncludeDotNet
    $true puts in the cumulative update of .NET as well, $false leaves it out.
    .PARAMETER IncludeWinRE
    $true services the recovery image (winre.wim) inside each index too, with the Safe OS dynamic update of its line.
    .PARAMETER IncludeBootImage
    $true services boot.wim of an upgrade package too, every index.
    .PARAMETER IncludeSetup
    $true renews Setup of an upgrade package too: its dynamic update over sources, then the programs of boot.wim.
    .PARAMETER ServicingProfile
    What these three are where they are not given: image (none), upgrade-folder (recovery image and Setup), media (all).
    .PARAMETER UpdateBootManager
    2023 puts the boot files of 2023 from boot.wim on the media of an upgrade package, after boot.wim was serviced.
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
    Folder with drivers, searched with the folders below it.
    .PARAMETER Strict
    Keeps the rule of Configuration Manager: a file with several indexes is not cleaned up, whatever RemoveSupersededUpdates says.
    .PARAMETER ForceUnsigned
    With -DriverFolder: drivers without a catalog file as well.
    .PARAMETER Index
    Only these indexes; default is all.
    .PARAMETER DestinationPath
    Script that is written; it must not exist.
    .INPUTS
    Img.Image, names
    .OUTPUTS
    System.IO.FileInfo
    .EXAMPLE
    Export-ImgPlan -Name 'Windows 11 Enterprise' -Latest -DestinationPath .\july.ps1

    Writes the steps of this month for somebody else to run.
    .EXAMPLE
    Get-ImgImage 'Windows 11*' | Export-ImgPlan -Update KB5060842 -RemoveSupersededUpdates $true -DestinationPath D:\plans\june.ps1

    Writes the steps for one update with clean-up and export.
    .LINK
    New-ImgUpdateSchedule
    #>
    [CmdletBinding(SupportsShouldProcess, DefaultParameterSetName = 'ByName')]
    [OutputType([System.IO.FileInfo])]
    param(
        [Parameter(Mandatory, ValueFromPipeline, ParameterSetName = 'ByValue')] [Alias('OperatingSystemImage')] [psobject] $InputObject,
        [Parameter(Mandatory, Position = 0, ParameterSetName = 'ByName')] [Alias('ImageName', 'OperatingSystemImageName')] [string] $Name,
        [Parameter(Mandatory, ParameterSetName = 'ById')] [Alias('ImageId', 'PackageId', 'OperatingSystemImageId')] [string] $Id,
        [Alias('SoftwareUpdate')] [psobject[]] $Update,
        [switch] $Latest,
        [psobject] $Rule,
        [Alias('CleanUp')] [bool] $RemoveSupersededUpdates,
        [ValidateSet('Fail', 'Skip')] [string] $CleanupWhenPending, [switch] $Strict,
        [bool] $IncludeDotNet,
        [bool] $IncludeWinRE,
        [bool] $IncludeBootImage,
        [bool] $IncludeSetup,
        [Alias('Profile')] [ValidateSet('image', 'upgrade-folder', 'media')] [string] $ServicingProfile,
        [ValidateSet('2023')] [string] $UpdateBootManager,
        [ValidateNotNullOrEmpty()] [string[]] $Language,
        [ValidateNotNullOrEmpty()] [string[]] $Capability,
        [ValidateNotNullOrEmpty()] [string[]] $CapabilitySource,
        [ValidateNotNullOrEmpty()] [string[]] $Feature,
        [ValidateNotNullOrEmpty()] [string] $FeatureSource,
        [ValidateNotNullOrEmpty()] [string] $DriverFolder,
        [switch] $ForceUnsigned,
        [ValidateRange(1, 2147483647)] [int[]] $Index,
        [Parameter(Mandatory)] [Alias('OutFile')] [string] $DestinationPath
    )

    process {
        $target = Get-ImgBoundTarget -Cmdlet $PSCmdlet -Bound $PSBoundParameters -ImageOnly
        if ($null -eq $target) {
            return
        }
        $references = @(foreach ($each in $Update) { Resolve-ImgUpdateReference -Cmdlet $PSCmdlet -InputObject $each })
        $request = Get-ImgScheduleRequest -Cmdlet $PSCmdlet -Bound $PSBoundParameters -Target $target -Update $references
        if ($null -eq $request) {
            return
        }
        $request['to'] = Resolve-ImgPath -Path $DestinationPath -Cmdlet $PSCmdlet
        if (-not $PSCmdlet.ShouldProcess($request['to'], "Export the plan for $($target.Label)")) {
            return
        }
        $result = Invoke-ImgEngine -Cmdlet $PSCmdlet -Method plan.export -Request $request -Target $target.Label
        if ($null -ne $result) { Get-Item -LiteralPath $result.Path -Force }
    }
}
