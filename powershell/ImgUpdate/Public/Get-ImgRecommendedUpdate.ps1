function Get-ImgRecommendedUpdate {
    <#
    .SYNOPSIS
    Gets the updates that an image should get, in the order of their application.
    .DESCRIPTION
    Servicing stack where it is separate, checkpoints, the cumulative update, .NET for the version that the image has, and
    the dynamic updates for its recovery environment and for media. Each has a role and a reason.
    .PARAMETER InputObject
    From the pipeline: images, names or files.
    .PARAMETER Name
    Name of a registered image.
    .PARAMETER Id
    Id of a registered image.
    .PARAMETER Path
    An image file that need not be registered.
    .PARAMETER Index
    Index of the image; default is all.
    .PARAMETER Rule
    Name of a rule, or a rule, whose filter and policy apply.
    .PARAMETER Role
    Only these roles.
    .PARAMETER Enablement
    Release that an enablement package shall switch on, for example 25H2.
    .PARAMETER Preview
    Whether previews compete: Include or Exclude (default).
    .PARAMETER OutOfBand
    Whether out-of-band updates compete: Include (default), PreferRegular or Exclude.
    .PARAMETER Previous
    So many cumulative updates back.
    .PARAMETER AsOf
    The catalog as it was at this time.
    .PARAMETER IncludeNotNeeded
    Also outputs what was chosen and the image has; its IsNeeded is $false.
    .INPUTS
    Img.Image, names, files
    .OUTPUTS
    Img.RecommendedUpdate
    .EXAMPLE
    Get-ImgRecommendedUpdate 'Windows 11 Enterprise'

    Shows what the image lacks.
    .EXAMPLE
    Get-ImgRecommendedUpdate -Path ./install.wim -Index 1 -IncludeNotNeeded

    Asks for a file, and shows also what it has already.
    .LINK
    Get-ImgUpdate
    #>
    [CmdletBinding(DefaultParameterSetName = 'ByName')]
    [OutputType('Img.RecommendedUpdate')]
    param(
        [Parameter(Mandatory, ValueFromPipeline, ParameterSetName = 'ByValue')] [Alias('OperatingSystemImage')] [psobject] $InputObject,
        [Parameter(Mandatory, Position = 0, ParameterSetName = 'ByName')] [Alias('ImageName', 'OperatingSystemImageName')] [string] $Name,
        [Parameter(Mandatory, ParameterSetName = 'ById')] [Alias('ImageId', 'PackageId', 'OperatingSystemImageId')] [string] $Id,
        [Parameter(Mandatory, ParameterSetName = 'ByPath')] [Alias('PSPath')] [string] $Path,
        [int] $Index,
        [psobject] $Rule,
        [ValidateSet('ServicingStackUpdate', 'Checkpoint', 'CumulativeUpdate', 'EnablementPackage', 'DotNetCumulativeUpdate', 'SafeOSDynamicUpdate', 'SetupDynamicUpdate')]
        [string[]] $Role,
        [string] $Enablement,
        [ValidateSet('Include', 'Exclude')] [string] $Preview,
        [ValidateSet('Include', 'PreferRegular', 'Exclude')] [string] $OutOfBand,
        [int] $Previous,
        [datetime] $AsOf,
        [switch] $IncludeNotNeeded
    )

    process {
        $target = Get-ImgBoundTarget -Cmdlet $PSCmdlet -Bound $PSBoundParameters
        if ($null -eq $target) {
            return
        }
        $request = [ordered]@{ $target.Member = $target.Value }
        if ($PSBoundParameters.ContainsKey('Index')) { $request['index'] = $Index }
        if ($PSBoundParameters.ContainsKey('Previous')) { $request['previous'] = $Previous }
        if ($Rule) { $request['rule'] = Get-ImgName -InputObject $Rule }
        if ($Role) { $request['role'] = @(foreach ($each in $Role) { [string]$each }) }
        if ($Enablement) { $request['enablement'] = $Enablement }
        if ($Preview) { $request['preview'] = $Preview.ToLowerInvariant() }
        if ($OutOfBand) { $request['outOfBand'] = $script:OutOfBandNames[$OutOfBand] }
        if ($PSBoundParameters.ContainsKey('AsOf')) { $request['asOf'] = ConvertTo-ImgTime -Time $AsOf }
        $answer = Invoke-ImgEngine -Cmdlet $PSCmdlet -Method update.recommend -Request $request -Target $target.Label
        foreach ($warning in $answer.Warnings) {
            if ($null -ne $warning) { Write-Warning -Message "$($target.Label): $($warning.Message)" }
        }
        foreach ($unclear in $answer.NotUnderstood) {
            if ($null -ne $unclear) { Write-Warning -Message "$($target.Label): $($unclear.Message)" }
        }
        if ($null -ne $answer.Nothing) {
            Write-Verbose -Message "$($target.Label): $($answer.Nothing.Reason)"
        }
        foreach ($missing in $answer.NotFound) {
            if ($null -ne $missing) { Write-Verbose -Message "$($target.Label), $($missing.Role): $($missing.Reason)" }
        }
        ConvertTo-ImgObject -TypeName Img.RecommendedUpdate -InputObject $answer.Updates |
            Add-ImgMember -Value ([ordered]@{ IsNeeded = $true; ImageName = $target.Label })
        if ($IncludeNotNeeded) {
            ConvertTo-ImgObject -TypeName Img.RecommendedUpdate -InputObject $answer.NotNeeded |
                Add-ImgMember -Value ([ordered]@{ IsNeeded = $false; ImageName = $target.Label })
        }
    }
}
