# What people see at a prompt of 80 columns: every column of every table, of objects as the cmdlets output them.
BeforeDiscovery {
    Import-Module "$PSScriptRoot/ImgTest.psm1"
    $format = [xml][System.IO.File]::ReadAllText("$(Get-ImgTestModulePath)/ImgUpdate.Format.ps1xml")
    $views = foreach ($view in $format.Configuration.ViewDefinitions.View) {
        @{ TypeName = $view.Name; Headers = @($view.TableControl.TableHeaders.TableColumnHeader.Label) }
    }
}

BeforeAll {
    Import-Module "$PSScriptRoot/ImgTest.psm1"
    $null = Set-ImgTestScheduler
    $site = New-ImgTestSite -Catalog -Image -Content
    $name = 'Windows 11 Enterprise'
    # Everything that happens here is told to a program that ends at once.
    $node = & (Get-Module -Name ImgUpdate) { Find-ImgNode }
    $null = New-ImgNotification -Name pipe -Channel Command -Setting @{ Command = $node, '-e', '0' } -SyncAge 3650
    $script:Plan = @(Start-ImgServicing $name -Latest -WhatIf)
    $script:Run = Start-ImgServicing $name -Latest -Wait
    $script:Schedule = New-ImgUpdateSchedule -ImageName $name -Latest -CustomSchedule '2099-12-10 22:00'
    $null = New-ImgUpdateSource -Name packages -Type Folder -Path (Split-Path -Path (Get-ImgTestPackage))
    $script:MulticastReceiver = & (Get-Module -Name ImgUpdate) {
        ConvertTo-ImgObject -TypeName Img.MulticastReceiver -InputObject ([pscustomobject]@{ Id = '0x00000001'; Name = 'PC-1'; Address = '10.0.0.11'; State = 'Verified' })
    }
    $script:Sync = Sync-ImgUpdate
    # Never asked in these tests.
    $null = New-ImgUpdateSource -Name server -Type Server -Enabled $false
    $null = New-ImgDistributionPoint North -Path (Join-Path -Path $site.Folder -ChildPath 'north') -Group Schools
    Start-ImgContentDistribution $name -DistributionPointName North
    # Content in every state: whole, begun, and damaged since.
    $update = Get-ImgUpdate | Where-Object -Property Source -EQ -Value packages
    $script:Save = $update | Save-ImgUpdate -AsJob
    while ((Get-ImgUpdateContent -Save).Status -in 'Pending', 'Running') { Start-Sleep -Milliseconds 100 }
    $script:Saved = $update | Save-ImgUpdate
    $script:Content = Get-ImgUpdateContent
    $partial = Join-Path -Path $env:IMGUPDATE_SITE -ChildPath 'content/partial'
    $null = New-Item -Path $partial -ItemType Directory -Force
    $origin = @{ url = 'https://a/b.msu'; name = 'b.msu'; size = 9; sha1 = $null; sha256 = 'ab' * 32; uniqueId = 'b'; etag = $null; lastModified = $null }
    Set-Content -LiteralPath "$partial/ab.json" -Value (ConvertTo-Json -InputObject $origin)
    Set-Content -LiteralPath "$partial/ab.partial" -Value 'begun' -NoNewline
    [System.IO.File]::AppendAllText(@($script:Content)[0].Path, 'damage')
    $null = Test-ImgUpdateContent
    $media = New-ImgTestMedia -Folder "$($site.Folder)/media" -Image (Get-ImgTestImage)
    $script:Package = New-ImgUpgradePackage -Path $media -AcceptEula
    $script:Boot = New-ImgBootImage -Path (New-ImgTestBootImage -Path "$($site.Folder)/boot.wim")
    # How each kind of object is got.
    $script:Objects = @{
        'Img.RecommendedUpdate' = { Get-ImgRecommendedUpdate -Path (Get-ImgTestImage) }
        'Img.Update'            = { Get-ImgUpdate }
        'Img.UpdateCandidate'   = { Get-ImgUpdate -ApplicableTo $name -Latest -Explain }
        'Img.UpdateAbsence'     = { Get-ImgUpdate -ApplicableTo $name -WhyNot KB5058411 }
        'Img.Image'             = { Get-ImgImage }
        'Img.UpgradePackage'    = { $script:Package }
        'Img.BootImage'         = { $script:Boot }
        'Img.ImageIndex'        = { Get-ImgImageIndex $name }
        'Img.Package'           = { (Get-ImgImageIndex $name -Index 1 -Package).Packages }
        'Img.InstalledUpdate'   = { Get-ImgInstalledUpdate $name }
        'Img.ImageComparison'   = { Compare-ImgImage (Get-ImgTestImage) $site.File -Summary }
        'Img.ImageDifference'   = { Compare-ImgImage (Get-ImgTestImage) $site.File }
        'Img.ImageFile'         = { Get-ImgImageFile $name -Index 1 }
        'Img.EnvironmentCheck'  = { Test-ImgEnvironment }
        'Img.TestResult'        = { Test-ImgImage $name -Detailed }
        'Img.UpdatePackage'     = { Get-ImgUpdatePackage -LiteralPath (Get-ImgTestPackage) }
        'Img.BootTrust'         = { Get-ImgBootTrust -Path (Get-ImgTestBootImage) }
        'Img.BootManagerUpdate' = { Update-ImgBootManager -Path (Get-ImgTestMedia) }
        'Img.MediaExport'       = { Export-ImgMedia -Path (Get-ImgTestMedia) -DestinationPath "$($site.Folder)/media.iso" -Tool GenIsoImage -WhatIf }
        'Img.BootFile'          = { (Get-ImgBootTrust -Path (Get-ImgTestBootImage)).Files }
        'Img.Feature'           = { Get-ImgFeature $name }
        'Img.UpdateStatus'      = { Get-ImgUpdateStatus $name }
        'Img.UpdateSchedule'    = { $script:Schedule }
        'Img.ServicingAdvice'   = { Get-ImgServicingAdvice $name }
        'Img.ServicingWay'      = { (Get-ImgServicingAdvice $name).Ways }
        'Img.Maintenance'       = { Invoke-ImgMaintenance -Part Versions, Database -Force }
        'Img.MaintenancePart'   = { Invoke-ImgMaintenance -WhatIf }
        'Img.Schedule'          = { New-ImgSchedule -PatchTuesday -OffsetDay 2 -Start '22:00' -TimeZone Europe/Berlin }
        'Img.ScheduleOccurrence' = { (New-ImgSchedule -Cron '0 22 * * TUE#2' -TimeZone UTC -Jitter 5).Next }
        'Img.ServicingRun'      = { $script:Run }
        'Img.ServicingStep'     = { $script:Run.Steps }
        'Img.PlanStep'          = { $script:Plan }
        'Img.UpdateResult'      = { $script:Run.UpdateResults }
        'Img.ImageVersion'      = { Get-ImgImageVersion $name }
        'Img.RemovedVersion'    = { Remove-ImgImageVersion $name -SourceVersion 1 -WhatIf }
        'Img.UpdateContent'     = { $script:Content }
        'Img.SavedContent'      = { $script:Saved }
        'Img.ContentSave'       = { Get-ImgUpdateContent -Save }
        'Img.PartialContent'    = { Get-ImgUpdateContent -Unfinished }
        'Img.QuarantinedContent' = { Get-ImgUpdateContent -Quarantined }
        'Img.ClearedContent'    = { Clear-ImgUpdateContent -Quarantine -WhatIf }
        'Img.Release'           = { Get-ImgRelease }
        'Img.ImportResult'      = { Import-ImgUpdate -LiteralPath "$PSScriptRoot/fixtures/catalog.jsonl" }
        'Img.DistributionPoint' = { Get-ImgDistributionPoint }
        'Img.DistributionStatus' = { Get-ImgContentDistributionStatus }
        'Img.DistributionTarget' = { (Get-ImgContentDistributionStatus).Targets }
        'Img.Multicast'         = { Set-ImgImage $name -MulticastAllow $true; Send-ImgMulticast $name -WhatIf -WarningAction SilentlyContinue }
        'Img.MulticastReceiver' = { $script:MulticastReceiver }
        'Img.ReceivedImage'     = { Receive-ImgMulticast $site.Folder -TrustedKey ('ab' * 32) -WhatIf }
        'Img.SavedImage'        = { Save-ImgImage -ImageName * -Source North -DestinationPath "$($site.Folder)/cache" }
        'Img.UpdateSource'      = { Get-ImgUpdateSource }
        'Img.UpdateCategory'    = { Get-ImgUpdateCategory }
        'Img.SourceCheck'       = { Test-ImgUpdateSource packages }
        'Img.UpdateSync'        = { $script:Sync }
        'Img.UpdateChange'      = { Get-ImgUpdateSyncStatus -Change }
        'Img.ImageChange'       = { Get-ImgUpdateSyncStatus -Change -ImageName * }
        'Img.Notification'      = { Get-ImgNotification }
        'Img.NotificationMessage' = { Get-ImgNotification -Message }
        'Img.NotificationTest'  = { Test-ImgNotification pipe }
        'Img.ScheduledTask'     = { Register-ImgScheduledTask -WhatIf }
        'Img.LogEntry'          = { Get-ImgServicingLog -RunId $script:Run.RunId }
    }
}
AfterAll {
    Remove-ImgTestSite $site
    Clear-ImgTestScheduler
}

Describe 'The table of <TypeName>' -ForEach $views {
    BeforeAll {
        $objects = @(& $script:Objects[$TypeName])
        $table = Get-ImgTestTable $objects
    }

    It 'is made of objects that the module outputs' {
        $objects.Count | Should -BeGreaterThan 0
        $objects[0].PSObject.TypeNames[0] | Should -Be $TypeName
    }

    It 'shows every column at 80 columns, with its whole header' {
        $table.Columns | Should -Be $Headers.Count
        $table.Lines[$table.Ruler - 1] -replace '\s+', ' ' | Should -Match ('^ ?' + (($Headers | ForEach-Object { [regex]::Escape($_) }) -join ' ') + ' ?$')
    }

    It 'loses no column to a long text' {
        $long = $objects[0].PSObject.Copy()
        foreach ($property in $long.PSObject.Properties) {
            if ($property.MemberType -eq 'NoteProperty' -and $property.Value -is [string]) { $property.Value = 'W' * 70 }
        }
        (Get-ImgTestTable $long).Columns | Should -Be $Headers.Count
    }

    It 'is no wider than 80 columns' {
        $table.Lines | Where-Object { $_.Length -gt 80 } | Should -BeNullOrEmpty
    }
}
