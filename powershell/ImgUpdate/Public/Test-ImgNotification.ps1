function Test-ImgNotification {
    <#
    .SYNOPSIS
    Sends a test message.
    .DESCRIPTION
    The message says of itself that nothing happened.
    .PARAMETER Name
    Name of the notification.
    .PARAMETER Quiet
    Outputs $true or $false instead.
    .INPUTS
    Img.Notification, names
    .OUTPUTS
    Img.NotificationTest, or a Boolean with -Quiet
    .EXAMPLE
    Test-ImgNotification admins

    Shows whether the mail server takes a message.
    .EXAMPLE
    Get-ImgNotification | Test-ImgNotification | Where-Object Ok -EQ $false

    Tries all, and shows those that do not work.
    .LINK
    New-ImgNotification
    #>
    [CmdletBinding()]
    [OutputType('Img.NotificationTest', 'System.Boolean')]
    param(
        [Parameter(Mandatory, Position = 0, ValueFromPipeline, ValueFromPipelineByPropertyName)] [string] $Name,
        [switch] $Quiet
    )

    process {
        $result = Invoke-ImgEngine -Cmdlet $PSCmdlet -Method notification.test -Request @{ name = $Name } -Target $Name
        if ($null -eq $result) { return }
        if ($Quiet) { return $result.Ok }
        $result.PSObject.Properties.Add((New-Object -TypeName psnoteproperty -ArgumentList 'Name', $Name))
        ConvertTo-ImgObject -TypeName Img.NotificationTest -InputObject $result
    }
}
