function New-ImgImage {
    <#
    .SYNOPSIS
    Registers an image.
    .DESCRIPTION
    Reads the image file and adds it to the library. The file stays where it is. With -Index only that Windows is taken:
    it is extracted to a new file beside the source, and the source stays as it is. So does an ISO image: what it holds
    (sources\install.wim, .esd or .swm) is taken out to a new file, and nothing is mounted.
    .PARAMETER Name
    Name in the library, at most 50 characters. Default is the name of the file; from the pipeline of files it is theirs.
    .PARAMETER Path
    The image file (WIM), or an ISO image of Windows media.
    .PARAMETER Index
    The only index to take.
    .PARAMETER DestinationPath
    With -Index, an ISO image, a solid file (ESD) or a split set: the new file, which must not exist. Default is beside the source; an
    ESD and a split set without -Index need it.
    .PARAMETER Version
    Version that you give it; it is not the version of Windows.
    .PARAMETER Description
    Remark.
    .PARAMETER Architecture
    For pre-cache: only clients of this architecture fetch the image ahead. x86, x64 or arm64; default is any.
    .PARAMETER Language
    For pre-cache: only clients of this language fetch the image ahead, for example en-US; default is any.
    .PARAMETER AcceptEula
    You have read the licence terms of the image, and accept them. Without it nothing is registered.
    .INPUTS
    Files, or image objects of Configuration Manager: Name, PkgSourcePath, Version and Description are taken.
    .OUTPUTS
    Img.Image
    .EXAMPLE
    New-ImgImage -Name 'Windows 11 Enterprise' -Path \\server\images\win11\install.wim -AcceptEula

    Registers an image.
    .EXAMPLE
    New-ImgImage -Name 'Windows 11 Enterprise' -Path .\install.wim -Index 3 -AcceptEula

    Extracts index 3 to a file of its own and registers it.
    .EXAMPLE
    New-ImgImage -Path D:\iso\Win11.iso -Index 6 -DestinationPath E:\images\win11-pro.wim -AcceptEula

    Takes index 6 out of the ISO image, without mounting it, and registers it as win11-pro.wim.
    .LINK
    Get-ImgImage
    #>
    [CmdletBinding(SupportsShouldProcess)]
    [Alias('New-ImgOperatingSystemImage')]
    [OutputType('Img.Image')]
    param(
        [Parameter(Position = 0, ValueFromPipelineByPropertyName)] [ValidateLength(1, 50)] [string] $Name,
        [Parameter(Mandatory, Position = 1, ValueFromPipelineByPropertyName)] [Alias('PackageSourcePath', 'PkgSourcePath', 'PSPath', 'LiteralPath')] [string] $Path,
        [Alias('ImageIndex')] [ValidateRange(1, 2147483647)] [int] $Index,
        [Alias('DestinationImagePath')] [string] $DestinationPath,
        [Parameter(ValueFromPipelineByPropertyName)] [ValidateLength(0, 32)] [string] $Version,
        [Parameter(ValueFromPipelineByPropertyName)] [ValidateLength(0, 127)] [string] $Description,
        [ValidateSet('x86', 'x64', 'arm64')] [string] $Architecture,
        [string] $Language,
        [switch] $AcceptEula
    )

    process {
        $file = Resolve-ImgPath -Path $Path -Cmdlet $PSCmdlet
        $request = [ordered]@{ path = $file }
        $label = $file
        if ($Name) {
            $request['name'] = $Name
            $label = $Name
        }
        if ($DestinationPath) { $request['to'] = Resolve-ImgPath -Path $DestinationPath -Cmdlet $PSCmdlet }
        if ($PSBoundParameters.ContainsKey('Version')) { $request['version'] = $Version }
        if ($PSBoundParameters.ContainsKey('Description')) { $request['description'] = $Description }
        if ($PSBoundParameters.ContainsKey('Architecture')) { $request['architecture'] = $Architecture }
        if ($PSBoundParameters.ContainsKey('Language')) { $request['language'] = $Language }
        if ($PSBoundParameters.ContainsKey('AcceptEula')) { $request['acceptEula'] = [bool]$AcceptEula }
        if ($PSBoundParameters.ContainsKey('Index')) { $request['index'] = $Index }
        if ($PSCmdlet.ShouldProcess($(if ($Name) { "$Name ($file)" } else { $file }), 'Register image')) {
            $result = Invoke-ImgEngine -Cmdlet $PSCmdlet -Method image.add -Request $request -Target $file -Activity $label
            if ($null -ne $result) {
                ConvertTo-ImgObject -TypeName Img.Image -InputObject $result.Image
            }
        }
    }
}
