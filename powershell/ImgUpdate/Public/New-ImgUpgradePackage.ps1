function New-ImgUpgradePackage {
    <#
    .SYNOPSIS
    Registers an upgrade package.
    .DESCRIPTION
    An upgrade package is a folder with setup.exe and sources\install.wim. The folder stays where it is; its install.wim becomes
    an image of the library, with the name of the package, which is serviced as any other. An ISO image is taken out to a
    new folder first, without mounting it, and an install.esd is converted. What is replaced in the folder is kept in
    sources\.imgupdate, and nothing is overwritten.
    .PARAMETER Name
    Name in the library, at most 50 characters. Default is the name of the folder.
    .PARAMETER Path
    The folder, or an ISO image of Windows media.
    .PARAMETER Index
    The only index to keep in install.wim. The file as it was is kept as the version before (Restore-ImgImage).
    .PARAMETER DestinationPath
    With an ISO image: the new folder, which must not exist. Default is beside the ISO image, with its name.
    .PARAMETER Version
    Version that you give it; it is not the version of Windows.
    .PARAMETER Description
    Remark.
    .PARAMETER AcceptEula
    You have read the licence terms of the image, and accept them. Without it nothing is registered.
    .INPUTS
    Folders and files, or upgrade packages of Configuration Manager: Name, PkgSourcePath, Version and Description are taken.
    .OUTPUTS
    Img.UpgradePackage
    .EXAMPLE
    New-ImgUpgradePackage -Name 'Windows 11 24H2' -Path \\server\media\win11 -AcceptEula

    Registers a folder with Windows media.
    .EXAMPLE
    New-ImgUpgradePackage -Path D:\iso\Win11.iso -DestinationPath E:\media\win11 -Index 3 -AcceptEula

    Takes the media out of the ISO image to a new folder, with index 3 alone in its install.wim.
    .LINK
    Get-ImgUpgradePackage
    #>
    [CmdletBinding(SupportsShouldProcess)]
    [Alias('New-ImgOperatingSystemInstaller', 'New-ImgOperatingSystemUpgradePackage')]
    [OutputType('Img.UpgradePackage')]
    param(
        [Parameter(Position = 0, ValueFromPipelineByPropertyName)] [ValidateLength(1, 50)] [string] $Name,
        [Parameter(Mandatory, Position = 1, ValueFromPipelineByPropertyName)] [Alias('PackageSourcePath', 'PkgSourcePath', 'PSPath', 'LiteralPath')] [string] $Path,
        [Alias('ImageIndex')] [ValidateRange(1, 2147483647)] [int] $Index,
        [string] $DestinationPath,
        [Parameter(ValueFromPipelineByPropertyName)] [ValidateLength(0, 32)] [string] $Version,
        [Parameter(ValueFromPipelineByPropertyName)] [ValidateLength(0, 127)] [string] $Description,
        [switch] $AcceptEula
    )

    process {
        $source = Resolve-ImgPath -Path $Path -Cmdlet $PSCmdlet
        $request = [ordered]@{ path = $source }
        $label = $source
        if ($Name) {
            $request['name'] = $Name
            $label = $Name
        }
        if ($DestinationPath) { $request['to'] = Resolve-ImgPath -Path $DestinationPath -Cmdlet $PSCmdlet }
        if ($PSBoundParameters.ContainsKey('Index')) { $request['index'] = $Index }
        if ($PSBoundParameters.ContainsKey('Version')) { $request['version'] = $Version }
        if ($PSBoundParameters.ContainsKey('Description')) { $request['description'] = $Description }
        if ($PSBoundParameters.ContainsKey('AcceptEula')) { $request['acceptEula'] = [bool]$AcceptEula }
        if ($PSCmdlet.ShouldProcess($(if ($Name) { "$Name ($source)" } else { $source }), 'Register upgrade package')) {
            $result = Invoke-ImgEngine -Cmdlet $PSCmdlet -Method upgrade-package.add -Request $request -Target $source -Activity $label
            if ($null -ne $result) {
                ConvertTo-ImgObject -TypeName Img.UpgradePackage -InputObject $result.UpgradePackage
            }
        }
    }
}
