function Invoke-ImgUpdateRule {
    <#
    .SYNOPSIS
    Services images now with what a rule chooses; with -WhatIf shows what that is.
    .DESCRIPTION
    For every registered image, or for one, the rule is asked and a run is scheduled at once. With -WhatIf nothing is
    changed: each update that the rule chooses today is output, with the image and the reason.
    .PARAMETER InputObject
    From the pipeline: rules or names.
    .PARAMETER Name
    Name of the rule.
    .PARAMETER ImageName
    Name or id of a registered image; default is all.
    .PARAMETER ContinueOnError
    $true goes on after an update that failed.
    .PARAMETER RemoveSupersededUpdates
    $true cleans the images up with ResetBase and exports them.
    .PARAMETER PassThru
    Outputs the schedules that were made.
    .INPUTS
    Img.UpdateRule, names
    .OUTPUTS
    Img.RecommendedUpdate with -WhatIf; Img.UpdateSchedule with -PassThru; else none
    .EXAMPLE
    Invoke-ImgUpdateRule -Name Monthly -WhatIf

    Shows today's choice for every image.
    .EXAMPLE
    Invoke-ImgUpdateRule -Name Monthly -ImageName 'Windows 11 Enterprise' -PassThru

    Services one image now.
    .LINK
    New-ImgUpdateRule
    #>
    [CmdletBinding(SupportsShouldProcess, DefaultParameterSetName = 'ByName')]
    [Alias('Invoke-ImgSoftwareUpdateAutoDeploymentRule')]
    [OutputType('Img.RecommendedUpdate', 'Img.UpdateSchedule')]
    param(
        [Parameter(Mandatory, ValueFromPipeline, ParameterSetName = 'ByValue')] [psobject] $InputObject,
        [Parameter(Mandatory, Position = 0, ParameterSetName = 'ByName')] [string] $Name,
        [string] $ImageName,
        [bool] $ContinueOnError,
        [Alias('CleanUp')] [bool] $RemoveSupersededUpdates,
        [switch] $PassThru
    )

    process {
        $rule = $Name
        if ($PSCmdlet.ParameterSetName -eq 'ByValue') { $rule = Get-ImgName -InputObject $InputObject }
        $question = [ordered]@{ name = $rule }
        if ($ImageName) { $question['image'] = $ImageName }
        $answer = Invoke-ImgEngine -Cmdlet $PSCmdlet -Method rule.evaluate -Request $question -Target $rule
        foreach ($image in $answer.Images) {
            foreach ($warning in $image.Warnings) {
                if ($null -ne $warning) { Write-Warning -Message "$($image.ImageName): $($warning.Message)" }
            }
            foreach ($missing in $image.NotFound) {
                if ($null -ne $missing) { Write-Verbose -Message "$($image.ImageName), $($missing.Role): $($missing.Reason)" }
            }
            $updates = @($image.Updates | Where-Object { $null -ne $_ })
            if ($WhatIfPreference) {
                ConvertTo-ImgObject -TypeName Img.RecommendedUpdate -InputObject $updates |
                    Add-ImgMember -Value ([ordered]@{ ImageId = $image.ImageId; ImageName = $image.ImageName; RuleName = $rule })
            } elseif ($updates.Count -gt 0 -and $PSCmdlet.ShouldProcess($image.ImageName, "Service by rule '$rule'")) {
                $request = [ordered]@{ image = $image.ImageId; rule = $rule; runNow = $true }
                $request['continueOnError'] = $ContinueOnError
                $request['removeSupersededUpdates'] = $RemoveSupersededUpdates
                $made = Invoke-ImgEngine -Cmdlet $PSCmdlet -Method schedule.add -Request $request -Target $image.ImageName
                if ($PassThru -and $null -ne $made) {
                    ConvertTo-ImgObject -TypeName Img.UpdateSchedule -InputObject $made.Schedule
                }
            }
        }
    }
}
