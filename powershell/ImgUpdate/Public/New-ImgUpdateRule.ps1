function New-ImgUpdateRule {
    <#
    .SYNOPSIS
    Stores a rule that chooses updates when a run starts.
    .DESCRIPTION
    A rule is a filter and a policy. What is not named does not restrict; without a kind the rule chooses the latest
    cumulative update of each image.
    .PARAMETER Name
    Name of the rule. With -Latest alone the name is Latest, and a rule of that name is taken as it is.
    .PARAMETER Latest
    The latest cumulative update: what a rule chooses that names nothing else.
    .PARAMETER Description
    Remark.
    .PARAMETER Product
    Names or GUIDs of products.
    .PARAMETER Family
    Families, for example 'Windows 11'.
    .PARAMETER Release
    Releases, for example 24H2.
    .PARAMETER Architecture
    x86, x64 or arm64.
    .PARAMETER Kind
    Kinds of update. Default: CumulativeUpdate.
    .PARAMETER UpdateClassification
    Names or GUIDs of classifications.
    .PARAMETER Title
    Wildcards on the title, any of several. One that begins with a minus excludes what it matches.
    .PARAMETER ArticleId
    Only these articles, with or without KB.
    .PARAMETER Severity
    Severities, for example Critical.
    .PARAMETER Language
    Languages, for example de-de. Updates without a language always fit.
    .PARAMETER Superseded
    $false leaves out what something else replaces, $true everything else. A preview, a held or a deferred update that
    the rule passes over replaces nothing.
    .PARAMETER DateReleasedOrRevised
    How long ago an update may have been published at most: days (28), or Last12Hours, Last1Day, Last4Weeks, Last2Months,
    LastYear as in Configuration Manager; Any is no limit. Catalogs have no date of revision.
    .PARAMETER ContentSize
    Bytes of all files together: '>=1MB', '<2GB', or both. Updates of unknown size are left out.
    .PARAMETER Required
    $true, or '>=1' as in Configuration Manager: only what the image needs, or any registered image where none is asked about.
    .PARAMETER Preview
    Whether previews compete: Include or Exclude (default).
    .PARAMETER OutOfBand
    Whether out-of-band updates compete: Include (default), PreferRegular or Exclude.
    .PARAMETER Previous
    So many cumulative updates back; 1 for a bad month.
    .PARAMETER DeferralDay
    Days that an update must have been public.
    .PARAMETER Hold
    KBs that are not chosen: articles, or tables with ArticleId, Reason and Until.
    .PARAMETER Pin
    KBs that are chosen whatever is newer: articles, or tables with ArticleId, Reason and Until.
    .PARAMETER MaximumAgeDay
    Warns when the chosen update is older than so many days.
    .INPUTS
    None
    .OUTPUTS
    Img.UpdateRule
    .EXAMPLE
    New-ImgUpdateRule -Name Monthly -Title '*Windows 11*', '-*arm64*' -DeferralDay 3

    Chooses the latest cumulative update for Windows 11 that is at least three days old.
    .EXAMPLE
    New-ImgUpdateRule -Name Recent -DateReleasedOrRevised Last1Month -Superseded $false -Required '>=1'

    Chooses as an automatic deployment rule with these criteria does.
    .EXAMPLE
    New-ImgUpdateRule -Name Careful -Hold @{ ArticleId = '5062553'; Reason = 'Breaks printing'; Until = '2026-12-31' }

    Passes one KB over until the end of the year.
    .LINK
    Invoke-ImgUpdateRule
    #>
    [CmdletBinding(SupportsShouldProcess)]
    [Alias('New-ImgSoftwareUpdateAutoDeploymentRule')]
    [OutputType('Img.UpdateRule')]
    param(
        [Parameter(Position = 0)] [string] $Name,
        [switch] $Latest,
        [string] $Description,
        [string[]] $Product,
        [string[]] $Family,
        [Alias('Version')] [string[]] $Release,
        [Alias('Architectures')] [ValidateSet('x86', 'x64', 'arm64')] [string[]] $Architecture,
        [Alias('UpdateKind')] [string[]] $Kind,
        [Alias('UpdateClassifications', 'Classification')] [string[]] $UpdateClassification,
        [Alias('Titles')] [string[]] $Title,
        [Alias('KB', 'KBArticle')] [string[]] $ArticleId,
        [Alias('Severities')] [string[]] $Severity,
        [Alias('Languages', 'UpdateLocale', 'UpdateLocales')] [string[]] $Language,
        [bool] $Superseded,
        [ValidatePattern('^(Any|\d{1,4}|Last\d{0,4}(Hour|Day|Week|Month|Year)s?)$')] [string] $DateReleasedOrRevised,
        [Alias('ContentSizes')] [ValidatePattern('^\s*[<>]=?\s*\d{1,15}(\.\d{1,6})?\s*([KMGT]?B)?\s*$')] [string[]] $ContentSize,
        [ValidatePattern('^(True|False|>=\s*1|>\s*0)$')] [string] $Required,
        [ValidateSet('Include', 'Exclude')] [string] $Preview,
        [ValidateSet('Include', 'PreferRegular', 'Exclude')] [string] $OutOfBand,
        [int] $Previous,
        [Alias('DeferralDays', 'UpdateDeploymentWaitDay', 'UpdateDeploymentWaitDays')] [int] $DeferralDay,
        [psobject[]] $Hold,
        [psobject[]] $Pin,
        [Alias('MaximumAgeDays')] [int] $MaximumAgeDay
    )

    process {
        $request = ConvertTo-ImgRuleRequest -Bound $PSBoundParameters
        $request.Remove('reset')
        $isPlain = $Latest -and -not $Name -and $request.Count -eq 0
        if (-not $Name -and -not $isPlain) {
            $PSCmdlet.ThrowTerminatingError((New-ImgError -Id ImgArgumentInvalid -Message 'A rule that is stored needs a name: pass -Name.'))
        }
        $request['name'] = $Name
        if ($isPlain) {
            $request['name'] = 'Latest'
            $known = @((Invoke-ImgEngine -Cmdlet $PSCmdlet -Method rule.list -Request @{ name = 'Latest' }).Rules)
            if ($known.Count -gt 0) {
                return ConvertTo-ImgObject -TypeName Img.UpdateRule -InputObject $known
            }
        }
        if ($PSCmdlet.ShouldProcess($request['name'], 'Store rule')) {
            $result = Invoke-ImgEngine -Cmdlet $PSCmdlet -Method rule.add -Request $request -Target $Name
            ConvertTo-ImgObject -TypeName Img.UpdateRule -InputObject $result.Rule
        }
    }
}
