# The image store of the stand-in, and its log.
function Write-StubLog {
    param([string] $Name, [System.Collections.IDictionary] $Bound)
    $shown = foreach ($key in $Bound.Keys | Sort-Object) { "-$key $($Bound[$key])" }
    $line = "$Name $($shown -join ' ')"
    if ($env:IMGUPDATE_STUB_LOG) { [System.IO.File]::AppendAllText($env:IMGUPDATE_STUB_LOG, "$line`n") }
    $fail = Join-Path -Path $env:IMGUPDATE_STUB_WDS -ChildPath 'fail.txt'
    if ((Test-Path -LiteralPath $fail) -and $line -like (Get-Content -LiteralPath $fail -TotalCount 1)) { throw 'The server gave the error 0xc1030104.' }
}

function Get-StubStore {
    $path = Join-Path -Path $env:IMGUPDATE_STUB_WDS -ChildPath 'store.json'
    if (Test-Path -LiteralPath $path) { return Get-Content -LiteralPath $path -Raw | ConvertFrom-Json }
    [pscustomobject]@{ groups = @(); images = @() }
}

function Set-StubStore {
    param([psobject] $Store)
    ConvertTo-Json -Depth 5 -InputObject $Store | Set-Content -LiteralPath (Join-Path -Path $env:IMGUPDATE_STUB_WDS -ChildPath 'store.json')
}

function Get-StubFile {
    param([string] $FileName)
    Join-Path -Path $env:IMGUPDATE_STUB_WDS -ChildPath $FileName
}

# The one image that name, group and file name mean: without a file name the name must be there once.
function Select-StubImage {
    param([psobject] $Store, [System.Collections.IDictionary] $Bound)
    $found = @($Store.images | Where-Object {
            $_.ImageName -eq $Bound['ImageName'] -and $_.ImageGroup -eq $Bound['ImageGroup'] -and
            (-not $Bound['FileName'] -or $_.FileName -eq $Bound['FileName'])
        })
    if ($found.Count -ne 1) { throw "The image '$($Bound['ImageName'])' was found $($found.Count) times." }
    $found[0]
}

function Set-StubEnabled {
    param([System.Collections.IDictionary] $Bound, [bool] $Enabled)
    $store = Get-StubStore
    (Select-StubImage -Store $store -Bound $Bound).Enabled = $Enabled
    Set-StubStore $store
}
