# Members of each type that hold a time, and members that hold objects of another type.
$script:TimeMembers = @{
    'Img.Update'          = @('DatePosted')
    'Img.RecommendedUpdate' = @('DatePosted')
    'Img.UpdateRule'      = @('Created', 'Modified')
    'Img.Image'           = @('Added', 'ScheduledUpdatesDate', 'LastServiced')
    'Img.UpgradePackage'  = @('Added', 'ScheduledUpdatesDate', 'LastServiced')
    'Img.BootImage'       = @('Added', 'ScheduledUpdatesDate', 'LastServiced')
    'Img.ImageIndex'      = @('Created', 'Modified', 'LastResetBase')
    'Img.Package'         = @('InstallTime')
    'Img.InstalledUpdate' = @('InstallTime')
    'Img.UpdateStatus'    = @('AppliedDateTime')
    'Img.UpdateSchedule'  = @('At', 'NextRun', 'LastRun', 'Created')
    'Img.ScheduleOccurrence' = @('At')
    'Img.ServicingRun'    = @('Created', 'Started', 'Completed')
    'Img.ServicingStall'  = @('Since')
    'Img.Maintenance'     = @('Occurrence', 'Created', 'Started', 'Completed')
    'Img.ServicingStep'   = @('Started', 'Completed')
    'Img.ImageVersion'    = @('Published')
    'Img.UpdateContent'   = @('Added')
    'Img.QuarantinedContent' = @('Found')
    'Img.ContentSave'     = @('Created', 'Started', 'Completed')
    'Img.LogEntry'        = @('Time')
    'Img.BundleImport'    = @('Made')
    'Img.ConfigMgrSchedule' = @('At')
    'Img.Notification'    = @('StateSince', 'LastSent', 'Created', 'Modified')
    'Img.NotificationMessage' = @('Created', 'Sent', 'NextAttempt')
    'Img.DistributionPoint' = @('Created', 'Modified')
    'Img.DistributionStatus' = @('LastUpdateDate')
    'Img.DistributionTarget' = @('Updated', 'NextAttempt', 'NextAsk')
    'Img.ScheduledTask'   = @('LastRun', 'NextRun', 'Registered')
    'Img.UpdateSource'    = @('StateSince', 'LastSync', 'Created', 'Modified')
    'Img.UpdateSync'      = @('Started', 'Ended')
    'Img.UpdateChange'    = @('At')
    'Img.ImageChange'     = @('At')
    'Img.Signature'       = @('SignedAt')
}
$script:ChildMembers = @{
    'Img.Image'        = @{ Indexes = 'Img.ImageIndex' }
    'Img.UpgradePackage' = @{ Indexes = 'Img.ImageIndex' }
    'Img.BootImage'    = @{ Indexes = 'Img.ImageIndex' }
    'Img.ImageIndex'   = @{ Packages = 'Img.Package'; Features = 'Img.Feature' }
    'Img.BootTrust'    = @{ Files = 'Img.BootFile' }
    'Img.UpdatePackage' = @{ Signature = 'Img.Signature' }
    'Img.ContentSave'  = @{ Files = 'Img.SavedContent' }
    'Img.DistributionStatus' = @{ Targets = 'Img.DistributionTarget' }
    'Img.Multicast'    = @{ Receivers = 'Img.MulticastReceiver' }
    'Img.ServicingAdvice' = @{ Ways = 'Img.ServicingWay' }
    'Img.Maintenance'  = @{ Parts = 'Img.MaintenancePart' }
    'Img.ServicingRun' = @{ Steps = 'Img.ServicingStep'; UpdateResults = 'Img.UpdateResult'; Stall = 'Img.ServicingStall' }
}

function ConvertTo-ImgObject {
    <#
    .SYNOPSIS
    Gives objects of the engine their type name and makes UTC DateTime of their times, in place, and outputs them.
    #>
    [CmdletBinding()]
    [OutputType([psobject])]
    param(
        [Parameter(Mandatory)] [string] $TypeName,
        [Parameter(Mandatory)] [AllowEmptyCollection()] [AllowNull()] [object[]] $InputObject
    )

    $times = $script:TimeMembers[$TypeName]
    $children = $script:ChildMembers[$TypeName]
    $universal = [System.Globalization.DateTimeStyles]'AssumeUniversal, AdjustToUniversal'
    foreach ($item in $InputObject) {
        if ($null -eq $item) {
            continue
        }
        $item.PSObject.TypeNames.Insert(0, $TypeName)
        foreach ($name in $times) {
            $member = $item.PSObject.Properties[$name]
            if ($null -ne $member -and $member.Value -is [string]) {
                $member.Value = [datetime]::Parse($member.Value, [cultureinfo]::InvariantCulture, $universal)
            }
        }
        if ($null -ne $children) {
            foreach ($name in $children.Keys) {
                $null = ConvertTo-ImgObject -TypeName $children[$name] -InputObject $item.$name
            }
        }
        $item
    }
}
