function Test-ImgUpdateSource {
    <#
    .SYNOPSIS
    Tries a source of updates.
    .DESCRIPTION
    Reaches the source and reads as much as costs little. Each line says what was tried and what came of it.
    .PARAMETER Name
    Name of the source.
    .PARAMETER Quiet
    Outputs $true or $false instead.
    .INPUTS
    Img.UpdateSource, names
    .OUTPUTS
    Img.SourceCheck, or a Boolean with -Quiet
    .EXAMPLE
    Test-ImgUpdateSource microsoft

    Shows how far the source can be reached.
    .EXAMPLE
    if (-not (Test-ImgUpdateSource microsoft -Quiet)) { throw 'No updates today.' }

    Stops a script.
    .LINK
    Get-ImgUpdateSource
    #>
    [CmdletBinding()]
    [OutputType('Img.SourceCheck', 'System.Boolean')]
    param(
        [Parameter(Mandatory, Position = 0, ValueFromPipeline, ValueFromPipelineByPropertyName)] [string] $Name,
        [switch] $Quiet
    )

    process {
        $result = Invoke-ImgEngine -Cmdlet $PSCmdlet -Method source.test -Request @{ name = $Name } -Target $Name
        if ($null -eq $result) { return }
        if ($Quiet) { return $result.Ok }
        foreach ($check in $result.Checks) {
            $check.PSObject.Properties.Add((New-Object -TypeName psnoteproperty -ArgumentList 'Source', $Name))
        }
        ConvertTo-ImgObject -TypeName Img.SourceCheck -InputObject $result.Checks
    }
}
