BeforeAll {
    Import-Module "$PSScriptRoot/ImgTest.psm1"
    $site = New-ImgTestSite -Image -Content
    $later = [datetime]::UtcNow.AddDays(30)
}
AfterAll { Remove-ImgTestSite $site }

Describe 'New-ImgUpdateSchedule' {
    It 'shows the plan and schedules nothing with -WhatIf' {
        $steps = Get-ImgUpdate -UniqueId $site.Update | New-ImgUpdateSchedule -ImageName 'Windows 11 Enterprise' -RunNow -WhatIf

        $steps[0].PSObject.TypeNames[0] | Should -Be 'Img.PlanStep'
        $steps.Reason | Should -Not -Contain $null
        $steps[0].Duration | Should -BeOfType timespan
        ($steps.Kind -join ' ') | Should -Match '(?i)copy.*mount.*unmount'
        Get-ImgUpdateSchedule | Should -BeNullOrEmpty
    }

    It 'makes one schedule of several updates, and warns of those that do not fit' {
        $schedule = Get-ImgUpdate -Release 24H2 | New-ImgUpdateSchedule -Name 'Windows 11 Enterprise' -CustomSchedule $later -ScheduleName 'monthly' -WarningVariable warnings -WarningAction SilentlyContinue

        $schedule.PSObject.TypeNames[0] | Should -Be 'Img.UpdateSchedule'
        $schedule.Updates | Should -Contain $site.Update
        $schedule.State | Should -Be 'Scheduled'
        $schedule.StateCode | Should -Be 1
        $schedule.NextRun.Kind | Should -Be 'Utc'
        $warnings.Message -match 'arm64' | Should -Not -BeNullOrEmpty
        Get-ImgUpdateSchedule | Should -HaveCount 1
    }

    It 'reads -CustomSchedule as <Name>' -ForEach @(
        @{ Name = 'UTC with -Utc'; Time = [datetime]'2030-01-08T22:00:00'; Utc = $true; Expected = [datetime]'2030-01-08T22:00:00' }
        @{ Name = 'local time without it'; Time = [datetime]'2030-01-08T22:00:00'; Utc = $false; Expected = ([datetime]'2030-01-08T22:00:00').ToUniversalTime() }
        @{ Name = 'what it says itself'; Time = [datetime]::SpecifyKind('2030-01-08T22:00:00', 'Utc'); Utc = $false; Expected = [datetime]'2030-01-08T22:00:00' }
    ) {
        (New-ImgUpdateSchedule -Name 'Windows 11 Enterprise' -Update $site.Update -CustomSchedule $Time -Utc $Utc).NextRun | Should -Be $Expected
    }

    It 'says of an empty text that it names no update' {
        { '' | New-ImgUpdateSchedule -Name 'Windows 11 Enterprise' -CustomSchedule $later -ErrorAction Stop } |
            Should -Throw -ErrorId 'ImgArgumentInvalid,New-ImgUpdateSchedule'
    }

    It 'takes <Name>' -ForEach @(
        @{ Name = 'an image from the pipeline'; Block = { Get-ImgImage | New-ImgUpdateSchedule -Update KB5060842 -CustomSchedule $later } }
        @{ Name = 'an article with another name of the parameter'; Block = { New-ImgOperatingSystemImageUpdateSchedule -OperatingSystemImageId $site.Image.Id -SoftwareUpdate '5060842' -CustomSchedule $later } }
        @{ Name = 'rows of a table'; Block = { 'CI_UniqueID,ArticleID', "$($site.Update),5060842" | ConvertFrom-Csv | New-ImgUpdateSchedule -Name 'Windows 11 Enterprise' -CustomSchedule $later } }
        @{ Name = 'an explanation, of which only what was chosen'; Block = { Get-ImgUpdate -ApplicableTo 'Windows 11 Enterprise' -Latest -Explain | New-ImgUpdateSchedule -Name 'Windows 11 Enterprise' -CustomSchedule $later } }
    ) {
        (& $Block).Updates | Should -Be $site.Update
    }

    It 'keeps whether .NET goes in as well: <Value>' -ForEach @(@{ Value = $true }, @{ Value = $false }) {
        (New-ImgUpdateSchedule -Name 'Windows 11 Enterprise' -Latest -IncludeDotNet $Value -CustomSchedule $later).IncludeDotNet | Should -Be $Value
    }

    It 'keeps which boot managers the media gets, and takes no other than those of 2023' {
        (New-ImgUpdateSchedule -Name 'Windows 11 Enterprise' -Latest -UpdateBootManager 2023 -CustomSchedule $later -WarningAction SilentlyContinue).UpdateBootManager |
            Should -Be '2023'
        (New-ImgUpdateSchedule -Name 'Windows 11 Enterprise' -Latest -CustomSchedule $later).UpdateBootManager | Should -BeNullOrEmpty
        { New-ImgUpdateSchedule -Name 'Windows 11 Enterprise' -Latest -UpdateBootManager 2011 -CustomSchedule $later } | Should -Throw
    }

    It 'keeps the profile <Value>, with what it includes' -ForEach @(
        @{ Value = 'image'; Included = @($false, $false, $false) }
        @{ Value = 'upgrade-folder'; Included = @($true, $false, $true) }
        @{ Value = 'media'; Included = @($true, $true, $true) }
    ) {
        $made = New-ImgUpdateSchedule -Name 'Windows 11 Enterprise' -Latest -ServicingProfile $Value -CustomSchedule $later -WarningAction SilentlyContinue
        $made.Profile | Should -Be $Value
        @($made.IncludeWinRE, $made.IncludeBootImage, $made.IncludeSetup) | Should -Be $Included
    }

    It 'keeps languages, features on demand and optional features, and where they come from' {
        $folder = New-ImgTestFeature -Path "$TestDrive/wish"
        Set-Content -LiteralPath "$folder/microsoft-windows-netfx3-ondemand-package~31bf3856ad364e35~amd64~~.cab" -Value 'payload'
        $wish = @{ Language = 'de-DE'; Capability = 'Language.Basic~~~de-DE~0.0.1.0'; CapabilitySource = $folder; Feature = 'NetFx3'; FeatureSource = $folder }
        $made = New-ImgUpdateSchedule -Name 'Windows 11 Enterprise' -Latest @wish -CustomSchedule $later -WarningAction SilentlyContinue
        $made.Languages | Should -Be 'de-DE'
        $made.Capabilities | Should -Be 'Language.Basic~~~de-DE~0.0.1.0'
        $made.CapabilitySources | Should -Be $folder
        $made.Features | Should -Be 'NetFx3'
        $made.FeatureSource | Should -Be $folder
    }

    It 'keeps whether recovery images are serviced as well: <Value>' -ForEach @(@{ Value = $true }, @{ Value = $false }) {
        (New-ImgUpdateSchedule -Name 'Windows 11 Enterprise' -Latest -IncludeWinRE $Value -CustomSchedule $later).IncludeWinRE | Should -Be $Value
        (New-ImgUpdateSchedule -Name 'Windows 11 Enterprise' -Latest -IncludeBootImage $Value -CustomSchedule $later).IncludeBootImage | Should -Be $Value
        (New-ImgUpdateSchedule -Name 'Windows 11 Enterprise' -Latest -IncludeSetup $Value -CustomSchedule $later).IncludeSetup | Should -Be $Value
        $made = New-ImgUpdateSchedule -Name 'Windows 11 Enterprise' -Latest -Profile Media -IncludeWinRE $Value -CustomSchedule $later
        $made.Profile | Should -Be 'media'
        @($made.IncludeWinRE, $made.IncludeBootImage, $made.IncludeSetup) | Should -Be @($Value, $true, $true)
    }

    It 'takes drivers, with updates or alone' {
        $folder = New-Item -ItemType Directory -Path (Join-Path $TestDrive 'drivers') -Force
        Set-Content -Path "$folder/net.inf" -Value '[Version]', 'Signature="$Windows NT$"', 'CatalogFile=net.cat'
        Set-Content -Path "$folder/net.cat" -Value 'catalog'
        Push-Location $TestDrive
        try {
            $alone = New-ImgUpdateSchedule -Name 'Windows 11 Enterprise' -DriverFolder drivers -CustomSchedule $later
            $steps = New-ImgUpdateSchedule -Name 'Windows 11 Enterprise' -Latest -DriverFolder drivers -ForceUnsigned -RunNow -WhatIf
        } finally {
            Pop-Location
        }

        $alone.DriverFolder | Should -Be $folder.FullName
        $alone.ForceUnsigned | Should -BeFalse
        ($steps.Kind -join ' ') | Should -Match 'add-update add-drivers unmount'
    }

    It 'takes languages and features from a folder, before the update' {
        $folder = New-ImgTestFeature -Path "$TestDrive/features"
        $wish = @{ Language = 'de-DE'; Capability = 'Language.Basic~~~de-DE~0.0.1.0'; CapabilitySource = 'features' }
        Push-Location $TestDrive
        try {
            $alone = New-ImgUpdateSchedule -Name 'Windows 11 Enterprise' -CustomSchedule $later @wish -WarningAction SilentlyContinue
            $steps = New-ImgUpdateSchedule -Name 'Windows 11 Enterprise' -Latest -RunNow -WhatIf @wish
        } finally {
            Pop-Location
        }

        $alone.Languages | Should -Be 'de-DE'
        $alone.Capabilities | Should -Be 'Language.Basic~~~de-DE~0.0.1.0'
        $alone.CapabilitySources | Should -Be $folder
        ($steps.Kind -join ' ') | Should -Match 'mount add-language add-capability add-update unmount'
        (Set-ImgUpdateSchedule -ScheduleId $alone.ScheduleId -Latest -Language @() -Capability @()).Languages | Should -BeNullOrEmpty
    }

    It 'takes the latest when it runs' {
        (New-ImgUpdateSchedule -Name 'Windows 11 Enterprise' -Latest -CustomSchedule $later -CleanUp $true).RemoveSupersededUpdates | Should -BeTrue
    }

    It 'takes updates of Configuration Manager: <Name>' -ForEach @(
        @{ Name = 'as they are'; Type = 'IResultObject#SMS_SoftwareUpdate'; Id = 'a5060842-0000-4000-8000-000000000001' }
        @{ Name = 'after Export-Clixml'; Type = 'Deserialized.IResultObject#SMS_SoftwareUpdate'; Id = 'a5060842-0000-4000-8000-000000000001' }
        @{ Name = 'with an identity that only their site knows'; Type = 'IResultObject#SMS_SoftwareUpdate'; Id = 'c0000000-0000-4000-8000-000000000009' }
    ) {
        $update = [pscustomobject]@{
            CI_ID = 16777999; CI_UniqueID = $Id; ArticleID = '5060842'
            LocalizedDisplayName = '2025-06 Cumulative Update for Windows 11 Version 24H2 for x64-based Systems (KB5060842)'
        }
        $update.PSObject.TypeNames.Insert(0, $Type)

        ($update | New-ImgUpdateSchedule -Name 'Windows 11 Enterprise' -CustomSchedule $later).Updates | Should -Be $site.Update
    }

    It 'takes a rule, which chooses when the run starts' {
        $rule = New-ImgUpdateRule -Latest
        $schedule = New-ImgUpdateSchedule -Name 'Windows 11 Enterprise' -Rule $rule -CustomSchedule $later

        $schedule.Rule | Should -Be 'Latest'
        { New-ImgUpdateSchedule -Name 'Windows 11 Enterprise' -Rule Latest -Latest -RunNow } | Should -Throw -ErrorId 'ImgScheduleInvalid,New-ImgUpdateSchedule'
        $schedule | Clear-ImgUpdateSchedule -Force
    }

    It 'recurs, as typed in the design' {
        $schedule = New-ImgUpdateSchedule -ImageName 'Windows 11 Enterprise' -Rule (New-ImgUpdateRule -Latest) `
            -Schedule (New-ImgSchedule -PatchTuesday -OffsetDay 2 -Start '22:00') -RemoveSupersededUpdates $true

        $schedule.State | Should -Be 'Scheduled'
        $schedule.Schedule.PatchTuesday.OffsetDays | Should -Be 2
        $schedule.NextRun | Should -Be (New-ImgSchedule -PatchTuesday -OffsetDay 2 -Start '22:00').NextRun
        $schedule.RemoveSupersededUpdates | Should -BeTrue
        $schedule | Clear-ImgUpdateSchedule -Force
    }

    It 'is one schedule for the images of a wildcard; -WhatIf shows the plan of each' {
        $schedule = New-ImgUpdateSchedule -Name 'Windows *' -Latest -Schedule (New-ImgSchedule -Cron '0 22 * * *' -TimeZone UTC) -Disabled
        $steps = New-ImgUpdateSchedule -Name 'Windows *' -Latest -Schedule (New-ImgSchedule -Cron '0 22 * * *') -WhatIf

        $schedule.Images.ImageName | Should -Be 'Windows 11 Enterprise'
        $schedule.Enabled | Should -BeFalse
        $schedule.NextRun | Should -BeNullOrEmpty
        $steps.Kind | Should -Contain 'mount'
        $schedule | Clear-ImgUpdateSchedule -Force
    }

    It 'refuses a bare CI_ID' {
        $failure = Get-ImgTestError { [pscustomobject]@{ CI_ID = 16777999 } | New-ImgUpdateSchedule -Name 'Windows 11 Enterprise' -CustomSchedule $later -ErrorAction Stop }

        $failure.FullyQualifiedErrorId | Should -Be 'ImgUpdateAmbiguousId,New-ImgUpdateSchedule'
    }

    It 'ends with an error when <Name>' -ForEach @(
        @{ Name = 'no time is given'; Parameters = @{}; Id = 'ImgScheduleInvalid' }
        @{ Name = 'two times are given'; Parameters = @{ RunNow = $true; CustomSchedule = [datetime]'2030-01-01' }; Id = 'ImgScheduleInvalid' }
        @{ Name = 'it shall wait for a later day'; Parameters = @{ CustomSchedule = [datetime]'2030-01-01'; Wait = $true }; Id = 'ImgScheduleInvalid' }
    ) {
        { New-ImgUpdateSchedule -Name 'Windows 11 Enterprise' -Update $site.Update @Parameters } | Should -Throw -ErrorId "$Id,New-ImgUpdateSchedule"
    }

    It 'writes an error when <Name>' -ForEach @(
        @{ Name = 'nothing came down the pipeline'; Block = { Get-ImgUpdate -Name 'nothing*' | New-ImgUpdateSchedule -Name 'Windows 11 Enterprise' -RunNow }; Id = 'ImgNothingApplicable' }
        @{ Name = 'nothing fits the image'; Block = { New-ImgUpdateSchedule -Name 'Windows 11 Enterprise' -Update KB5060531 -RunNow }; Id = 'ImgNothingApplicable' }
        @{ Name = 'the update is unknown'; Block = { New-ImgUpdateSchedule -Name 'Windows 11 Enterprise' -Update KB1 -RunNow }; Id = 'ImgUpdateNotFound' }
        @{ Name = 'the image is unknown'; Block = { New-ImgUpdateSchedule -Name 'Nobody' -Update KB5060842 -RunNow }; Id = 'ImgImageNotFound' }
    ) {
        (Get-ImgTestError $Block).FullyQualifiedErrorId | Should -Be "$Id,New-ImgUpdateSchedule"
    }
}
