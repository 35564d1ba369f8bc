BeforeAll {
    Import-Module "$PSScriptRoot/ImgTest.psm1"
    $site = New-ImgTestSite -Image -Content
    $null = Start-ImgServicing 'Windows 11 Enterprise' -Latest -Wait
    Restore-ImgImage 'Windows 11 Enterprise' -Force
}
AfterAll { Remove-ImgTestSite $site }

Describe 'Remove-ImgImageVersion' {
    It 'removes nothing with -WhatIf, and says how many bytes would come free' {
        $kept = Get-ImgImageVersion 'Windows 11 Enterprise' | Where-Object SourceVersion -EQ 1

        $removed = Remove-ImgImageVersion 'Windows 11 Enterprise' -SourceVersion 1 -WhatIf

        $removed.PSObject.TypeNames[0] | Should -Be 'Img.RemovedVersion'
        $removed.FreedBytes | Should -Be (Get-Item -LiteralPath $kept.Path).Length
        $removed.SourceVersion, $removed.Applied | Should -Be 1, $false
        (Get-ImgImageVersion 'Windows 11 Enterprise').SourceVersion | Should -Be 3, 2, 1
        Test-Path -LiteralPath $kept.Path | Should -BeTrue
    }

    It 'takes a version from the pipeline, and outputs nothing' {
        $kept = Get-ImgImageVersion 'Windows 11 Enterprise' | Where-Object SourceVersion -EQ 1

        $kept | Remove-ImgImageVersion -Force | Should -BeNullOrEmpty

        (Get-ImgImageVersion 'Windows 11 Enterprise').SourceVersion | Should -Be 3, 2
        Test-Path -LiteralPath $kept.Path | Should -BeFalse
    }

    It 'outputs what was removed with -PassThru' {
        $removed = Get-ImgImage | Remove-ImgImageVersion -SourceVersion 2 -PassThru -Confirm:$false

        $removed.ImageName, $removed.SourceVersion, $removed.Revision, $removed.Applied | Should -Be 'Windows 11 Enterprise', 2, '26100.4349', $true
        (Get-ImgImageVersion 'Windows 11 Enterprise').SourceVersion | Should -Be 3
        (Get-FileHash -LiteralPath $site.File -Algorithm SHA256).Hash | Should -Be $site.Image.Sha256
    }

    It 'writes <Id> for <What>' -ForEach @(
        @{ What = 'the current version'; Version = 3; Id = 'ImgVersionCurrent' }
        @{ What = 'a version that is gone'; Version = 1; Id = 'ImgVersionNotFound' }
    ) {
        (Get-ImgTestError { Remove-ImgImageVersion 'Windows 11 Enterprise' -SourceVersion $Version -Force }).FullyQualifiedErrorId |
            Should -Be "$Id,Remove-ImgImageVersion"
    }

    It 'needs a version' {
        (Get-ImgTestError { Remove-ImgImageVersion 'Windows 11 Enterprise' -Force }).FullyQualifiedErrorId | Should -Be 'ImgArgumentInvalid,Remove-ImgImageVersion'
    }
}
