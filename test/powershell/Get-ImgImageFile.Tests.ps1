BeforeAll {
    Import-Module "$PSScriptRoot/ImgTest.psm1"
    $site = New-ImgTestSite -Image
}
AfterAll { Remove-ImgTestSite $site }

Describe 'Get-ImgImageFile' {
    It 'lists the files below a folder of an image' {
        $files = Get-ImgImageFile 'Windows 11 Enterprise' -Index 1 -FilePath \Windows\System32\config

        $files[0].PSObject.TypeNames[0] | Should -Be 'Img.ImageFile'
        $files.Path | Should -Contain '\Windows\System32\config\SOFTWARE'
        $files[0].ImageName | Should -Be 'Windows 11 Enterprise'
    }

    It 'lists everything of the index that comes from the pipeline' {
        $files = Get-ImgImageIndex -Path $site.File -Index 2 | Get-ImgImageFile

        $files.Count | Should -BeGreaterThan 5
        $files.Path | Should -Contain '\Windows'
    }

    It 'reads one file' {
        $to = "$($site.Folder)/software.hive"

        $file = Get-ImgImageFile -Path $site.File -Index 1 -FilePath \Windows\System32\config\SOFTWARE -ReadTo $to

        $file | Should -BeOfType System.IO.FileInfo
        $file.Length | Should -Be (Get-ImgImageFile -Path $site.File -Index 1 -FilePath \Windows\System32\config\SOFTWARE).Size
        [System.Text.Encoding]::ASCII.GetString([System.IO.File]::ReadAllBytes($to), 0, 4) | Should -Be 'regf'
    }

    It 'overwrites nothing' {
        $to = "$($site.Folder)/there"
        Set-Content -LiteralPath $to -Value 'mine'

        (Get-ImgTestError { Get-ImgImageFile -Path $site.File -Index 1 -FilePath \Windows\System32\config\SOFTWARE -ReadTo $to }).FullyQualifiedErrorId | Should -Be 'ImgFileExists,Get-ImgImageFile'
        Get-Content -LiteralPath $to | Should -Be 'mine'
    }

    It 'names a folder that is not there' {
        (Get-ImgTestError { Get-ImgImageFile -Path $site.File -Index 1 -FilePath \Nowhere }).FullyQualifiedErrorId | Should -Be 'ImgImageFileNotFound,Get-ImgImageFile'
    }
}
