function Test-ImgImage {
    <#
    .SYNOPSIS
    Tests whether an image file is whole: reads all of it and compares every digest.
    .DESCRIPTION
    Every content is compared with its SHA-1, the file with its integrity table where it has one, and a registered image
    with the SHA-256 that it was registered with; of an upgrade package also the programs of Setup and the boot image
    beside it. Outputs $true or $false; -Detailed shows what was found.
    .PARAMETER InputObject
    From the pipeline: images, names, files, or image objects of Configuration Manager.
    .PARAMETER Name
    Name of a registered image.
    .PARAMETER Id
    Id of a registered image.
    .PARAMETER Path
    An image file, registered or not.
    .PARAMETER Detailed
    Outputs the result with counts and everything that is bad.
    .INPUTS
    Img.Image, files, names
    .OUTPUTS
    System.Boolean, or Img.TestResult with -Detailed
    .EXAMPLE
    Test-ImgImage -Path .\install.wim

    Is $true when nothing in the file is damaged.
    .EXAMPLE
    Get-ImgImage | Test-ImgImage -Detailed | Where-Object -Property Ok -EQ $false

    Shows the registered images that are damaged, and what of them.
    .LINK
    Get-ImgImage
    #>
    [CmdletBinding(DefaultParameterSetName = 'ByName')]
    [OutputType('System.Boolean', 'Img.TestResult')]
    param(
        [Parameter(Mandatory, ValueFromPipeline, ParameterSetName = 'ByValue')] [Alias('OperatingSystemImage')] [psobject] $InputObject,
        [Parameter(Mandatory, Position = 0, ParameterSetName = 'ByName')] [Alias('ImageName', 'OperatingSystemImageName')] [string] $Name,
        [Parameter(Mandatory, ParameterSetName = 'ById')] [Alias('ImageId', 'PackageId', 'OperatingSystemImageId')] [string] $Id,
        [Parameter(Mandatory, ParameterSetName = 'ByPath')] [Alias('LiteralPath', 'PSPath')] [string] $Path,
        [switch] $Detailed
    )

    process {
        $target = Get-ImgBoundTarget -Cmdlet $PSCmdlet -Bound $PSBoundParameters
        if ($null -eq $target) {
            return
        }
        $request = [ordered]@{ $target.Member = $target.Value }
        $result = Invoke-ImgEngine -Cmdlet $PSCmdlet -Method image.verify -Request $request -Target $target.Label -Activity $target.Label
        if ($null -eq $result) {
            return
        }
        if (-not $Detailed) {
            return [bool]$result.Ok
        }
        ConvertTo-ImgObject -TypeName Img.TestResult -InputObject $result | Add-ImgMember -Value @{ ImageName = $target.Label }
    }
}
