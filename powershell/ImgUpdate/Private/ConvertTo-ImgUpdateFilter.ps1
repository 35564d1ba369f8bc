# Parameters of Get-ImgUpdate that go into the request as they are.
$script:UpdateFilters = [ordered]@{
    ArticleId            = 'articleId'
    UniqueId             = 'uniqueId'
    Product              = 'product'
    Family               = 'family'
    Release              = 'release'
    UpdateClassification = 'classification'
    IsSuperseded         = 'superseded'
    IsExpired            = 'expired'
    IsHidden             = 'hidden'
    IsContentProvisioned = 'provisioned'
    IsOfflineServiceable = 'offlineServiceable'
    IsDeployed           = 'deployed'
    Severity             = 'severity'
    Previous             = 'previous'
    Index                = 'index'
}
$script:UpdateTimes = [ordered]@{ DatePostedMin = 'postedAfter'; DatePostedMax = 'postedBefore'; AsOf = 'asOf' }
$script:OutOfBandNames = @{ Include = 'include'; PreferRegular = 'prefer-regular'; Exclude = 'exclude' }

function ConvertTo-ImgUpdateFilter {
    <#
    .SYNOPSIS
    Makes the request of update.list from the bound parameters of Get-ImgUpdate.
    #>
    [CmdletBinding()]
    [OutputType([System.Collections.Specialized.OrderedDictionary])]
    param([Parameter(Mandatory)] [System.Collections.IDictionary] $Bound)

    $request = [ordered]@{}
    foreach ($name in $script:UpdateFilters.Keys) {
        if ($Bound.ContainsKey($name)) {
            $value = $Bound[$name]
            # Windows PowerShell writes arrays that come out of the dictionary as objects: a new array is plain.
            if ($value -is [array]) { $value = @(foreach ($each in $value) { [string]$each }) }
            $request[$script:UpdateFilters[$name]] = $value
        }
    }
    if ($Bound.ContainsKey('Kind')) { $request['kind'] = Get-ImgKindName -Name $Bound['Kind'] }
    foreach ($name in $script:UpdateTimes.Keys) {
        if ($Bound.ContainsKey($name)) {
            $request[$script:UpdateTimes[$name]] = ConvertTo-ImgTime -Time $Bound[$name]
        }
    }
    if ($Bound.ContainsKey('Name')) {
        $request['name'] = Select-ImgName -Name $Bound['Name'] -Literal:([bool]$Bound['DisableWildcardHandling'])
    }
    if ($Bound.ContainsKey('CategoryName')) {
        $request['category'] = @(foreach ($each in $Bound['CategoryName']) { Get-ImgCategoryName -InputObject $each })
    }
    if ($Bound.ContainsKey('Architecture')) { $request['architecture'] = $Bound['Architecture'].ToLowerInvariant() }
    if ($Bound['OnlyExpired']) { $request['expired'] = $true }
    if ($Bound.ContainsKey('Preview')) { $request['preview'] = $Bound['Preview'].ToLowerInvariant() }
    if ($Bound.ContainsKey('OutOfBand')) { $request['outOfBand'] = $script:OutOfBandNames[$Bound['OutOfBand']] }
    if ($Bound['Explain']) { $request['explain'] = $true }
    if ($Bound['WhyNot']) { $request['whyNot'] = $Bound['WhyNot'] }
    if ($Bound['Rule']) { $request['rule'] = Get-ImgName -InputObject $Bound['Rule'] }
    if ($Bound['Latest'] -or $request.Contains('explain') -or $request.Contains('whyNot') -or $request.Contains('rule')) {
        $request['latest'] = $true
    }
    $request
}

function Get-ImgCategoryName {
    <#
    .SYNOPSIS
    Outputs the name of the category that a text or an object, also one of Configuration Manager, means.
    #>
    [CmdletBinding()]
    [OutputType([string])]
    param([Parameter(Mandatory)] [psobject] $InputObject)

    if ($InputObject -is [string] -or $InputObject -is [guid]) { return $InputObject.ToString() }
    Get-ImgFirstValue -InputObject $InputObject -Name 'LocalizedCategoryInstanceName', 'Name'
}

function Add-ImgUpdateTarget {
    <#
    .SYNOPSIS
    Adds to the request what an object stands for: the image that updates shall fit, or the update that is wanted.
    Outputs whether it stands for anything; if not, an error was written.
    #>
    [CmdletBinding()]
    [OutputType([bool])]
    param(
        [Parameter(Mandatory)] [System.Management.Automation.PSCmdlet] $Cmdlet,
        [Parameter(Mandatory)] [System.Collections.IDictionary] $Request,
        [Parameter(Mandatory)] [psobject] $InputObject
    )

    if ($InputObject -isnot [string]) {
        $uniqueId = Get-ImgFirstValue -InputObject $InputObject -Name 'UniqueId', 'CI_UniqueID', 'UpdateId'
        $articleId = Get-ImgFirstValue -InputObject $InputObject -Name 'ArticleId', 'KB'
        if ($uniqueId) {
            $Request['uniqueId'] = @($uniqueId)
            return $true
        }
        if ($articleId) {
            $Request['articleId'] = @($articleId)
            return $true
        }
        if ($InputObject.PSObject.TypeNames -match 'Img\.(InstalledUpdate|Package)$') {
            Write-Verbose -Message "$($InputObject.Identity) has no article."
            return $false
        }
    }
    $target = Resolve-ImgTarget -Cmdlet $Cmdlet -InputObject $InputObject
    if ($null -eq $target) {
        return $false
    }
    $Request['applicableTo'] = $target.Value
    $true
}
