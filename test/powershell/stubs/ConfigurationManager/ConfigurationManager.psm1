<#
Stands for the module ConfigurationManager: the cmdlets that are used here with their documented parameters, and the drive
of the site. They work on that drive only, like the real ones. IMGUPDATE_STUB_SITE names a JSON file with what the site
holds, IMGUPDATE_STUB_LOG a file that gets a line for each call.
#>
. "$PSScriptRoot/SiteProvider.ps1"
Import-Module -Assembly ([ImgUpdate.Stub.SiteProvider].Assembly) -Global

function Write-StubLog {
    param([string] $Name, [System.Collections.IDictionary] $Bound)
    if ((Get-Location).Provider.Name -ne 'CMSite') { throw 'This command cannot be run from the current drive. To run this command you must first connect to a Configuration Manager drive.' }
    $shown = foreach ($key in $Bound.Keys | Sort-Object) {
        $value = $Bound[$key]
        if ($value -is [datetime]) { $value = "$($value.ToString('s')) $($value.Kind)" }
        if ($key -eq 'SoftwareUpdate') { $value = $value.CI_UniqueID -join ',' }
        if ($key -eq 'InputObject') { $value = $value.PackageID }
        "-$key $value"
    }
    if ($env:IMGUPDATE_STUB_LOG) { [System.IO.File]::AppendAllText($env:IMGUPDATE_STUB_LOG, "$Name $($shown -join ' ') [$(Get-Location)]`n") }
}

function Get-StubSite { [System.IO.File]::ReadAllText($env:IMGUPDATE_STUB_SITE) | ConvertFrom-Json }

function Get-CMSoftwareUpdate {
    [CmdletBinding()]
    param(
        [string] $ArticleId, [string] $Name, [datetime] $DateRevisedMin, [bool] $IsExpired, [bool] $IsSuperseded,
        [bool] $IsOfflineServiceable, [switch] $Fast, [switch] $IncludeUpgrade, [switch] $DisableWildcardHandling
    )
    Write-StubLog -Name Get-CMSoftwareUpdate -Bound $PSBoundParameters
    if (-not $Fast) { throw 'Without -Fast every lazy property is fetched.' }
    foreach ($update in (Get-StubSite).updates) {
        $copy = $update.PSObject.Copy()
        foreach ($member in 'DatePosted', 'DateRevised') { $copy.$member = ([datetime]$update.$member).ToUniversalTime() }
        if ($ArticleId -and $copy.ArticleID -notlike $ArticleId) { continue }
        if ($PSBoundParameters.ContainsKey('DateRevisedMin') -and $copy.DateRevised -lt $DateRevisedMin) { continue }
        if ($PSBoundParameters.ContainsKey('IsExpired') -and $copy.IsExpired -ne $IsExpired) { continue }
        $copy
    }
}

function Get-CMSoftwareUpdateContentInfo {
    [CmdletBinding(DefaultParameterSetName = 'SearchById')]
    param(
        [Parameter(Mandatory, ParameterSetName = 'SearchById')] [Alias('CIId', 'CI_ID')] [string] $Id,
        [Parameter(Mandatory, ParameterSetName = 'SearchByUniqueId')] [Alias('CI_UniqueID')] [string] $UniqueId
    )
    Write-StubLog -Name Get-CMSoftwareUpdateContentInfo -Bound $PSBoundParameters
    foreach ($update in (Get-StubSite).updates) { if ([string]$update.CI_ID -eq $Id) { $update.Files } }
}

function Get-CMSoftwareUpdateCategory {
    [CmdletBinding()]
    param([string] $Name, [string] $TypeName, [string] $UniqueId, [switch] $Fast)
    Write-StubLog -Name Get-CMSoftwareUpdateCategory -Bound $PSBoundParameters
    (Get-StubSite).categories | Where-Object { $_.CategoryTypeName -eq $TypeName }
}

function Get-CMOperatingSystemImage {
    [CmdletBinding(DefaultParameterSetName = 'SearchByName')]
    param(
        [Parameter(ParameterSetName = 'SearchByName')] [string] $Name,
        [Parameter(Mandatory, ParameterSetName = 'SearchByIdMandatory')] [Alias('PackageId')] [string] $Id,
        [switch] $DisableWildcardHandling
    )
    Write-StubLog -Name Get-CMOperatingSystemImage -Bound $PSBoundParameters
    (Get-StubSite).images | Where-Object { ($Name -and $_.Name -eq $Name) -or ($Id -and $_.PackageID -eq $Id) }
}

