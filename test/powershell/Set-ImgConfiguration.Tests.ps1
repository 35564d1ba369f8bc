BeforeAll {
    Import-Module "$PSScriptRoot/ImgTest.psm1"
    $site = New-ImgTestSite
}
AfterAll { Remove-ImgTestSite $site }

Describe 'Set-ImgConfiguration' {
    It 'sets what is named and leaves the rest' {
        $after = Set-ImgConfiguration -RetainVersion 5 -PassThru

        $after.RetainVersion | Should -Be 5
        $after.ServicingDrive | Should -Be 'Automatic'
    }

    It 'changes nothing with -WhatIf' {
        Set-ImgConfiguration -RetainVersion 9 -WhatIf

        (Get-ImgConfiguration).RetainVersion | Should -Be 5
    }

    It 'makes a folder absolute from where the caller stands' {
        Push-Location -LiteralPath $site.Folder
        $after = Set-ImgConfiguration -ServicingDrive './work' -PassThru
        Pop-Location

        $after.ServicingDrive | Should -Be ([System.IO.Path]::Combine([System.IO.Path]::GetFullPath($site.Folder), 'work'))
    }

    It 'ends with the engine''s id for <Name>' -ForEach @(
        @{ Name = 'a negative number'; Parameters = @{ RetainVersion = -1 }; Id = 'ImgRequestInvalid' }
        @{ Name = 'no setting'; Parameters = @{}; Id = 'ImgArgumentInvalid' }
    ) {
        { Set-ImgConfiguration @Parameters } | Should -Throw -ErrorId "$Id,Set-ImgConfiguration"
    }
}
