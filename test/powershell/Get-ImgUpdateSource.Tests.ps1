BeforeAll {
    Import-Module "$PSScriptRoot/ImgTest.psm1"
    $site = New-ImgTestSite
    $packages = Join-Path -Path $site.Folder -ChildPath 'packages'
    $null = New-Item -Path $packages -ItemType Directory
    $null = New-ImgUpdateSource -Name air-gap -Type Folder -Path $packages
    $null = New-ImgUpdateSource -Name second -Type Folder -Path $packages
}
AfterAll { Remove-ImgTestSite $site }

Describe 'Get-ImgUpdateSource' {
    It 'gets sources by <Name>, in their order' -ForEach @(
        @{ Name = 'nothing'; Block = { Get-ImgUpdateSource }; Found = 'air-gap', 'second' }
        @{ Name = 'name'; Block = { Get-ImgUpdateSource SECOND }; Found = 'second' }
        @{ Name = 'wildcard'; Block = { Get-ImgUpdateSource 'a*' }; Found = 'air-gap' }
        @{ Name = 'pipeline'; Block = { 'second', 'air-gap' | Get-ImgUpdateSource }; Found = 'second', 'air-gap' }
    ) {
        @(& $Block | ForEach-Object Name) | Should -Be $Found
    }

    It 'gets imported files behind the others, and refuses what cannot be done to them' {
        $file = Join-Path -Path $site.Folder -ChildPath 'catalog.jsonl'
        '{"uniqueId":"a","title":"A","classification":"","products":[],"files":[]}' | Set-Content -LiteralPath $file -Encoding ASCII
        (Import-ImgUpdate $file).SyncId | Should -Be (Get-ImgUpdateSyncStatus import).SyncId

        $source = @(Get-ImgUpdateSource)[-1]
        $source.PSObject.TypeNames[0] | Should -Be 'Img.UpdateSource'
        "$($source.Position) $($source.Name) $($source.Type) $($source.UpdateCount) $($source.Path)" | Should -Be "3 import file 1 $file"
        $source.LastSync | Should -BeOfType [datetime]
        (Get-ImgTestError { $source | Test-ImgUpdateSource }).FullyQualifiedErrorId | Should -Be 'ImgSourceIsImport,Test-ImgUpdateSource'
        (Get-ImgTestError { $source | Set-ImgUpdateSource -Position 1 }).FullyQualifiedErrorId | Should -Be 'ImgSourceIsImport,Set-ImgUpdateSource'
        (Get-ImgUpdateSource | Sync-ImgUpdate).Source | Should -Be 'air-gap', 'second'
        $source | Remove-ImgUpdateSource -Force
        Get-ImgUpdateSource 'imp*' | Should -BeNullOrEmpty
        (Get-ImgUpdate -UniqueId a).Title | Should -Be 'A'
    }

    It 'writes an error for a source that is not there' {
        (Get-ImgTestError { Get-ImgUpdateSource Nobody }).FullyQualifiedErrorId | Should -Be 'ImgSourceNotFound,Get-ImgUpdateSource'
    }
}
