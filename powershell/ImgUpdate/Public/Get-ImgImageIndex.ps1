function Get-ImgImageIndex {
    <#
    .SYNOPSIS
    Gets what is inside an image: one object for each Windows in the file.
    .DESCRIPTION
    For a registered image the library answers; with -Path the file is read, without mounting it. -Package also reads the
    packages of each index and their states.
    .PARAMETER InputObject
    From the pipeline: images, names, files, or image objects of Configuration Manager.
    .PARAMETER Name
    Name of a registered image.
    .PARAMETER Id
    Id of a registered image.
    .PARAMETER Path
    An image file, registered or not: .wim, .esd, .ppkg, or any part of a split .swm set whose parts lie in one folder. An
    ISO image of Windows media: its sources\install.wim, .esd or .swm is read in place, nothing is mounted. Or a folder:
    then all image files in it.
    .PARAMETER Index
    Only these indexes.
    .PARAMETER Package
    Reads the image file and adds the packages of each index.
    .INPUTS
    Img.Image, files, names
    .OUTPUTS
    Img.ImageIndex
    .EXAMPLE
    Get-ImgImageIndex -Path D:\sources\install.wim

    Shows every Windows in a file, with its release and revision.
    .EXAMPLE
    Get-ImgImageIndex -Path D:\iso\Win11.iso

    Shows every Windows on the medium, without mounting it.
    .EXAMPLE
    Get-ImgImageIndex -Path D:\images | Select-Object -Property ImagePath, Name, Revision

    Shows every Windows in the image files of a folder, which are read side by side.
    .EXAMPLE
    Get-ImgImage 'Windows 11 Enterprise' | Get-ImgImageIndex -Index 1 -Package | Select-Object -ExpandProperty Packages

    Shows the packages of index 1.
    .LINK
    Get-ImgInstalledUpdate
    #>
    [CmdletBinding(DefaultParameterSetName = 'ByName')]
    [OutputType('Img.ImageIndex')]
    param(
        [Parameter(Mandatory, ValueFromPipeline, ParameterSetName = 'ByValue')] [Alias('OperatingSystemImage')] [psobject] $InputObject,
        [Parameter(Mandatory, Position = 0, ParameterSetName = 'ByName')] [Alias('ImageName', 'OperatingSystemImageName')] [string] $Name,
        [Parameter(Mandatory, ParameterSetName = 'ById')] [Alias('ImageId', 'PackageId', 'OperatingSystemImageId')] [string] $Id,
        [Parameter(Mandatory, ParameterSetName = 'ByPath')] [Alias('LiteralPath', 'PSPath')] [string] $Path,
        [int[]] $Index,
        [switch] $Package
    )

    process {
        $target = Get-ImgBoundTarget -Cmdlet $PSCmdlet -Bound $PSBoundParameters
        if ($null -eq $target) {
            return
        }
        $file = $target.Value
        $image = $null
        if ($target.Member -eq 'image') {
            $image = (Invoke-ImgEngine -Cmdlet $PSCmdlet -Method image.show -Request @{ image = $target.Value } -Target $target.Value).Image
            if ($null -eq $image) {
                return
            }
            $file = $image.Path
        }
        $found = @([pscustomobject]@{ Path = $file; Indexes = $image.Indexes })
        if ($null -eq $image -or $Package) {
            $request = [ordered]@{ path = $file; packages = [bool]$Package }
            $result = Invoke-ImgEngine -Cmdlet $PSCmdlet -Method image.inspect -Request $request -Target $file -Activity $target.Label
            # A folder answers for each image file in it, with its problem where one cannot be read.
            $answers = @(if ($null -ne $result.Images) { $result.Images } elseif ($null -ne $result) { [pscustomobject]@{ Path = $file; Inspection = $result } })
            $found = @(foreach ($answer in $answers) {
                    if ($null -ne $answer.Problem) {
                        Write-ImgError -Cmdlet $PSCmdlet -Record (ConvertTo-ImgErrorRecord -Problem $answer.Problem -Target $answer.Path)
                        continue
                    }
                    foreach ($warning in $answer.Inspection.Warnings) {
                        if ($warning) { Write-Warning -Message "$($answer.Path): $warning" }
                    }
                    [pscustomobject]@{ Path = $answer.Path; Indexes = $answer.Inspection.Indexes }
                })
        }
        foreach ($each in $found) {
            $indexes = $each.Indexes
            if ($PSBoundParameters.ContainsKey('Index')) {
                $indexes = @(foreach ($wanted in $Index) { Select-ImgIndex -Cmdlet $PSCmdlet -InputObject $indexes -Index $wanted -File $each.Path })
            }
            ConvertTo-ImgObject -TypeName Img.ImageIndex -InputObject $indexes |
                Add-ImgMember -Value @{ ImageId = $image.Id; ImageName = $image.Name; ImagePath = $each.Path }
        }
    }
}
