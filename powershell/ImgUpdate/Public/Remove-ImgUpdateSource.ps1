function Remove-ImgUpdateSource {
    <#
    .SYNOPSIS
    Removes a source of updates.
    .DESCRIPTION
    What the source told stays in the catalog, believed behind all sources. The source import is what files brought: removed,
    nobody is named for it any more, until the next import.
    .PARAMETER InputObject
    From the pipeline: sources or names.
    .PARAMETER Name
    Name of the source.
    .PARAMETER Force
    Does not ask.
    .INPUTS
    Img.UpdateSource, names
    .OUTPUTS
    None
    .EXAMPLE
    Remove-ImgUpdateSource -Name air-gap

    Asks, and removes the source.
    .EXAMPLE
    Get-ImgUpdateSource 'test*' | Remove-ImgUpdateSource -Force

    Removes sources without asking.
    .LINK
    Get-ImgUpdateSource
    #>
    [CmdletBinding(SupportsShouldProcess, ConfirmImpact = 'High', DefaultParameterSetName = 'ByName')]
    param(
        [Parameter(Mandatory, ValueFromPipeline, ParameterSetName = 'ByValue')] [psobject] $InputObject,
        [Parameter(Mandatory, Position = 0, ParameterSetName = 'ByName')] [string] $Name,
        [switch] $Force
    )

    process {
        if ($Force -and -not $PSBoundParameters.ContainsKey('Confirm')) {
            $ConfirmPreference = 'None'
        }
        $source = $Name
        if ($PSCmdlet.ParameterSetName -eq 'ByValue') { $source = Get-ImgName -InputObject $InputObject }
        if ($PSCmdlet.ShouldProcess($source, 'Remove source of updates')) {
            $null = Invoke-ImgEngine -Cmdlet $PSCmdlet -Method source.remove -Request @{ name = $source } -Target $source
        }
    }
}
