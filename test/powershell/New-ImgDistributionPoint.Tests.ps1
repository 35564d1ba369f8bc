BeforeAll {
    Import-Module "$PSScriptRoot/ImgTest.psm1"
    $site = New-ImgTestSite -Image
    $image = Get-ImgImage
    $north = Join-Path -Path $site.Folder -ChildPath 'north'
}
AfterAll { Remove-ImgTestSite $site }

Describe 'New-ImgDistributionPoint' {
    It 'adds a folder, made and marked' {
        $point = New-ImgDistributionPoint -Name North -Path $north -Group Schools, All -Setting @{ KeepPrevious = 2 }
        $point.PSObject.TypeNames[0] | Should -Be 'Img.DistributionPoint'
        $point.Groups | Should -Be 'Schools', 'All'
        $point.Settings.KeepPrevious | Should -Be 2
        Join-Path -Path $north -ChildPath 'imgupdate-point.json' | Should -Exist
    }

    It 'adds nothing for -WhatIf' {
        $south = Join-Path -Path $site.Folder -ChildPath 'south'
        New-ImgDistributionPoint South -Path $south -WhatIf
        $south | Should -Not -Exist
        Get-ImgDistributionPoint 'S*' | Should -BeNullOrEmpty
    }

    It 'is refused: <Name>' -ForEach @(
        @{ Name = 'a kind that is not there'; Id = 'ImgPointInvalid'; Block = { New-ImgDistributionPoint x -Type Post -Path $north } }
        @{ Name = 'no path'; Id = 'ImgPointInvalid'; Block = { New-ImgDistributionPoint x } }
        @{ Name = 'a site without its server'; Id = 'ImgPointInvalid'; Block = { New-ImgDistributionPoint x -Type Configmgr -Setting @{ SiteCode = 'P01' } } }
        @{ Name = 'a name that is there'; Id = 'ImgPointExists'; Block = { New-ImgDistributionPoint NORTH -Path $north } }
    ) {
        (Get-ImgTestError $Block).FullyQualifiedErrorId | Should -Be "$Id,New-ImgDistributionPoint"
    }
}

Describe 'New-ImgDistributionPoint of the kind Configmgr' {
    BeforeAll {
        $before = $env:PSModulePath
        $env:PSModulePath = "$PSScriptRoot/stubs" + [System.IO.Path]::PathSeparator + $env:PSModulePath
        $env:IMGUPDATE_STUB_SITE = Join-Path -Path $site.Folder -ChildPath 'cm.json'
        $env:IMGUPDATE_STUB_LOG = Join-Path -Path $site.Folder -ChildPath 'calls.txt'
        # The engine takes its environment when it is started.
        & (Get-Module -Name ImgUpdate) { Disconnect-ImgEngine }

        function Set-StubSite {
            param([int] $SourceVersion, [int] $Errors)
            $served = @{ Name = $image.Name; PackageID = 'P0100042'; PkgSourcePath = $image.Path; SourceVersion = 1 }
            $status = @{
                PackageID = 'P0100042'; SourceVersion = $SourceVersion; LastUpdateDate = '2026-11-11T03:00:00Z'
                Targeted = 2; NumberSuccess = 2 - $Errors; NumberInProgress = 0; NumberErrors = $Errors; NumberUnknown = 0
            }
            ConvertTo-Json -Depth 5 -InputObject @{ images = @($served); statuses = @($status) } |
                Set-Content -LiteralPath $env:IMGUPDATE_STUB_SITE
        }
    }
    AfterAll {
        $env:PSModulePath = $before
        Remove-Item -Path Env:IMGUPDATE_STUB_SITE, Env:IMGUPDATE_STUB_LOG
        & (Get-Module -Name ImgUpdate) { Disconnect-ImgEngine }
    }

    It 'tells the site to update, and shows how far it is' {
        Set-StubSite -SourceVersion 1
        $point = New-ImgDistributionPoint Campus -Type Configmgr -Setting @{ SiteCode = 'p01'; SiteServer = 'cm1.example' }
        $point.Settings.SiteCode | Should -BeExactly 'P01'
        $status = Start-ImgContentDistribution $image.Name -DistributionPointName Campus -PassThru
        $status.NumberInProgress | Should -Be 1
        $status.Targets[0].SiteReport.AwaitedVersion | Should -Be 2
        $status.Targets[0].NextAsk - $status.Targets[0].Updated | Should -Be ([timespan]'00:01')
        @(Get-Content -LiteralPath $env:IMGUPDATE_STUB_LOG) -match '^Update-CM' | Should -BeLike 'Update-CMDistributionPoint -Confirm False -InputObject P0100042 *'

        Set-StubSite -SourceVersion 2
        $status = Get-ImgContentDistributionStatus $image.Name
        $status.NumberSuccess | Should -Be 1
        $status.Targets[0].NextAsk | Should -BeNullOrEmpty
    }

    It 'shows that distribution points of the site failed' {
        Set-StubSite -SourceVersion 2 -Errors 1
        $status = Get-ImgContentDistributionStatus $image.Name -Verify
        $status.NumberErrors | Should -Be 1
        $status.LastError.Id | Should -Be 'ImgPointSiteErrors'
        $status.Targets[0].SiteReport.NumberErrors | Should -Be 1
    }
}

Describe 'New-ImgDistributionPoint of the kind S3' {
    BeforeAll {
        $service = Start-ImgTestServer -Script serve-s3.ts
        $before = @{}
        foreach ($name in 'AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY') { $before[$name] = [Environment]::GetEnvironmentVariable($name) }
        $env:AWS_ACCESS_KEY_ID = 'key'
        $env:AWS_SECRET_ACCESS_KEY = 'secret'
        # The engine takes its environment when it is started.
        & (Get-Module -Name ImgUpdate) { Disconnect-ImgEngine }
    }
    AfterAll {
        foreach ($name in $before.Keys) { [Environment]::SetEnvironmentVariable($name, $before[$name]) }
        Stop-ImgTestServer $service
        & (Get-Module -Name ImgUpdate) { Disconnect-ImgEngine }
    }

    It 'adds a bucket, and images are sent there' {
        $setting = @{ Bucket = 'images'; Endpoint = $service.Url; Prefix = 'north'; Attempts = 1 }
        $point = New-ImgDistributionPoint Cloud -Type S3 -Setting $setting
        $point.Settings.Prefix | Should -Be 'north'
        $status = Start-ImgContentDistribution $image.Name -DistributionPointName Cloud -PassThru
        $status.NumberSuccess | Should -Be 1
        $status.Targets[0].Path | Should -BeLike 's3://images/north/images/*/1.wim'
        (Get-ImgContentDistributionStatus $image.Name -DistributionPointName Cloud -Verify).NumberErrors | Should -Be 0
    }

    It 'says that there is no such bucket' {
        $record = Get-ImgTestError { New-ImgDistributionPoint Other -Type S3 -Setting @{ Bucket = 'nothing'; Endpoint = $service.Url } }
        $record.FullyQualifiedErrorId | Should -Be 'ImgPointInvalid,New-ImgDistributionPoint'
    }
}
