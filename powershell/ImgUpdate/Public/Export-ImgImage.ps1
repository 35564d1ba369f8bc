function Export-ImgImage {
    <#
    .SYNOPSIS
    Writes one index or more of an image to a new file.
    .DESCRIPTION
    Content is taken over as it is stored, its SHA-1 checked; what only other indexes need is left behind. Nothing is
    overwritten. The mark of a rehearsal is kept. Solid files (ESD) become files with XPRESS compression, which can be mounted,
    unless an ESD file is asked for: that is the smallest form of an image, can be read and applied, and takes long to make.
    .PARAMETER InputObject
    From the pipeline: images, names, files, or image objects of Configuration Manager.
    .PARAMETER Name
    Name of a registered image.
    .PARAMETER Id
    Id of a registered image.
    .PARAMETER Path
    An image file, registered or not.
    .PARAMETER Index
    The indexes, in the order that they get; default is all.
    .PARAMETER DestinationPath
    File that is written; it must not exist.
    .PARAMETER CompressionType
    Keep takes content over as it is; None and XPRESS make it anew; Recovery makes a solid file (ESD), as dism /Compress:recovery
    does. Default is Recovery where the name of the new file ends in .esd, else Keep.
    .PARAMETER CheckIntegrity
    Writes an integrity table; default is as in the source.
    .INPUTS
    Img.Image, files, names
    .OUTPUTS
    System.IO.FileInfo
    .EXAMPLE
    Export-ImgImage -Path .\install.wim -Index 6 -DestinationPath .\pro.wim

    Makes a file with one edition.
    .EXAMPLE
    Get-ImgImage 'Windows 11' | Export-ImgImage -Index 1, 3 -DestinationPath D:\out\two.wim -CheckIntegrity

    Makes a file with two indexes and an integrity table.
    .EXAMPLE
    Get-ImgImage 'Windows 11' | Export-ImgImage -DestinationPath D:\out\install.esd

    Makes an ESD file of all indexes.
    .LINK
    Get-ImgImageIndex
    #>
    [CmdletBinding(SupportsShouldProcess, DefaultParameterSetName = 'ByName')]
    [OutputType([System.IO.FileInfo])]
    param(
        [Parameter(Mandatory, ValueFromPipeline, ParameterSetName = 'ByValue')] [Alias('OperatingSystemImage')] [psobject] $InputObject,
        [Parameter(Mandatory, Position = 0, ParameterSetName = 'ByName')] [Alias('ImageName', 'OperatingSystemImageName')] [string] $Name,
        [Parameter(Mandatory, ParameterSetName = 'ById')] [Alias('ImageId', 'PackageId', 'OperatingSystemImageId')] [string] $Id,
        [Parameter(Mandatory, ParameterSetName = 'ByPath')] [Alias('LiteralPath', 'PSPath')] [string] $Path,
        [Alias('ImageIndex', 'SourceIndex')] [ValidateRange(1, 2147483647)] [int[]] $Index,
        [Parameter(Mandatory)] [Alias('DestinationImagePath')] [string] $DestinationPath,
        [ValidateSet('Keep', 'None', 'XPRESS', 'Recovery')] [string] $CompressionType,
        [switch] $CheckIntegrity
    )

    process {
        $target = Get-ImgBoundTarget -Cmdlet $PSCmdlet -Bound $PSBoundParameters
        if ($null -eq $target) {
            return
        }
        $to = Resolve-ImgPath -Path $DestinationPath -Cmdlet $PSCmdlet
        if (-not $PSCmdlet.ShouldProcess($to, "Export from $($target.Label)")) {
            return
        }
        $request = [ordered]@{ $target.Member = $target.Value; to = $to }
        if ($CompressionType) {
            $request['compression'] = @{ Keep = 'keep'; None = 'none'; XPRESS = 'XPRESS'; Recovery = 'recovery' }[$CompressionType]
        }
        if ($PSBoundParameters.ContainsKey('Index')) { $request['index'] = @($Index) }
        if ($CheckIntegrity) { $request['integrity'] = $true }
        $result = Invoke-ImgEngine -Cmdlet $PSCmdlet -Method image.export -Request $request -Target $target.Label -Activity "Exporting $($target.Label)"
        if ($null -ne $result) { Get-Item -LiteralPath $result.To -Force }
    }
}
