BeforeAll {
    Import-Module "$PSScriptRoot/ImgTest.psm1"
    $site = New-ImgTestSite -Image
}
AfterAll { Remove-ImgTestSite $site }

Describe 'Set-ImgImage' {
    It 'changes what is named and outputs nothing by default' {
        Set-ImgImage -Name 'Windows 11 Enterprise' -Description 'for the offices' | Should -BeNullOrEmpty

        (Get-ImgImage 'Windows 11 Enterprise').Description | Should -Be 'for the offices'
    }

    It 'renames an image from the pipeline, and back' {
        (Get-ImgImage | Set-ImgImage -NewName 'W11' -PassThru).Name | Should -Be 'W11'
        (Set-ImgImage -Id $site.Image.Id -NewName 'Windows 11 Enterprise' -Reload -PassThru).Name | Should -Be 'Windows 11 Enterprise'
    }

    It 'changes nothing with -WhatIf' {
        Set-ImgImage -Name 'Windows 11 Enterprise' -Version 'new' -WhatIf

        (Get-ImgImage).Version | Should -Not -Be 'new'
    }

    It 'lets an image be sent to many, and says what clients need that get it in no other way' {
        $image = Set-ImgImage -Name 'Windows 11 Enterprise' -MulticastAllow $true -MulticastTransferOnly $true -PassThru -WarningVariable warnings -WarningAction SilentlyContinue

        $image.Multicast.Allow | Should -BeTrue
        $image.Multicast.Encrypt | Should -BeFalse
        $image.Multicast.TransferOnly | Should -BeTrue
        "$warnings" | Should -BeLike '*Download content locally when needed*'
        (Set-ImgImage -Name 'Windows 11 Enterprise' -MulticastAllow $false -PassThru).Multicast.TransferOnly | Should -BeFalse
        (Get-ImgTestError { Set-ImgImage -Name 'Windows 11 Enterprise' -MulticastEncrypt $true }).FullyQualifiedErrorId | Should -Be 'ImgRequestInvalid,Set-ImgImage'
    }

    It 'says how many earlier versions are kept, and takes that away again' {
        $image = Set-ImgImage -Name 'Windows 11 Enterprise' -RetainVersion 6 -RetainBytes 40GB -PassThru

        $image.Retention.RetainVersion, $image.Retention.RetainBytes | Should -Be 6, 40GB
        $image.Retention.RetainDays | Should -BeNullOrEmpty
        (Set-ImgImage -Name 'Windows 11 Enterprise' -RetainAsSite -PassThru).Retention.RetainVersion | Should -BeNullOrEmpty
    }

    It 'ends when nothing is to be set' {
        { Set-ImgImage -Name 'Windows 11 Enterprise' } | Should -Throw -ErrorId 'ImgArgumentInvalid,Set-ImgImage'
    }

    It 'writes an error for an image that is not there' {
        (Get-ImgTestError { Set-ImgImage -Name 'Nobody' -Version 1 }).FullyQualifiedErrorId | Should -Be 'ImgImageNotFound,Set-ImgImage'
    }
}
