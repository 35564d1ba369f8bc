<#
What the Pester files share: the built module, throw-away sites, and a rehearsal image and package that are made once.
IMGUPDATE_TEST_MODULE names the module folder (default dist/ImgUpdate).
#>
$script:Root = [System.IO.Path]::GetFullPath("$PSScriptRoot/../..")
$script:ModulePath = "$script:Root/dist/ImgUpdate"
if ($env:IMGUPDATE_TEST_MODULE) {
    $script:ModulePath = $env:IMGUPDATE_TEST_MODULE
}
$script:Made = Join-Path -Path ([System.IO.Path]::GetTempPath()) -ChildPath "imgupdate-pester-$PID"
$script:Sites = 0

# The facts that the tests rest on: Windows 11 24H2, from its revision of May 2025 to that of June 2025.
$script:Before = 4061
$script:After = 4349

Import-Module -Name "$script:ModulePath/ImgUpdate.psd1" -Global -ErrorAction Stop

function Get-ImgTestModulePath {
    [OutputType([string])] param()
    $script:ModulePath
}

function Get-ImgTestPowerShell {
    # The PowerShell that runs the tests: program and leading arguments, for starting another one. As a tool of .NET it
    # is a library that `dotnet` runs.
    [OutputType([string[]])] param()
    $program = (Get-Process -Id $PID).Path
    if ([System.IO.Path]::GetFileNameWithoutExtension($program) -eq 'dotnet') {
        return $program, [System.IO.Path]::Combine($PSHOME, 'pwsh.dll')
    }
    , @($program)
}

function Invoke-ImgTestEngine {
    # Runs one command of the engine with a request, for what the module has no cmdlet for.
    param([string[]] $Command, [System.Collections.IDictionary] $Request)
    $file = [System.IO.Path]::GetTempFileName()
    try {
        [System.IO.File]::WriteAllText($file, (ConvertTo-Json -InputObject $Request -Depth 8))
        $node = & (Get-Module -Name ImgUpdate) { Find-ImgNode }
        $engine = & (Get-Module -Name ImgUpdate) { Find-ImgEngine }
        $text = & $node $engine @Command --input $file 2>&1
        if ($LASTEXITCODE -ne 0) {
            throw "imgupdate $Command ended with $LASTEXITCODE : $text"
        }
    } finally {
        Remove-Item -LiteralPath $file
    }
}

function Get-ImgTestImage {
    # The rehearsal image that tests copy: two indexes at the revision before.
    [OutputType([string])] param()
    $file = Join-Path -Path $script:Made -ChildPath 'base.wim'
    if (-not (Test-Path -LiteralPath $file)) {
        $null = New-Item -Path $script:Made -ItemType Directory -Force
        $common = @{ installationType = 'Client'; release = '24H2'; build = 26100; revision = $script:Before; architecture = 'x64'; language = 'en-US'; packages = 3 }
        $indexes = @(
            @{ name = 'Windows 11 Enterprise'; edition = 'Enterprise' } + $common
            @{ name = 'Windows 11 Pro'; edition = 'Professional' } + $common
        )
        Invoke-ImgTestEngine -Command rehearsal, image -Request @{ out = $file; spec = @{ indexes = $indexes } }
    }
    $file
}

function Get-ImgTestBootImage {
    # A rehearsal image with boot managers, those of its recovery image older.
    [OutputType([string])] param()
    $file = Join-Path -Path $script:Made -ChildPath 'boot-managers.wim'
    if (-not (Test-Path -LiteralPath $file)) {
        $null = New-Item -Path $script:Made -ItemType Directory -Force
        $index = @{ name = 'Windows 11 Enterprise'; edition = 'Enterprise'; installationType = 'Client'; release = '24H2'; build = 26100; revision = $script:Before; architecture = 'x64'; language = 'en-US'; winre = $true; boot = @{ svn = '9.0'; recoverySvn = '7.0' } }
        Invoke-ImgTestEngine -Command rehearsal, image -Request @{ out = $file; spec = @{ indexes = @($index) } }
    }
    $file
}

function Get-ImgTestMedia {
    # A folder with media of a rehearsal: images with boot managers, a boot manager of 2011 where firmware looks.
    [OutputType([string])] param([string] $Path = (Join-Path -Path $script:Made -ChildPath "media-$([guid]::NewGuid())"))
    $image = Get-ImgTestBootImage
    foreach ($folder in 'sources', 'efi/boot', 'efi/microsoft/boot', 'boot') {
        $null = New-Item -Path "$Path/$folder" -ItemType Directory -Force
    }
    foreach ($name in 'install.wim', 'boot.wim') { Copy-Item -LiteralPath $image -Destination "$Path/sources/$name" }
    foreach ($name in 'setup.exe', 'boot/etfsboot.com', 'efi/microsoft/boot/efisys.bin') {
        [System.IO.File]::WriteAllBytes("$Path/$name", [byte[]]::new(2048))
    }
    Invoke-ImgTestEngine -Command image, read -Request @{ path = $image; file = '\Windows\Boot\EFI\bootmgfw.efi'; to = "$Path/efi/boot/bootx64.efi" }
    $Path
}

