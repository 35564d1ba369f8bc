function Remove-ImgUpdateRule {
    <#
    .SYNOPSIS
    Removes a rule.
    .DESCRIPTION
    A rule that a schedule still waits for is not removed: clear the schedule first.
    .PARAMETER InputObject
    From the pipeline: rules or names.
    .PARAMETER Name
    Name of the rule.
    .PARAMETER Force
    Does not ask.
    .INPUTS
    Img.UpdateRule, names
    .OUTPUTS
    None
    .EXAMPLE
    Remove-ImgUpdateRule -Name Monthly

    Asks, and removes the rule.
    .EXAMPLE
    Get-ImgUpdateRule 'Test*' | Remove-ImgUpdateRule -Force

    Removes rules without asking.
    .LINK
    Get-ImgUpdateRule
    #>
    [CmdletBinding(SupportsShouldProcess, ConfirmImpact = 'High', DefaultParameterSetName = 'ByName')]
    [Alias('Remove-ImgSoftwareUpdateAutoDeploymentRule')]
    param(
        [Parameter(Mandatory, ValueFromPipeline, ParameterSetName = 'ByValue')] [psobject] $InputObject,
        [Parameter(Mandatory, Position = 0, ParameterSetName = 'ByName')] [string] $Name,
        [switch] $Force
    )

    process {
        if ($Force -and -not $PSBoundParameters.ContainsKey('Confirm')) {
            $ConfirmPreference = 'None'
        }
        $rule = $Name
        if ($PSCmdlet.ParameterSetName -eq 'ByValue') { $rule = Get-ImgName -InputObject $InputObject }
        if ($PSCmdlet.ShouldProcess($rule, 'Remove rule')) {
            $null = Invoke-ImgEngine -Cmdlet $PSCmdlet -Method rule.remove -Request @{ name = $rule } -Target $rule
        }
    }
}
