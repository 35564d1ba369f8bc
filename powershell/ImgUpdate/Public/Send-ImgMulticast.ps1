function Send-ImgMulticast {
    <#
    .SYNOPSIS
    Sends the published file of an image to all receivers that wait for it, once for all of them.
    .DESCRIPTION
    Waits until as many receivers wait as are asked for, or until the time is over, and sends to those. What a receiver
    missed is sent again. Each compares signature and digest before it keeps the file, and tells. The image must be allowed
    to be sent so (Set-ImgImage -MulticastAllow $true); it travels encrypted where -MulticastEncrypt is set. UFTP carries the
    bytes and must be there on both sides.
    .PARAMETER InputObject
    From the pipeline: an image or its name.
    .PARAMETER ImageName
    Name or id of an image.
    .PARAMETER ReceiverCount
    Begins as soon as so many receivers wait.
    .PARAMETER WaitMinutes
    Waits so long for them at most; what waits then is sent to.
    .PARAMETER Address
    Multicast address (IPv4) on which both sides meet; data goes to the address after it.
    .PARAMETER Port
    UDP port; the next one is used too.
    .PARAMETER InterfaceName
    Name or IPv4 address of the network interface.
    .PARAMETER BandwidthLimit
    Bytes a second on the wire.
    .PARAMETER TimeToLive
    How many routers the packets pass.
    .INPUTS
    Img.Image, names
    .OUTPUTS
    Img.Multicast
    .EXAMPLE
    Send-ImgMulticast 'Windows 11 Enterprise' -ReceiverCount 30 -WaitMinutes 20

    Sends an image as soon as thirty machines wait, or after twenty minutes to those that wait then.
    .EXAMPLE
    (Get-ImgImage 'Windows 11 Enterprise' | Send-ImgMulticast -InterfaceName eth1).Receivers

    Shows how it ended at each receiver.
    .LINK
    Receive-ImgMulticast
    .LINK
    Set-ImgImage
    #>
    [CmdletBinding(SupportsShouldProcess, DefaultParameterSetName = 'ByName')]
    [OutputType('Img.Multicast')]
    param(
        [Parameter(Mandatory, ValueFromPipeline, ParameterSetName = 'ByValue')] [Alias('OperatingSystemImage')] [psobject] $InputObject,
        [Parameter(Mandatory, Position = 0, ParameterSetName = 'ByName')] [Alias('Name', 'ImageId', 'OperatingSystemImageName')] [string] $ImageName,
        [ValidateRange(1, 1000)] [int] $ReceiverCount,
        [ValidateRange(0.001, 1440)] [double] $WaitMinutes,
        [string] $Address,
        [ValidateRange(1024, 65534)] [int] $Port,
        [Alias('Interface')] [string] $InterfaceName,
        [ValidateRange(1000, 1250000000)] [int] $BandwidthLimit,
        [ValidateRange(1, 255)] [int] $TimeToLive
    )

    process {
        $name = $ImageName
        if ($PSCmdlet.ParameterSetName -eq 'ByValue') { $name = Get-ImgName -InputObject $InputObject }
        $request = [ordered]@{ image = $name }
        $call = @{ Cmdlet = $PSCmdlet; Method = 'multicast.send'; Bound = $PSBoundParameters; Request = $request; Label = $name; TypeName = 'Img.Multicast' }
        if ($PSCmdlet.ShouldProcess($name, 'Send to many')) {
            Invoke-ImgMulticast @call
        } elseif ($WhatIfPreference) {
            Invoke-ImgMulticast @call -DryRun
        }
    }
}
