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

function Find-ImgUniqueId {
    <#
    .SYNOPSIS
    Outputs the identities of the updates that have a title, hidden ones too. A title that none has is an error.
    #>
    [CmdletBinding()]
    [OutputType([string])]
    param(
        [Parameter(Mandatory)] [System.Management.Automation.PSCmdlet] $Cmdlet,
        [Parameter(Mandatory)] [string] $Name
    )

    $found = foreach ($hidden in $false, $true) {
        $request = @{ name = Select-ImgName -Name $Name -Literal; hidden = $hidden }
        Get-ImgList -Cmdlet $Cmdlet -Method update.list -Request $request -Member Updates -TypeName Img.Update -Target $Name |
            Test-ImgName -Member Title -Name $Name -Literal $true
    }
    if (-not $found) {
        Write-ImgError -Cmdlet $Cmdlet -Record (New-ImgError -Id ImgUpdateNotFound -Message "The catalog has no update '$Name'." -Target $Name)
    }
    foreach ($update in $found) { $update.UniqueId }
}
