function Get-ImgUpdateRule {
    <#
    .SYNOPSIS
    Gets rules.
    .DESCRIPTION
    Without a name all rules are output, by name.
    .PARAMETER Name
    Names of rules, with the wildcards * and ?.
    .INPUTS
    Names
    .OUTPUTS
    Img.UpdateRule
    .EXAMPLE
    Get-ImgUpdateRule

    Gets all rules.
    .EXAMPLE
    Get-ImgUpdateRule 'Month*' | Invoke-ImgUpdateRule -WhatIf

    Shows what the rules would choose today.
    .LINK
    New-ImgUpdateRule
    #>
    [CmdletBinding()]
    [Alias('Get-ImgSoftwareUpdateAutoDeploymentRule')]
    [OutputType('Img.UpdateRule')]
    param([Parameter(Position = 0, ValueFromPipeline, ValueFromPipelineByPropertyName)] [SupportsWildcards()] [string[]] $Name = '*')

    process {
        foreach ($each in $Name) {
            $result = Invoke-ImgEngine -Cmdlet $PSCmdlet -Method rule.list -Request @{ name = $each } -Target $each
            $rules = @($result.Rules)
            if ($rules.Count -eq 0 -and $null -ne $result -and $each -notmatch '[*?]') {
                Write-ImgError -Cmdlet $PSCmdlet -Record (New-ImgError -Id ImgRuleNotFound -Message "There is no rule '$each'." -Target $each)
            }
            ConvertTo-ImgObject -TypeName Img.UpdateRule -InputObject $rules
        }
    }
}
