BeforeAll {
    Import-Module "$PSScriptRoot/ImgTest.psm1"
    $site = New-ImgTestSite -Image -Catalog
}
AfterAll { Remove-ImgTestSite $site }

Describe 'Get-ImgUpdate' {
    It 'gets updates with the names of Configuration Manager beside its own' {
        $update = Get-ImgUpdate -ArticleId KB5058411

        $update.PSObject.TypeNames[0] | Should -Be 'Img.Update'
        $update.LocalizedDisplayName | Should -Be $update.Title
        $update.CI_UniqueID | Should -Be $update.UniqueId
        $update.ArticleID | Should -Be '5058411'
        $update.LocalizedCategoryInstanceNames | Should -Be 'Windows 11', 'Security Updates'
        $update.Size | Should -Be 1
        $update.DatePosted | Should -BeOfType [datetime]
        $update.DatePosted.Kind | Should -Be 'Utc'
        $update.DatePosted | Should -Be ([datetime]'2025-05-13T17:00:00')
    }

    It 'filters by <Name>' -ForEach @(
        @{ Name = 'title'; Parameters = @{ Name = '*1809*' }; Found = @('5060531') }
        @{ Name = 'title, literally'; Parameters = @{ Name = '*1809*'; DisableWildcardHandling = $true }; Found = @() }
        @{ Name = 'identity'; Parameters = @{ UniqueId = 'a5058411-0000-4000-8000-000000000001' }; Found = @('5058411') }
        @{ Name = 'release and architecture'; Parameters = @{ Version = '24H2'; Architecture = 'X64' }; Found = @('5060842', '5058411') }
        @{ Name = 'kind, in any case'; Parameters = @{ Kind = 'CUMULATIVEupdate'; Version = '24H2'; Architecture = 'x64' }; Found = @('5060842', '5058411') }
        @{ Name = 'articles with wildcards'; Parameters = @{ ArticleId = 'KB50605*', '50584?1' }; Found = @('5060531', '5058411') }
        @{ Name = 'category'; Parameters = @{ CategoryNames = 'Security Updates'; Version = '24H2'; Architecture = 'x64' }; Found = @('5060842', '5058411') }
        @{ Name = 'category object'; Parameters = @{ CategoryName = [pscustomobject]@{ LocalizedCategoryInstanceName = 'No such product' } }; Found = @() }
        @{ Name = 'severity'; Parameters = @{ Severity = 'Critical' }; Found = @() }
        @{ Name = 'no severity'; Parameters = @{ Severity = 'None', 'Low'; Release = '24H2'; Architecture = 'x64' }; Found = @('5060842', '5058411') }
        @{ Name = 'deployment'; Parameters = @{ IsDeployed = $false; IncludeUpgrades = $true; Release = '24H2'; Architecture = 'x64' }; Found = @('5060842') }
        @{ Name = 'supersedence'; Parameters = @{ IsSuperseded = $true }; Found = @('5058411') }
        @{ Name = 'dates'; Parameters = @{ DatePostedMax = [datetime]'2025-06-01' }; Found = @('5058411') }
        @{ Name = 'latest'; Parameters = @{ IsLatest = $true; Release = '24H2'; Architecture = 'x64' }; Found = @('5060842') }
    ) {
        @(Get-ImgUpdate @Parameters | ForEach-Object ArticleId) | Should -Be $Found
    }

    It 'gets the latest of a line, also as of another time' {
        (Get-ImgUpdate -Product 'Windows 11' -Version 24H2 -Architecture x64 -Latest).ArticleId | Should -Be '5060842'
        (Get-ImgUpdate -Version 24H2 -Architecture x64 -Latest -AsOf ([datetime]'2025-06-01')).ArticleId | Should -Be '5058411'
    }

    It 'takes the image from <Name>' -ForEach @(
        @{ Name = 'the name'; Block = { Get-ImgUpdate -ApplicableTo 'Windows 11 Enterprise' -Latest } }
        @{ Name = 'the file'; Block = { Get-ImgUpdate -ApplicableTo $site.File -Latest } }
        @{ Name = 'the pipeline'; Block = { Get-ImgImage | Get-ImgUpdate -Latest } }
    ) {
        (& $Block).ArticleId | Should -Be '5060842'
    }

    It 'explains each candidate' {
        $candidates = Get-ImgUpdate -ApplicableTo 'Windows 11 Enterprise' -Latest -Explain

        $candidates[0].PSObject.TypeNames[0] | Should -Be 'Img.UpdateCandidate'
        ($candidates | Where-Object Decision -EQ 'chosen').KB | Should -Be '5060842'
        ($candidates | Where-Object Decision -EQ 'rejected').Reason | Should -Not -BeNullOrEmpty
        ($candidates | Format-Table | Out-String -Width 200) | Should -Match '(?m)^chosen +KB5060842 '
    }

    It 'explains without being asked for the latest' {
        (Get-ImgUpdate -ApplicableTo 'Windows 11 Enterprise' -Explain | Where-Object Decision -EQ 'chosen').KB | Should -Be '5060842'
    }

    It 'says why an update is not chosen' {
        $absence = Get-ImgUpdate -ApplicableTo 'Windows 11 Enterprise' -WhyNot KB5058411

        $absence.PSObject.TypeNames[0] | Should -Be 'Img.UpdateAbsence'
        $absence.Chosen | Should -BeFalse
        $absence.KB | Should -Be '5058411'
        $absence.Reason | Should -Not -BeNullOrEmpty
        ($absence | Out-String -Width 200) | Should -Match '(?m)^KB5058411 +False '
        (Get-ImgUpdate -WhyNot 1234567).ReasonCode | Should -Be 'NotInCatalog'
    }

    It 'asks a rule' {
        $rule = New-ImgUpdateRule -Name Careful -Hold @{ ArticleId = '5060842'; Reason = 'breaks printing' }

        ($rule | ForEach-Object { Get-ImgUpdate -ApplicableTo 'Windows 11 Enterprise' -Rule $_ }).KB | Should -Not -Contain '5060842'
        (Get-ImgUpdate -ApplicableTo 'Windows 11 Enterprise' -Rule Careful -WhyNot 5060842)[0].Reason | Should -Match 'breaks printing'
    }

    It 'takes for deployed what an image has and what a schedule names' {
        $schedule = New-ImgUpdateSchedule -Name 'Windows 11 Enterprise' -Update $site.Update -CustomSchedule ([datetime]::Now.AddYears(1))
        (Get-ImgUpdate -IsDeployed $true).ArticleId | Should -Be '5060842', '5058411'
        $schedule | Clear-ImgUpdateSchedule -Force

        (Get-ImgUpdate -IsDeployed $true).ArticleId | Should -Be '5058411'
    }

    It 'says what of a rule leaves an update out' {
        $null = New-ImgUpdateRule -Name Small -ContentSize '<1B'

        (Get-ImgUpdate -Version 24H2 -Rule Small -WhyNot 5060842)[0].Reason | Should -Match 'the filter leaves it out: maximumSize'
    }

    It 'takes objects with an article from the pipeline' {
        ([pscustomobject]@{ KB = '5058411' } | Get-ImgUpdate).ArticleId | Should -Be '5058411'
    }

    It 'keeps members that a catalog brought, also those that PowerShell cannot tell apart' {
        $file = "$($site.Folder)/odd.jsonl"
        $known = '"title":"Known title","articleId":"7777777","classification":"Updates","products":["Odd"],"datePosted":"2025-06-10T00:00:00Z","files":[]'
        [System.IO.File]::WriteAllText($file, '{"uniqueId":"b0000000-0000-4000-8000-000000000007",' + $known + ',"Title":"other","":"nameless","myNote":"2025-01-01T00:00:00Z"}')
        $null = Import-ImgUpdate -LiteralPath $file
        $update = Get-ImgUpdate -ArticleId 7777777

        $update.Title | Should -Be 'Known title'
        $update.MyNote | Should -Be '2025-01-01T00:00:00Z'
        $update.Products | Should -Be 'Odd'
        $update.DatePosted.Kind | Should -Be 'Utc'
    }

    It 'streams: the first object does not wait for the last' {
        (Get-ImgSoftwareUpdate -Fast | Select-Object -First 1) | Should -HaveCount 1
    }

    It 'writes an error for an image that is not there' {
        (Get-ImgTestError { Get-ImgUpdate -ApplicableTo 'Nobody' -Latest }).FullyQualifiedErrorId | Should -Be 'ImgImageNotFound,Get-ImgUpdate'
    }
}
