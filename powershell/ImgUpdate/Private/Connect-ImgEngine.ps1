function Connect-ImgEngine {
    <#
    .SYNOPSIS
    Outputs the engine of this session; starts it when there is none, when it has ended, or when another site is wanted.
    #>
    [CmdletBinding()]
    [OutputType([hashtable])]
    param([Parameter(Mandatory)] [System.Management.Automation.PSCmdlet] $Cmdlet)

    $site = ''
    if ($env:IMGUPDATE_SITE) {
        $site = Resolve-ImgPath -Path $env:IMGUPDATE_SITE -Cmdlet $Cmdlet
    }
    $key = "$site|$env:IMGUPDATE_ENGINE|$env:IMGUPDATE_NODE"
    if ($null -ne $script:Engine) {
        if ($script:Engine.Key -ceq $key -and -not $script:Engine.Process.HasExited) {
            return $script:Engine
        }
        Disconnect-ImgEngine
    }

    $node = Find-ImgNode
    $path = Find-ImgEngine
    $start = New-Object -TypeName System.Diagnostics.ProcessStartInfo
    $start.FileName = $node
    $start.Arguments = '"{0}" serve --stdio' -f $path.Replace('"', '\"')
    # Not the caller's folder: the engine and its workers would keep it in use.
    $start.WorkingDirectory = [System.IO.Path]::GetDirectoryName($path)
    $start.UseShellExecute = $false
    $start.CreateNoWindow = $true
    $start.RedirectStandardInput = $true
    $start.RedirectStandardOutput = $true
    $start.RedirectStandardError = $true
    $encoding = New-Object -TypeName System.Text.UTF8Encoding -ArgumentList $false
    $start.StandardOutputEncoding = $encoding
    $start.StandardErrorEncoding = $encoding
    if ($site) {
        $start.EnvironmentVariables['IMGUPDATE_SITE'] = $site
    }
    try {
        $process = [System.Diagnostics.Process]::Start($start)
    } catch {
        throw (New-ImgError -Id ImgEngineProtocol -Message "The engine does not start: $($_.Exception.Message)" -Exception $_.Exception)
    }
    $script:Engine = @{
        Key     = $key
        Process = $process
        # Bytes go here, not through the writer of StandardInput: Windows PowerShell would use the console's encoding.
        Input   = $process.StandardInput.BaseStream
        Output  = $process.StandardOutput
        Errors  = $process.StandardError.ReadToEndAsync()
        Reading = $null
        LastId  = 0
    }
    $script:Engine
}
