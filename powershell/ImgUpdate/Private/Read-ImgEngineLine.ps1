function Read-ImgEngineLine {
    <#
    .SYNOPSIS
    Waits for the next line of the engine, in slices so that Ctrl+C works. Throws ImgEngineProtocol when it has ended.
    #>
    [CmdletBinding()]
    [OutputType([string])]
    param([Parameter(Mandatory)] [hashtable] $Engine)

    try {
        # A read that Ctrl+C left behind is still under way: it has to be awaited before another can begin.
        if ($null -eq $Engine.Reading) {
            $Engine.Reading = $Engine.Output.ReadLineAsync()
        }
        while (-not $Engine.Reading.Wait(100)) {
            continue
        }
        $line = $Engine.Reading.Result
    } catch {
        $line = $null
    }
    $Engine.Reading = $null
    if ($null -ne $line) {
        return $line
    }
    throw (Get-ImgEngineFailure -Engine $Engine)
}

function Get-ImgEngineFailure {
    <#
    .SYNOPSIS
    Makes the error of an engine that has ended, with what it wrote last, and forgets it: the next call starts a new one.
    #>
    [CmdletBinding()]
    [OutputType([System.Management.Automation.ErrorRecord])]
    param([Parameter(Mandatory)] [hashtable] $Engine)

    $said = ''
    $code = 'unknown'
    try {
        if ($Engine.Process.WaitForExit(2000)) {
            $code = $Engine.Process.ExitCode
        }
        if ($Engine.Errors.Wait(1000)) {
            $said = ([string]$Engine.Errors.Result).Trim()
        }
    } catch {
        Write-Debug -Message $_.Exception.Message
    }
    Disconnect-ImgEngine
    if ($said.Length -gt 2000) {
        $said = '...' + $said.Substring($said.Length - 2000)
    }
    $message = "The engine ended before it had answered (exit code $code)."
    if ($said) {
        $message = "$message It wrote: $said"
    }
    New-ImgError -Id ImgEngineProtocol -Message $message -Remedy 'Try again: the engine is started anew. If it happens again, report it with this text.'
}
