BeforeAll {
    Import-Module "$PSScriptRoot/ImgTest.psm1"
    $site = New-ImgTestSite
    $boot = New-ImgTestBootImage -Path "$($site.Folder)/boot.wim"
    $made = New-ImgBootImage -Path $boot -Name Boot
}
AfterAll { Remove-ImgTestSite $site }

Describe 'Set-ImgBootImage' {
    It 'changes texts from the pipeline and outputs with -PassThru' {
        $made | Set-ImgBootImage -Description 'A' -WhatIf
        (Get-ImgBootImage).Description | Should -BeNullOrEmpty
        $set = $made | Set-ImgBootImage -NewName 'Other' -Version '1' -Description 'A' -PassThru

        $set.PSObject.TypeNames[0] | Should -Be 'Img.BootImage'
        $set.Name, $set.Version, $set.Description | Should -Be 'Other', '1', 'A'
        (Get-ImgBootImage 'Other').Id | Should -Be $made.Id
    }

    It 'follows what was moved' {
        $path = (Get-ImgBootImage -Id $made.Id).Path
        Move-Item -LiteralPath $path -Destination "$($site.Folder)/moved"

        (Set-ImgBootImage -Id $made.Id -Path "$($site.Folder)/moved" -PassThru).Path | Split-Path -Leaf | Should -Be 'moved'
    }

    It 'refuses a call that changes nothing' {
        { Set-ImgBootImage -Name 'Other' -ErrorAction Stop } | Should -Throw -ErrorId 'ImgArgumentInvalid,Set-ImgBootImage'
    }
}
