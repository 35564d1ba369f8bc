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

    It 'sets how long earlier versions are kept, and what they may take' {
        $after = Set-ImgConfiguration -RetainDays 180 -RetainBytes 40GB -PassThru

        $after.RetainDays | Should -Be 180
        $after.RetainBytes | Should -Be 42949672960
    }

    It 'sets how many images are serviced at once, and what each takes of the memory' {
        $after = Set-ImgConfiguration -MaximumConcurrency 3 -MemoryPerRun 6GB -PassThru

        $after.MaximumConcurrency | Should -Be 3
        $after.MemoryPerRun | Should -Be 6442450944
    }

    It 'switches the synchronisation before runs off and on' {
        (Set-ImgConfiguration -SyncBeforeRun $false -PassThru).SyncBeforeRun | Should -BeFalse
        (Set-ImgConfiguration -SyncBeforeRun $true -PassThru).SyncBeforeRun | Should -BeTrue
    }

    It 'sets what is about downloads, and shows no password' {
        $after = Set-ImgConfiguration -BandwidthLimit 5MB -BandwidthWindow '08:00-18:00' -Proxy 'http://me:hush@proxy.example:8080' -ContentHosts a.example -PassThru

        $after.BandwidthLimit | Should -Be 5242880
        $after.Proxy | Should -Not -Match 'hush'
        $after.ContentHosts | Should -Be 'a.example'
    }

    It 'ends with the engine''s id for <Name>' -ForEach @(
        @{ Name = 'a negative number'; Parameters = @{ RetainVersion = -1 }; Id = 'ImgRequestInvalid' }
        @{ Name = 'no setting'; Parameters = @{}; Id = 'ImgArgumentInvalid' }
    ) {
        { Set-ImgConfiguration @Parameters } | Should -Throw -ErrorId "$Id,Set-ImgConfiguration"
    }
}
