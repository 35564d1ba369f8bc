# Parameters of the rule cmdlets, and the members of their requests. Lists stay lists when they hold one value.
$script:RuleLists = [ordered]@{
    Product              = 'product'
    Family               = 'family'
    Release              = 'release'
    Kind                 = 'kind'
    UpdateClassification = 'classification'
    Title                = 'title'
    ArticleId            = 'articleId'
    Severity             = 'severity'
    Language             = 'language'
}
$script:RuleNumbers = [ordered]@{ Previous = 'previous'; DeferralDay = 'deferralDays'; MaximumAgeDay = 'maximumAgeDays' }

function ConvertTo-ImgRuleRequest {
    <#
    .SYNOPSIS
    Makes the members of a rule from the bound parameters of a cmdlet.
    #>
    [CmdletBinding()]
    [OutputType([System.Collections.Specialized.OrderedDictionary])]
    param([Parameter(Mandatory)] [System.Collections.IDictionary] $Bound)

    $request = [ordered]@{}
    foreach ($name in $script:RuleLists.Keys) {
        if ($Bound.ContainsKey($name)) {
            $request[$script:RuleLists[$name]] = @(foreach ($each in $Bound[$name]) { [string]$each })
        }
    }
    if ($Bound.ContainsKey('Architecture')) {
        $request['architecture'] = @(foreach ($each in $Bound['Architecture']) { $each.ToLowerInvariant() })
    }
    foreach ($name in $script:RuleNumbers.Keys) {
        if ($Bound.ContainsKey($name)) { $request[$script:RuleNumbers[$name]] = [int]$Bound[$name] }
    }
    if ($Bound.ContainsKey('Description')) { $request['description'] = $Bound['Description'] }
    if ($Bound.ContainsKey('Preview')) { $request['preview'] = $Bound['Preview'].ToLowerInvariant() }
    if ($Bound.ContainsKey('OutOfBand')) { $request['outOfBand'] = $script:OutOfBandNames[$Bound['OutOfBand']] }
    if ($Bound.ContainsKey('Hold')) { $request['holds'] = @(foreach ($each in $Bound['Hold']) { ConvertTo-ImgException -InputObject $each }) }
    if ($Bound.ContainsKey('Pin')) { $request['pins'] = @(foreach ($each in $Bound['Pin']) { ConvertTo-ImgException -InputObject $each }) }
    $request
}

function ConvertTo-ImgException {
    <#
    .SYNOPSIS
    Makes a hold or a pin of a KB, or of a table or object with ArticleId, Reason and Until.
    #>
    [CmdletBinding()]
    [OutputType([System.Collections.Specialized.OrderedDictionary])]
    param([Parameter(Mandatory)] [psobject] $InputObject)

    if ($InputObject -is [string] -or $InputObject -is [int] -or $InputObject -is [long]) {
        return [ordered]@{ articleId = $InputObject.ToString() }
    }
    $facts = $InputObject
    if ($InputObject -is [System.Collections.IDictionary]) { $facts = New-Object -TypeName psobject -Property $InputObject }
    $exception = [ordered]@{ articleId = Get-ImgFirstValue -InputObject $facts -Name 'ArticleId', 'KB' }
    if ($facts.Reason) { $exception['reason'] = [string]$facts.Reason }
    if ($facts.Until -is [datetime]) {
        $exception['until'] = ConvertTo-ImgTime -Time $facts.Until
    } elseif ($facts.Until) {
        $exception['until'] = [string]$facts.Until
    }
    $exception
}

function Get-ImgRuleName {
    <#
    .SYNOPSIS
    Outputs the name of the rule that a text or an object means.
    #>
    [CmdletBinding()]
    [OutputType([string])]
    param([Parameter(Mandatory)] [psobject] $InputObject)

    if ($InputObject -is [string]) { return [string]$InputObject }
    [string]$InputObject.Name
}
