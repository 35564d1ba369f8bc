function Get-ImgBootTrust {
    <#
    .SYNOPSIS
    Gets which machines an image or media starts on: who signed its boot managers, and at which secure version number.
    .DESCRIPTION
    Reads the boot files where they lie, without mounting and on any system: in every index of an image and in the recovery
    image inside, on media also in EFI\Boot, EFI\Microsoft\Boot, boot.wim and the boot sectors of discs. Who signed a file is
    read from its signature, never from the name of its folder. The verdict is one of: 2011-only (starts where the authority
    of 2011 is trusted, alone or beside that of 2023), both (only where both are trusted), revoked (where 2023 is trusted,
    also where 2011 is revoked), All, None, Unknown. Basis says what it rests on: verified signatures, or for at least one
    file the name of its issuer.
    .PARAMETER InputObject
    From the pipeline: images, names, files, or image objects of Configuration Manager.
    .PARAMETER Name
    Name of a registered image; of an upgrade package all of its media is looked at, unless an index is named.
    .PARAMETER Id
    Id of a registered image.
    .PARAMETER Path
    An image file, an ISO image of Windows media, or a folder with Windows media.
    .PARAMETER Index
    Only this index of an image file.
    .PARAMETER MinimumTable
    A file with a newer table of minimums of the secure version number; imgupdate schema show boot-minimums explains it.
    .INPUTS
    Img.Image, files, names
    .OUTPUTS
    Img.BootTrust
    .EXAMPLE
    Get-ImgBootTrust -Path D:\iso\Win11.iso

    Shows on which machines the medium starts, and why not on others.
    .EXAMPLE
    (Get-ImgBootTrust 'Windows 11 Enterprise').Files

    Shows each boot file of a registered image with its issuer and its secure version number.
    .EXAMPLE
    Get-ImgImage | Get-ImgBootTrust | Where-Object -Property StartsOn -NotContains revoked

    Finds the images that do not start where 2011 is revoked.
    .LINK
    Get-ImgImageIndex
    #>
    [CmdletBinding(DefaultParameterSetName = 'ByName')]
    [OutputType('Img.BootTrust')]
    param(
        [Parameter(Mandatory, ValueFromPipeline, ParameterSetName = 'ByValue')] [Alias('OperatingSystemImage')] [psobject] $InputObject,
        [Parameter(Mandatory, Position = 0, ParameterSetName = 'ByName')] [Alias('ImageName', 'OperatingSystemImageName')] [string] $Name,
        [Parameter(Mandatory, ParameterSetName = 'ById')] [Alias('ImageId', 'PackageId', 'OperatingSystemImageId')] [string] $Id,
        [Parameter(Mandatory, ParameterSetName = 'ByPath')] [Alias('LiteralPath', 'PSPath')] [string] $Path,
        [Alias('ImageIndex')] [ValidateRange(1, 2147483647)] [int] $Index,
        [string] $MinimumTable
    )

    process {
        $target = Get-ImgBoundTarget -Cmdlet $PSCmdlet -Bound $PSBoundParameters
        if ($null -eq $target) {
            return
        }
        $request = [ordered]@{ $target.Member = $target.Value }
        if ($PSBoundParameters.ContainsKey('Index')) { $request['index'] = $Index }
        if ($MinimumTable) { $request['minimums'] = Resolve-ImgPath -Path $MinimumTable -Cmdlet $PSCmdlet }
        $result = Invoke-ImgEngine -Cmdlet $PSCmdlet -Method trust.show -Request $request -Target $target.Label -Activity $target.Label
        if ($null -eq $result) {
            return
        }
        foreach ($warning in $result.Warnings) {
            if ($warning) { Write-Warning -Message "$($target.Label): $warning" }
        }
        ConvertTo-ImgObject -TypeName Img.BootTrust -InputObject $result
    }
}
