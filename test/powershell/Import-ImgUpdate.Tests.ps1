BeforeAll {
    Import-Module "$PSScriptRoot/ImgTest.psm1"
    $site = New-ImgTestSite
}
AfterAll { Remove-ImgTestSite $site }

Describe 'Import-ImgUpdate' {
    It 'imports by wildcard and counts' {
        $result = Import-ImgUpdate -Path "$PSScriptRoot/fixtures/cat*.jsonl"

        $result.PSObject.TypeNames[0] | Should -Be 'Img.ImportResult'
        $result.Added | Should -Be 4
    }

    It 'changes nothing when the same file is imported again, from the pipeline' {
        $result = Get-ChildItem -LiteralPath "$PSScriptRoot/fixtures" -Filter 'catalog.jsonl' | Import-ImgUpdate

        $result.Unchanged | Should -Be 4
        $result.Added | Should -Be 0
    }

    It 'imports nothing with -WhatIf' {
        Import-ImgUpdate -Path "$PSScriptRoot/fixtures/catalog.jsonl" -WhatIf | Should -BeNullOrEmpty
    }

    It 'reports a bad record with its line and imports the rest' {
        $file = "$($site.Folder)/bad.jsonl"
        [System.IO.File]::WriteAllLines($file, @(
                '{"uniqueId":"b0000000-0000-4000-8000-000000000001","title":"2025-06 Cumulative Update","articleId":"1","classification":"Updates","products":[],"datePosted":"2025-06-10T00:00:00Z","files":[]}'
                '{"uniqueId":'
            ))
        $result = Import-ImgUpdate -LiteralPath $file -ErrorAction SilentlyContinue -ErrorVariable failures

        $result.Added | Should -Be 1
        $result.Failed | Should -Be 1
        $result.Errors[0].Line | Should -Be 2
        $failures[0].FullyQualifiedErrorId | Should -Be 'ImgImportIncomplete,Import-ImgUpdate'
    }

    It 'does not say that others went in where none did' {
        $file = "$($site.Folder)/other.jsonl"
        [System.IO.File]::WriteAllLines($file, @('no JSON', 'nor this'))

        Import-ImgUpdate -LiteralPath $file -ErrorAction SilentlyContinue -ErrorVariable failures

        $failures[0].ErrorDetails.RecommendedAction | Should -BeLike 'None went in: *another format*'
    }

    It 'writes an error for <Path>' -ForEach @(
        @{ Path = 'no-such-file.jsonl' }
        @{ Path = 'no-such-*.jsonl' }
    ) {
        (Get-ImgTestError { Import-ImgUpdate -Path "$($site.Folder)/$Path" }).FullyQualifiedErrorId | Should -Be 'ImgFileNotFound,Import-ImgUpdate'
    }
}
