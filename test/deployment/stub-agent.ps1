# Stands for the update agent: what it knows lies in a file, and what is installed is written back there.
function Read-Stub { ConvertFrom-Json -InputObject ([System.IO.File]::ReadAllText($env:IMGUPDATE_STUB_AGENT)) }
function Write-Stub($State) { [System.IO.File]::WriteAllText($env:IMGUPDATE_STUB_AGENT, (ConvertTo-Json -InputObject $State -Depth 8)) }
function New-StubUpdate($Update) {
    [pscustomobject]@{
        Identity = [pscustomobject]@{ UpdateID = $Update.id; RevisionNumber = 200 }; Title = $Update.title; KBArticleIDs = @($Update.kb)
        MaxDownloadSize = [decimal]1000; BrowseOnly = [bool]$Update.optional; EulaAccepted = -not $Update.licence; IsDownloaded = $false
        InstallationBehavior = [pscustomobject]@{ CanRequestUserInput = $false }
    } | Add-Member -MemberType ScriptMethod -Name AcceptEula -Value { $this.EulaAccepted = $true } -PassThru
}
function New-StubResult($Code, $HResult, $Restart) {
    [pscustomobject]@{ ResultCode = $Code; HResult = $HResult; RebootRequired = $Restart } |
        Add-Member -MemberType ScriptMethod -Name GetUpdateResult -Value { param($At) $this } -PassThru
}
function New-Object {
    param($TypeName, $ComObject, $ArgumentList)
    if ($ComObject -eq 'Microsoft.Update.UpdateColl') { return , (Microsoft.PowerShell.Utility\New-Object -TypeName System.Collections.ArrayList) }
    if ($ComObject -ne 'Microsoft.Update.Session') { return Microsoft.PowerShell.Utility\New-Object -TypeName $TypeName }
    $session = [pscustomobject]@{ ClientApplicationID = '' }
    $session | Add-Member -MemberType ScriptMethod -Name CreateUpdateSearcher -Value {
        [pscustomobject]@{ Online = $true } | Add-Member -MemberType ScriptMethod -Name Search -PassThru -Value {
            param($Criteria)
            $state = Read-Stub
            $state.calls += "search online=$($this.Online) $Criteria"
            Write-Stub $state
            if ($state.searchCode) { return [pscustomobject]@{ ResultCode = $state.searchCode; Updates = @() } }
            # An update shows itself when what it needs is there.
            $open = @($state.updates | Where-Object { -not $_.installed -and (-not $_.after -or ($state.updates | Where-Object id -EQ $_.after).installed) })
            [pscustomobject]@{ ResultCode = 2; Updates = @($open | ForEach-Object { New-StubUpdate $_ }) }
        }
    }
    $session | Add-Member -MemberType ScriptMethod -Name CreateUpdateDownloader -Value {
        [pscustomobject]@{ Updates = $null } | Add-Member -MemberType ScriptMethod -Name Download -PassThru -Value { New-StubResult 2 0 $false }
    }
    $session | Add-Member -MemberType ScriptMethod -Name CreateUpdateInstaller -Value {
        [pscustomobject]@{ Updates = $null; RebootRequiredBeforeInstallation = $false } | Add-Member -MemberType ScriptMethod -Name Install -PassThru -Value {
            $state = Read-Stub
            $one = $state.updates | Where-Object id -EQ $this.Updates[0].Identity.UpdateID
            $state.calls += "install $($one.id)"
            if (-not $one.fails) { $one.installed = $true }
            Write-Stub $state
            if ($one.fails) { return New-StubResult 4 -2145124318 $false }
            New-StubResult 2 0 ([bool]$one.restarts)
        }
    }
    $session
}
