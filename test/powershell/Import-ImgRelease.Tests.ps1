BeforeAll {
    Import-Module "$PSScriptRoot/ImgTest.psm1"
    $site = New-ImgTestSite
    $file = Join-Path -Path $site.Folder -ChildPath 'table.tsv'
    [System.IO.File]::WriteAllLines($file, @(
            "product`trelease`tdate`tbuild`tkb`tkind"
            "Windows 11`t24H2`t2025-06-10`t26100.4349`tKB5060842`tStandard"
            "Windows 11`t24H2`tsome day`t26100.4484`tKB5060829`tPreview"
        ))
}
AfterAll { Remove-ImgTestSite $site }

Describe 'Import-ImgRelease' {
    It 'imports nothing with -WhatIf' {
        Import-ImgRelease -Path $file -WhatIf | Should -BeNullOrEmpty
        Get-ImgRelease | Should -BeNullOrEmpty
    }

    It 'imports rows and reports a bad one with its line' {
        $result = Get-Item -LiteralPath $file | Import-ImgRelease -ErrorAction SilentlyContinue -ErrorVariable failures

        $result.PSObject.TypeNames[0] | Should -Be 'Img.ImportResult'
        $result.Added | Should -Be 1
        $result.Path | Should -Be $file
        $failures[0].FullyQualifiedErrorId | Should -Be 'ImgImportIncomplete,Import-ImgRelease'
        "$($failures[0])" | Should -Match 'line 3: date is not YYYY-MM-DD'
    }

    It 'writes an error for a file that is not there' {
        (Get-ImgTestError { Import-ImgRelease -LiteralPath "$($site.Folder)/none.tsv" }).FullyQualifiedErrorId | Should -BeLike '*,Import-ImgRelease'
    }
}
