BeforeAll {
    Import-Module "$PSScriptRoot/ImgTest.psm1"
    $site = New-ImgTestSite -Image -Content
    $run = Start-ImgServicing 'Windows 11 Enterprise' -Latest -Wait
}
AfterAll { Remove-ImgTestSite $site }

Describe 'Get-ImgServicing' {
    It 'gets runs by <Name>' -ForEach @(
        @{ Name = 'nothing in particular'; Block = { Get-ImgServicing } }
        @{ Name = 'id'; Block = { Get-ImgServicing -RunId $run.RunId } }
        @{ Name = 'wildcard'; Block = { Get-ImgServicing 'windows*' } }
        @{ Name = 'id of the image'; Block = { Get-ImgServicing -ImageId $site.Image.Id } }
        @{ Name = 'status'; Block = { Get-ImgServicing -Status Succeeded } }
        @{ Name = 'history'; Block = { Get-ImgServicing -History -Last 1 } }
        @{ Name = 'image from the pipeline'; Block = { Get-ImgImage | Get-ImgServicing } }
        @{ Name = 'run from the pipeline'; Block = { $run | Get-ImgServicing } }
    ) {
        (& $Block).RunId | Should -Be $run.RunId
    }

    It 'shows nothing that was not asked for' {
        Get-ImgServicing -Status Failed | Should -BeNullOrEmpty
        Get-ImgServicing -RunId $run.RunId -Status Failed | Should -BeNullOrEmpty
    }

    It 'feeds Get-ImgUpdateStatus' {
        (Get-ImgServicing -Last 1 | Get-ImgUpdateStatus | Where-Object UpdateStatus -EQ Installed).KB | Should -Contain '5060842'
    }

    It 'shows on screen that it was a rehearsal' {
        (Get-ImgServicing | Format-Table | Out-String -Width 200) | Should -Match 'Succeeded.*ok +yes'
    }
}
