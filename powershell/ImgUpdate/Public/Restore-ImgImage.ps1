function Restore-ImgImage {
    <#
    .SYNOPSIS
    Publishes a kept version of an image again.
    .DESCRIPTION
    The bytes of the kept version become the image file, under a new version number; the file that was there is kept.
    .PARAMETER InputObject
    From the pipeline: images, versions (Get-ImgImageVersion) or names.
    .PARAMETER Name
    Name of a registered image.
    .PARAMETER Id
    Id of a registered image.
    .PARAMETER SourceVersion
    Version to restore; default is the one before the current.
    .PARAMETER Force
    Does not ask.
    .PARAMETER PassThru
    Outputs the image after it.
    .INPUTS
    Img.Image, Img.ImageVersion, names
    .OUTPUTS
    None, or Img.Image with -PassThru
    .EXAMPLE
    Restore-ImgImage -Name 'Windows 11 Enterprise'

    Asks, and brings back the version before the current.
    .EXAMPLE
    Restore-ImgImage -Name 'Windows 11 Enterprise' -SourceVersion 1 -Force -PassThru

    Brings back version 1 without asking, and shows the image.
    .LINK
    Get-ImgImageVersion
    #>
    [CmdletBinding(SupportsShouldProcess, ConfirmImpact = 'High', DefaultParameterSetName = 'ByName')]
    [Alias('Restore-ImgOperatingSystemImage')]
    [OutputType('Img.Image')]
    param(
        [Parameter(Mandatory, ValueFromPipeline, ParameterSetName = 'ByValue')] [Alias('OperatingSystemImage')] [psobject] $InputObject,
        [Parameter(Mandatory, Position = 0, ParameterSetName = 'ByName')] [Alias('ImageName', 'OperatingSystemImageName')] [string] $Name,
        [Parameter(Mandatory, ParameterSetName = 'ById')] [Alias('ImageId', 'PackageId', 'OperatingSystemImageId')] [string] $Id,
        [Alias('Version')] [ValidateRange(1, 2147483647)] [int] $SourceVersion,
        [switch] $Force,
        [switch] $PassThru
    )

    process {
        if ($Force -and -not $PSBoundParameters.ContainsKey('Confirm')) {
            $ConfirmPreference = 'None'
        }
        $target = Get-ImgBoundTarget -Cmdlet $PSCmdlet -Bound $PSBoundParameters -ImageOnly
        if ($null -eq $target) {
            return
        }
        $request = [ordered]@{ image = $target.Value }
        if ($PSBoundParameters.ContainsKey('SourceVersion')) {
            $request['sourceVersion'] = $SourceVersion
        } elseif ($InputObject.PSObject.TypeNames -match 'Img\.ImageVersion$') {
            $request['sourceVersion'] = $InputObject.SourceVersion
        }
        $action = 'Restore the previous version'
        if ($request.Contains('sourceVersion')) {
            $action = "Restore version $($request['sourceVersion'])"
        }
        if ($PSCmdlet.ShouldProcess($target.Label, $action)) {
            $result = Invoke-ImgEngine -Cmdlet $PSCmdlet -Method image.restore -Request $request -Target $target.Label -Activity $target.Label
            if ($PassThru -and $null -ne $result) {
                ConvertTo-ImgObject -TypeName Img.Image -InputObject $result.Image
            }
        }
    }
}
