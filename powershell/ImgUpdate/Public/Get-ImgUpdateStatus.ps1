function Get-ImgUpdateStatus {
    <#
    .SYNOPSIS
    Tells for each index of an image which updates it has, needs or does not need.
    .DESCRIPTION
    Compares the image with the catalog. The states and their numbers are those of Configuration Manager.
    .PARAMETER InputObject
    From the pipeline: images, runs, names, files, or image objects of Configuration Manager.
    .PARAMETER Name
    Name of a registered image.
    .PARAMETER Id
    Id of a registered image.
    .PARAMETER Path
    An image file, registered or not.
    .PARAMETER Index
    Only this index; default is all.
    .PARAMETER Update
    Only these updates: objects, uniqueIds or KB articles.
    .PARAMETER Status
    Only updates with these states.
    .INPUTS
    Img.Image, Img.ServicingRun, files, names
    .OUTPUTS
    Img.UpdateStatus
    .EXAMPLE
    Get-ImgUpdateStatus 'Windows 11 Enterprise' -Status Applicable

    Shows the updates that the image still needs.
    .EXAMPLE
    Get-ImgServicing -Last 1 | Get-ImgUpdateStatus | Where-Object UpdateStatus -EQ NotRequired

    Shows which updates the image of the newest run does not need.
    .LINK
    Get-ImgInstalledUpdate
    #>
    [CmdletBinding(DefaultParameterSetName = 'ByName')]
    [OutputType('Img.UpdateStatus')]
    param(
        [Parameter(Mandatory, ValueFromPipeline, ParameterSetName = 'ByValue')] [Alias('OperatingSystemImage')] [psobject] $InputObject,
        [Parameter(Mandatory, Position = 0, ParameterSetName = 'ByName')] [Alias('ImageName', 'OperatingSystemImageName')] [string] $Name,
        [Parameter(Mandatory, ParameterSetName = 'ById')] [Alias('ImageId', 'PackageId', 'OperatingSystemImageId')] [string] $Id,
        [Parameter(Mandatory, ParameterSetName = 'ByPath')] [Alias('LiteralPath', 'PSPath')] [string] $Path,
        [ValidateRange(1, 2147483647)] [int] $Index,
        [Alias('SoftwareUpdate', 'UniqueId')] [psobject[]] $Update,
        [ValidateSet('Unknown', 'NotRequired', 'Installed', 'Applicable', 'ApplicabilityCheckNotSupported', 'InstalledApplicabilityCheckNotSupported')]
        [Alias('UpdateStatus')] [string[]] $Status
    )

    process {
        $target = Get-ImgBoundTarget -Cmdlet $PSCmdlet -Bound $PSBoundParameters
        if ($null -eq $target) {
            return
        }
        $request = [ordered]@{ $target.Member = $target.Value }
        if ($PSBoundParameters.ContainsKey('Index')) { $request['index'] = $Index }
        if ($PSBoundParameters.ContainsKey('Update')) {
            $request['uniqueId'] = @(foreach ($each in $Update) { Resolve-ImgUniqueId -Cmdlet $PSCmdlet -InputObject $each })
            if ($request['uniqueId'].Count -eq 0) {
                return
            }
        }
        $result = Invoke-ImgEngine -Cmdlet $PSCmdlet -Method image.status -Request $request -Target $target.Label -Activity $target.Label
        if ($null -ne $result) {
            ConvertTo-ImgObject -TypeName Img.UpdateStatus -InputObject $result.Statuses |
                Where-Object { -not $Status -or $Status -contains $_.Status }
        }
    }
}
