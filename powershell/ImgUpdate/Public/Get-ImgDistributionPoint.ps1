function Get-ImgDistributionPoint {
    <#
    .SYNOPSIS
    Gets distribution points.
    .DESCRIPTION
    Outputs distribution points by name, with the number of images that go there and of those whose last send failed.
    .PARAMETER Name
    Names of distribution points, with the wildcards * and ?.
    .PARAMETER Group
    Only those of this group.
    .INPUTS
    Names
    .OUTPUTS
    Img.DistributionPoint
    .EXAMPLE
    Get-ImgDistributionPoint

    Gets all distribution points.
    .EXAMPLE
    Get-ImgDistributionPoint -Group Schools | Where-Object NumberErrors -gt 0

    Gets those of a group where something failed.
    .LINK
    Get-ImgContentDistributionStatus
    #>
    [CmdletBinding()]
    [OutputType('Img.DistributionPoint')]
    param(
        [Parameter(Position = 0, ValueFromPipeline, ValueFromPipelineByPropertyName)] [SupportsWildcards()] [Alias('DistributionPointName')] [string[]] $Name = '*',
        [Alias('DistributionPointGroupName')] [string] $Group
    )

    process {
        foreach ($each in $Name) {
            $request = @{ name = $each }
            if ($Group) { $request['group'] = $Group }
            $result = Invoke-ImgEngine -Cmdlet $PSCmdlet -Method distribution.list -Request $request -Target $each
            $points = @($result.Points)
            if ($points.Count -eq 0 -and $null -ne $result -and $each -notmatch '[*?]') {
                Write-ImgError -Cmdlet $PSCmdlet -Record (New-ImgError -Id ImgPointNotFound -Message "There is no distribution point '$each'." -Target $each)
            }
            ConvertTo-ImgObject -TypeName Img.DistributionPoint -InputObject $points
        }
    }
}
