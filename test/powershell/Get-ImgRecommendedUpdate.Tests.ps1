BeforeAll {
    Import-Module "$PSScriptRoot/ImgTest.psm1"
    $site = New-ImgTestSite -Image -Catalog
}
AfterAll { Remove-ImgTestSite $site }

Describe 'Get-ImgRecommendedUpdate' {
    It 'names what the image lacks, by <Name>' -ForEach @(
        @{ Name = 'name'; Block = { Get-ImgRecommendedUpdate 'Windows 11 Enterprise' -Role CumulativeUpdate } }
        @{ Name = 'file'; Block = { Get-ImgRecommendedUpdate -Path $site.File -Role CumulativeUpdate } }
        @{ Name = 'pipeline'; Block = { Get-ImgImage | Get-ImgRecommendedUpdate -Role CumulativeUpdate } }
    ) {
        $update = & $Block

        $update.PSObject.TypeNames[0] | Should -Be 'Img.RecommendedUpdate'
        $update.KB | Should -Be '5060842'
        $update.Role | Should -Be 'CumulativeUpdate'
        $update.IsNeeded | Should -BeTrue
    }

    It 'shows also what the image has' {
        $all = Get-ImgRecommendedUpdate 'Windows 11 Enterprise' -Role CumulativeUpdate -AsOf ([datetime]'2025-06-01') -IncludeNotNeeded

        $all.KB | Should -Be '5058411'
        $all.IsNeeded | Should -BeFalse
    }

    It 'takes a rule' {
        $null = New-ImgUpdateRule -Name Back -Hold KB5060842
        Get-ImgRecommendedUpdate 'Windows 11 Enterprise' -Rule Back -Role CumulativeUpdate | Should -BeNullOrEmpty
    }
}
