<#
Stands in for the module of DISM: each cmdlet writes its name and its arguments as one JSON line to IMGUPDATE_TEST_CALLS.
IMGUPDATE_TEST_FAIL names one that fails, IMGUPDATE_TEST_REVISION is what Get-WindowsImage finds. IMGUPDATE_TEST_MOUNTED
is a folder with what every image holds, IMGUPDATE_TEST_EXPANDED one with what expand.exe finds besides; IMGUPDATE_TEST_STACK is how often each Windows PE ends an update of Windows with 0x8007007e.
Where Remove-Item is to fail, no folder can be removed, as if another program held a file in it.
#>
$script:Stack = @{}
function Write-Call {
    param([string] $Name, [System.Collections.IDictionary] $Bound)
    $arguments = [ordered]@{}
    foreach ($key in $Bound.Keys | Sort-Object) {
        $value = $Bound[$key]
        $arguments[$key] = if ($value -is [switch]) { [bool]$value } else { $value }
    }
    $line = ConvertTo-Json -Compress -InputObject ([ordered]@{ name = $Name; arguments = $arguments })
    [System.IO.File]::AppendAllText($env:IMGUPDATE_TEST_CALLS, "$line`n")
    if ($env:IMGUPDATE_TEST_FAIL -eq $Name) {
        throw "$Name fails as the test wants."
    }
}
function Mount-WindowsImage {
    param([string] $ImagePath, [int] $Index, [string] $Path, [switch] $ReadOnly, [string] $ScratchDirectory)
    if (-not (Test-Path -LiteralPath $ImagePath)) { throw "$ImagePath is not there" }
    Write-Call Mount-WindowsImage $PSBoundParameters
    if ($env:IMGUPDATE_TEST_MOUNTED) { Copy-Item -Path "$env:IMGUPDATE_TEST_MOUNTED/*" -Destination $Path -Recurse }
}
function Add-WindowsPackage {
    param([string] $Path, [string] $PackagePath, [string] $ScratchDirectory)
    if (-not (Test-Path -LiteralPath $PackagePath)) { throw "$PackagePath is not there" }
    Write-Call Add-WindowsPackage $PSBoundParameters
    # A Windows PE ends so often with what an update of Windows does to it.
    if ($Path -match 'mount-(re|boot)' -and $PackagePath -notmatch '\.cab$' -and [int]$script:Stack[$Path] -lt [int]$env:IMGUPDATE_TEST_STACK) {
        $script:Stack[$Path] = [int]$script:Stack[$Path] + 1
        throw (New-Object -TypeName System.Runtime.InteropServices.COMException -ArgumentList 'The specified module could not be found.', -2147024770)
    }
}
function Add-WindowsCapability {
    param([string] $Path, [string] $Name, [string[]] $Source, [switch] $LimitAccess, [string] $ScratchDirectory)
    foreach ($each in $Source) { if (-not (Test-Path -LiteralPath $each)) { throw "$each is not there" } }
    Write-Call Add-WindowsCapability $PSBoundParameters
}
function Repair-WindowsImage {
    param([string] $Path, [switch] $StartComponentCleanup, [switch] $ResetBase, [switch] $Defer, [string] $ScratchDirectory)
    Write-Call Repair-WindowsImage $PSBoundParameters
}
function Add-WindowsDriver {
    param([string] $Path, [string] $Driver, [switch] $ForceUnsigned)
    Write-Call Add-WindowsDriver $PSBoundParameters
}
function Dismount-WindowsImage {
    [CmdletBinding()]
    param([string] $Path, [switch] $Save, [switch] $Discard)
    Write-Call Dismount-WindowsImage $PSBoundParameters
}
function Export-WindowsImage {
    param([string] $SourceImagePath, [int] $SourceIndex, [string] $DestinationImagePath, [string] $CompressionType)
    Write-Call Export-WindowsImage $PSBoundParameters
    [System.IO.File]::AppendAllText($DestinationImagePath, "exported $SourceIndex`n")
}
function Get-WindowsImage {
    param([string] $ImagePath, [int] $Index)
    Write-Call Get-WindowsImage $PSBoundParameters
    [pscustomobject]@{ ImageIndex = $Index; SPBuild = [int]$env:IMGUPDATE_TEST_REVISION }
}
# Programs that a script calls beside the cmdlets; a function comes before a program of its name.
function expand.exe {
    [Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSAvoidGlobalVars', '', Justification = 'A program leaves its code there.')]
    param([string] $Files, [string] $Package, [string] $Target)
    Write-Call expand.exe $PSBoundParameters
    [System.IO.File]::WriteAllText((Join-Path -Path $Target -ChildPath 'setup.exe'), 'of the dynamic update')
    [System.IO.File]::WriteAllText((Join-Path -Path $Target -ChildPath 'setupcore.dll'), 'of the dynamic update')
    if ($env:IMGUPDATE_TEST_EXPANDED) { Copy-Item -Path "$env:IMGUPDATE_TEST_EXPANDED/*" -Destination $Target }
    $global:LASTEXITCODE = 0
}
if ($env:IMGUPDATE_TEST_FAIL -eq 'Remove-Item') {
    function Remove-Item {
        [CmdletBinding()]
        param([string] $LiteralPath, [switch] $Recurse, [switch] $Force)
        if ($Recurse) { Write-Error -Message "Directory is not empty. : '$LiteralPath'" }
        else { Microsoft.PowerShell.Management\Remove-Item -LiteralPath $LiteralPath -Force:$Force }
    }
    # Nobody waits for what never comes free.
    function Start-Sleep {
        [Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSReviewUnusedParameter', '', Justification = 'The parameters of the real one.')]
        param([int] $Seconds)
    }
}
Export-ModuleMember -Function *-Windows*, expand.exe, Remove-Item, Start-Sleep
