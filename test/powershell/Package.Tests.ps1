# The package, installed as people install it: with the PSResourceGet of this PowerShell, from a folder that is a
# repository. Nothing reaches the folders of the user who runs the tests.
BeforeDiscovery {
    Import-Module "$PSScriptRoot/ImgTest.psm1"
    $root = [System.IO.Path]::GetFullPath("$PSScriptRoot/../..")
    $onWindows = [System.IO.Path]::DirectorySeparatorChar -eq '\'
    $why = ''
    if (-not (Get-Command -Name Save-PSResource -ErrorAction Ignore)) {
        $why = 'this PowerShell has no PSResourceGet'
    } elseif (-not (Test-Path -Path "$root/dist/ImgUpdate.*.nupkg")) {
        $node = & (Get-Module -Name ImgUpdate) { Find-ImgNode }
        $said = & $node "$root/.build/package.ts" 2>&1
        if ($LASTEXITCODE -eq 5) {
            $why = "$said"
        } elseif ($LASTEXITCODE -ne 0) {
            throw "The package could not be made: $said"
        }
    }
    $note = Get-ImgTestNote -Without ($why -ne '') -Why $why
    $userNote = $note
    if ($onWindows -and -not $why) { $userNote = ' (not run on Windows: there the modules of the user cannot be put elsewhere)' }
    $diskNote = $userNote
    if (-not $diskNote) {
        $probe = Join-Path -Path ([System.IO.Path]::GetTempPath()) -ChildPath "imgupdate-probe-$PID"
        $null = New-Item -Path $probe -ItemType Directory
        $null = sh -c "mount -t tmpfs -o size=1m tmpfs '$probe' && umount '$probe'" 2>&1
        if ($LASTEXITCODE -ne 0) { $diskNote = ' (not run: only root can make a small volume)' }
        Remove-Item -LiteralPath $probe
    }
}

BeforeAll {
    Import-Module "$PSScriptRoot/ImgTest.psm1"
    $script:Root = [System.IO.Path]::GetFullPath("$PSScriptRoot/../..")
    $script:OnWindows = [System.IO.Path]::DirectorySeparatorChar -eq '\'
    $script:Power, [object[]]$script:Leading = Get-ImgTestPowerShell
    $script:Node = & (Get-Module -Name ImgUpdate) { Find-ImgNode }
    $script:Work = Join-Path -Path ([System.IO.Path]::GetTempPath()) -ChildPath "imgupdate-install-$PID"
    # PowerShell takes a data folder that is missing for none at all, and then writes into the current one.
    $null = New-Item -Path "$script:Work/feed", "$script:Work/home/.local/share", "$script:Work/home/.config", "$script:Work/saved" -ItemType Directory -Force
    Copy-Item -Path "$script:Root/dist/ImgUpdate.*.nupkg" -Destination "$script:Work/feed" -ErrorAction Ignore

    # Repositories are remembered for the user: on POSIX in this home, on Windows they are taken out again.
    $script:Repositories = New-Object -TypeName System.Collections.Generic.List[string]

    function Invoke-ImgTestSession {
        # Runs a script in a PowerShell of its own, and outputs what it wrote. -Variable: further environment.
        param([string] $Script, [hashtable] $Variable = @{})
        $own = "$script:Work/home"
        $set = @{
            HOME                     = $own
            XDG_DATA_HOME            = "$own/.local/share"
            XDG_CONFIG_HOME          = "$own/.config"
            XDG_CACHE_HOME           = "$own/cache"
            IMGUPDATE_SITE           = "$script:Work/site"
            IMGUPDATE_NODE           = $script:Node
            PSModulePath             = "$script:Work/saved"
            POWERSHELL_UPDATECHECK   = 'Off'
        }
        if ($script:OnWindows) { 'HOME', 'IMGUPDATE_NODE' | ForEach-Object { $set.Remove($_) } }
        foreach ($name in $Variable.Keys) { $set[$name] = $Variable[$name] }
        $file = "$script:Work/session.ps1"
        $head = "`$ErrorActionPreference = 'Stop'; `$ProgressPreference = 'SilentlyContinue'`n"
        [System.IO.File]::WriteAllText($file, "$head$Script")
        $before = @{}
        try {
            foreach ($name in $set.Keys) {
                $before[$name] = [System.Environment]::GetEnvironmentVariable($name)
                [System.Environment]::SetEnvironmentVariable($name, $set[$name])
            }
            & $script:Power @script:Leading -NoProfile -NonInteractive -ExecutionPolicy Bypass -File $file 2>&1 | ForEach-Object { "$_" }
        } finally {
            foreach ($name in $before.Keys) { [System.Environment]::SetEnvironmentVariable($name, $before[$name]) }
        }
    }

    function Get-ImgTestRegistration {
        # The line that makes a folder a repository.
        param([string] $Folder)
        $name = 'img-{0}-{1}' -f $PID, ($script:Repositories.Count + 1)
        $script:Repositories.Add($name)
        "Register-PSResourceRepository -Name $name -Uri '$Folder' -Trusted"
        $name
    }

    function Save-ImgTestPackage {
        # Saves the package of a folder into another one; outputs what went wrong.
        param([string] $Feed, [string] $To, [hashtable] $Variable = @{})
        $register, $name = Get-ImgTestRegistration -Folder $Feed
        Invoke-ImgTestSession -Variable $Variable -Script @"
$register
try { Save-PSResource -Name ImgUpdate -Repository $name -Path '$To' -TrustRepository } catch { `$_.FullyQualifiedErrorId; `$_.Exception.Message }
"@
    }

    # What a first command gives: the id of the problem and what to do, or the folder of the site.
    $script:FirstCommand = @'
try {
    Import-Module ImgUpdate
    'site: ' + (Get-ImgConfiguration).Folder
    'module: ' + (Get-Module ImgUpdate).Version + ' in ' + (Get-Module ImgUpdate).ModuleBase
} catch {
    'id: ' + $_.FullyQualifiedErrorId
    'said: ' + $_.Exception.Message
    'remedy: ' + $_.ErrorDetails.RecommendedAction
}
'@

    function New-ImgTestFeed {
        # A folder with the package, its bytes changed by a script block.
        param([string] $Name, [scriptblock] $Change)
        $feed = (New-Item -Path "$script:Work/$Name" -ItemType Directory -Force).FullName
        $source = (Get-Item -Path "$script:Work/feed/*.nupkg").FullName
        [System.IO.File]::WriteAllBytes("$feed/$(Split-Path -Path $source -Leaf)", [byte[]](& $Change ([System.IO.File]::ReadAllBytes($source))))
        $feed
    }

    function Copy-ImgTestInstallation {
        # A copy of the saved module in a module path of its own, without the large program.
        param([string] $Name)
        $path = "$script:Work/$Name"
        $from = (Get-Item -Path "$script:Work/saved/ImgUpdate/*").FullName
        $to = "$path/ImgUpdate/$(Split-Path -Path $from -Leaf)"
        $null = New-Item -Path $to -ItemType Directory -Force
        Get-ChildItem -LiteralPath $from -Exclude 'node.exe' | Copy-Item -Destination $to -Recurse
        [pscustomobject]@{ Path = $path; Folder = $to }
    }

    if (Get-Item -Path "$script:Work/feed/*.nupkg" -ErrorAction Ignore) {
        $script:Saved = Save-ImgTestPackage -Feed "$script:Work/feed" -To "$script:Work/saved"
    }
}

