function Start-ImgJob {
    <#
    .SYNOPSIS
    Runs a cmdlet of this module with these parameters in a background job, and outputs the job.
    #>
    [Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSUseShouldProcessForStateChangingFunctions', '', Justification = 'The cmdlet in the job asks.')]
    [CmdletBinding()]
    [OutputType([System.Management.Automation.Job])]
    param(
        [Parameter(Mandatory)] [string] $Command,
        [Parameter(Mandatory)] [System.Collections.IDictionary] $Bound
    )

    # Values travel as objects, never as text of a command.
    $work = {
        param($Module, $Command, $Bound)
        Import-Module -Name $Module
        & $Command @Bound
    }
    $parameters = @{}
    foreach ($name in $Bound.Keys) {
        $value = $Bound[$name]
        if ($value -is [switch]) { $value = [bool]$value }
        $parameters[$name] = $value
    }
    $module = [System.IO.Path]::Combine($script:ModuleRoot, 'ImgUpdate.psd1')
    Start-Job -Name $Command -ScriptBlock $work -ArgumentList $module, $Command, $parameters
}
