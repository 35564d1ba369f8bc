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

    It 'makes an ESD file: <Case>' -ForEach @(
        @{ Case = 'by its name'; Name = 'named.esd'; More = @{} }
        @{ Case = 'when asked'; Name = 'asked.wim'; More = @{ CompressionType = 'Recovery' } }
    ) {
        $to = "$($site.Folder)/$Name"

        $file = Get-ImgImage 'Windows 11 Enterprise' | Export-ImgImage -DestinationPath $to @More

        $file.FullName | Should -Be (Get-Item -LiteralPath $to).FullName
        (Get-ImgImageIndex -Path $to).Edition | Should -Be (Get-ImgImageIndex -Path $site.File).Edition
        Test-ImgImage -Path $to | Should -BeTrue
        [System.IO.File]::ReadAllBytes($to)[13..14] | Should -Be 0x0e, 0x00
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
