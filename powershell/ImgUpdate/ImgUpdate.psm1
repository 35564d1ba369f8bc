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
