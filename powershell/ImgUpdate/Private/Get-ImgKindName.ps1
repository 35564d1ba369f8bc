# The kinds of the engine: PowerShell tells no capital from a small letter, JSON does.
$script:KindNames = @(
    'CumulativeUpdate', 'CumulativeUpdatePreview', 'DynamicCumulativeUpdate', 'ServicingStackUpdate',
    'DotNetCumulativeUpdate', 'DotNetCumulativeUpdatePreview', 'SafeOSDynamicUpdate', 'SetupDynamicUpdate',
    'DynamicUpdate', 'MonthlyRollup', 'MonthlyRollupPreview', 'SecurityOnly', 'SecurityUpdate', 'EnablementPackage',
    'FeatureUpdate', 'LanguagePack', 'FeatureOnDemand', 'Hotpatch', 'Driver', 'Definition', 'Tool', 'Other', 'Unknown'
)

function Get-ImgKindName {
    <#
    .SYNOPSIS
    Outputs the kinds that texts name, as the engine writes them. An unknown one stays: the engine says what there is.
    #>
    [CmdletBinding()]
    [OutputType([string])]
    param([Parameter(Mandatory)] [AllowEmptyString()] [AllowEmptyCollection()] [string[]] $Name)

    foreach ($each in $Name) {
        $known = @($script:KindNames | Where-Object { $_ -eq $each })
        if ($known.Count -gt 0) { $known[0] } else { $each }
    }
}
