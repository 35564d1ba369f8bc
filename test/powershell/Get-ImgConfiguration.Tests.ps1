BeforeAll {
    Import-Module "$PSScriptRoot/ImgTest.psm1"
    $site = New-ImgTestSite
}
AfterAll { Remove-ImgTestSite $site }

Describe 'Get-ImgConfiguration' {
    It 'shows the site that IMGUPDATE_SITE names' {
        $configuration = Get-ImgConfiguration

        $configuration.PSObject.TypeNames[0] | Should -Be 'Img.Configuration'
        [System.IO.Path]::GetFullPath($configuration.Folder) | Should -Be ([System.IO.Path]::GetFullPath("$($site.Folder)/site"))
        $configuration.ServicingDrive | Should -Be 'Automatic'
    }

    It 'resolves a relative IMGUPDATE_SITE from where the caller stands' {
        $before = $env:IMGUPDATE_SITE
        Push-Location -LiteralPath $site.Folder
        $env:IMGUPDATE_SITE = './elsewhere'
        $folder = (Get-ImgConfiguration).Folder
        Pop-Location
        $env:IMGUPDATE_SITE = $before

        $folder | Should -Be ([System.IO.Path]::Combine([System.IO.Path]::GetFullPath($site.Folder), 'elsewhere'))
    }
}
