BeforeAll {
    Import-Module "$PSScriptRoot/ImgTest.psm1"
    $site = New-ImgTestSite -Image
}
AfterAll { Remove-ImgTestSite $site }

Describe 'Export-ImgImage' {
    It 'makes a file with one index' {
        $to = "$($site.Folder)/pro.wim"

        $file = Export-ImgImage 'Windows 11 Enterprise' -Index 2 -DestinationPath $to

        $file | Should -BeOfType System.IO.FileInfo
        (Get-ImgImageIndex -Path $to).Edition | Should -Be 'Professional'
        Test-ImgImage -Path $to | Should -BeTrue
    }

    It 'makes a file with indexes in another order, with another compression' {
        $to = "$($site.Folder)/both.wim"

        $null = Get-Item -LiteralPath $site.File | Export-ImgImage -Index 2, 1 -DestinationPath $to -CompressionType None -CheckIntegrity

        (Get-ImgImageIndex -Path $to).Edition | Should -Be 'Professional', 'Enterprise'
    }

    It 'does nothing with -WhatIf' {
        $to = "$($site.Folder)/what-if.wim"

        Export-ImgImage -Path $site.File -DestinationPath $to -WhatIf

        Test-Path -LiteralPath $to | Should -BeFalse
    }

    It 'overwrites nothing' {
        (Get-ImgTestError { Export-ImgImage -Path $site.File -DestinationPath $site.File }).FullyQualifiedErrorId | Should -Be 'ImgFileExists,Export-ImgImage'
    }
}
