function Get-ImgPlan {
    <#
    .SYNOPSIS
    Outputs the steps that a run would take now. The engine warns of each update that is left out.
    #>
    [CmdletBinding()]
    [OutputType([psobject])]
    param(
        [Parameter(Mandatory)] [System.Management.Automation.PSCmdlet] $Cmdlet,
        [Parameter(Mandatory)] [System.Collections.IDictionary] $Request,
        [object] $Target
    )

    $result = Invoke-ImgEngine -Cmdlet $Cmdlet -Method plan.show -Request $Request -Target $Target
    if ($null -ne $result) {
        $estimates = $result.Plan.Estimates
        Write-Verbose -Message "About $([timespan]::FromSeconds($estimates.Seconds)); $([math]::Ceiling($estimates.Bytes / 1MB)) MB free on the servicing drive."
        ConvertTo-ImgObject -TypeName Img.PlanStep -InputObject $result.Plan.Steps
    }
}
