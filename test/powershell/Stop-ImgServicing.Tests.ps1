BeforeAll {
    Import-Module "$PSScriptRoot/ImgTest.psm1"
    $site = New-ImgTestSite -Image -Content
    $tool = "$($site.Folder)/slow.cjs"
    $emulator = "$(Get-ImgTestModulePath)/engine/imgupdate-dism.cjs".Replace('\', '/')
    [System.IO.File]::WriteAllText($tool, "process.argv.includes('/Mount-Image') ? setTimeout(() => {}, 60000) : require('$emulator');")
    Set-ImgTestEmulator -Script $tool
}
AfterAll {
    Set-ImgTestEmulator
    Remove-ImgTestSite $site
}

Describe 'Stop-ImgServicing' {
    It 'stops nothing with -WhatIf, and then the open run of an image' {
        $run = Start-ImgServicing 'Windows 11 Enterprise' -Latest
        Get-ImgImage | Stop-ImgServicing -WhatIf
        $seen = Get-ImgServicing -RunId $run.RunId
        $stopped = Get-ImgImage | Stop-ImgServicing -Wait -PassThru

        'Pending', 'Running' | Should -Contain $seen.Status
        $stopped.RunId | Should -Be $run.RunId
        $stopped.Result | Should -Be 'Canceled'
        (Get-ImgImage -Reload).Sha256 | Should -Be $site.Image.Sha256
    }

    It 'writes an error for a run that is not there' {
        (Get-ImgTestError { Stop-ImgServicing -RunId none }).FullyQualifiedErrorId | Should -Be 'ImgRunNotFound,Stop-ImgServicing'
    }
}
