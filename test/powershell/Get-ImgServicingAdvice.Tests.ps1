BeforeAll {
    Import-Module "$PSScriptRoot/ImgTest.psm1"
    $site = New-ImgTestSite -Image -Content
}
AfterAll { Remove-ImgTestSite $site }

Describe 'Get-ImgServicingAdvice' {
    It 'says what is advised for each image, and why' {
        $advice = Get-ImgImage | Get-ImgServicingAdvice

        $advice.PSObject.TypeNames[0] | Should -Be 'Img.ServicingAdvice'
        # Support of this release ends one day, and this computer's clock is not set.
        $advice.Recommendation | Should -BeIn ServiceOffline, Recapture
        $advice.Reason | Should -Not -BeNullOrEmpty
        $advice.Figures.Updates.ArticleId | Should -Be 5060842
        $advice.SingleIndex.Indexes | Should -Be 2
        $advice.Figures.SecondsFrom | Should -Be field
        $advice.Ways.Way | Should -Be ServiceOffline, InstallWhileDeploying, Recapture
        $advice.Ways[0].PSObject.TypeNames[0] | Should -Be 'Img.ServicingWay'
    }

    It 'takes times of the site when there are any' {
        $null = Start-ImgServicing 'Windows 11 Enterprise' -Latest -Wait

        $advice = Get-ImgServicingAdvice 'Windows 11 Enterprise'

        $advice.ReasonCode | Should -BeIn UpToDate, SupportEnds
        $advice.Figures.Updates | Should -BeNullOrEmpty
        $advice.Figures.LastRun.Seconds | Should -BeGreaterThan 0
    }

    It 'writes an error for an image that is not there' {
        (Get-ImgTestError { Get-ImgServicingAdvice 'Nobody' }).FullyQualifiedErrorId | Should -Be 'ImgImageNotFound,Get-ImgServicingAdvice'
    }
}
