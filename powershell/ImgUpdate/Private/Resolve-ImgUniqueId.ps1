function Resolve-ImgUniqueId {
    <#
    .SYNOPSIS
    Outputs the identities of the updates that an object means; an article is looked up in the catalog.
    #>
    [CmdletBinding()]
    [OutputType([string])]
    param(
        [Parameter(Mandatory)] [System.Management.Automation.PSCmdlet] $Cmdlet,
        [Parameter(Mandatory)] [psobject] $InputObject
    )

    $reference = Resolve-ImgUpdateReference -Cmdlet $Cmdlet -InputObject $InputObject
    if ($reference -notmatch '^(KB)?\d+$') {
        return $reference
    }
    $found = @(Get-ImgList -Cmdlet $Cmdlet -Method update.list -Request @{ articleId = @($reference) } -Member Updates -TypeName Img.Update)
    if ($found.Count -eq 0) {
        Write-ImgError -Cmdlet $Cmdlet -Record (New-ImgError -Id ImgUpdateNotFound -Message "The catalog has no update $reference." -Target $InputObject)
    }
    $found.UniqueId
}
