<#
Stands for the module WDS of Windows Deployment Services: the cmdlets that are used here with their documented parameters. The
folder that IMGUPDATE_STUB_WDS names is its image store; in it, fail.txt names a call that fails, and damage.txt has
bytes changed on their way out. IMGUPDATE_STUB_LOG names a file that gets a line for each call.
#>
. "$PSScriptRoot/Store.ps1"

function Get-WdsInstallImageGroup {
    [CmdletBinding()]
    param([Parameter(ValueFromPipelineByPropertyName)] [Alias('GroupName')] [string] $Name, [Alias('Session')] [string[]] $CimSession, [int] $ThrottleLimit, [switch] $AsJob)
    process {
        Write-StubLog -Name Get-WdsInstallImageGroup -Bound $PSBoundParameters
        foreach ($group in (Get-StubStore).groups) { [pscustomobject]@{ Name = $group } }
    }
}

function New-WdsInstallImageGroup {
    [CmdletBinding()]
    param([Parameter(Mandatory)] [Alias('GroupName')] [string] $Name, [string] $SecurityDescriptorSDDL, [Alias('Session')] [string[]] $CimSession, [int] $ThrottleLimit, [switch] $AsJob)
    Write-StubLog -Name New-WdsInstallImageGroup -Bound $PSBoundParameters
    $store = Get-StubStore
    if ($store.groups -contains $Name) { throw 'The group exists.' }
    $store.groups = @($store.groups) + $Name
    Set-StubStore $store
}

function Get-WdsInstallImage {
    [CmdletBinding()]
    param(
        [Parameter(ValueFromPipelineByPropertyName)] [string] $FileName, [Parameter(ValueFromPipelineByPropertyName)] [string] $ImageGroup,
        [Parameter(ValueFromPipelineByPropertyName)] [string] $ImageName, [Alias('Session')] [string[]] $CimSession, [int] $ThrottleLimit, [switch] $AsJob
    )
    process {
        Write-StubLog -Name Get-WdsInstallImage -Bound $PSBoundParameters
        # Like the real one it tells of no image whether it has a transmission.
        (Get-StubStore).images | Select-Object -Property * -ExcludeProperty Transmission
    }
}

function Import-WdsInstallImage {
    [CmdletBinding(DefaultParameterSetName = 'SingleImage')]
    param(
        [switch] $SkipVerify, [string] $ImageGroup, [uint32] $DisplayOrder, [string] $UnattendFile,
        [Parameter(Mandatory, ValueFromPipeline)] [string] $Path, [string] $NewImageName, [string] $NewDescription,
        [string] $NewFileName, [string] $ImageName, [Alias('Session')] [string[]] $CimSession, [int] $ThrottleLimit, [switch] $AsJob
    )
    process {
        Write-StubLog -Name Import-WdsInstallImage -Bound $PSBoundParameters
        $store = Get-StubStore
        if ($store.groups -notcontains $ImageGroup) { throw 'There is no such group.' }
        if ($store.images | Where-Object { $_.FileName -eq $NewFileName -and $_.ImageGroup -eq $ImageGroup }) { throw 'The file exists.' }
        # What the tests laid beside the store is the index as a file of its own.
        $single = Get-StubFile "$ImageName.single"
        if (-not (Test-Path -LiteralPath $single)) { $single = $Path }
        Copy-Item -LiteralPath $single -Destination (Get-StubFile $NewFileName)
        $store.images = @($store.images) + [pscustomobject]@{
            ImageName = $NewImageName; ImageGroup = $ImageGroup; FileName = $NewFileName; Description = $NewDescription; Enabled = $true
        }
        Set-StubStore $store
    }
}

function Export-WdsInstallImage {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)] [string] $Destination, [string] $NewImageName, [string] $NewDescription, [switch] $Append, [switch] $Force,
        [Parameter(Mandatory, ValueFromPipelineByPropertyName)] [string] $ImageName, [Parameter(ValueFromPipelineByPropertyName)] [string] $ImageGroup,
        [Parameter(ValueFromPipelineByPropertyName)] [string] $FileName, [Alias('Session')] [string[]] $CimSession, [int] $ThrottleLimit, [switch] $AsJob
    )
    process {
        Write-StubLog -Name Export-WdsInstallImage -Bound $PSBoundParameters
        $image = Select-StubImage -Store (Get-StubStore) -Bound $PSBoundParameters
        $bytes = [System.IO.File]::ReadAllBytes((Get-StubFile $image.FileName))
        if (Test-Path -LiteralPath (Get-StubFile 'damage.txt')) { $bytes[300] = $bytes[300] -bxor 1 }
        [System.IO.File]::WriteAllBytes($Destination, $bytes)
    }
}