AfterAll {
    if ($script:OnWindows -and $script:Repositories.Count -gt 0) {
        Unregister-PSResourceRepository -Name $script:Repositories -ErrorAction Ignore
    }
    & (Get-Module -Name ImgUpdate) { Disconnect-ImgEngine }
    Remove-Item -LiteralPath $script:Work -Recurse -Force -ErrorAction Ignore
}

Describe 'The package' {
    It "is found in the folder with its facts$note" -Skip:($note -ne '') {
        $register, $name = Get-ImgTestRegistration -Folder "$script:Work/feed"
        $found = Invoke-ImgTestSession -Script "$register`nFind-PSResource -Name ImgUpdate -Repository $name | ConvertTo-Json -Depth 3" | Out-String | ConvertFrom-Json

        $found.Name | Should -Be 'ImgUpdate'
        $found.Type | Should -BeIn 1, 'Module'
        $found.Tags | Should -Contain 'DISM'
        $found.Description | Should -Match 'offline servicing'
    }

    It "is at most 48 MB large$note" -Skip:($note -ne '') {
        (Get-Item -Path "$script:Work/feed/*.nupkg").Length | Should -BeLessOrEqual 48MB
    }

    It "is saved without a word, and its first command answers$note" -Skip:($note -ne '') {
        $script:Saved | Should -BeNullOrEmpty
        $answer = Invoke-ImgTestSession -Script $script:FirstCommand

        $answer[0] | Should -Match '^site: .*imgupdate-install'
        $answer[1] | Should -Match 'module: \d+\.\d+\.\d+ in .*imgupdate-install.*saved'
    }

    It "needs no other Node on Windows, and says elsewhere which one is needed$note" -Skip:($note -ne '') {
        $answer = Invoke-ImgTestSession -Script $script:FirstCommand -Variable @{ IMGUPDATE_NODE = ''; PATH = "$script:Work/home" }

        if ($script:OnWindows) {
            $answer[0] | Should -Match '^site: '
        } else {
            $answer[0] | Should -Be 'id: ImgNodeTooOld,Get-ImgConfiguration'
            $answer[1] | Should -Match 'Node 24\.11 or newer'
            $answer[2] | Should -Match 'IMGUPDATE_NODE'
        }
    }

    It "holds what its list of digests says, Node, licences and a bill of materials among it$note" -Skip:($note -ne '') {
        $folder = (Get-Item -Path "$script:Work/saved/ImgUpdate/*").FullName
        $lines = [System.IO.File]::ReadAllLines("$folder/SHA256SUMS")
        $wrong = foreach ($line in $lines) {
            $digest, $path = $line -split '  ', 2
            if ((Get-FileHash -LiteralPath "$folder/$path" -Algorithm SHA256).Hash -ne $digest) { $path }
        }
        $bill = Get-Content -LiteralPath "$folder/sbom.cdx.json" -Raw | ConvertFrom-Json
        $program = ($lines -match '  node\.exe$')[0].Substring(0, 64)

        $wrong | Should -BeNullOrEmpty
        $lines -replace '^\S+  ' | Should -Contain 'licences/node.txt'
        @($bill.components | Where-Object { $_.name -eq 'node' })[0].hashes[0].content | Should -Be $program
        @($bill.components | Where-Object { $_.purl -like 'pkg:npm/kysely@*' }).Count | Should -Be 1
    }
}

