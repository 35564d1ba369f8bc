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
# Parameters that stand for members of other names; -Reset takes both.
$script:RuleMembers = @{
    UpdateClassification  = 'classification'
    DateReleasedOrRevised = 'postedWithin'
    ContentSize           = 'minimumSize', 'maximumSize'
    DeferralDay           = 'deferralDays'
    MaximumAgeDay         = 'maximumAgeDays'
    Hold                  = 'holds'
    Pin                   = 'pins'
}
$script:DurationUnits = @{ Hour = 'H'; Day = 'D'; Week = 'W'; Month = 'M'; Year = 'Y' }
$script:SizeUnits = @{ KB = 1KB; MB = 1MB; GB = 1GB; TB = 1TB }
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
    if ($Bound.ContainsKey('Kind')) { $request['kind'] = @(Get-ImgKindName -Name $Bound['Kind']) }
    if ($Bound.ContainsKey('Architecture')) {
        $request['architecture'] = @(foreach ($each in $Bound['Architecture']) { $each.ToLowerInvariant() })
    }
    foreach ($name in $script:RuleNumbers.Keys) {
        if ($Bound.ContainsKey($name)) { $request[$script:RuleNumbers[$name]] = [int]$Bound[$name] }
    }
    if ($Bound.ContainsKey('Superseded')) { $request['superseded'] = [bool]$Bound['Superseded'] }
    if ($Bound.ContainsKey('Required')) { $request['required'] = $Bound['Required'] -ne 'False' }
    if ($Bound.ContainsKey('ContentSize')) {
        foreach ($size in $Bound['ContentSize']) { Add-ImgContentSize -Request $request -Text $size }
    }
    if ($Bound['DateReleasedOrRevised'] -eq 'Any') {
        $request['reset'] = @('postedWithin')
    } elseif ($Bound.ContainsKey('DateReleasedOrRevised')) {
        $request['postedWithin'] = ConvertTo-ImgDuration -Text $Bound['DateReleasedOrRevised']
    }
    if ($Bound.ContainsKey('Description')) { $request['description'] = $Bound['Description'] }
    if ($Bound.ContainsKey('Preview')) { $request['preview'] = $Bound['Preview'].ToLowerInvariant() }
    if ($Bound.ContainsKey('OutOfBand')) { $request['outOfBand'] = $script:OutOfBandNames[$Bound['OutOfBand']] }
    if ($Bound.ContainsKey('Hold')) { $request['holds'] = @(foreach ($each in $Bound['Hold']) { ConvertTo-ImgException -InputObject $each }) }
    if ($Bound.ContainsKey('Pin')) { $request['pins'] = @(foreach ($each in $Bound['Pin']) { ConvertTo-ImgException -InputObject $each }) }
    $request
}

function ConvertTo-ImgDuration {
    <#
    .SYNOPSIS
    Makes an ISO 8601 duration of a number of days or of a name of Configuration Manager (Last1Day, Last2Months, LastYear).
    #>
    [CmdletBinding()]
    [OutputType([string])]
    param([Parameter(Mandatory)] [string] $Text)

    if ($Text -match '^\d+$') { return "P$([int]$Text)D" }
    $null = $Text -match '^Last(\d*)(Hour|Day|Week|Month|Year)'
    $unit = $script:DurationUnits[$Matches[2]]
    $count = 1
    if ($Matches[1]) { $count = [int]$Matches[1] }
    if ($unit -eq 'H') { return "PT${count}H" }
    "P$count$unit"
}

function Add-ImgContentSize {
    <#
    .SYNOPSIS
    Adds a limit such as '>=1MB' or '<2GB' to the request; a number without a unit is in bytes.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)] [System.Collections.IDictionary] $Request,
        [Parameter(Mandatory)] [string] $Text
    )

    $null = $Text -match '([<>]=?)\s*([\d.]+)\s*([KMGT]?B)?'
    $operator = $Matches[1]
    $bytes = [decimal]::Parse($Matches[2], [cultureinfo]::InvariantCulture)
    if ($Matches[3] -and $script:SizeUnits.ContainsKey($Matches[3])) { $bytes *= $script:SizeUnits[$Matches[3]] }
    switch ($operator) {
        '>=' { $Request['minimumSize'] = [long][math]::Ceiling($bytes) }
        '>' { $Request['minimumSize'] = [long][math]::Floor($bytes) + 1 }
        '<=' { $Request['maximumSize'] = [long][math]::Floor($bytes) }
        '<' { $Request['maximumSize'] = [long][math]::Max(0, [math]::Ceiling($bytes) - 1) }
    }
}

function Get-ImgRuleMember {
    <#
    .SYNOPSIS
    Outputs the members of a rule that a name means: the parameter that sets them, or their own name.
    #>
    [CmdletBinding()]
    [OutputType([string])]
    param([Parameter(Mandatory)] [string] $Name)

    if ($script:RuleMembers.ContainsKey($Name)) { return $script:RuleMembers[$Name] }
    $Name.Substring(0, 1).ToLowerInvariant() + $Name.Substring(1)
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