function Set-WdsInstallImage {
    [CmdletBinding(DefaultParameterSetName = 'SingleImage')]
    param(
        [string] $NewImageName, [string] $NewDescription, [uint32] $DisplayOrder, [string] $UserFilter, [string] $UnattendFile, [switch] $OverwriteUnattend,
        [Parameter(Mandatory, ParameterSetName = 'AutoStart')] [Parameter(Mandatory, ParameterSetName = 'ManualStart')] [switch] $Multicast,
        [Parameter(ParameterSetName = 'AutoStart')] [Parameter(ParameterSetName = 'ManualStart')] [string] $TransmissionName,
        [Parameter(ParameterSetName = 'AutoStart')] [uint32] $ClientCount, [Parameter(ParameterSetName = 'AutoStart')] [datetime] $StartTime,
        [Parameter(Mandatory, ParameterSetName = 'ManualStart')] [switch] $ManualStart,
        [Parameter(Mandatory, ParameterSetName = 'StartTransmission')] [switch] $StartScheduledCast,
        [Parameter(Mandatory, ParameterSetName = 'StopTransmission')] [switch] $StopMulticastTransmission, [Parameter(ParameterSetName = 'StopTransmission')] [switch] $Force,
        [Parameter(Mandatory, ValueFromPipelineByPropertyName)] [string] $ImageName, [Parameter(ValueFromPipelineByPropertyName)] [string] $ImageGroup,
        [Parameter(ValueFromPipelineByPropertyName)] [string] $FileName, [Alias('Session')] [string[]] $CimSession, [int] $ThrottleLimit, [switch] $AsJob
    )
    process {
        Write-StubLog -Name Set-WdsInstallImage -Bound $PSBoundParameters
        $store = Get-StubStore
        $image = Select-StubImage -Store $store -Bound $PSBoundParameters
        $has = [bool]$image.Transmission
        if ($Multicast -and $has) { throw 'The image has a transmission already.' }
        if ($StopMulticastTransmission -and -not $has) { throw 'The image has no transmission.' }
        if ($Multicast) { Add-Member -InputObject $image -NotePropertyName Transmission -NotePropertyValue $TransmissionName -Force }
        if ($StopMulticastTransmission) { $image.Transmission = '' }
        if ($PSBoundParameters.ContainsKey('NewImageName')) { $image.ImageName = $NewImageName }
        if ($PSBoundParameters.ContainsKey('NewDescription')) { $image.Description = $NewDescription }
        Set-StubStore $store
    }
}

function Enable-WdsInstallImage {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory, ValueFromPipelineByPropertyName)] [string] $ImageName, [Parameter(ValueFromPipelineByPropertyName)] [string] $ImageGroup,
        [Parameter(ValueFromPipelineByPropertyName)] [string] $FileName, [Alias('Session')] [string[]] $CimSession, [int] $ThrottleLimit, [switch] $AsJob
    )
    process {
        Write-StubLog -Name Enable-WdsInstallImage -Bound $PSBoundParameters
        Set-StubEnabled -Bound $PSBoundParameters -Enabled $true
    }
}

function Disable-WdsInstallImage {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory, ValueFromPipelineByPropertyName)] [string] $ImageName, [Parameter(ValueFromPipelineByPropertyName)] [string] $ImageGroup,
        [Parameter(ValueFromPipelineByPropertyName)] [string] $FileName, [Alias('Session')] [string[]] $CimSession, [int] $ThrottleLimit, [switch] $AsJob
    )
    process {
        Write-StubLog -Name Disable-WdsInstallImage -Bound $PSBoundParameters
        Set-StubEnabled -Bound $PSBoundParameters -Enabled $false
    }
}

function Remove-WdsInstallImage {
    [CmdletBinding()]
    param(
        [Parameter(ValueFromPipelineByPropertyName)] [string] $ImageGroup, [Parameter(Mandatory, ValueFromPipelineByPropertyName)] [string] $ImageName,
        [Parameter(ValueFromPipelineByPropertyName)] [string] $FileName, [Alias('Session')] [string[]] $CimSession, [int] $ThrottleLimit, [switch] $AsJob
    )
    process {
        Write-StubLog -Name Remove-WdsInstallImage -Bound $PSBoundParameters
        $store = Get-StubStore
        $image = Select-StubImage -Store $store -Bound $PSBoundParameters
        if ($image.Transmission) { throw 'The image is in a transmission.' }
        $store.images = @($store.images | Where-Object { $_.FileName -ne $image.FileName -or $_.ImageGroup -ne $image.ImageGroup })
        Set-StubStore $store
        Remove-Item -LiteralPath (Get-StubFile $image.FileName)
    }
}

Export-ModuleMember -Function '*-Wds*'