function Get-ImgTestPackage {
    # A stand-in for KB5060842.
    [OutputType([string])] param()
    $file = Join-Path -Path $script:Made -ChildPath 'kb5060842.msu'
    if (-not (Test-Path -LiteralPath $file)) {
        $null = New-Item -Path $script:Made -ItemType Directory -Force
        $spec = @{ kind = 'CumulativeUpdate'; articleId = '5060842'; release = '24H2'; installationType = 'Client'; build = 26100; revision = $script:After; architecture = 'x64' }
        Invoke-ImgTestEngine -Command rehearsal, package -Request @{ out = $file; spec = $spec }
    }
    $file
}

function New-ImgTestFeature {
    # Makes a folder as discs with languages and features have it: German, and its basic feature. Outputs its path.
    [CmdletBinding()]
    param([Parameter(Mandatory)] [string] $Path)

    $null = New-Item -ItemType Directory -Path $Path -Force
    $facts = @{ form = 'cab'; release = '24H2'; installationType = 'Client'; build = 26100; revision = 1; architecture = 'x64' }
    $made = @{
        'Microsoft-Windows-Client-Language-Pack_x64_de-de.cab' = @{ kind = 'LanguagePack'; language = 'de-DE' }
        'Microsoft-Windows-LanguageFeatures-Basic-de-de-Package~31bf3856ad364e35~amd64~~.cab' = @{ kind = 'FeatureOnDemand'; capability = 'Language.Basic~~~de-DE~0.0.1.0' }
    }
    foreach ($name in $made.Keys) {
        Invoke-ImgTestEngine -Command rehearsal, package -Request @{ out = (Join-Path $Path $name); spec = $facts + $made[$name] }
    }
    (Get-Item -LiteralPath $Path).FullName
}

function Start-ImgTestServer {
    # Serves the files of a folder, or what a script of test/helpers serves; output: Url and Process. It ends with Stop-ImgTestServer.
    param([string] $Folder, [string] $Script = 'serve-folder.ts')
    $start = [System.Diagnostics.ProcessStartInfo]::new((& (Get-Module -Name ImgUpdate) { Find-ImgNode }))
    $start.Arguments = """$script:Root/test/helpers/$Script"" ""$Folder"""
    $start.UseShellExecute = $false
    $start.RedirectStandardInput = $true
    $start.RedirectStandardOutput = $true
    $process = [System.Diagnostics.Process]::Start($start)
    [pscustomobject]@{ Url = $process.StandardOutput.ReadLine(); Process = $process }
}

