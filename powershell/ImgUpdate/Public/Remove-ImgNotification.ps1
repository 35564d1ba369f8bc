function Remove-ImgNotification {
    <#
    .SYNOPSIS
    Removes a notification.
    .DESCRIPTION
    What it has not told yet is not told.
    .PARAMETER InputObject
    From the pipeline: notifications or names.
    .PARAMETER Name
    Name of the notification.
    .PARAMETER Force
    Does not ask.
    .INPUTS
    Img.Notification, names
    .OUTPUTS
    None
    .EXAMPLE
    Remove-ImgNotification -Name admins

    Asks, and removes the notification.
    .EXAMPLE
    Get-ImgNotification 'test*' | Remove-ImgNotification -Force

    Removes notifications without asking.
    .LINK
    Get-ImgNotification
    #>
    [CmdletBinding(SupportsShouldProcess, ConfirmImpact = 'High', DefaultParameterSetName = 'ByName')]
    param(
        [Parameter(Mandatory, ValueFromPipeline, ParameterSetName = 'ByValue')] [psobject] $InputObject,
        [Parameter(Mandatory, Position = 0, ParameterSetName = 'ByName')] [string] $Name,
        [switch] $Force
    )

    process {
        if ($Force -and -not $PSBoundParameters.ContainsKey('Confirm')) {
            $ConfirmPreference = 'None'
        }
        $meant = $Name
        if ($PSCmdlet.ParameterSetName -eq 'ByValue') { $meant = Get-ImgName -InputObject $InputObject }
        if ($PSCmdlet.ShouldProcess($meant, 'Remove notification')) {
            $null = Invoke-ImgEngine -Cmdlet $PSCmdlet -Method notification.remove -Request @{ name = $meant } -Target $meant
        }
    }
}
