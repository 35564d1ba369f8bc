BeforeAll {
    Import-Module "$PSScriptRoot/ImgTest.psm1"
    $site = New-ImgTestSite -Image
    $image = Get-ImgImage
}
AfterAll { Remove-ImgTestSite $site }

Describe 'New-ImgDistributionPoint of the kind Wds' {
    BeforeAll {
        $before = $env:PSModulePath
        $env:PSModulePath = "$PSScriptRoot/stubs" + [System.IO.Path]::PathSeparator + $env:PSModulePath
        $env:IMGUPDATE_STUB_WDS = (New-Item -Path (Join-Path -Path $site.Folder -ChildPath 'store') -ItemType Directory).FullName
        $env:IMGUPDATE_STUB_LOG = Join-Path -Path $site.Folder -ChildPath 'wds.txt'
        & (Get-Module -Name ImgUpdate) { Disconnect-ImgEngine }
    }
    AfterAll {
        $env:PSModulePath = $before
        Remove-Item -Path Env:IMGUPDATE_STUB_WDS, Env:IMGUPDATE_STUB_LOG
        & (Get-Module -Name ImgUpdate) { Disconnect-ImgEngine }
    }

    It 'imports under the names of the settings, and proves what the server gives back' {
        $path = Join-Path -Path $site.Folder -ChildPath 'sources'
        $index = (Get-ImgImageIndex $image.Name)[0].Name
        # What the server gives back is one index.
        $null = Get-ImgImage $image.Name | Export-ImgImage -Index 1 -DestinationPath "$env:IMGUPDATE_STUB_WDS/$index.single"
        $setting = @{ ImageGroup = 'Windows 11'; Images = @{ $index = 'Clients' }; Attempts = 1 }
        $point = New-ImgDistributionPoint Pxe -Type Wds -Path $path -Setting $setting
        $point.Path | Should -Be $path
        $status = Start-ImgContentDistribution $image.Name -DistributionPointName Pxe -PassThru
        $status.NumberSuccess | Should -Be 1
        $status.Targets[0].Path | Should -Be 'wds://localhost/Windows 11'
        (Get-Content -LiteralPath "$env:IMGUPDATE_STUB_WDS/store.json" -Raw | ConvertFrom-Json).images.ImageName | Should -Be 'Clients'
        @(Get-Content -LiteralPath $env:IMGUPDATE_STUB_LOG) -match '^(Import|Export)-Wds' | Should -HaveCount 2
        (Get-ImgContentDistributionStatus $image.Name -DistributionPointName Pxe -Verify).NumberErrors | Should -Be 0
    }

    It 'offers what allows it in a multicast transmission, and says when it does not' {
        $multicast = @{ Start = 'Scheduled'; Clients = 30; At = '22:00' }
        $point = Set-ImgDistributionPoint Pxe -Setting @{ Multicast = $multicast }
        $point.Settings.Multicast.Start | Should -BeExactly 'scheduled'
        $status = Start-ImgContentDistribution $image.Name -DistributionPointName Pxe -PassThru -WarningVariable warnings -WarningAction SilentlyContinue
        $warnings | Should -BeLike 'Pxe: * may not be sent to many.*'
        $status.Targets[0].Transmission | Should -BeNullOrEmpty

        $null = Set-ImgImage $image.Name -MulticastAllow $true
        $status = Start-ImgContentDistribution $image.Name -DistributionPointName Pxe -PassThru -WarningVariable warnings
        $warnings | Should -BeNullOrEmpty
        $status.Targets[0].Transmission | Should -BeLike '30 clients or 20*-*-* 22:00'
        @(Get-Content -LiteralPath $env:IMGUPDATE_STUB_LOG) -match '-Multicast True' | Should -BeLike '* -ClientCount 30 * -StartTime * 22:00:00 -TransmissionName Clients'
    }

    It 'takes the start as PowerShell writes it: <Start>' -ForEach @(
        @{ Start = 'FirstClient'; Expected = 'first-client' }
        @{ Start = 'first-client'; Expected = 'first-client' }
        @{ Start = 'Manual'; Expected = 'manual' }
    ) {
        (Set-ImgDistributionPoint Pxe -Setting @{ Multicast = @{ Start = $Start } }).Settings.Multicast.Start | Should -BeExactly $Expected
    }

    It 'is refused with a start that does not fit' {
        $record = Get-ImgTestError { Set-ImgDistributionPoint Pxe -Setting @{ Multicast = @{ Start = 'Scheduled' } } }
        $record.FullyQualifiedErrorId | Should -Be 'ImgPointInvalid,Set-ImgDistributionPoint'
        $record.Exception.Message | Should -BeLike '*neither clients nor at*'
    }

    It 'is refused without an image group' {
        $record = Get-ImgTestError { New-ImgDistributionPoint Other -Type Wds -Path $site.Folder }
        $record.FullyQualifiedErrorId | Should -Be 'ImgPointInvalid,New-ImgDistributionPoint'
    }
}