Describe 'Install-PSResource' {
    It "makes the module the user's, upgrades it beside a session that has it loaded, and takes it away again; the site stays$userNote" -Skip:($userNote -ne '') {
        # The next version, published from its folder.
        $next = "$script:Work/next/ImgUpdate"
        $null = New-Item -Path "$script:Work/next" -ItemType Directory
        Copy-Item -LiteralPath (Copy-ImgTestInstallation -Name 'copy').Folder -Destination $next -Recurse
        $manifest = [System.IO.File]::ReadAllText("$next/ImgUpdate.psd1")
        $version = [regex]::Match($manifest, "ModuleVersion\s*=\s*'([^']+)'").Groups[1].Value
        [System.IO.File]::WriteAllText("$next/ImgUpdate.psd1", $manifest.Replace("'$version'", "'99.0.0'"))
        $register, $name = Get-ImgTestRegistration -Folder "$script:Work/feed-2"
        $null = New-Item -Path "$script:Work/feed-2" -ItemType Directory
        Copy-Item -Path "$script:Work/feed/*.nupkg" -Destination "$script:Work/feed-2"
        $elsewhere = @{ PSModulePath = ''; IMGUPDATE_SITE = "$script:Work/kept-site" }

        $session = Invoke-ImgTestSession -Variable $elsewhere -Script @"
$register
Install-PSResource -Name ImgUpdate -Repository $name
Import-Module ImgUpdate
'before: ' + (Get-ImgConfiguration).RetainVersion + ' ' + (Get-Module ImgUpdate).Version
Publish-PSResource -Path '$next' -Repository $name
Update-PSResource -Name ImgUpdate -Repository $name
'loaded: ' + (Get-ImgConfiguration).RetainVersion + ' ' + (Get-Module ImgUpdate).Version
"@
        $after = Invoke-ImgTestSession -Variable $elsewhere -Script $script:FirstCommand
        $gone = Invoke-ImgTestSession -Variable $elsewhere -Script @"
Uninstall-PSResource -Name ImgUpdate -Version '*'
'left: ' + @(Get-Module -Name ImgUpdate -ListAvailable).Count + ' ' + @(Get-ChildItem -Path '$script:Work/home/.local/share' -Recurse -Filter '*.psm1').Count
"@

        $session | Should -Be "before: 2 $version", "loaded: 2 $version"
        $after[1] | Should -Match '^module: 99\.0\.0 in .*home/\.local/share'
        $gone | Should -Be 'left: 0 0'
        Test-Path -LiteralPath "$script:Work/kept-site/site.db" | Should -BeTrue
    }

    It "leaves nothing when the disk is full$diskNote" -Skip:($diskNote -ne '') {
        $small = "$script:Work/small"
        $null = New-Item -Path $small -ItemType Directory
        mount -t tmpfs -o size=40m tmpfs $small
        try {
            $register, $name = Get-ImgTestRegistration -Folder "$script:Work/feed"
            $null = New-Item -Path "$small/tmp", "$small/.local/share" -ItemType Directory -Force
            $said = Invoke-ImgTestSession -Variable @{ HOME = $small; XDG_DATA_HOME = "$small/.local/share"; TMPDIR = "$small/tmp"; PSModulePath = '' } -Script @"
$register
try { Install-PSResource -Name ImgUpdate -Repository $name } catch { `$_.FullyQualifiedErrorId; `$_.Exception.Message }
"@
            $left = Get-ChildItem -LiteralPath $small -Recurse -File | Where-Object { $_.FullName -match 'ImgUpdate' }
        } finally {
            umount $small
        }

        "$said" | Should -Match 'No space left|not enough space'
        $left | Should -BeNullOrEmpty
    }

    It "says of what a full disk left on another volume that it is not whole$diskNote" -Skip:($diskNote -ne '') {
        $small = "$script:Work/other-volume"
        $null = New-Item -Path $small -ItemType Directory
        mount -t tmpfs -o size=4m tmpfs $small
        try {
            $said = Save-ImgTestPackage -Feed "$script:Work/feed" -To $small
            $answer = Invoke-ImgTestSession -Script $script:FirstCommand -Variable @{ PSModulePath = $small }
        } finally {
            umount $small
        }

        "$said" | Should -Match 'No space left'
        $answer[0] | Should -Match '^id: (ImgModuleDamaged|Modules_ModuleNotFound),'
    }
}

