<#
Stands in for the module of DISM: each cmdlet writes its name and its arguments as one JSON line to IMGUPDATE_TEST_CALLS.
IMGUPDATE_TEST_FAIL names one that fails, IMGUPDATE_TEST_REVISION is what Get-WindowsImage finds.
#>
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
    param([string] $ImagePath, [int] $Index, [string] $Path, [string] $ScratchDirectory)
    Write-Call Mount-WindowsImage $PSBoundParameters
}
function Add-WindowsPackage {
    param([string] $Path, [string] $PackagePath, [string] $ScratchDirectory)
    if (-not (Test-Path -LiteralPath $PackagePath)) { throw "$PackagePath is not there" }
    Write-Call Add-WindowsPackage $PSBoundParameters
}
function Add-WindowsCapability {
    param([string] $Path, [string] $Name, [string[]] $Source, [switch] $LimitAccess, [string] $ScratchDirectory)
    foreach ($each in $Source) { if (-not (Test-Path -LiteralPath $each)) { throw "$each is not there" } }
    Write-Call Add-WindowsCapability $PSBoundParameters
}
function Repair-WindowsImage {
    param([string] $Path, [switch] $StartComponentCleanup, [switch] $ResetBase, [string] $ScratchDirectory)
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
Export-ModuleMember -Function *-Windows*
