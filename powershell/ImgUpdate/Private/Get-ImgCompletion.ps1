function Get-ImgCompletion {
    <#
    .SYNOPSIS
    Outputs the argument completers of the module: names of registered images, upgrade packages and boot images.
    #>
    [CmdletBinding()]
    [OutputType([hashtable])]
    param()

    $images = {
        param($commandName, $parameterName, $wordToComplete)
        $null = $commandName, $parameterName
        $start = $wordToComplete.Trim("'", '"')
        foreach ($image in Get-ImgImage -Name "$start*" -ErrorAction Ignore) {
            $text = "'{0}'" -f $image.Name.Replace("'", "''")
            New-Object -TypeName System.Management.Automation.CompletionResult -ArgumentList $text, $image.Name, 'ParameterValue', "$($image.Name): $($image.Path)"
        }
    }
    $named = @(
        'Get-ImgImage', 'Set-ImgImage', 'Remove-ImgImage', 'Get-ImgImageIndex', 'Get-ImgInstalledUpdate', 'Get-ImgUpdateStatus',
        'New-ImgUpdateSchedule', 'Get-ImgUpdateSchedule', 'Clear-ImgUpdateSchedule', 'Start-ImgServicing', 'Get-ImgServicing',
        'Restore-ImgImage', 'Get-ImgImageVersion', 'Remove-ImgImageVersion'
    )
    @{ CommandName = $named; ParameterName = 'Name'; ScriptBlock = $images }
    foreach ($kind in 'UpgradePackage', 'BootImage') {
        $media = {
            param($commandName, $parameterName, $wordToComplete)
            $null = $parameterName
            $start = $wordToComplete.Trim("'", '"')
            $get = "Get-Img$($commandName -replace '^.+-Img')"
            foreach ($each in & $get -Name "$start*" -ErrorAction Ignore) {
                $text = "'{0}'" -f $each.Name.Replace("'", "''")
                New-Object -TypeName System.Management.Automation.CompletionResult -ArgumentList $text, $each.Name, 'ParameterValue', "$($each.Name): $($each.Path)"
            }
        }
        @{ CommandName = @("Get-Img$kind", "Set-Img$kind", "Remove-Img$kind"); ParameterName = 'Name'; ScriptBlock = $media }
    }
    @{ CommandName = 'Get-ImgUpdate'; ParameterName = 'ApplicableTo'; ScriptBlock = $images }
}
