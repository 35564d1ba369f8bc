BeforeAll {
    Import-Module "$PSScriptRoot/ImgTest.psm1"
    $site = New-ImgTestSite
    $boot = New-ImgTestBootImage -Path "$($site.Folder)/boot.wim"
    $made = New-ImgBootImage -Path $boot -Name Boot
}
AfterAll { Remove-ImgTestSite $site }

Describe 'Get-ImgBootImage' {
    It 'finds by wildcard, name and id' {
        (Get-ImgBootImage).Id | Should -Be $made.Id
        (Get-ImgBootImage 'Bo*').Id | Should -Be $made.Id
        (Get-ImgBootImage -Id $made.Id).PSObject.TypeNames[0] | Should -Be 'Img.BootImage'
        ($made | Get-ImgBootImage).Name | Should -Be 'Boot'
    }

    It 'writes an error for a name that is not there, and none for a wildcard' {
        (Get-ImgTestError { Get-ImgBootImage 'Nobody' }).FullyQualifiedErrorId | Should -Be 'ImgImageNotFound,Get-ImgBootImage'
        Get-ImgBootImage 'Nobody*' | Should -BeNullOrEmpty
        (Get-ImgTestError { Get-ImgBootImage 'Bo*' -DisableWildcardHandling }).FullyQualifiedErrorId | Should -Be 'ImgImageNotFound,Get-ImgBootImage'
    }
}
