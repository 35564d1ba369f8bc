BeforeAll {
    Import-Module "$PSScriptRoot/ImgTest.psm1"
    $site = New-ImgTestSite -Image
    $packages = Join-Path -Path $site.Folder -ChildPath 'packages'
    $null = New-Item -Path $packages -ItemType Directory
    Copy-Item -LiteralPath (Get-ImgTestPackage) -Destination $packages
    $null = New-ImgUpdateSource -Name air-gap -Type Folder -Path $packages
}
AfterAll { Remove-ImgTestSite $site }

Describe 'Sync-ImgUpdate' {
    It 'changes nothing for -WhatIf' {
        Sync-ImgUpdate -WhatIf
        Get-ImgUpdate | Should -BeNullOrEmpty
    }

    It 'brings in what is new, and says so' {
        $sync = Sync-ImgUpdate
        $sync.Status | Should -Be Succeeded
        $sync.Added | Should -Be 1
        $update = Get-ImgUpdate
        $update.ArticleId, $update.Family, $update.Revision | Should -Be '5060842', 'Windows 11', '26100.4349'
        (Get-ImgUpdateSource).State | Should -Be ok
    }

    It 'brings what an image asks for' {
        Get-ImgUpdate -ApplicableTo 'Windows 11 Enterprise' -Latest | ForEach-Object ArticleId | Should -Be 5060842
    }

    It 'has nothing to do a second time; -FullSync asks again' {
        (Sync-ImgUpdate air-gap).Told | Should -Be 0
        $again = Get-ImgUpdateSource | Sync-ImgUpdate -FullSync
        $again.Told, $again.Unchanged | Should -Be 1, 1
    }

    It 'goes on in a job' {
        $job = Sync-ImgUpdate -FullSync -AsJob
        $sync = $job | Receive-Job -Wait -AutoRemoveJob
        $sync.Status | Should -Be Succeeded
    }

    It 'tells records that cannot be read, and a source that is gone' {
        Set-Content -LiteralPath (Join-Path -Path $packages -ChildPath 'broken.msu') -Value 'no package'
        (Get-ImgTestError { Sync-ImgUpdate }).FullyQualifiedErrorId | Should -Be 'ImgSyncIncomplete,Sync-ImgUpdate'
        Remove-Item -LiteralPath $packages -Recurse
        (Get-ImgTestError { Sync-ImgUpdate }).FullyQualifiedErrorId | Should -Be 'ImgSourceUnreachable,Sync-ImgUpdate'
        (Get-ImgUpdateSource).State | Should -Be failing
        Get-ImgUpdate | Should -Not -BeNullOrEmpty
    }

    It 'writes an error where there is no source' {
        Get-ImgUpdateSource | Remove-ImgUpdateSource -Force
        (Get-ImgTestError { Sync-ImgUpdate }).FullyQualifiedErrorId | Should -Be 'ImgSourceNotFound,Sync-ImgUpdate'
    }
}
