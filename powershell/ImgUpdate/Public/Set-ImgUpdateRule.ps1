function Set-ImgUpdateRule {
    <#
    .SYNOPSIS
    Changes a rule.
    .DESCRIPTION
    Sets what is named and leaves the rest as it is. Lists are replaced as a whole. Schedules follow a rule to a new name.
    .PARAMETER InputObject
    From the pipeline: rules or names.
    .PARAMETER Name
    Name of the rule.
    .PARAMETER NewName
    Another name.
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
    .PARAMETER Reset
    Members or parameters to take out, so that they no longer restrict, for example holds or ContentSize.
    .PARAMETER PassThru
    Outputs the rule after the change.
    .INPUTS
    Img.UpdateRule, names
    .OUTPUTS
    None, or Img.UpdateRule with -PassThru
    .EXAMPLE
    Set-ImgUpdateRule -Name Monthly -DeferralDay 7

    Waits a week.
    .EXAMPLE
    Get-ImgUpdateRule Monthly | Set-ImgUpdateRule -Reset holds -PassThru

    Takes all holds out.
    .LINK
    Get-ImgUpdateRule
    #>
    [CmdletBinding(SupportsShouldProcess, DefaultParameterSetName = 'ByName')]
    [Alias('Set-ImgSoftwareUpdateAutoDeploymentRule')]
    [OutputType('Img.UpdateRule')]
    param(
        [Parameter(Mandatory, ValueFromPipeline, ParameterSetName = 'ByValue')] [psobject] $InputObject,
        [Parameter(Mandatory, Position = 0, ParameterSetName = 'ByName')] [string] $Name,
        [string] $NewName,
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
        [Alias('MaximumAgeDays')] [int] $MaximumAgeDay,
        [string[]] $Reset,
        [switch] $PassThru
    )

    process {
        $rule = $Name
        if ($PSCmdlet.ParameterSetName -eq 'ByValue') { $rule = Get-ImgName -InputObject $InputObject }
        $request = ConvertTo-ImgRuleRequest -Bound $PSBoundParameters
        if ($PSBoundParameters.ContainsKey('NewName')) { $request['newName'] = $NewName }
        if ($PSBoundParameters.ContainsKey('Reset')) {
            $members = @(foreach ($each in $Reset) { Get-ImgRuleMember -Name $each })
            $request['reset'] = @(@($request['reset']) + $members | Where-Object { $_ })
        }
        if ($request.Count -eq 0) {
            $PSCmdlet.ThrowTerminatingError((New-ImgError -Id ImgArgumentInvalid -Message 'Nothing to set was passed.'))
        }
        $request['name'] = $rule
        if ($PSCmdlet.ShouldProcess($rule, 'Change rule')) {
            $result = Invoke-ImgEngine -Cmdlet $PSCmdlet -Method rule.set -Request $request -Target $rule
            if ($PassThru -and $null -ne $result) {
                ConvertTo-ImgObject -TypeName Img.UpdateRule -InputObject $result.Rule
            }
        }
    }
}
