function Disconnect-ImgEngine {
    <#
    .SYNOPSIS
    Ends the engine of this session, if there is one. Runs that it started go on: they live in their own worker.
    #>
    [CmdletBinding()]
    param()

    $engine = $script:Engine
    $script:Engine = $null
    if ($null -eq $engine) {
        return
    }
    try {
        $engine.Input.Close()
        if (-not $engine.Process.WaitForExit(3000)) {
            $engine.Process.Kill()
        }
    } catch {
        # It ended by itself in this moment.
        Write-Debug -Message $_.Exception.Message
    } finally {
        $engine.Process.Dispose()
    }
}
