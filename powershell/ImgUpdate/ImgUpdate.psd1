@{
    RootModule             = 'ImgUpdate.psm1'
    ModuleVersion          = '0.1.0'
    GUID                   = 'f68b47bf-8b47-4651-9d1a-d1193374de3d'
    Author                 = 'ImgUpdate contributors'
    CompanyName            = 'ImgUpdate contributors'
    Copyright              = '(c) ImgUpdate contributors. MIT licence.'
    Description            = 'Keeps Windows images patched: chooses the update, services the image offline, proves it and publishes it. Offline servicing of OS images as Configuration Manager does it, without Configuration Manager.'
    PowerShellVersion      = '5.1'
    DotNetFrameworkVersion = '4.7.2'
    CompatiblePSEditions   = @('Desktop', 'Core')
    TypesToProcess         = @('ImgUpdate.Types.ps1xml')
    FormatsToProcess       = @('ImgUpdate.Format.ps1xml')
    FunctionsToExport      = @(
        'Add-ImgUpdateContent',
        'Clear-ImgUpdate',
        'Clear-ImgUpdateContent',
        'Clear-ImgUpdateSchedule',
        'Compare-ImgImage',
        'Convert-ImgSchedule',
        'Export-ImgBundle',
        'Export-ImgImage',
        'Export-ImgPlan',
        'Export-ImgMedia',
        'Get-ImgBootTrust',
        'Get-ImgConfiguration',
        'Get-ImgContentDistributionStatus',
        'Get-ImgDistributionPoint',
        'Get-ImgFeature',
        'Get-ImgImage',
        'Get-ImgImageFile',
        'Get-ImgImageIndex',
        'Get-ImgImageVersion',
        'Get-ImgInstalledUpdate',
        'Get-ImgNotification',
        'Get-ImgRecommendedUpdate',
        'Get-ImgRelease',
        'Get-ImgServicing',
        'Get-ImgServicingLog',
        'Get-ImgUpdate',
        'Get-ImgUpdateCategory',
        'Get-ImgUpdateContent',
        'Get-ImgUpdatePackage',
        'Get-ImgUpdateRule',
        'Get-ImgUpdateSchedule',
        'Get-ImgUpdateSource',
        'Get-ImgUpdateStatus',
        'Get-ImgUpdateSyncStatus',
        'Import-ImgBundle',
        'Import-ImgRelease',
        'Import-ImgUpdate',
        'Invoke-ImgUpdateRule',
        'New-ImgConfigMgrSchedule',
        'New-ImgDistributionPoint',
        'New-ImgImage',
        'New-ImgNotification',
        'New-ImgSchedule',
        'New-ImgUpdateRule',
        'New-ImgUpdateSchedule',
        'New-ImgUpdateSource',
        'Remove-ImgDistributionPoint',
        'Remove-ImgImage',
        'Remove-ImgNotification',
        'Remove-ImgUpdateRule',
        'Remove-ImgUpdateSource',
        'Restore-ImgImage',
        'Save-ImgUpdate',
        'Set-ImgConfiguration',
        'Set-ImgDistributionPoint',
        'Set-ImgImage',
        'Set-ImgNotification',
        'Set-ImgUpdate',
        'Set-ImgUpdateCategory',
        'Set-ImgUpdateRule',
        'Set-ImgUpdateSource',
        'Start-ImgContentDistribution',
        'Start-ImgServicing',
        'Stop-ImgServicing',
        'Sync-ImgUpdate',
        'Test-ImgEnvironment',
        'Test-ImgImage',
        'Test-ImgNotification',
        'Test-ImgUpdateContent',
        'Test-ImgUpdateSource',
        'Update-ImgBootManager',
        'Update-ImgDistributionPoint',
        'Wait-ImgServicing'
    )
    CmdletsToExport        = @()
    VariablesToExport      = @()
    AliasesToExport        = @(
        'Add-ImgDistributionPoint',
        'Clear-ImgOperatingSystemImageUpdateSchedule',
        'Clear-ImgOperatingSystemUpgradeUpdateSchedule',
        'Get-ImgDistributionStatus',
        'Get-ImgOperatingSystemImage',
        'Get-ImgOperatingSystemImageUpdateSchedule',
        'Get-ImgOperatingSystemUpgradeUpdateSchedule',
        'Get-ImgSoftwareUpdate',
        'Get-ImgSoftwareUpdateAutoDeploymentRule',
        'Get-ImgSoftwareUpdateContentInfo',
        'Get-ImgSoftwareUpdateSyncStatus',
        'Import-ImgSoftwareUpdate',
        'Invoke-ImgSoftwareUpdateAutoDeploymentRule',
        'Invoke-ImgUpdateSchedule',
        'New-ImgOperatingSystemImage',
        'New-ImgOperatingSystemImageUpdateSchedule',
        'New-ImgOperatingSystemUpgradeUpdateSchedule',
        'New-ImgSoftwareUpdateAutoDeploymentRule',
        'Remove-ImgOperatingSystemImage',
        'Remove-ImgSoftwareUpdateAutoDeploymentRule',
        'Remove-ImgUpdateSchedule',
        'Restore-ImgOperatingSystemImage',
        'Save-ImgSoftwareUpdate',
        'Set-ImgOperatingSystemImage',
        'Set-ImgSoftwareUpdate',
        'Set-ImgSoftwareUpdateAutoDeploymentRule',
        'Sync-ImgSoftwareUpdate'
    )
    PrivateData            = @{
        PSData = @{
            Tags = @('Windows', 'WIM', 'DISM', 'Servicing', 'Update', 'Patching', 'ConfigMgr', 'Deployment', 'PSEdition_Desktop', 'PSEdition_Core')
        }
    }
}
