<# What the checks share: a folder and a site of their own, a rehearsal image and package, and how a check ends. #>
Set-StrictMode -Version 2
$script:Root = [System.IO.Path]::GetFullPath("$PSScriptRoot/../..")
$script:ModulePath = "$script:Root/dist/ImgUpdate"

function New-Context {
    # What every check gets: folder, module, the real image and package (empty when none was named), elevation.
    [Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSUseShouldProcessForStateChangingFunctions', '', Justification = 'Part of a test.')]
    param([string] $Image, [string] $Package, [string] $Media, [string] $Feature, [string] $Language)
    $folder = Join-Path -Path $env:SystemDrive -ChildPath "\imgupdate-acceptance-$PID"
    $null = New-Item -Path $folder -ItemType Directory
    $identity = [System.Security.Principal.WindowsIdentity]::GetCurrent()
    # What lies at the root of a drive may be replaced by every user, and an elevated engine refuses sites in such a place.
    $null = & icacls.exe $folder /inheritance:r /grant:r '*S-1-5-18:(OI)(CI)F' '*S-1-5-32-544:(OI)(CI)F' "*$($identity.User.Value):(OI)(CI)F"
    $principal = New-Object -TypeName System.Security.Principal.WindowsPrincipal -ArgumentList $identity
    Import-Module -Name "$script:ModulePath/ImgUpdate.psd1" -Global
    @{
        Folder   = $folder
        Root     = $script:Root
        Module   = $script:ModulePath
        Image    = $Image
        Package  = $Package
        Media    = $Media
        Feature  = $Feature
        Language = $Language
        Elevated = $principal.IsInRole([System.Security.Principal.WindowsBuiltInRole]::Administrator)
    }
}

function Remove-Context {
    [Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSUseShouldProcessForStateChangingFunctions', '', Justification = 'Part of a test.')]
    param([hashtable] $Context)
    Remove-Module -Name ImgUpdate -ErrorAction Ignore
    Remove-Item -LiteralPath $Context.Folder -Recurse -Force -ErrorAction Continue
}

function Invoke-Check {
    # Runs one check on a site of its own. It passes when it throws nothing.
    param([System.IO.FileInfo] $File, [hashtable] $Context)
    $mine = $Context.Clone()
    $mine.Folder = Join-Path -Path $Context.Folder -ChildPath $File.BaseName
    $null = New-Item -Path $mine.Folder -ItemType Directory
    $env:IMGUPDATE_SITE = Join-Path -Path $mine.Folder -ChildPath 'site'
    $watch = [System.Diagnostics.Stopwatch]::StartNew()
    $result = 'Passed'
    $detail = ''
    try {
        $detail = [string](& $File.FullName -Context $mine | Select-Object -Last 1)
    } catch {
        $result = 'Failed'
        $detail = $_.Exception.Message
        if ($detail -like 'not run: *') {
            $result = 'Skipped'
        }
    } finally {
        $env:IMGUPDATE_SITE = $null
    }
    [pscustomobject]@{ Name = $File.BaseName; Result = $result; Detail = $detail; Seconds = [Math]::Round($watch.Elapsed.TotalSeconds, 1) }
}

function Skip-Check {
    # Ends a check that needs what this machine or this call has not.
    param([Parameter(Mandatory)] [string] $Reason)
    throw "not run: $Reason"
}

function Assert-That {
    # Ends a check that failed, with what is wrong.
    param([bool] $Holds, [Parameter(Mandatory)] [string] $Otherwise)
    if (-not $Holds) {
        throw $Otherwise
    }
}

function Assert-Elevated {
    param([hashtable] $Context)
    if (-not $Context.Elevated) {
        Skip-Check -Reason 'the prompt is not elevated'
    }
}

function Assert-RealImage {
    # Outputs a copy of the real image below the folder of the check.
    param([hashtable] $Context, [switch] $WithPackage)
    Assert-Elevated -Context $Context
    if (-not $Context.Image) {
        Skip-Check -Reason 'no -Image was named'
    }
    if ($WithPackage -and -not $Context.Package) {
        Skip-Check -Reason 'no -Package was named'
    }
    $copy = Join-Path -Path $Context.Folder -ChildPath 'install.wim'
    Copy-Item -LiteralPath $Context.Image -Destination $copy
    $copy
}

function Add-RealPackage {
    # Files the real package under a record of its own, for the system of an index, and outputs the record's id.
    param([hashtable] $Context, [Parameter(Mandatory)] [psobject] $Index)
    $package = Get-ImgUpdatePackage -LiteralPath $Context.Package
    $system = $Index.Family
    if ($system -notlike '*Server*') { $system = "$system Version $($Index.Release)" }
    $title = "$([DateTime]::UtcNow.ToString('yyyy-MM')) Cumulative Update for $system for $($Index.Architecture)-based Systems (KB$($package.ArticleId)) ($($package.Revision))"
    $line = @{ uniqueId = [guid]::NewGuid().ToString(); title = $title; articleId = $package.ArticleId; kind = $package.Kind; classification = 'Security Updates'; products = @($Index.Family); datePosted = [DateTime]::UtcNow.ToString('o'); architecture = $package.Architecture }
    $line.files = @(@{ name = [System.IO.Path]::GetFileName($Context.Package); size = (Get-Item -LiteralPath $Context.Package).Length; sha256 = (Get-Digest -Path $Context.Package).ToLowerInvariant() })
    $catalog = Join-Path -Path $Context.Folder -ChildPath 'catalog.jsonl'
    [System.IO.File]::WriteAllText($catalog, (ConvertTo-Json -InputObject $line -Compress -Depth 4))
    $null = Import-ImgUpdate -LiteralPath $catalog
    $null = Add-ImgUpdateContent -LiteralPath $Context.Package -UniqueId $line.uniqueId
    $line.uniqueId
}

function Assert-RealMedia {
    # Registers a copy of the real media as the upgrade package "Media", and outputs its folder.
    param([hashtable] $Context, [switch] $WithPackage)
    Assert-Elevated -Context $Context
    if (-not $Context.Media) {
        Skip-Check -Reason 'no -Media was named'
    }
    if ($WithPackage -and -not $Context.Package) {
        Skip-Check -Reason 'no -Package was named'
    }
    $copy = Join-Path -Path $Context.Folder -ChildPath 'media'
    if (Test-Path -LiteralPath $Context.Media -PathType Container) {
        Copy-Item -LiteralPath $Context.Media -Destination $copy -Recurse
        $null = New-ImgUpgradePackage -Name 'Media' -Path $copy -AcceptEula
    } else {
        $null = New-ImgUpgradePackage -Name 'Media' -Path $Context.Media -DestinationPath $copy -AcceptEula
    }
    $copy
}

function Assert-Feature {
    # Ends a check that needs languages or features where none were named.
    param([hashtable] $Context)
    if (-not $Context.Feature) {
        Skip-Check -Reason 'no -Features were named'
    }
}

function Use-Mount {
    # Mounts an index read-only with the real DISM for as long as the block works with it; it gets the folder.
    param([Parameter(Mandatory)] [hashtable] $Context, [Parameter(Mandatory)] [string] $Path, [Parameter(Mandatory)] [int] $Index, [Parameter(Mandatory)] [scriptblock] $Script)
    $folder = Join-Path -Path $Context.Folder -ChildPath "look-$([guid]::NewGuid())"
    $null = New-Item -Path $folder -ItemType Directory
    $null = Mount-WindowsImage -ImagePath $Path -Index $Index -Path $folder -ReadOnly
    try {
        & $Script $folder
    } finally {
        $null = Dismount-WindowsImage -Path $folder -Discard
    }
}

function Invoke-Engine {
    # Runs one command of the engine with a request; outputs its document, throws what it says when it fails.
    param([Parameter(Mandatory)] [string[]] $Command, [System.Collections.IDictionary] $Request = @{})
    $file = [System.IO.Path]::GetTempFileName()
    try {
        [System.IO.File]::WriteAllText($file, (ConvertTo-Json -InputObject $Request -Depth 8))
        $node = & (Get-Module -Name ImgUpdate) { Find-ImgNode }
        $engine = & (Get-Module -Name ImgUpdate) { Find-ImgEngine }
        $ErrorActionPreference = 'Continue'
        $text = & $node $engine @Command --input $file 2>&1
        if ($LASTEXITCODE -ne 0) {
            throw "imgupdate $Command ended with $LASTEXITCODE : $text"
        }
        $text | Where-Object { "$_".StartsWith('{') } | Select-Object -First 1 | ConvertFrom-Json
    } finally {
        Remove-Item -LiteralPath $file
    }
}

function New-RehearsalImage {
    # Makes a small image that the emulator services, and outputs its path.
    [Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSUseShouldProcessForStateChangingFunctions', '', Justification = 'Part of a test.')]
    param([Parameter(Mandatory)] [string] $Path)
    $index = @{ name = 'Windows 11 Pro'; edition = 'Professional'; installationType = 'Client'; release = '24H2'; build = 26100; revision = 4061; architecture = 'x64'; language = 'en-US' }
    $null = Invoke-Engine -Command rehearsal, image -Request @{ out = $Path; spec = @{ indexes = @($index) } }
    $Path
}

function New-RehearsalMonth {
    # Registers a rehearsal image as "Acceptance" and stores a stand-in for the update that is right for it.
    [Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSUseShouldProcessForStateChangingFunctions', '', Justification = 'Part of a test.')]
    param([hashtable] $Context, [string] $Path = (Join-Path -Path $Context.Folder -ChildPath 'install.wim'))
    $fixtures = Join-Path -Path $Context.Root -ChildPath 'test/powershell/fixtures'
    $null = Import-ImgRelease -LiteralPath (Join-Path -Path $fixtures -ChildPath 'releases.tsv')
    $null = Import-ImgUpdate -LiteralPath (Join-Path -Path $fixtures -ChildPath 'catalog.jsonl')
    $null = New-ImgImage -Name 'Acceptance' -Path (New-RehearsalImage -Path $Path) -AcceptEula
    $package = Join-Path -Path $Context.Folder -ChildPath 'stand-in.msu'
    $spec = @{ kind = 'CumulativeUpdate'; articleId = '5060842'; release = '24H2'; installationType = 'Client'; build = 26100; revision = 4349; architecture = 'x64' }
    $null = Invoke-Engine -Command rehearsal, package -Request @{ out = $package; spec = $spec }
    $null = Add-ImgUpdateContent -LiteralPath $package -UniqueId 'a5060842-0000-4000-8000-000000000001' -StandIn -WarningAction SilentlyContinue
}

function Get-Digest {
    param([Parameter(Mandatory)] [string] $Path)
    (Get-FileHash -LiteralPath $Path -Algorithm SHA256).Hash
}

Export-ModuleMember -Function *