Describe 'A damaged package file' {
    It "that was cut is not installed$note" -Skip:($note -ne '') {
        $feed = New-ImgTestFeed -Name 'cut' -Change { param($bytes) $bytes[0..999999] }
        $said = Save-ImgTestPackage -Feed $feed -To "$script:Work/from-cut"

        $said[0] | Should -Match 'Save-?PSResource'
        Get-ChildItem -Path "$script:Work/from-cut" -Recurse -ErrorAction Ignore | Should -BeNullOrEmpty
    }

    It "whose engine has another byte is told by the first command, and nothing of it runs$note" -Skip:($note -ne '') {
        $install = Copy-ImgTestInstallation -Name 'changed'
        $bytes = [System.IO.File]::ReadAllBytes("$($install.Folder)/engine/imgupdate.bundle.cjs")
        $bytes[1000] = $bytes[1000] -bxor 1
        [System.IO.File]::WriteAllBytes("$($install.Folder)/engine/imgupdate.bundle.cjs", $bytes)

        $answer = Invoke-ImgTestSession -Script $script:FirstCommand -Variable @{ PSModulePath = $install.Path; IMGUPDATE_NODE = $script:Node }

        $answer[0] | Should -Be 'id: ImgModuleDamaged,Get-ImgConfiguration'
        $answer[1] | Should -Match 'imgupdate\.bundle\.cjs is not what was built'
        $answer[2] | Should -Match 'Install the module again'
    }
}

Describe 'A module folder' {
    It "<Title> gives one problem, <Id>$note" -Skip:($note -ne '') -ForEach @(
        @{ Title = 'without the engine'; Path = 'engine'; Id = 'ImgEngineNotFound,Get-ImgConfiguration'; Said = 'The engine is not there' }
        @{ Title = 'without a file of the engine'; Path = 'engine/imgupdate.bundle.cjs'; Id = 'ImgModuleDamaged,Get-ImgConfiguration'; Said = 'bundle\.cjs cannot be read' }
        @{ Title = 'without a file of the module'; Path = 'Private/Find-ImgNode.ps1'; Id = 'ImgModuleDamaged,*'; Said = 'Find-ImgNode\.ps1 is missing' }
        @{ Title = 'without a folder of the module'; Path = 'Public'; Id = 'ImgModuleDamaged,*'; Said = 'Public is missing' }
    ) {
        $install = Copy-ImgTestInstallation -Name "bare-$($Path -replace '\W')"
        Remove-Item -LiteralPath "$($install.Folder)/$Path" -Recurse

        $answer = Invoke-ImgTestSession -Script $script:FirstCommand -Variable @{ PSModulePath = $install.Path; IMGUPDATE_NODE = $script:Node }

        $answer[0] | Should -BeLike "id: $Id"
        $answer[1] | Should -Match $Said
        "$answer" | Should -Match 'Install the module again'
    }

    It "whose own Node is something else is told as that$note" -Skip:($note -ne '') {
        $install = Copy-ImgTestInstallation -Name 'wrong-node'
        $name = if ($script:OnWindows) { 'node.exe' } else { 'node' }
        [System.IO.File]::WriteAllText("$($install.Folder)/$name", '<!DOCTYPE html><title>404</title>')
        if (-not $script:OnWindows) { chmod +x "$($install.Folder)/$name" }

        $answer = Invoke-ImgTestSession -Script $script:FirstCommand -Variable @{ PSModulePath = $install.Path; IMGUPDATE_NODE = ''; PATH = "$script:Work/home" }

        $answer[0] | Should -Be 'id: ImgNodeTooOld,Get-ImgConfiguration'
        $answer[1] | Should -Match "$name does not start"
        $answer[2] | Should -Match 'Install the module again'
    }
}
