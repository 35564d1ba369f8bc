function Get-ImgImageFile {
    <#
    .SYNOPSIS
    Gets the files inside an image, or reads one of them.
    .DESCRIPTION
    Lists files and folders with size and SHA-1, without mounting the image. With -ReadTo the one file that -FilePath names
    is written to a new file, its SHA-1 checked; nothing is overwritten.
    .PARAMETER InputObject
    From the pipeline: images, names, files, or image objects of Configuration Manager.
    .PARAMETER Name
    Name of a registered image.
    .PARAMETER Id
    Id of a registered image.
    .PARAMETER Path
    An image file, registered or not.
    .PARAMETER Index
    The index; may be left out when the file has only one.
    .PARAMETER FilePath
    A folder or file inside the image, beginning with a backslash. Default is everything.
    .PARAMETER ReadTo
    File that is written with the content of -FilePath; it must not exist.
    .INPUTS
    Img.Image, Img.ImageIndex, files, names
    .OUTPUTS
    Img.ImageFile, or System.IO.FileInfo with -ReadTo
    .EXAMPLE
    Get-ImgImageFile -Path .\install.wim -Index 1 -FilePath \Windows\System32\config

    Lists the registry hives of an index.
    .EXAMPLE
    Get-ImgImageFile 'Windows 11 Enterprise' -Index 1 -FilePath \Windows\System32\Recovery\winre.wim -ReadTo .\winre.wim

    Takes the recovery image out.
    .LINK
    Get-ImgImageIndex
    #>
    [CmdletBinding(DefaultParameterSetName = 'ByName')]
    [OutputType('Img.ImageFile', 'System.IO.FileInfo')]
    param(
        [Parameter(Mandatory, ValueFromPipeline, ParameterSetName = 'ByValue')] [Alias('OperatingSystemImage')] [psobject] $InputObject,
        [Parameter(Mandatory, Position = 0, ParameterSetName = 'ByName')] [Alias('ImageName', 'OperatingSystemImageName')] [string] $Name,
        [Parameter(Mandatory, ParameterSetName = 'ById')] [Alias('ImageId', 'PackageId', 'OperatingSystemImageId')] [string] $Id,
        [Parameter(Mandatory, ParameterSetName = 'ByPath')] [Alias('LiteralPath', 'PSPath')] [string] $Path,
        [ValidateRange(1, 2147483647)] [int] $Index,
        [Alias('Under', 'File')] [ValidateNotNullOrEmpty()] [string] $FilePath = '\',
        [string] $ReadTo
    )

    process {
        $target = Get-ImgBoundTarget -Cmdlet $PSCmdlet -Bound $PSBoundParameters
        if ($null -eq $target) {
            return
        }
        $request = [ordered]@{ $target.Member = $target.Value }
        if ($PSBoundParameters.ContainsKey('Index')) {
            $request['index'] = $Index
        } elseif ($InputObject.PSObject.TypeNames -match 'Img\.ImageIndex$') {
            $request['index'] = $InputObject.Index
        }
        if ($ReadTo) {
            $request['file'] = $FilePath
            $request['to'] = Resolve-ImgPath -Path $ReadTo -Cmdlet $PSCmdlet
            $read = Invoke-ImgEngine -Cmdlet $PSCmdlet -Method image.read -Request $request -Target $target.Label -Activity $FilePath
            if ($null -ne $read) { Get-Item -LiteralPath $read.To -Force }
            return
        }
        $request['under'] = $FilePath
        # Each page reads the tree of the image again: few large ones.
        $request['limit'] = 50000
        do {
            $page = Invoke-ImgEngine -Cmdlet $PSCmdlet -Method image.files -Request $request -Target $target.Label -Activity $target.Label
            if ($null -eq $page) {
                return
            }
            ConvertTo-ImgObject -TypeName Img.ImageFile -InputObject $page.Entries | Add-ImgMember -Value @{ ImageName = $target.Label }
            $request['after'] = $page.Next
        } while ($page.Next)
    }
}
