function Get-ImgUpdate {
    <#
    .SYNOPSIS
    Gets updates of the catalog, or the latest of each line.
    .DESCRIPTION
    Without parameters all updates are output, newest first. With -Latest one update is output for each line (family,
    release, architecture and kind); with -ApplicableTo only what fits an image. -Explain shows every candidate instead,
    with the decision and its reason. Times without a zone are local times; members with times are UTC.
    .PARAMETER Name
    Title, with the wildcards * and ?.
    .PARAMETER ArticleId
    Knowledge base articles, with or without KB; * and ? are wildcards.
    .PARAMETER UniqueId
    Identities of updates; for Microsoft updates the update GUID.
    .PARAMETER InputObject
    From the pipeline: images or files to which the updates shall apply, or objects with UniqueId or ArticleId.
    .PARAMETER Product
    Names or GUIDs of products.
    .PARAMETER Family
    Family, for example 'Windows 11' or 'Windows Server 2025'.
    .PARAMETER Release
    Release, for example 24H2.
    .PARAMETER Architecture
    x86, x64 or arm64.
    .PARAMETER Kind
    Kind, for example CumulativeUpdate or ServicingStackUpdate.
    .PARAMETER UpdateClassification
    Name or GUID of a classification.
    .PARAMETER CategoryName
    Products, families or classifications, by name or GUID; an update that has one of them fits.
    .PARAMETER Severity
    Severities, for example Critical; None is what has no severity.
    .PARAMETER DatePostedMin
    Only updates that were published at this time or later.
    .PARAMETER DatePostedMax
    Only updates that were published before this time.
    .PARAMETER IsSuperseded
    Only superseded updates, or with $false only the others.
    .PARAMETER IsExpired
    Only expired updates, or with $false only the others.
    .PARAMETER OnlyExpired
    The same as -IsExpired $true.
    .PARAMETER IsHidden
    Only hidden updates, or with $false only the others.
    .PARAMETER IsContentProvisioned
    Only updates with verified content, or with $false only the others.
    .PARAMETER IsOfflineServiceable
    Only updates that DISM can apply to an image that is not running, or with $false only the others.
    .PARAMETER IsDeployed
    Only updates that a waiting or running schedule names or a registered image has, or with $false only the others.
    .PARAMETER IsLatest
    Only the latest of their lines, or with $false only the others.
    .PARAMETER AsOf
    The catalog as it was at this time.
    .PARAMETER Latest
    One update for each line.
    .PARAMETER Previous
    With -Latest: so many updates back.
    .PARAMETER Preview
    Whether previews compete: Include or Exclude (default).
    .PARAMETER OutOfBand
    Whether out-of-band updates compete: Include (default), PreferRegular or Exclude.
    .PARAMETER ApplicableTo
    Name or id of a registered image, an image object, or a file: only what fits it.
    .PARAMETER Index
    Index of that image; default is all.
    .PARAMETER Rule
    Name of a rule, or a rule: its filter and policy decide. Implies -Latest.
    .PARAMETER Explain
    Outputs the candidates with decision and reason. Implies -Latest.
    .PARAMETER WhyNot
    A knowledge base article or a UniqueId: says why the question does not choose it. Implies -Latest.
    .PARAMETER Fast
    Accepted for scripts that were written for Configuration Manager. All members are always there.
    .PARAMETER IncludeUpgrade
    Accepted likewise. Upgrades are always there.
    .PARAMETER DisableWildcardHandling
    Takes * and ? of the name literally.
    .PARAMETER ForceWildcardHandling
    Takes * and ? of the name as wildcards, as is the default.
    .INPUTS
    Img.Image, files, or objects with UniqueId or ArticleId
    .OUTPUTS
    Img.Update; Img.UpdateCandidate with -Explain; Img.UpdateAbsence with -WhyNot
    .EXAMPLE
    Get-ImgUpdate -Product 'Windows 11' -Version 24H2 -Architecture x64 -Kind CumulativeUpdate -Latest

    Gets the latest cumulative update for Windows 11 24H2.
    .EXAMPLE
    Get-ImgUpdate -ApplicableTo 'Windows 11 Enterprise' -Latest -Explain

    Shows which updates are chosen for an image, which are not, and why.
    .EXAMPLE
    Get-ImgUpdate -ApplicableTo 'Windows 11 Enterprise' -WhyNot KB5058411

    Says why an update is not chosen for an image.
    .LINK
    New-ImgUpdateSchedule
    #>
    [CmdletBinding(DefaultParameterSetName = 'ByFilter')]
    [Alias('Get-ImgSoftwareUpdate')]
    [OutputType('Img.Update', 'Img.UpdateCandidate', 'Img.UpdateAbsence')]
    param(
        [Parameter(Position = 0)] [SupportsWildcards()] [Alias('LocalizedDisplayName', 'Title')] [string] $Name,
        [Alias('KB', 'KBArticle')] [string[]] $ArticleId,
        [Alias('CI_UniqueID', 'UpdateId')] [string[]] $UniqueId,
        [Parameter(ValueFromPipeline)] [psobject] $InputObject,
        [string[]] $Product,
        [string] $Family,
        [Alias('Version')] [string] $Release,
        [ValidateSet('x86', 'x64', 'arm64')] [string] $Architecture,
        [Alias('UpdateKind')] [string] $Kind,
        [Alias('Classification')] [string] $UpdateClassification,
        [Alias('CategoryNames', 'Category')] [psobject[]] $CategoryName,
        [Alias('Severities')] [string[]] $Severity,
        [datetime] $DatePostedMin, [datetime] $DatePostedMax,
        [bool] $IsSuperseded, [bool] $IsExpired,
        [switch] $OnlyExpired,
        [bool] $IsHidden, [bool] $IsContentProvisioned, [bool] $IsOfflineServiceable,
        [bool] $IsDeployed, [bool] $IsLatest,
        [datetime] $AsOf,
        [switch] $Latest,
        [int] $Previous,
        [ValidateSet('Include', 'Exclude')] [string] $Preview,
        [ValidateSet('Include', 'PreferRegular', 'Exclude')] [string] $OutOfBand,
        [psobject] $ApplicableTo, [int] $Index,
        [psobject] $Rule,
        [switch] $Explain,
        [string] $WhyNot,
        [switch] $Fast, [Alias('IncludeUpgrades')] [switch] $IncludeUpgrade,
        [Parameter(DontShow)] [switch] $DisableWildcardHandling,
        [Parameter(DontShow)] [switch] $ForceWildcardHandling
    )

    process {
        $null = $Fast, $IncludeUpgrade, $ForceWildcardHandling
        $request = ConvertTo-ImgUpdateFilter -Bound $PSBoundParameters
        foreach ($target in $ApplicableTo, $InputObject) {
            if ($null -ne $target -and -not (Add-ImgUpdateTarget -Cmdlet $PSCmdlet -Request $request -InputObject $target)) {
                return
            }
        }
        if ($request['latest']) {
            return Get-ImgLatestUpdate -Cmdlet $PSCmdlet -Request $request -Target $InputObject
        }
        Get-ImgList -Cmdlet $PSCmdlet -Method update.list -Request $request -Member Updates -TypeName Img.Update -Target $InputObject |
            Test-ImgName -Member Title -Name $Name -Literal $DisableWildcardHandling |
            Where-Object { -not $PSBoundParameters.ContainsKey('IsLatest') -or $_.IsLatest -eq $IsLatest }
    }
}
