function Resolve-ImgUpdateReference {
    <#
    .SYNOPSIS
    Outputs what the engine calls the update that an object means: uniqueId, KB article or package file.
    .DESCRIPTION
    Accepts updates of ours and of Configuration Manager (also deserialized), rows with UniqueId, CI_UniqueID, UpdateId,
    ArticleId or KB, files, GUIDs, KB5012345 and 5012345. A candidate that was rejected is left out.
    #>
    [CmdletBinding()]
    [OutputType([string])]
    param(
        [Parameter(Mandatory)] [System.Management.Automation.PSCmdlet] $Cmdlet,
        [Parameter(Mandatory)] [psobject] $InputObject
    )

    if ($InputObject -is [string] -and $InputObject.Trim()) {
        $path = Resolve-ImgPackagePath -Text $InputObject -Cmdlet $Cmdlet
        if ($path) {
            return $path
        }
        return ([string]$InputObject).Trim()
    }
    if ($InputObject -is [guid] -or $InputObject -is [int] -or $InputObject -is [long]) {
        return $InputObject.ToString()
    }
    if ($InputObject.PSObject.TypeNames -match 'System\.IO\.FileInfo$') {
        return [string]$InputObject.FullName
    }
    if ($InputObject.PSObject.TypeNames -match 'Img\.UpdateCandidate$' -and $InputObject.Decision -ne 'chosen') {
        return
    }
    $uniqueId = Get-ImgFirstValue -InputObject $InputObject -Name 'UniqueId', 'CI_UniqueID', 'UpdateId'
    $articleId = Get-ImgFirstValue -InputObject $InputObject -Name 'ArticleId', 'KB'
    if ($uniqueId) {
        if ($InputObject.PSObject.TypeNames -match 'IResultObject#SMS_SoftwareUpdate$' -and $articleId) {
            return Find-ImgUpdateOfSite -Cmdlet $Cmdlet -UniqueId $uniqueId -ArticleId $articleId -Title ([string]$InputObject.LocalizedDisplayName)
        }
        return [string]$uniqueId
    }
    if ($articleId) {
        return [string]$articleId
    }
    $id = 'ImgArgumentInvalid'
    $message = "This object names no update: $InputObject"
    if ($null -ne $InputObject.CI_ID) {
        $id = 'ImgUpdateAmbiguousId'
        $message = "CI_ID $($InputObject.CI_ID) does not name an update: it is known only to the site that gave it."
    }
    Write-ImgError -Cmdlet $Cmdlet -Record (New-ImgError -Id $id -Message $message -Target $InputObject `
            -Remedy 'Pass an object with CI_UniqueID (UniqueId) or ArticleID (ArticleId).')
}

function Get-ImgFirstValue {
    <#
    .SYNOPSIS
    Outputs the first of the named members that has a value.
    #>
    [CmdletBinding()]
    [OutputType([string])]
    param(
        [Parameter(Mandatory)] [psobject] $InputObject,
        [Parameter(Mandatory)] [string[]] $Name
    )

    foreach ($each in $Name) {
        if ($InputObject.$each) {
            return [string]$InputObject.$each
        }
    }
}

function Resolve-ImgPackagePath {
    <#
    .SYNOPSIS
    Outputs the absolute path when a text names a package file, else nothing.
    #>
    [CmdletBinding()]
    [OutputType([string])]
    param(
        [Parameter(Mandatory)] [string] $Text,
        [Parameter(Mandatory)] [System.Management.Automation.PSCmdlet] $Cmdlet
    )

    if ($Text -match '[\\/]' -or $Text -match '\.(msu|cab|wim)$') {
        Resolve-ImgPath -Path $Text -Cmdlet $Cmdlet
    }
}

function Find-ImgUpdateOfSite {
    <#
    .SYNOPSIS
    Finds an update of Configuration Manager in our catalog: by identity, else by article and title, else by article.
    #>
    [CmdletBinding()]
    [OutputType([string])]
    param(
        [Parameter(Mandatory)] [System.Management.Automation.PSCmdlet] $Cmdlet,
        [Parameter(Mandatory)] [string] $UniqueId,
        [Parameter(Mandatory)] [string] $ArticleId,
        [string] $Title = ''
    )

    $found = Invoke-ImgEngine -Cmdlet $Cmdlet -Method update.list -Request @{ uniqueId = @($UniqueId); limit = 1 }
    if ($null -eq $found -or @($found.Updates).Count -gt 0) {
        return $UniqueId
    }
    $found = Invoke-ImgEngine -Cmdlet $Cmdlet -Method update.list -Request @{ articleId = @($ArticleId); limit = 100 }
    foreach ($update in $found.Updates) {
        if ($update.Title -eq $Title) {
            return $update.UniqueId
        }
    }
    $ArticleId
}
