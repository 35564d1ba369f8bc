function Set-ImgDistributionPoint {
    <#
    .SYNOPSIS
    Changes a distribution point.
    .DESCRIPTION
    What is not named stays. A folder that is named is made where it is missing, and marked as this site's.
    .PARAMETER InputObject
    From the pipeline: distribution points or names.
    .PARAMETER Name
    Name of the distribution point.
    .PARAMETER NewName
    Another name.
    .PARAMETER Path
    Another folder or share.
    .PARAMETER Group
    Its groups from now on; @() takes it out of all.
    .PARAMETER Setting
    Further settings of the kind, as New-ImgDistributionPoint has them; those that are not named stay, and $null takes one away.
    .PARAMETER Enabled
    $false leaves it out of everything that does not name it.
    .INPUTS
    Img.DistributionPoint, names
    .OUTPUTS
    Img.DistributionPoint
    .EXAMPLE
    Set-ImgDistributionPoint North -Setting @{ KeepPrevious = 2 }

    Keeps two earlier versions there.
    .EXAMPLE
    Set-ImgDistributionPoint Pxe -Setting @{ Multicast = @{ Start = 'FirstClient' } }

    Offers images of Windows Deployment Services as multicast transmissions from the next send on; Multicast = $null does not.
    .EXAMPLE
    Get-ImgDistributionPoint -Group Schools | Set-ImgDistributionPoint -Enabled $false

    Leaves a group out for a while.
    .LINK
    Get-ImgDistributionPoint
    #>
    [CmdletBinding(SupportsShouldProcess, DefaultParameterSetName = 'ByName')]
    [OutputType('Img.DistributionPoint')]
    param(
        [Parameter(Mandatory, ValueFromPipeline, ParameterSetName = 'ByValue')] [psobject] $InputObject,
        [Parameter(Mandatory, Position = 0, ParameterSetName = 'ByName')] [Alias('DistributionPointName')] [string] $Name,
        [string] $NewName,
        [string] $Path,
        [AllowEmptyCollection()] [Alias('DistributionPointGroupName')] [string[]] $Group,
        [System.Collections.IDictionary] $Setting,
        [bool] $Enabled
    )

    process {
        $point = $Name
        if ($PSCmdlet.ParameterSetName -eq 'ByValue') { $point = Get-ImgName -InputObject $InputObject }
        $request = ConvertTo-ImgPointRequest -Cmdlet $PSCmdlet -Bound $PSBoundParameters
        $request['name'] = $point
        if ($NewName) { $request['newName'] = $NewName }
        if ($PSCmdlet.ShouldProcess($point, 'Change distribution point')) {
            $result = Invoke-ImgEngine -Cmdlet $PSCmdlet -Method distribution.set -Request $request -Target $point
            if ($null -ne $result) { ConvertTo-ImgObject -TypeName Img.DistributionPoint -InputObject $result.Point }
        }
    }
}
