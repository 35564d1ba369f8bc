# Parameters that scripts for Configuration Manager use, by the names of both: -CM becomes -Img, and the rest stays.
BeforeDiscovery {
    $image = @{ Name = 'OperatingSystemImageName', 'ImageName'; Id = 'PackageId', 'OperatingSystemImageId'; InputObject = 'OperatingSystemImage' }
    $rule = @{
        UpdateClassification = 'UpdateClassifications', 'Classification'; Title = 'Titles'; ArticleId = 'KB', 'KBArticle'
        Architecture = 'Architectures'; Severity = 'Severities'; Language = 'Languages', 'UpdateLocale', 'UpdateLocales'
        ContentSize = 'ContentSizes'; Kind = 'UpdateKind'; DeferralDay = 'UpdateDeploymentWaitDay', 'UpdateDeploymentWaitDays'
        Description = @(); Product = @(); Superseded = @(); DateReleasedOrRevised = @(); Required = @()
    }
    $options = @{
        Update = 'SoftwareUpdate'; RemoveSupersededUpdates = 'CleanUp'; ContinueOnError = @()
        UpdateDistributionPoint = 'UpdateDistributionPoints', 'UpdateDistributionPointsWithImage'
    }
    $cmdlets = [ordered]@{
        'Get-ImgSoftwareUpdate' = @{
            Name = 'LocalizedDisplayName', 'Title'; ArticleId = 'KB', 'KBArticle'; UniqueId = 'CI_UniqueID', 'UpdateId'
            CategoryName = 'CategoryNames', 'Category'; UpdateClassification = 'Classification'; Severity = @()
            DatePostedMin = @(); DatePostedMax = @(); IsSuperseded = @(); IsExpired = @(); IsLatest = @(); IsDeployed = @()
            IsContentProvisioned = @(); IsOfflineServiceable = @(); OnlyExpired = @(); IncludeUpgrade = 'IncludeUpgrades'; Fast = @()
        }
        'Set-ImgSoftwareUpdate' = @{ Id = 'UniqueId', 'CI_UniqueID'; Name = 'LocalizedDisplayName'; InputObject = 'SoftwareUpdate' }
        'Get-ImgSoftwareUpdateContentInfo' = @{ UniqueId = 'Id', 'CI_UniqueID'; Name = 'LocalizedDisplayName'; InputObject = @() }
        'New-ImgSoftwareUpdateAutoDeploymentRule' = $rule + @{ Name = @() }
        'Set-ImgSoftwareUpdateAutoDeploymentRule' = $rule + @{ Name = @(); NewName = @(); InputObject = @(); PassThru = @() }
        'Get-ImgSoftwareUpdateAutoDeploymentRule' = @{ Name = @() }
        'Remove-ImgSoftwareUpdateAutoDeploymentRule' = @{ Name = @(); InputObject = @(); Force = @() }
        'Invoke-ImgSoftwareUpdateAutoDeploymentRule' = @{ Name = @(); InputObject = @(); PassThru = @() }
        'New-ImgOperatingSystemImage' = @{ Path = 'PackageSourcePath', 'PkgSourcePath', 'PSPath'; Index = 'ImageIndex'; Name = @(); Version = @(); Description = @() }
        'Get-ImgOperatingSystemImage' = @{ Name = @(); Id = 'PackageId', 'ImageId'; Reload = 'ReloadImage' }
        'Set-ImgOperatingSystemImage' = $image + @{ Path = 'PackageSourcePath'; Reload = 'ReloadImage'; NewName = @(); PassThru = @() }
        'Remove-ImgOperatingSystemImage' = $image + @{ Force = @() }
        'New-ImgOperatingSystemImageUpdateSchedule' = $image + $options + @{ RunNow = @(); CustomSchedule = @(); Utc = @() }
        'New-ImgOperatingSystemUpgradeUpdateSchedule' = $image + $options + @{ RunNow = @(); CustomSchedule = @(); Utc = @() }
        'Get-ImgOperatingSystemImageUpdateSchedule' = $image + @{ ScheduleId = @(); State = @() }
        'Get-ImgOperatingSystemUpgradeUpdateSchedule' = $image
        'Clear-ImgOperatingSystemImageUpdateSchedule' = @{ Id = 'OperatingSystemImageId'; Name = 'OperatingSystemImageName'; InputObject = 'OperatingSystemImage', 'ServicingSchedule'; Force = @() }
        'Clear-ImgOperatingSystemUpgradeUpdateSchedule' = @{ Id = 'OperatingSystemImageId'; Name = 'OperatingSystemImageName' }
        'Remove-ImgUpdateSchedule' = @{ ScheduleId = @() }
        'Invoke-ImgUpdateSchedule' = $options + @{ InputObject = 'OperatingSystemImage', 'ServicingSchedule' }
        'New-ImgSchedule' = @{
            Nonrecurring = @(); RecurInterval = @(); RecurCount = @(); DayOfWeek = @(); DayOfMonth = @(); LastDayOfMonth = @(); WeekOrder = @()
            OffsetDay = @(); Start = @(); End = @(); IsUtc = @(); DurationInterval = @(); DurationCount = @(); ScheduleString = @()
        }
        'Get-ImgUpdateStatus' = $image + @{ Update = 'SoftwareUpdate'; Index = @() }
        'Get-ImgServicing' = @{ RunId = @(); ImageId = 'Id', 'PackageId'; Status = @(); History = @(); Last = @() }
        'Stop-ImgServicing' = @{ RunId = 'Id'; InputObject = @() }
        'Restore-ImgImage' = $image + @{ SourceVersion = 'Version' }
        'Set-ImgConfiguration' = @{ ServicingDrive = 'StagingDrive'; MinimumFreeSpace = @(); RetainVersion = @(); PassThru = @() }
    }
    $rows = foreach ($cmdlet in $cmdlets.Keys) {
        foreach ($parameter in $cmdlets[$cmdlet].Keys | Sort-Object) {
            @{ Cmdlet = $cmdlet; Parameter = $parameter; Names = @($cmdlets[$cmdlet][$parameter]) }
        }
    }
}
BeforeAll { Import-Module "$PSScriptRoot/ImgTest.psm1" }

Describe 'Names of Configuration Manager' {
    It '<Cmdlet> takes -<Parameter>, also as <Names>' -ForEach $rows {
        $parameters = (Get-Command -Name $Cmdlet -ErrorAction Stop).Parameters

        $parameters.Keys | Should -Contain $Parameter
        foreach ($name in $Names) { $parameters[$Parameter].Aliases | Should -Contain $name }
    }
}
