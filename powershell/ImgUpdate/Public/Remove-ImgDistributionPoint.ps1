function Remove-ImgDistributionPoint {
    <#
    .SYNOPSIS
    Forgets a distribution point.
    .DESCRIPTION
    Nothing is sent there any more. What lies there stays, and is served on.
    .PARAMETER InputObject
    From the pipeline: distribution points or names.
    .PARAMETER Name
    Name of the distribution point.
    .PARAMETER Force
    Does not ask.
    .INPUTS
    Img.DistributionPoint, names
    .OUTPUTS
    None
    .EXAMPLE
    Remove-ImgDistributionPoint -Name North

    Asks, and forgets the distribution point.
    .EXAMPLE
    Get-ImgDistributionPoint 'test*' | Remove-ImgDistributionPoint -Force

    Forgets distribution points without asking.
    .LINK
    Get-ImgDistributionPoint
    #>
    [CmdletBinding(SupportsShouldProcess, ConfirmImpact = 'High', DefaultParameterSetName = 'ByName')]
    param(
        [Parameter(Mandatory, ValueFromPipeline, ParameterSetName = 'ByValue')] [psobject] $InputObject,
        [Parameter(Mandatory, Position = 0, ParameterSetName = 'ByName')] [Alias('DistributionPointName')] [string] $Name,
        [switch] $Force
    )

    process {
        if ($Force -and -not $PSBoundParameters.ContainsKey('Confirm')) {
            $ConfirmPreference = 'None'
        }
        $point = $Name
        if ($PSCmdlet.ParameterSetName -eq 'ByValue') { $point = Get-ImgName -InputObject $InputObject }
        if ($PSCmdlet.ShouldProcess($point, 'Remove distribution point')) {
            $null = Invoke-ImgEngine -Cmdlet $PSCmdlet -Method distribution.remove -Request @{ name = $point } -Target $point
        }
    }
}
