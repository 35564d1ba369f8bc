BeforeAll {
    Import-Module "$PSScriptRoot/ImgTest.psm1"
    $site = New-ImgTestSite -Image -Catalog
    $server = Start-ImgTestServer -Folder (Split-Path -Path (Get-ImgTestPackage) -Parent)
    Import-ImgTestOffer -Site $site -Server $server
    $null = Save-ImgUpdate -UniqueId $site.Update
}
AfterAll {
    Stop-ImgTestServer $server
    Remove-ImgTestSite $site
}

Describe 'Test-ImgUpdateContent' {
    It 'is true for what is whole' {
        Test-ImgUpdateContent | Should -BeTrue
        (Get-ImgUpdate -UniqueId $site.Update | Test-ImgUpdateContent -Detailed).Checked | Should -Be 1
    }

    It 'moves what is damaged away' {
        [System.IO.File]::AppendAllText((Get-ImgUpdateContent).Path, 'damage')

        Test-ImgUpdateContent -ReportOnly | Should -BeFalse
        Get-ImgUpdateContent -Quarantined | Should -BeNullOrEmpty
        (Test-ImgUpdateContent -Detailed).Bad.Reason | Should -Be 'wrong-digest'
        (Get-ImgUpdateContent -Quarantined).Reason | Should -Be 'wrong-digest'
        Get-ImgUpdateContent | Should -BeNullOrEmpty
    }
}
