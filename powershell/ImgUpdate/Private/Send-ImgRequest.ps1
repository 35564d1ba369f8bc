function Send-ImgRequest {
    <#
    .SYNOPSIS
    Asks the engine for one operation and outputs its answer: an object with Result, or with Error and the problem as
    Error.Data. Events on the way go to the caller's streams. Throws ImgEngineProtocol.
    #>
    [CmdletBinding()]
    [OutputType([psobject])]
    param(
        [Parameter(Mandatory)] [System.Management.Automation.PSCmdlet] $Cmdlet,
        [Parameter(Mandatory)] [string] $Method,
        [System.Collections.IDictionary] $Request = @{},
        [string] $Activity = '',
        # Bars of several runs by their ids, as Write-ImgEvent takes them.
        [System.Collections.IDictionary] $Bar = @{},
        # The caller goes on with the same bar and ends it.
        [switch] $KeepProgress,
        # Nothing is changed; the answer is what would have come of it.
        [switch] $DryRun
    )

    $engine = Connect-ImgEngine -Cmdlet $Cmdlet
    $engine.LastId++
    $id = $engine.LastId
    $sent = $false
    $answered = $false
    $progressShown = $false
    try {
        $sent = $true
        $question = [ordered]@{ jsonrpc = '2.0'; id = $id; method = $Method; params = $Request }
        if ($DryRun) { $question['dryRun'] = $true }
        Write-ImgEngineMessage -Engine $engine -Message $question
        while (-not $answered) {
            $line = Read-ImgEngineLine -Engine $engine
            try {
                $message = ConvertFrom-ImgJson -Line $line
            } catch {
                Disconnect-ImgEngine
                throw (New-ImgError -Id ImgEngineProtocol -Message "The engine wrote something that cannot be read: $($_.Exception.Message)")
            }
            if ($message.Method -eq 'event') {
                if ($message.Params.RequestId -eq $id) {
                    $progressShown = (Write-ImgEvent -EngineEvent $message.Params.Event -Activity $Activity -Bar $Bar) -or $progressShown
                }
            } elseif ($message.Id -eq $id -or ($null -eq $message.Id -and $null -ne $message.Error)) {
                # Anything else is the late answer of a request that was cancelled.
                $answered = $true
                $message
            }
        }
    } finally {
        if ($progressShown -and -not $KeepProgress) {
            Write-Progress -Id $script:ProgressId -Activity $script:ProgressActivity -Completed
        }
        # Only Ctrl+C leads here without an answer while the engine lives.
        if ($sent -and -not $answered -and $null -ne $script:Engine) {
            try {
                Write-ImgEngineMessage -Engine $engine -Message ([ordered]@{ jsonrpc = '2.0'; method = '$/cancelRequest'; params = @{ id = $id } })
            } catch {
                Disconnect-ImgEngine
            }
        }
    }
}

function Write-ImgEngineMessage {
    <#
    .SYNOPSIS
    Writes one message to the engine: one line of JSON, in UTF-8 without a mark.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)] [hashtable] $Engine,
        [Parameter(Mandatory)] [System.Collections.IDictionary] $Message
    )

    $text = (ConvertTo-Json -InputObject $Message -Depth 12 -Compress) + "`n"
    $bytes = [System.Text.Encoding]::UTF8.GetBytes($text)
    try {
        $Engine.Input.Write($bytes, 0, $bytes.Length)
        $Engine.Input.Flush()
    } catch {
        throw (Get-ImgEngineFailure -Engine $Engine)
    }
}
