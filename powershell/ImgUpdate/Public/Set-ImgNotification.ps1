function Set-ImgNotification {
    <#
    .SYNOPSIS
    Changes a notification.
    .DESCRIPTION
    What is not named stays. What waits to be sent again is tried at once.
    .PARAMETER InputObject
    From the pipeline: notifications or names.
    .PARAMETER Name
    Name of the notification.
    .PARAMETER NewName
    Another name.
    .PARAMETER Setting
    Settings of the channel, all of them: they replace those so far. Secrets are named, as with New-ImgNotification.
    .PARAMETER EventType
    Kinds of events; they replace those so far.
    .PARAMETER ImageName
    Images that it is about, with the wildcards * and ?; they replace those so far.
    .PARAMETER ImageAge
    ImageOld: days since the update that an image is at.
    .PARAMETER SupportEnds
    SupportEnds: days before the last update of a release.
    .PARAMETER SyncAge
    SyncStale: days since a source was synchronised.
    .PARAMETER Overdue
    NothingRan: hours since a run was due.
    .PARAMETER Enabled
    $false tells nothing.
    .INPUTS
    Img.Notification, names
    .OUTPUTS
    Img.Notification
    .EXAMPLE
    Set-ImgNotification admins -ImageAge 60

    Is told later that an image is old.
    .EXAMPLE
    Get-ImgNotification | Set-ImgNotification -Enabled $false

    Silences all.
    .LINK
    Get-ImgNotification
    #>
    [CmdletBinding(SupportsShouldProcess, DefaultParameterSetName = 'ByName')]
    [OutputType('Img.Notification')]
    param(
        [Parameter(Mandatory, ValueFromPipeline, ParameterSetName = 'ByValue')] [psobject] $InputObject,
        [Parameter(Mandatory, Position = 0, ParameterSetName = 'ByName')] [string] $Name,
        [string] $NewName,
        [System.Collections.IDictionary] $Setting,
        [ValidateSet('RunSucceeded', 'RunSucceededWithErrors', 'RunFailed', 'RunStalled', 'ImageOld', 'SupportEnds', 'SyncStale', 'NothingRan', 'DistributionFailed', 'MaintenanceSucceeded', 'MaintenanceFailed')] [Alias('Event')] [string[]] $EventType,
        [SupportsWildcards()] [string[]] $ImageName,
        [ValidateRange(1, 3650)] [int] $ImageAge,
        [ValidateRange(1, 3650)] [int] $SupportEnds,
        [ValidateRange(1, 3650)] [int] $SyncAge,
        [ValidateRange(1, 8760)] [int] $Overdue,
        [bool] $Enabled
    )

    process {
        $meant = $Name
        if ($PSCmdlet.ParameterSetName -eq 'ByValue') { $meant = Get-ImgName -InputObject $InputObject }
        $request = ConvertTo-ImgNotificationRequest -Bound $PSBoundParameters
        $request['name'] = $meant
        if ($NewName) { $request['newName'] = $NewName }
        if ($PSCmdlet.ShouldProcess($meant, 'Change notification')) {
            $result = Invoke-ImgEngine -Cmdlet $PSCmdlet -Method notification.set -Request $request -Target $meant
            Write-ImgAnswer -Result $result -Member Notification -TypeName Img.Notification
        }
    }
}
