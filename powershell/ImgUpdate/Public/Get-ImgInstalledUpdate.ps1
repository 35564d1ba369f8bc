function Get-ImgInstalledUpdate {
    <#
    .SYNOPSIS
    Gets the updates inside an image.
    .DESCRIPTION
    Reads the packages and their states from the image file, without mounting it.
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
    .PARAMETER ArticleId
    Only these knowledge base articles, with or without KB.
    .INPUTS
    Img.Image, files, names
    .OUTPUTS
    Img.InstalledUpdate
    .EXAMPLE
    Get-ImgImage 'Windows 11 Enterprise' | Get-ImgInstalledUpdate

    Shows the updates inside an image.
    .EXAMPLE
    Get-ImgInstalledUpdate -Path .\install.wim -Index 1

    Shows the updates of one index of a file.
    .LINK
    Get-ImgUpdateStatus
    #>
    [CmdletBinding(DefaultParameterSetName = 'ByName')]
    [OutputType('Img.InstalledUpdate')]
    param(
        [Parameter(Mandatory, ValueFromPipeline, ParameterSetName = 'ByValue')] [Alias('OperatingSystemImage')] [psobject] $InputObject,
        [Parameter(Mandatory, Position = 0, ParameterSetName = 'ByName')] [Alias('ImageName', 'OperatingSystemImageName')] [string] $Name,
        [Parameter(Mandatory, ParameterSetName = 'ById')] [Alias('ImageId', 'PackageId', 'OperatingSystemImageId')] [string] $Id,
        [Parameter(Mandatory, ParameterSetName = 'ByPath')] [Alias('LiteralPath', 'PSPath')] [string] $Path,
        [ValidateRange(1, 2147483647)] [int] $Index,
        [Alias('KB', 'KBArticle')] [string[]] $ArticleId
    )

    process {
        $target = Get-ImgBoundTarget -Cmdlet $PSCmdlet -Bound $PSBoundParameters
        if ($null -eq $target) {
            return
        }
        $request = [ordered]@{ $target.Member = $target.Value }
        if ($PSBoundParameters.ContainsKey('Index')) { $request['index'] = $Index }
        $result = Invoke-ImgEngine -Cmdlet $PSCmdlet -Method image.installed -Request $request -Target $target.Label -Activity $target.Label
        if ($null -eq $result) {
            return
        }
        foreach ($warning in $result.Warnings) {
            if ($warning) { Write-Warning -Message "$($target.Label): $warning" }
        }
        $wanted = @(foreach ($each in $ArticleId) { $each -replace '^KB' })
        ConvertTo-ImgObject -TypeName Img.InstalledUpdate -InputObject $result.Updates |
            Where-Object { $wanted.Count -eq 0 -or $wanted -contains $_.ArticleId } |
            Add-ImgMember -Value @{ ImageName = $target.Label }
    }
}
