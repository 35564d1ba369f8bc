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
        'Get-ImgBootImage',
        'Get-ImgBootTrust',
        'Get-ImgConfiguration',
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
        'Get-ImgUpgradePackage',
        'Import-ImgBundle',
        'Import-ImgRelease',
        'Import-ImgUpdate',
        'Invoke-ImgUpdateRule',
        'New-ImgBootImage',
        'New-ImgConfigMgrSchedule',
        'New-ImgImage',
        'New-ImgNotification',
        'New-ImgSchedule',
        'New-ImgUpdateRule',
        'New-ImgUpdateSchedule',
        'New-ImgUpdateSource',
        'New-ImgUpgradePackage',
        'Remove-ImgBootImage',
        'Remove-ImgImage',
        'Remove-ImgNotification',
        'Remove-ImgUpdateRule',
        'Remove-ImgUpdateSource',
        'Remove-ImgUpgradePackage',
        'Restore-ImgImage',
        'Save-ImgUpdate',
        'Set-ImgBootImage',
        'Set-ImgConfiguration',
        'Set-ImgImage',
        'Set-ImgNotification',
        'Set-ImgUpdate',
        'Set-ImgUpdateCategory',
        'Set-ImgUpdateRule',
        'Set-ImgUpdateSource',
        'Set-ImgUpgradePackage',
        'Start-ImgServicing',
        'Stop-ImgServicing',
        'Sync-ImgUpdate',
        'Test-ImgEnvironment',
        'Test-ImgImage',
        'Test-ImgNotification',
        'Test-ImgUpdateContent',
        'Test-ImgUpdateSource',
        'Update-ImgBootManager',
        'Wait-ImgServicing'
    )
    CmdletsToExport        = @()
    VariablesToExport      = @()
    AliasesToExport        = @(
        'Clear-ImgOperatingSystemImageUpdateSchedule',
        'Clear-ImgOperatingSystemUpgradeUpdateSchedule',
        'Get-ImgOperatingSystemImage',
        'Get-ImgOperatingSystemImageUpdateSchedule',
        'Get-ImgOperatingSystemInstaller',
        'Get-ImgOperatingSystemUpgradePackage',
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
        'New-ImgOperatingSystemInstaller',
        'New-ImgOperatingSystemUpgradePackage',
        'New-ImgOperatingSystemUpgradeUpdateSchedule',
        'New-ImgSoftwareUpdateAutoDeploymentRule',
        'Remove-ImgOperatingSystemImage',
        'Remove-ImgOperatingSystemInstaller',
        'Remove-ImgOperatingSystemUpgradePackage',
        'Remove-ImgSoftwareUpdateAutoDeploymentRule',
        'Remove-ImgUpdateSchedule',
        'Restore-ImgOperatingSystemImage',
        'Save-ImgSoftwareUpdate',
        'Set-ImgOperatingSystemImage',
        'Set-ImgOperatingSystemInstaller',
        'Set-ImgOperatingSystemUpgradePackage',
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
