BeforeAll {
    Import-Module "$PSScriptRoot/ImgTest.psm1"
    $site = New-ImgTestSite
    $boot = New-ImgTestBootImage -Path "$($site.Folder)/boot.wim"
}
AfterAll { Remove-ImgTestSite $site }

Describe 'New-ImgBootImage' {
    It 'registers a file from the pipeline under its name' {
        $nothing = Get-ChildItem -LiteralPath $boot | New-ImgBootImage -WhatIf
        $image = Get-ChildItem -LiteralPath $boot | New-ImgBootImage

        $nothing | Should -BeNullOrEmpty
        $image.PSObject.TypeNames[0] | Should -Be 'Img.BootImage'
        $image.Name, $image.OSVersion, $image.Architecture | Should -Be 'boot.wim', '26100.4061', 'x64'
        Get-ImgImage | Should -BeNullOrEmpty
    }

    It 'refuses an image of Windows' {
        $failure = Get-ImgTestError { New-ImgBootImage -Path $site.File }

        $failure.FullyQualifiedErrorId | Should -Be 'ImgNotBootImage,New-ImgBootImage'
        $failure.ErrorDetails.RecommendedAction | Should -Not -BeNullOrEmpty
    }
}
