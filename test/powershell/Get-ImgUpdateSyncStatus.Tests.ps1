BeforeAll {
    Import-Module "$PSScriptRoot/ImgTest.psm1"
    $site = New-ImgTestSite -Image
    $packages = Join-Path -Path $site.Folder -ChildPath 'packages'
    $null = New-Item -Path $packages -ItemType Directory
    Copy-Item -LiteralPath (Get-ImgTestPackage) -Destination $packages
    $null = New-ImgUpdateSource -Name air-gap -Type Folder -Path $packages
    $null = Sync-ImgUpdate
    $null = Sync-ImgUpdate
}
AfterAll { Remove-ImgTestSite $site }

Describe 'Get-ImgUpdateSyncStatus' {
    It 'gets the last synchronisation of each source, or all' {
        (Get-ImgUpdateSyncStatus).Told | Should -Be 0
        (Get-ImgUpdateSyncStatus 'air*' -All).Told | Should -Be 0, 1
        Get-ImgUpdateSyncStatus nobody | Should -BeNullOrEmpty
    }

    It 'gets what came: <Name>' -ForEach @(
        @{ Name = 'since a month ago'; Block = { Get-ImgUpdateSyncStatus -Change }; Found = 1 }
        @{ Name = 'that an image needs'; Block = { Get-ImgUpdateSyncStatus -Change -ImageName 'Windows 11 Enterprise' }; Found = 1 }
        @{ Name = 'that any image needs'; Block = { Get-ImgUpdateSyncStatus -Change -ImageName * }; Found = 1 }
        @{ Name = 'with one synchronisation'; Block = { Get-ImgUpdateSyncStatus -All | Get-ImgUpdateSyncStatus -Change }; Found = 1 }
        @{ Name = 'nothing since'; Block = { Get-ImgUpdateSyncStatus -Change -Since ([datetime]::UtcNow.AddMinutes(5)) }; Found = 0 }
    ) {
        $changes = @(& $Block)
        $changes.Count | Should -Be $Found
        $changes | ForEach-Object { "$($_.Change) $($_.ArticleId)" } | Should -Be @(@('Added 5060842') * $Found)
    }

    It 'says which image needs it, in which index and why' {
        $change = Get-ImgUpdateSyncStatus -Change -ImageName 'windows 11*'
        $change.PSObject.TypeNames[0] | Should -Be 'Img.ImageChange'
        "$($change.ImageName) $($change.Index) $($change.Status) $($change.Source)" | Should -Be 'Windows 11 Enterprise 1 2 Applicable air-gap'
        $change.Reason | Should -BeLike 'the image has an older revision*'
        (Get-ImgTestError { Get-ImgUpdateSyncStatus -Change -ImageName 'Server*' }).FullyQualifiedErrorId | Should -Be 'ImgImageNotFound,Get-ImgUpdateSyncStatus'
    }

    It 'writes an error for a synchronisation that is not there' {
        (Get-ImgTestError { Get-ImgUpdateSyncStatus -Change -SyncId nothing }).FullyQualifiedErrorId | Should -Be 'ImgSyncNotFound,Get-ImgUpdateSyncStatus'
    }
}
