<#
ImgUpdate keeps Windows images patched. Each cmdlet is one file in Public; it asks the engine for one operation and
turns the answer into typed objects. Private holds the way to the engine and back.
To add a cmdlet: Public/<Verb-Noun>.ps1, its name in the manifest, test/powershell/<Verb-Noun>.Tests.ps1.
#>

# The caller's strict mode would reach into the module otherwise: members that an answer may lack are read as $null here.
Set-StrictMode -Version 1.0

$script:ModuleRoot = $PSScriptRoot
# The engine process of this session, or $null. See Private/Connect-ImgEngine.ps1.
$script:Engine = $null

# An installation that broke off half-way (a full disk, a package file that was cut) is told as that, not by what is missed.
$listed = @('Public', 'Private')
$digests = [System.IO.Path]::Combine($PSScriptRoot, 'SHA256SUMS')
if ([System.IO.File]::Exists($digests)) {
    $listed += @([System.IO.File]::ReadAllLines($digests) -match '  P(ublic|rivate)/' -replace '^\S+  ')
}
foreach ($name in $listed) {
    $path = [System.IO.Path]::Combine($PSScriptRoot, $name)
    if (-not [System.IO.File]::Exists($path) -and -not [System.IO.Directory]::Exists($path)) {
        $message = "The module folder is not whole: $path is missing. Install the module again: Install-PSResource -Name ImgUpdate -Reinstall."
        throw (New-Object -TypeName System.Management.Automation.ErrorRecord -ArgumentList $message, 'ImgModuleDamaged', 'NotInstalled', $path)
    }
}

$public = [System.IO.Directory]::GetFiles([System.IO.Path]::Combine($PSScriptRoot, 'Public'), '*.ps1')
$private = [System.IO.Directory]::GetFiles([System.IO.Path]::Combine($PSScriptRoot, 'Private'), '*.ps1')
foreach ($file in $private + $public) {
    . $file
}

foreach ($pair in @(Get-ImgCompletion)) {
    Register-ArgumentCompleter @pair
}

$ExecutionContext.SessionState.Module.OnRemove = { Disconnect-ImgEngine }
# The end of the session closes the pipe to the engine in any case; this lets it end before the console is gone.
$leaving = @{
    SourceIdentifier = 'PowerShell.Exiting'
    SupportEvent     = $true
    MessageData      = $ExecutionContext.SessionState.Module
    Action           = { & $event.MessageData { Disconnect-ImgEngine } }
}
Register-EngineEvent @leaving

$names = foreach ($file in $public) { [System.IO.Path]::GetFileNameWithoutExtension($file) }
Export-ModuleMember -Function $names -Alias '*-Img*'
