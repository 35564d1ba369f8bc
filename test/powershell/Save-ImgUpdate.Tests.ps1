BeforeAll {
    Import-Module "$PSScriptRoot/ImgTest.psm1"
    $site = New-ImgTestSite -Image -Catalog
    $server = Start-ImgTestServer -Folder (Split-Path -Path (Get-ImgTestPackage) -Parent)
    Import-ImgTestOffer -Site $site -Server $server
}
AfterAll {
    Stop-ImgTestServer $server
    Remove-ImgTestSite $site
}

Describe 'Save-ImgUpdate' {
    It 'shows with -WhatIf what would come for <Name>, and brings nothing' -ForEach @(
        @{ Name = 'an image'; Block = { Save-ImgUpdate -ImageName 'Windows 11 Enterprise' -Role CumulativeUpdate -WhatIf } }
        @{ Name = 'a file'; Block = { Save-ImgUpdate -Path $site.File -Role CumulativeUpdate -WhatIf } }
        @{ Name = 'a rule'; Block = { $null = New-ImgUpdateRule -Name Monthly; Save-ImgUpdate -Rule Monthly -WhatIf } }
        @{ Name = 'an update'; Block = { Get-ImgUpdate -UniqueId $site.Update | Save-ImgUpdate -WhatIf } }
    ) {
        $planned = & $Block

        $planned.PSObject.TypeNames[0] | Should -Be 'Img.SavedContent'
        $planned.State | Should -Be 'planned'
        $planned.KB | Should -Be '5060842'
        Get-ImgUpdateContent | Should -BeNullOrEmpty
    }

    It 'writes an error for what does not come' {
        $problem = Get-ImgTestError { 'KB5058411' | Save-ImgUpdate }

        $problem.FullyQualifiedErrorId | Should -Be 'ImgDownloadFailed,Save-ImgUpdate'
        $problem.Exception.Message | Should -Match '404'
    }

    It 'saves updates from the pipeline, each once' {
        $saved = Get-ImgUpdate -UniqueId $site.Update | Save-ImgUpdate

        $saved.State | Should -Be 'saved'
        $saved.Verification | Should -Be 'digest'
        (Save-ImgUpdate -ImageName 'Windows 11 Enterprise' -Role CumulativeUpdate).State | Should -Be 'present'
        (Get-ImgUpdateContent).Verification | Should -Be 'digest'
        (Get-ImgUpdate -UniqueId $site.Update).IsContentProvisioned | Should -BeTrue
    }

    It 'leaves the work to a worker with -AsJob' {
        $null = Clear-ImgUpdateContent -UniqueId $site.Update -Force
        $save = Save-ImgUpdate -UniqueId $site.Update -AsJob
        $save.PSObject.TypeNames[0] | Should -Be 'Img.ContentSave'
        while ((Get-ImgUpdateContent -Save).Status -in 'Pending', 'Running') { Start-Sleep -Milliseconds 100 }

        (Get-ImgUpdateContent -Save).Status | Should -Be 'Succeeded'
        (Get-ImgUpdateContent).UniqueId | Should -Be $site.Update
    }
}
