BeforeAll {
    Import-Module "$PSScriptRoot/ImgTest.psm1"
    $site = New-ImgTestSite
    $media = New-ImgTestMedia -Folder "$($site.Folder)/Win11" -Image $site.File
    $made = New-ImgUpgradePackage -Path $media -AcceptEula
}
AfterAll { Remove-ImgTestSite $site }

Describe 'Set-ImgUpgradePackage' {
    It 'changes texts from the pipeline and outputs with -PassThru' {
        $made | Set-ImgUpgradePackage -Description 'A' -WhatIf
        (Get-ImgUpgradePackage).Description | Should -BeNullOrEmpty
        $set = $made | Set-ImgUpgradePackage -NewName 'Other' -Version '1' -Description 'A' -PassThru

        $set.PSObject.TypeNames[0] | Should -Be 'Img.UpgradePackage'
        $set.Name, $set.Version, $set.Description | Should -Be 'Other', '1', 'A'
        (Get-ImgUpgradePackage 'Other').Id | Should -Be $made.Id
    }

    It 'says which earlier versions are kept, until it says no more' {
        $set = $made | Set-ImgUpgradePackage -RetainVersion 6 -RetainBytes 40GB -PassThru
        $set.Retention.RetainVersion, $set.Retention.RetainDays, $set.Retention.RetainBytes | Should -Be 6, $null, 40GB
        $set = $made | Set-ImgUpgradePackage -RetainAsSite -RetainDays 90 -PassThru
        $set.Retention.RetainVersion, $set.Retention.RetainDays, $set.Retention.RetainBytes | Should -Be $null, 90, $null
    }

    It 'follows what was moved' {
        $path = (Get-ImgUpgradePackage -Id $made.Id).Path
        Move-Item -LiteralPath $path -Destination "$($site.Folder)/moved"

        (Set-ImgUpgradePackage -Id $made.Id -Path "$($site.Folder)/moved" -PassThru).Path | Split-Path -Leaf | Should -Be 'moved'
    }

    It 'refuses a call that changes nothing' {
        { Set-ImgUpgradePackage -Name 'Other' -ErrorAction Stop } | Should -Throw -ErrorId 'ImgArgumentInvalid,Set-ImgUpgradePackage'
    }
}
