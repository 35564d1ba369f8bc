function New-ImgBootImage {
    <#
    .SYNOPSIS
    Registers a boot image.
    .DESCRIPTION
    Reads a boot.wim and adds it to the library. The file stays where it is. Every index of it must be a Windows PE.
    .PARAMETER Name
    Name in the library, at most 50 characters. Default is the name of the file; from the pipeline of files it is theirs.
    .PARAMETER Path
    The boot image (boot.wim).
    .PARAMETER Version
    Version that you give it; it is not the version of Windows.
    .PARAMETER Description
    Remark.
    .INPUTS
    Files, or boot images of Configuration Manager: Name, PkgSourcePath, Version and Description are taken.
    .OUTPUTS
    Img.BootImage
    .EXAMPLE
    New-ImgBootImage -Name 'Boot x64' -Path E:\media\win11\sources\boot.wim

    Registers the boot image of Windows media.
    .EXAMPLE
    Get-ChildItem \\server\boot\*.wim | New-ImgBootImage

    Registers boot images under the names of their files.
    .LINK
    Get-ImgBootImage
    #>
    [CmdletBinding(SupportsShouldProcess)]
    [OutputType('Img.BootImage')]
    param(
        [Parameter(Position = 0, ValueFromPipelineByPropertyName)] [ValidateLength(1, 50)] [string] $Name,
        [Parameter(Mandatory, Position = 1, ValueFromPipelineByPropertyName)] [Alias('PackageSourcePath', 'PkgSourcePath', 'PSPath', 'LiteralPath')] [string] $Path,
        [Parameter(ValueFromPipelineByPropertyName)] [ValidateLength(0, 32)] [string] $Version,
        [Parameter(ValueFromPipelineByPropertyName)] [ValidateLength(0, 127)] [string] $Description
    )

    process {
        $file = Resolve-ImgPath -Path $Path -Cmdlet $PSCmdlet
        $request = [ordered]@{ path = $file }
        $label = $file
        if ($Name) {
            $request['name'] = $Name
            $label = $Name
        }
        if ($PSBoundParameters.ContainsKey('Version')) { $request['version'] = $Version }
        if ($PSBoundParameters.ContainsKey('Description')) { $request['description'] = $Description }
        if ($PSCmdlet.ShouldProcess($(if ($Name) { "$Name ($file)" } else { $file }), 'Register boot image')) {
            $result = Invoke-ImgEngine -Cmdlet $PSCmdlet -Method boot-image.add -Request $request -Target $file -Activity $label
            if ($null -ne $result) {
                ConvertTo-ImgObject -TypeName Img.BootImage -InputObject $result.BootImage
            }
        }
    }
}
