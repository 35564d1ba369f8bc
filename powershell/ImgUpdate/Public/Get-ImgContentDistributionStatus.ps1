function Get-ImgContentDistributionStatus {
    <#
    .SYNOPSIS
    Shows where images were sent.
    .DESCRIPTION
    Counts as Configuration Manager does: Targeted, NumberSuccess (they have the current version), NumberInProgress,
    NumberErrors (the last send failed) and NumberUnknown (an older version, or nothing yet). Targets holds each of them. A site of Configuration Manager is asked how far its distribution
    points are, until all have the version that was sent (SiteReport).
    .PARAMETER InputObject
    From the pipeline: images or names.
    .PARAMETER ImageName
    Name or id of an image, with the wildcards * and ?; default is all that go somewhere.
    .PARAMETER DistributionPointName
    Only this distribution point.
    .PARAMETER Verify
    Reads what lies at the distribution points and compares it with its digest.
    .INPUTS
    Img.Image, names
    .OUTPUTS
    Img.DistributionStatus
    .EXAMPLE
    Get-ImgContentDistributionStatus

    Shows all images that go somewhere.
    .EXAMPLE
    (Get-ImgContentDistributionStatus 'Windows 11 Enterprise' -Verify).Targets

    Compares what each distribution point has with its digest, and shows them one by one.
    .LINK
    Update-ImgDistributionPoint
    #>
    [CmdletBinding(DefaultParameterSetName = 'ByName')]
    [Alias('Get-ImgDistributionStatus')]
    [OutputType('Img.DistributionStatus')]
    param(
        [Parameter(Mandatory, ValueFromPipeline, ParameterSetName = 'ByValue')] [psobject] $InputObject,
        [Parameter(Position = 0, ParameterSetName = 'ByName')] [Alias('Id', 'ImageId', 'PackageId', 'OperatingSystemImageName')] [SupportsWildcards()] [string] $ImageName,
        [Alias('DistributionPoint')] [string] $DistributionPointName,
        [switch] $Verify
    )

    process {
        $image = $ImageName
        if ($PSCmdlet.ParameterSetName -eq 'ByValue') { $image = Get-ImgName -InputObject $InputObject }
        $request = @{}
        if ($image) { $request['image'] = $image }
        if ($DistributionPointName) { $request['point'] = $DistributionPointName }
        if ($Verify) { $request['verify'] = $true }
        $result = Invoke-ImgEngine -Cmdlet $PSCmdlet -Method distribution.status -Request $request -Target $image
        if ($null -ne $result) { ConvertTo-ImgObject -TypeName Img.DistributionStatus -InputObject $result.Statuses }
    }
}
