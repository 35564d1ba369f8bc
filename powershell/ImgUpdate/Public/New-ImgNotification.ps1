function New-ImgNotification {
    <#
    .SYNOPSIS
    Says who is told of what, and how.
    .DESCRIPTION
    A worker tells what is new when it wakes up and after each run, each event once. A channel that fails harms no run: the
    message is sent again, and the failure is shown with the notification.
    .PARAMETER Name
    Name of the notification.
    .PARAMETER Channel
    How it is told: Mail, Webhook, EventLog or Command.
    .PARAMETER Setting
    Settings of the channel, for example @{ Host = 'smtp.contoso.com'; From = 'a@contoso.com'; To = 'b@contoso.com' }. A
    secret is named, not written: @{ Environment = 'NAME' } or @{ Secret = 'Name'; Vault = 'Vault' } of SecretManagement.
    .PARAMETER EventType
    Kinds of events. Without it all are told.
    .PARAMETER ImageName
    Images that it is about, with the wildcards * and ?.
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
    .OUTPUTS
    Img.Notification
    .EXAMPLE
    New-ImgNotification -Name admins -Channel Mail -Setting @{
        Host = 'smtp.contoso.com'; From = 'images@contoso.com'; To = 'admins@contoso.com'
        User = 'images'; Password = @{ Secret = 'SmtpPassword' }
    }

    Tells everything by mail, over TLS, with a password of SecretManagement.
    .EXAMPLE
    New-ImgNotification -Name teams -Channel Webhook -EventType RunFailed, NothingRan -Setting @{ Format = 'teams'; UrlFrom = @{ Environment = 'TEAMS_URL' } }

    Tells a channel of Teams what went wrong.
    .LINK
    Test-ImgNotification
    .LINK
    Get-ImgNotification
    #>
    [CmdletBinding(SupportsShouldProcess)]
    [OutputType('Img.Notification')]
    param(
        [Parameter(Mandatory, Position = 0)] [string] $Name,
        [Parameter(Mandatory, Position = 1)] [Alias('Type')] [ValidateSet('Mail', 'Webhook', 'EventLog', 'Command')] [string] $Channel,
        [System.Collections.IDictionary] $Setting = @{},
        [ValidateSet('RunSucceeded', 'RunSucceededWithErrors', 'RunFailed', 'RunStalled', 'ImageOld', 'SupportEnds', 'SyncStale', 'NothingRan', 'DistributionFailed', 'MaintenanceSucceeded', 'MaintenanceFailed')] [Alias('Event')] [string[]] $EventType,
        [SupportsWildcards()] [string[]] $ImageName,
        [ValidateRange(1, 3650)] [int] $ImageAge,
        [ValidateRange(1, 3650)] [int] $SupportEnds,
        [ValidateRange(1, 3650)] [int] $SyncAge,
        [ValidateRange(1, 8760)] [int] $Overdue,
        [bool] $Enabled = $true
    )

    process {
        $request = ConvertTo-ImgNotificationRequest -Bound $PSBoundParameters
        $request['name'] = $Name
        $request['channel'] = ($Channel -creplace '(?<=[a-z])(?=[A-Z])', '-').ToLowerInvariant()
        if (-not $request.Contains('settings')) { $request['settings'] = @{} }
        if ($PSCmdlet.ShouldProcess($Name, 'Add notification')) {
            $result = Invoke-ImgEngine -Cmdlet $PSCmdlet -Method notification.add -Request $request -Target $Name
            Write-ImgAnswer -Result $result -Member Notification -TypeName Img.Notification
        }
    }
}
