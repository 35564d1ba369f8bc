function Get-ImgFeature {
    <#
    .SYNOPSIS
    Gets the optional features of an image and their states.
    .DESCRIPTION
    Reads them from the registry and the manifests of the image, without mounting it. Source says what a state rests on.
    .PARAMETER InputObject
    From the pipeline: images, names, files, or image objects of Configuration Manager.
    .PARAMETER Name
    Name of a registered image.
    .PARAMETER Id
    Id of a registered image.
    .PARAMETER Path
    An image file, registered or not.
    .PARAMETER Index
    Only this index; default is all.
    .PARAMETER FeatureName
    Only features with these names. Wildcards are allowed.
    .INPUTS
    Img.Image, files, names
    .OUTPUTS
    Img.Feature
    .EXAMPLE
    Get-ImgFeature -Path .\install.wim -Index 1 -FeatureName NetFx*

    Shows the features of .NET.
    .EXAMPLE
    Get-ImgImage 'Windows Server 2025' | Get-ImgFeature | Where-Object -Property State -EQ Enabled

    Shows what is switched on in an image.
    .LINK
    Get-ImgImageIndex
    #>
    [CmdletBinding(DefaultParameterSetName = 'ByName')]
    [OutputType('Img.Feature')]
    param(
        [Parameter(Mandatory, ValueFromPipeline, ParameterSetName = 'ByValue')] [Alias('OperatingSystemImage')] [psobject] $InputObject,
        [Parameter(Mandatory, Position = 0, ParameterSetName = 'ByName')] [Alias('ImageName', 'OperatingSystemImageName')] [string] $Name,
        [Parameter(Mandatory, ParameterSetName = 'ById')] [Alias('ImageId', 'PackageId', 'OperatingSystemImageId')] [string] $Id,
        [Parameter(Mandatory, ParameterSetName = 'ByPath')] [Alias('LiteralPath', 'PSPath')] [string] $Path,
        [ValidateRange(1, 2147483647)] [int] $Index,
        [SupportsWildcards()] [string[]] $FeatureName = '*'
    )

    process {
        $target = Get-ImgBoundTarget -Cmdlet $PSCmdlet -Bound $PSBoundParameters
        if ($null -eq $target) {
            return
        }
        $file = $target.Value
        if ($target.Member -eq 'image') {
            $image = (Invoke-ImgEngine -Cmdlet $PSCmdlet -Method image.show -Request @{ image = $target.Value } -Target $target.Label).Image
            if ($null -eq $image) {
                return
            }
            $file = $image.Path
        }
        $request = [ordered]@{ path = $file; features = $true }
        if ($PSBoundParameters.ContainsKey('Index')) { $request['index'] = $Index }
        $result = Invoke-ImgEngine -Cmdlet $PSCmdlet -Method image.inspect -Request $request -Target $target.Label -Activity $target.Label
        foreach ($warning in $result.Warnings) {
            if ($warning) { Write-Warning -Message "$($target.Label): $warning" }
        }
        foreach ($each in $result.Indexes) {
            $wanted = @($each.Features | Where-Object { $feature = $_; @($FeatureName | Where-Object { $feature.Name -like $_ }).Count -gt 0 })
            ConvertTo-ImgObject -TypeName Img.Feature -InputObject $wanted |
                Add-ImgMember -Value @{ Index = $each.Index; ImageName = $target.Label; ImagePath = $file }
        }
    }
}