function Start-ImgTestPointServer {
    # Serves a distribution point of the site on a port of its own; output: Url, Fingerprint and Process.
    param([string] $Name)
    $start = [System.Diagnostics.ProcessStartInfo]::new((& (Get-Module -Name ImgUpdate) { Find-ImgNode }))
    $engine = & (Get-Module -Name ImgUpdate) { Find-ImgEngine }
    $start.Arguments = """$engine"" distribution serve $Name --address=127.0.0.1 --port=0 --events=json"
    $start.UseShellExecute = $false
    $start.RedirectStandardError = $true
    $process = [System.Diagnostics.Process]::Start($start)
    while ($null -ne ($line = $process.StandardError.ReadLine())) {
        $told = ConvertFrom-Json -InputObject $line
        if ($told.type -eq 'distribution.serving') { return [pscustomobject]@{ Url = $told.data.url; Fingerprint = $told.data.fingerprint; Process = $process } }
        if ($told.type -eq 'problem') { throw $told.message }
    }
}

function Stop-ImgTestPointServer {
    param([psobject] $Server)
    if ($null -ne $Server) { $Server.Process.Kill() }
}

function Import-ImgTestOffer {
    # Says in the catalog of a site where the package of June lies (on a server of ours), and of May where it does not.
    param([psobject] $Site, [psobject] $Server)
    $package = Get-ImgTestPackage
    $file = @{
        name   = 'windows11.0-kb5060842-x64.msu'
        size   = (Get-Item -LiteralPath $package).Length
        sha256 = (Get-FileHash -LiteralPath $package -Algorithm SHA256).Hash.ToLowerInvariant()
        url    = "$($Server.Url)/kb5060842.msu"
    }
    $records = foreach ($update in Get-ImgUpdate -UniqueId $Site.Update, 'a5058411-0000-4000-8000-000000000001') {
        $own = $file
        if ($update.KB -ne '5060842') {
            $own = @{ name = 'windows11.0-kb5058411-x64.msu'; size = 9; sha256 = '0' * 64; url = "$($Server.Url)/no.msu" }
        }
        ConvertTo-Json -Compress -Depth 4 -InputObject @{
            uniqueId = $update.UniqueId; title = $update.Title; articleId = $update.KB; classification = 'Security Updates'
            products = @('Windows 11'); datePosted = $update.DatePosted.ToString('o'); revisionNumber = 9; files = @($own)
        }
    }
    [System.IO.File]::WriteAllLines("$($Site.Folder)/more.jsonl", [string[]]$records)
    $null = Import-ImgUpdate -LiteralPath "$($Site.Folder)/more.jsonl"
}

function Stop-ImgTestServer {
    param([psobject] $Server)
    $Server.Process.StandardInput.Close()
    $Server.Process.WaitForExit()
}

function New-ImgTestSplitSet {
    # Makes a split set of two parts of an image in a folder: each holds every second content, the first all metadata.
    param([string] $Image, [string] $Folder)
    $null = New-Item -Path $Folder -ItemType Directory -Force
    foreach ($part in 1, 2) {
        $bytes = [System.IO.File]::ReadAllBytes($Image)
        $bytes[40], $bytes[42] = $part, 2
        $table = [System.BitConverter]::ToInt64($bytes, 56)
        for ($entry = 0; $entry -lt [System.BitConverter]::ToInt64($bytes, 64) / 50; $entry++) {
            $isMetadata = $bytes[$table + 50 * $entry + 7] -band 2
            $bytes[$table + 50 * $entry + 24] = if ($isMetadata) { 1 } else { 1 + $entry % 2 }
        }
        [System.IO.File]::WriteAllBytes("$Folder/install$(if ($part -gt 1) { $part }).swm", $bytes)
    }
}

function New-ImgTestIso {
    # Makes an ISO image of media with this image on it.
    param([string] $Image, [string] $Path)
    $node = & (Get-Module -Name ImgUpdate) { Find-ImgNode }
    $text = & $node "$script:Root/test/formats/udf/make-iso.ts" $Path $Image 2>&1
    if ($LASTEXITCODE -ne 0) {
        throw "make-iso ended with $LASTEXITCODE : $text"
    }
}

function New-ImgTestMedia {
    # Makes a folder with media that hold this image. Outputs the folder.
    param([string] $Folder, [string] $Image)
    $null = New-Item -Path "$Folder/sources" -ItemType Directory -Force
    Set-Content -LiteralPath "$Folder/setup.exe" -Value 'MZ setup' -NoNewline
    foreach ($name in 'setup.exe', 'setuphost.exe') {
        Set-Content -LiteralPath "$Folder/sources/$name" -Value "MZ $name" -NoNewline
    }
    Copy-Item -LiteralPath $Image -Destination "$Folder/sources/install.wim"
    $Folder
}

function New-ImgTestBootImage {
    # Makes a boot.wim of a rehearsal. Outputs its path.
    param([string] $Path)
    $index = @{ name = 'Microsoft Windows PE (amd64)'; edition = 'WindowsPE'; installationType = 'WindowsPE'; release = '24H2'; build = 26100; revision = 4061; architecture = 'x64'; language = 'en-US' }
    Invoke-ImgTestEngine -Command rehearsal, image -Request @{ out = $Path; spec = @{ indexes = @($index) } }
    $Path
}

function New-ImgTestSite {
    # A site of its own. -Catalog imports the catalog, -Image registers a copy of the image, -Content stores the package.
    param([switch] $Catalog, [switch] $Image, [switch] $Content)
    $script:Sites++
    $folder = Join-Path -Path $script:Made -ChildPath "site-$script:Sites"
    $null = New-Item -Path "$folder/images" -ItemType Directory -Force
    $env:IMGUPDATE_SITE = "$folder/site"
    $env:IMGUPDATE_DISM_STATE = "$folder/dism-state"
    $site = [pscustomobject]@{ Folder = $folder; File = "$folder/images/install.wim"; Image = $null; Update = 'a5060842-0000-4000-8000-000000000001' }
    Copy-Item -LiteralPath (Get-ImgTestImage) -Destination $site.File
    if ($Catalog -or $Content) {
        Invoke-ImgTestEngine -Command release, import -Request @{ path = "$PSScriptRoot/fixtures/releases.tsv" }
        $null = Import-ImgUpdate -LiteralPath "$PSScriptRoot/fixtures/catalog.jsonl" -ErrorAction Stop
    }
    if ($Image) {
        $site.Image = New-ImgImage -Name 'Windows 11 Enterprise' -Path $site.File -AcceptEula -ErrorAction Stop
    }
    if ($Content) {
        $null = Add-ImgUpdateContent -LiteralPath (Get-ImgTestPackage) -UniqueId $site.Update -StandIn -ErrorAction Stop
    }
    $site
}

function Remove-ImgTestSite {
    param([psobject] $Site)
    & (Get-Module -Name ImgUpdate) { Disconnect-ImgEngine }
    $env:IMGUPDATE_SITE = $null
    $env:IMGUPDATE_DISM_STATE = $null
    # A worker that is about to end may still hold its files for a moment.
    foreach ($attempt in 1..20) {
        try {
            Remove-Item -LiteralPath $Site.Folder -Recurse -Force -ErrorAction Stop
            return
        } catch {
            if ($attempt -eq 20) { throw }
            Start-Sleep -Milliseconds 250
        }
    }
}

function Set-ImgTestEmulator {
    # From now on a Node script stands in for the emulator; without -Script the emulator itself works again.
    param([string] $Script)
    $env:IMGUPDATE_EMULATOR = $null
    if ($Script) {
        $node = & (Get-Module -Name ImgUpdate) { Find-ImgNode }
        $env:IMGUPDATE_EMULATOR = ConvertTo-Json -InputObject @($node, $Script) -Compress
    }
    # The engine of this session knows the environment of its start.
    & (Get-Module -Name ImgUpdate) { Disconnect-ImgEngine }
}

function Get-ImgTestNote {
    # What the title of a test ends with where it does not run: its reason. Empty where it runs.
    [OutputType([string])]
    param([Parameter(Mandatory)] [bool] $Without, [Parameter(Mandatory)] [AllowEmptyString()] [string] $Why)
    if ($Without) { return " (not run here: $Why)" }
    ''
}

function Get-ImgTestSchedulerNote {
    # Of tests in which a stub stands for the scheduler: on a Windows that has Task Scheduler nothing is registered.
    [OutputType([string])] param()
    $isReal = [System.Environment]::OSVersion.Platform -eq 'Win32NT' -and $null -ne (Get-Module -Name ScheduledTasks -ListAvailable)
    Get-ImgTestNote -Without $isReal -Why 'this Windows has a Task Scheduler; test/windows/acceptance.ps1 asks it'
}

function Set-ImgTestScheduler {
    # From now on stubs stand for the scheduler of the system: the module ScheduledTasks, and systemctl with its folder of
    # units. Outputs the folder in which they keep what they are told.
    [OutputType([string])] param()
    $folder = Join-Path -Path ([System.IO.Path]::GetTempPath()) -ChildPath "imgupdate-tasks-$([guid]::NewGuid())"
    $null = New-Item -Path $folder -ItemType Directory
    $script:BeforeScheduler = @{ PSModulePath = $env:PSModulePath; PATH = $env:PATH }
    $separator = [System.IO.Path]::PathSeparator
    $env:IMGUPDATE_STUB_TASKS = $folder
    if ([System.Environment]::OSVersion.Platform -eq 'Win32NT') {
        $env:PSModulePath = "$PSScriptRoot/stubs$separator$env:PSModulePath"
    } else {
        $env:SYSTEMD_UNIT_PATH = "$folder/units"
        $env:PATH = "$PSScriptRoot/stubs/systemd$separator$env:PATH"
    }
    & (Get-Module -Name ImgUpdate) { Disconnect-ImgEngine }
    $folder
}

function Clear-ImgTestScheduler {
    param()
    & (Get-Module -Name ImgUpdate) { Disconnect-ImgEngine }
    Remove-Item -LiteralPath $env:IMGUPDATE_STUB_TASKS -Recurse -Force
    foreach ($name in $script:BeforeScheduler.Keys) { [System.Environment]::SetEnvironmentVariable($name, $script:BeforeScheduler[$name]) }
    $env:IMGUPDATE_STUB_TASKS = $null
    $env:SYSTEMD_UNIT_PATH = $null
}

function Get-ImgTestError {
    # Runs a block and outputs the first error that it wrote or threw.
    param([scriptblock] $Block)
    $Error.Clear()
    try {
        $null = & $Block 2>&1
    } catch {
        return $_
    }
    $Error | Select-Object -Last 1
}

function Get-ImgTestTable {
    <# .SYNOPSIS The table of objects as a console of 80 columns shows it: its lines, the place of the line of dashes, how many columns. #>
    param([object[]] $InputObject)
    $lines = ($InputObject | Format-Table | Out-String -Width 80) -split '\r?\n'
    # The line of dashes says where each column stands, and the headers are above it.
    $ruler = 0..($lines.Count - 1) | Where-Object { $lines[$_] -match '^[- ]*-[- ]*$' } | Select-Object -First 1
    [pscustomobject]@{ Lines = $lines; Ruler = $ruler; Columns = ($lines[$ruler].Trim() -split ' +').Count }
}

Export-ModuleMember -Function '*-ImgTest*'
