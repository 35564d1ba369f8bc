function Select-ImgIndex {
    <#
    .SYNOPSIS
    Outputs one index of an image; writes an error when the image has no such index.
    #>
    [CmdletBinding()]
    [OutputType([psobject])]
    param(
        [Parameter(Mandatory)] [System.Management.Automation.PSCmdlet] $Cmdlet,
        [AllowNull()] [object[]] $InputObject,
        [Parameter(Mandatory)] [int] $Index,
        [string] $File
    )

    foreach ($item in $InputObject) {
        if ($item.Index -eq $Index) {
            return $item
        }
    }
    Write-ImgError -Cmdlet $Cmdlet -Record (New-ImgError -Id ImgIndexNotFound -Category ObjectNotFound -Target $Index `
            -Message "$File has no index $Index." -Remedy 'Without -Index all indexes are shown.')
}