function New-CMOperatingSystemImageUpdateSchedule {
    [CmdletBinding(SupportsShouldProcess, DefaultParameterSetName = 'NewScheduleByInputObject')]
    param(
        [Parameter(Mandatory, ValueFromPipeline, ParameterSetName = 'NewScheduleByInputObject')]
        [Parameter(Mandatory, ValueFromPipeline, ParameterSetName = 'NewScheduleByInputObjectRunNow')] [psobject] $InputObject,
        [Parameter(Mandatory, ParameterSetName = 'NewScheduleByIdRunNow')] [Alias('PackageId')] [string] $Id,
        [Parameter(Mandatory, ParameterSetName = 'NewScheduleByNameRunNow')] [string] $Name,
        [Parameter(Mandatory)] [psobject[]] $SoftwareUpdate,
        [Parameter(ParameterSetName = 'NewScheduleByInputObject')] [datetime] $CustomSchedule,
        [Parameter(ParameterSetName = 'NewScheduleByInputObject')] [bool] $Utc,
        [Parameter(Mandatory, ParameterSetName = 'NewScheduleByInputObjectRunNow')]
        [Parameter(ParameterSetName = 'NewScheduleByIdRunNow')]
        [Parameter(ParameterSetName = 'NewScheduleByNameRunNow')] [switch] $RunNow,
        [bool] $ContinueOnError,
        [Alias('CleanUp')] [bool] $RemoveSupersededUpdates,
        [Alias('UpdateDistributionPoints', 'UpdateDistributionPointsWithImage')] [bool] $UpdateDistributionPoint
    )
    process {
        if (-not $PSCmdlet.ShouldProcess($InputObject.Name)) { return }
        Write-StubLog -Name New-CMOperatingSystemImageUpdateSchedule -Bound $PSBoundParameters
        [pscustomobject]@{ ScheduleID = 'ABC00007'; Action = 1 }
    }
}

function Update-CMDistributionPoint {
    [CmdletBinding(SupportsShouldProcess, DefaultParameterSetName = 'ByValue')]
    param(
        [Parameter(Mandatory, ValueFromPipeline, ParameterSetName = 'ByValue')]
        [Alias('BootImage', 'DriverPackage', 'OperatingSystemImage', 'OperatingSystemInstaller', 'Package', 'SoftwareUpdateDeploymentPackage')] [psobject] $InputObject,
        [Parameter(Mandatory, ParameterSetName = 'SearchByOSImageId')] [string] $OperatingSystemImageId,
        [Parameter(Mandatory, ParameterSetName = 'SearchByOSImageName')] [string] $OperatingSystemImageName,
        [Parameter(ParameterSetName = 'ByValue')] [Alias('Reload')] [switch] $ReloadBootImage,
        [switch] $DisableWildcardHandling, [switch] $ForceWildcardHandling
    )
    process {
        if (-not $PSCmdlet.ShouldProcess($InputObject.Name)) { return }
        Write-StubLog -Name Update-CMDistributionPoint -Bound $PSBoundParameters
        if ((Get-StubSite).refuses) { throw 'The SMS Provider reported an error.' }
    }
}

function Get-CMDistributionStatus {
    [CmdletBinding(DefaultParameterSetName = 'SearchById')]
    param(
        [Parameter(ParameterSetName = 'SearchById')] [Alias('PackageId')] [string] $Id,
        [Parameter(Mandatory, ValueFromPipeline, ParameterSetName = 'SearchByValue')] [psobject] $InputObject,
        [switch] $DisableWildcardHandling, [switch] $ForceWildcardHandling
    )
    process {
        Write-StubLog -Name Get-CMDistributionStatus -Bound $PSBoundParameters
        foreach ($status in (Get-StubSite).statuses | Where-Object { $_.PackageID -eq $Id }) {
            $copy = $status.PSObject.Copy()
            if ($copy.LastUpdateDate) { $copy.LastUpdateDate = ([datetime]$copy.LastUpdateDate).ToUniversalTime() }
            $copy
        }
    }
}

function Invoke-CMWmiQuery {
    [Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSShouldProcess', '', Justification = 'The parameters of the real one.')]
    [CmdletBinding(SupportsShouldProcess, DefaultParameterSetName = 'ByWql')]
    param(
        [Parameter(Mandatory, Position = 0, ParameterSetName = 'ByWql')] [string] $Query,
        [hashtable] $Context,
        [Alias('Options')] [ValidateSet('None', 'Lazy', 'Fast', 'ExpectResults', 'FastExpectResults', 'LazyExpectResults')] [string] $Option,
        [switch] $DisableWildcardHandling, [switch] $ForceWildcardHandling
    )
    Write-StubLog -Name Invoke-CMWmiQuery -Bound $PSBoundParameters
    if ($Query -notmatch "^SELECT \* FROM SMS_PackageStatusDistPointsSummarizer WHERE PackageID = '([A-Z0-9]{8})'$") { throw "Invalid query: $Query" }
    (Get-StubSite).summaries | Where-Object { $_.PackageID -eq $Matches[1] }
}

Export-ModuleMember -Function '*-CM*'
