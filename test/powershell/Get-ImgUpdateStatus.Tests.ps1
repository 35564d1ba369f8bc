BeforeAll {
    Import-Module "$PSScriptRoot/ImgTest.psm1"
    $site = New-ImgTestSite -Image -Catalog
}
AfterAll { Remove-ImgTestSite $site }

Describe 'Get-ImgUpdateStatus' {
    It 'tells for each index what the image has and needs' {
        $status = Get-ImgImage 'Windows 11 Enterprise' | Get-ImgUpdateStatus

        $status[0].PSObject.TypeNames[0] | Should -Be 'Img.UpdateStatus'
        ($status | Where-Object KB -EQ '5060842' | Where-Object Index -EQ 1).UpdateStatus | Should -Contain 'Applicable'
        ($status | Where-Object KB -EQ '5060842' | Where-Object UpdateStatus -EQ 'Applicable')[0].StatusCode | Should -Be 3
    }

    It 'keeps <Name>' -ForEach @(
        @{ Name = 'one index'; Parameters = @{ Index = 2 }; Member = 'Index'; Found = 2 }
        @{ Name = 'one state'; Parameters = @{ Status = 'Applicable' }; Member = 'Status'; Found = 'Applicable' }
        @{ Name = 'one update'; Parameters = @{ Update = 'KB5058411' }; Member = 'ArticleId'; Found = '5058411' }
    ) {
        $status = Get-ImgUpdateStatus -Path $site.File @Parameters

        $status | Should -Not -BeNullOrEmpty
        $status.$Member | Select-Object -Unique | Should -Be $Found
    }

    It 'writes an error for an update that is not there' {
        (Get-ImgTestError { Get-ImgUpdateStatus 'Windows 11 Enterprise' -Update 'KB1' }).FullyQualifiedErrorId | Should -Be 'ImgUpdateNotFound,Get-ImgUpdateStatus'
    }
}
