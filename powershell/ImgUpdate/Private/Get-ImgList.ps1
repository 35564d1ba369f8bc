function Get-ImgList {
    <#
    .SYNOPSIS
    Outputs the items of a list operation, page after page, as typed objects. -Last limits how many.
    #>
    [CmdletBinding()]
    [OutputType([psobject])]
    param(
        [Parameter(Mandatory)] [System.Management.Automation.PSCmdlet] $Cmdlet,
        [Parameter(Mandatory)] [string] $Method,
        [Parameter(Mandatory)] [System.Collections.IDictionary] $Request,
        [Parameter(Mandatory)] [string] $Member,
        [Parameter(Mandatory)] [string] $TypeName,
        [object] $Target,
        [int] $Last = 0
    )

    $left = $Last
    do {
        $Request['limit'] = 500
        if ($Last -gt 0) {
            $Request['limit'] = [math]::Min(500, $left)
        }
        $page = Invoke-ImgEngine -Cmdlet $Cmdlet -Method $Method -Request $Request -Target $Target
        if ($null -eq $page) {
            return
        }
        $items = @($page.$Member)
        ConvertTo-ImgObject -TypeName $TypeName -InputObject $items
        $left -= $items.Count
        $Request['after'] = $page.Next
    } while ($page.Next -and ($Last -le 0 -or $left -gt 0))
}
