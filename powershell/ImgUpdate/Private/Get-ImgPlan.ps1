function Get-ImgPlan {
    <#
    .SYNOPSIS
    Outputs the steps that a run would take now; what is left out is a warning.
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
        Write-ImgSkipped -Skipped $result.Plan.Skipped
        ConvertTo-ImgObject -TypeName Img.PlanStep -InputObject $result.Plan.Steps
    }
}

function Write-ImgSkipped {
    <#
    .SYNOPSIS
    Warns of each update that was left out.
    #>
    [CmdletBinding()]
    param([AllowNull()] [object[]] $Skipped)

    foreach ($item in $Skipped) {
        if ($null -ne $item) {
            Write-Warning -Message "Left out: $($item.Title): $($item.Reason)"
        }
    }
}
