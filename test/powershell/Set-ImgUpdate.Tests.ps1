BeforeAll {
    Import-Module "$PSScriptRoot/ImgTest.psm1"
    $site = New-ImgTestSite -Image -Catalog
}
AfterAll { Remove-ImgTestSite $site }

Describe 'Set-ImgUpdate' {
    It 'hides an update, so that it is not chosen, and shows it again' {
        Get-ImgUpdate -UniqueId $site.Update | Set-ImgUpdate -Hidden $true -Note 'Printing'
        (Get-ImgUpdate -IsHidden $true).UniqueId | Should -Be $site.Update
        (Get-ImgUpdate -Version 24H2 -Architecture x64 -Latest).ArticleId | Should -Be '5058411'

        $shown = Set-ImgUpdate -Id $site.Update -Hidden $false -PassThru
        $shown.Note | Should -Be 'Printing'
        (Get-ImgUpdate -Version 24H2 -Architecture x64 -Latest).ArticleId | Should -Be '5060842'
    }

    It 'finds an update by its title, also a hidden one' {
        $title = (Get-ImgUpdate -UniqueId $site.Update).Title
        Set-ImgUpdate -Name $title -Hidden $true
        (Get-ImgUpdate -IsHidden $true).Title | Should -Be $title

        (Set-ImgUpdate -LocalizedDisplayName $title -Hidden $false -PassThru).IsHidden | Should -BeFalse
        (Get-ImgTestError { Set-ImgUpdate -Name '*' -Hidden $true }).FullyQualifiedErrorId | Should -Be 'ImgUpdateNotFound,Set-ImgUpdate'
    }

    It 'changes nothing with -WhatIf' {
        Set-ImgUpdate -Id $site.Update -Hidden $true -WhatIf

        @(Get-ImgUpdate -IsHidden $true).Count | Should -Be 0
    }

    It 'ends when nothing is to be set' {
        { Set-ImgUpdate -Id $site.Update } | Should -Throw -ErrorId 'ImgArgumentInvalid,Set-ImgUpdate'
    }
}
