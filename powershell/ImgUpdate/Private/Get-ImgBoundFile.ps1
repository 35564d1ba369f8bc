function Get-ImgBoundFile {
    <#
    .SYNOPSIS
    Outputs the files that the parameters -Path (with wildcards) or -LiteralPath (as written) of a cmdlet name.
    #>
    [CmdletBinding()]
    [OutputType([string])]
    param(
        [Parameter(Mandatory)] [System.Management.Automation.PSCmdlet] $Cmdlet,
        [Parameter(Mandatory)] [System.Collections.IDictionary] $Bound
    )

    foreach ($each in $Bound['Path']) { Expand-ImgPath -Path $each -Cmdlet $Cmdlet }
    foreach ($each in $Bound['LiteralPath']) { Resolve-ImgPath -Path $each -Cmdlet $Cmdlet }
}
