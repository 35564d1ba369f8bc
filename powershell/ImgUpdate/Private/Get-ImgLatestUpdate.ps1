function Get-ImgLatestUpdate {
    <#
    .SYNOPSIS
    Outputs the update that is chosen in each line, all candidates when the request explains, or why one is not chosen.
    A line that cannot be decided is a warning.
    #>
    [CmdletBinding()]
    [OutputType([psobject])]
    param(
        [Parameter(Mandatory)] [System.Management.Automation.PSCmdlet] $Cmdlet,
        [Parameter(Mandatory)] [System.Collections.IDictionary] $Request,
        [object] $Target
    )

    do {
        $result = Invoke-ImgEngine -Cmdlet $Cmdlet -Method update.list -Request $Request -Target $Target
        if ($null -eq $result) {
            return
        }
        foreach ($line in $result.Lines) {
            if ($null -ne $line -and -not $line.Decided) {
                Write-Warning -Message "$($line.Family) $($line.Release) $($line.Architecture) $($line.Kind): $($line.Reason)"
            }
        }
        if ($Request['whyNot']) {
            return ConvertTo-ImgObject -TypeName Img.UpdateAbsence -InputObject $result.WhyNot
        }
        if ($Request['explain']) {
            ConvertTo-ImgObject -TypeName Img.UpdateCandidate -InputObject $result.Candidates
        } else {
            ConvertTo-ImgObject -TypeName Img.Update -InputObject $result.Updates
        }
        $Request['after'] = $result.Next
    } while ($result.Next)
}
