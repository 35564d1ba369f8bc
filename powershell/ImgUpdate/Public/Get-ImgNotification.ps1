function Get-ImgNotification {
    <#
    .SYNOPSIS
    Gets notifications: who is told of what, and whether it arrives.
    .DESCRIPTION
    State is never (nothing was sent yet), ok or failing: the last attempt failed, LastProblem says why, and it is made
    again.
    .PARAMETER Name
    Names of notifications, with the wildcards * and ?.
    .PARAMETER Message
    Outputs the last messages of each notification instead.
    .INPUTS
    Names
    .OUTPUTS
    Img.Notification, or Img.NotificationMessage with -Message
    .EXAMPLE
    Get-ImgNotification | Where-Object State -EQ failing

    Shows the channels that do not work.
    .EXAMPLE
    Get-ImgNotification admins -Message

    Shows what was told.
    .LINK
    New-ImgNotification
    #>
    [CmdletBinding()]
    [OutputType('Img.Notification', 'Img.NotificationMessage')]
    param(
        [Parameter(Position = 0, ValueFromPipeline, ValueFromPipelineByPropertyName)] [SupportsWildcards()] [string[]] $Name = '*',
        [switch] $Message
    )

    process {
        foreach ($each in $Name) {
            $result = Invoke-ImgEngine -Cmdlet $PSCmdlet -Method notification.list -Request @{ name = $each } -Target $each
            $found = @($result.Notifications)
            if ($found.Count -eq 0 -and $null -ne $result -and $each -notmatch '[*?]') {
                Write-ImgError -Cmdlet $PSCmdlet -Record (New-ImgError -Id ImgNotificationNotFound -Message "There is no notification '$each'." -Target $each)
            }
            if (-not $Message) {
                ConvertTo-ImgObject -TypeName Img.Notification -InputObject $found
                continue
            }
            foreach ($notification in $found) {
                $shown = Invoke-ImgEngine -Cmdlet $PSCmdlet -Method notification.show -Request @{ name = $notification.Name } -Target $notification.Name
                foreach ($item in $shown.Messages) {
                    $item.PSObject.Properties.Add((New-Object -TypeName psnoteproperty -ArgumentList 'Notification', $notification.Name))
                }
                ConvertTo-ImgObject -TypeName Img.NotificationMessage -InputObject $shown.Messages
            }
        }
    }
}
