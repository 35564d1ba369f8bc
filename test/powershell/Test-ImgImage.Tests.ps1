BeforeAll {
    Import-Module "$PSScriptRoot/ImgTest.psm1"
    $site = New-ImgTestSite -Image
}
AfterAll { Remove-ImgTestSite $site }

Describe 'Test-ImgImage' {
    It 'is true for a whole image' {
        Test-ImgImage 'Windows 11 Enterprise' | Should -BeExactly $true
        Test-ImgImage -Path $site.File | Should -BeOfType bool
    }

    It 'shows what was read' {
        $result = Get-ImgImage | Test-ImgImage -Detailed

        $result.PSObject.TypeNames[0] | Should -Be 'Img.TestResult'
        $result.Ok | Should -BeTrue
        $result.Resources | Should -BeGreaterThan 3
        $result.ImageName | Should -Be 'Windows 11 Enterprise'
    }

    It 'is false for a damaged one, and says what is bad' {
        $damaged = "$($site.Folder)/damaged.wim"
        $bytes = [System.IO.File]::ReadAllBytes($site.File)
        $bytes[400] = $bytes[400] -bxor 255
        [System.IO.File]::WriteAllBytes($damaged, $bytes)

        Test-ImgImage -Path $damaged | Should -BeExactly $false
        @((Test-ImgImage -Path $damaged -Detailed).Bad).Count | Should -BeGreaterThan 0
    }

    It 'is an error for what is no image' {
        (Get-ImgTestError { Test-ImgImage -Path "$PSScriptRoot/ImgTest.psm1" }).FullyQualifiedErrorId | Should -Be 'ImgNotAWim,Test-ImgImage'
    }
}
