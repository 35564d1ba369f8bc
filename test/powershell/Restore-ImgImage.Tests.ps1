BeforeAll {
    Import-Module "$PSScriptRoot/ImgTest.psm1"
    $site = New-ImgTestSite -Image -Content
    $null = Start-ImgServicing 'Windows 11 Enterprise' -Latest -Wait
}
AfterAll { Remove-ImgTestSite $site }

Describe 'Restore-ImgImage' {
    It 'restores nothing with -WhatIf' {
        Restore-ImgImage 'Windows 11 Enterprise' -WhatIf

        (Get-ImgImage).SourceVersion | Should -Be 2
    }

    It 'brings the old bytes back, under a new version' {
        Restore-ImgImage 'Windows 11 Enterprise' -Force | Should -BeNullOrEmpty

        (Get-ImgImage).SourceVersion | Should -Be 3
        (Get-FileHash -LiteralPath $site.File -Algorithm SHA256).Hash | Should -Be $site.Image.Sha256
    }

    It 'takes a version from the pipeline' {
        $image = Get-ImgImageVersion 'Windows 11 Enterprise' | Where-Object SourceVersion -EQ 2 | Restore-ImgImage -Confirm:$false -PassThru

        $image.OSVersion | Should -Be '26100.4349'
    }

    It 'writes an error for a version that is not kept' {
        (Get-ImgTestError { Restore-ImgImage 'Windows 11 Enterprise' -SourceVersion 99 -Force }).FullyQualifiedErrorId | Should -Be 'ImgVersionNotFound,Restore-ImgImage'
    }
}
