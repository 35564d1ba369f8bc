# The month of an image, typed at a PowerShell prompt. npm run demo prepares the site and runs this file; every line that
# begins with PS> is run exactly as it is printed.
[Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSAvoidUsingWriteHost', '', Justification = 'It shows a prompt, with its colours, to whoever looks at it.')]
[Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSReviewUnusedParameter', '', Justification = 'A step reads it.')]
param([Parameter(Mandatory)] [string] $Module, [Parameter(Mandatory)] [string] $UniqueId)

$ErrorActionPreference = 'Stop'
if (Test-Path -Path variable:PSStyle) { $PSStyle.OutputRendering = 'Host' }
Import-Module $Module

function Step {
    param([string] $Comment, [scriptblock] $Command)
    Write-Host ''
    Write-Host "# $Comment" -ForegroundColor DarkGray
    Write-Host "PS> $($Command.ToString().Trim())" -ForegroundColor Cyan
    Write-Host ((& $Command | Out-String -Width 118).Trim("`r", "`n"))
}

Step 'What is in the image? No mount, no rights.' {
    Get-ImgImage 'Windows 11 Enterprise' | Get-ImgInstalledUpdate
}
Step 'Which cumulative update is right for it, what was rejected, and why?' {
    Get-ImgUpdate -ApplicableTo 'Windows 11 Enterprise' -Kind CumulativeUpdate -Latest -Explain | Select-Object -First 8
}
Step 'Put it in. Without -Kind the update of .NET would come along, whose package is not here.' {
    Get-ImgUpdate -Product 'Windows 11' -Version 24H2 -Architecture x64 -Kind CumulativeUpdate -Latest |
        New-ImgUpdateSchedule -ImageName 'Windows 11 Enterprise' -RunNow -ContinueOnError $true -Wait
}
Step 'The proof: read back from the published file.' {
    Get-ImgServicing -Last 1 | ForEach-Object { $_.Proof.Indexes } | Format-Table Index, Before, Expected, After
}
Step 'The state of that update, per index.' {
    Get-ImgUpdateStatus 'Windows 11 Enterprise' -Update $UniqueId
}
Step 'The versions that are kept.' {
    Get-ImgImageVersion 'Windows 11 Enterprise' | Format-Table SourceVersion, Revision, Current, Available, Published
}
Step 'A bad month? The way back is one line.' {
    Restore-ImgImage 'Windows 11 Enterprise' -Confirm:$false -PassThru
}
Step 'And forward again.' {
    Restore-ImgImage 'Windows 11 Enterprise' -Confirm:$false -PassThru
}
Step 'What the log says, as Configuration Manager admins know it.' {
    Get-ImgServicingLog -Tail 6
}
