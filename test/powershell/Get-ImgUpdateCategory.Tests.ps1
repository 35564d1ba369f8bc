BeforeAll {
    Import-Module "$PSScriptRoot/ImgTest.psm1"
    $site = New-ImgTestSite
}
AfterAll { Remove-ImgTestSite $site }

Describe 'Get-ImgUpdateCategory' {
    It 'says that no source has categories' {
        (Get-ImgTestError { Get-ImgUpdateCategory }).FullyQualifiedErrorId | Should -Be 'ImgSourceNotFound,Get-ImgUpdateCategory'
    }

    Context 'with a server' {
        BeforeAll { $null = New-ImgUpdateSource -Name microsoft -Type Server }

        It 'gets what is known from the beginning, with what a synchronisation would ask for' {
            $product = Get-ImgUpdateCategory 'windows 11'
            $product.Kind, $product.Id, $product.Parent, $product.Source | Should -Be 'product', '72e7624a-5b00-45d2-b92f-e561c0a6a160', 'Windows', 'microsoft'
            $product.Subscribed, $product.Told | Should -Be $true, $false
            (Get-ImgUpdateCategory 'Definition*').Subscribed | Should -BeFalse
            (Get-ImgUpdateCategory '0FA1201D-4330-4FA8-8AE9-B877473B6441').Name | Should -Be 'Security Updates'
        }

        It 'gets other kinds when they are named' {
            (Get-ImgUpdateCategory Windows -Kind Family).Parent | Should -Be 'Microsoft'
        }

        It 'writes an error for a name that fits nothing, and none for a wildcard' {
            (Get-ImgTestError { Get-ImgUpdateCategory Nothing }).FullyQualifiedErrorId | Should -Be 'ImgCategoryNotFound,Get-ImgUpdateCategory'
            @(Get-ImgUpdateCategory 'Nothing*').Count | Should -Be 0
        }
    }
}
