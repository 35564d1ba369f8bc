function Receive-ImgMulticast {
    <#
    .SYNOPSIS
    Waits for an image that is sent to many, and keeps it when signature and digest are right.
    .DESCRIPTION
    Tells the sender that it waits, and how it ended. A file is kept only when a key that you name signed what it is, and
    every byte is as signed; anything else is removed. UFTP carries the bytes and must be there on both sides.
    .PARAMETER DestinationPath
    Folder for the file.
    .PARAMETER ImageName
    Name of the image to wait for; left out: whichever comes first.
    .PARAMETER TrustedKey
    Fingerprints or public keys of the sites whose images are taken. Left out: the key of this site.
    .PARAMETER WaitMinutes
    Gives up when so long nothing came.
    .PARAMETER Address
    Multicast address (IPv4) on which both sides meet.
    .PARAMETER Port
    UDP port; the next one is used too.
    .PARAMETER InterfaceName
    Name or IPv4 address of the network interface.
    .PARAMETER Force
    Replaces a file of the same name.
    .INPUTS
    None
    .OUTPUTS
    Img.ReceivedImage
    .EXAMPLE
    Receive-ImgMulticast C:\Images -TrustedKey 9f2c...

    Waits for the next image that the site with this key sends. Get-ImgConfiguration shows the key of a site (BundleKey).
    .EXAMPLE
    Receive-ImgMulticast C:\Images -ImageName 'Windows 11 Enterprise' -TrustedKey $key -WaitMinutes 60 -Force

    Waits an hour for one image, and replaces the file of last month.
    .LINK
    Send-ImgMulticast
    #>
    [CmdletBinding(SupportsShouldProcess)]
    [OutputType('Img.ReceivedImage')]
    param(
        [Parameter(Mandatory, Position = 0)] [Alias('Path')] [string] $DestinationPath,
        [Alias('OperatingSystemImageName')] [string] $ImageName,
        [Alias('Trust')] [string[]] $TrustedKey,
        [ValidateRange(0.001, 1440)] [double] $WaitMinutes,
        [string] $Address,
        [ValidateRange(1024, 65534)] [int] $Port,
        [Alias('Interface')] [string] $InterfaceName,
        [switch] $Force
    )

    process {
        $folder = Resolve-ImgPath -Path $DestinationPath -Cmdlet $PSCmdlet
        $request = [ordered]@{ to = $folder }
        if ($TrustedKey) { $request['trust'] = @($TrustedKey) }
        if ($Force) { $request['force'] = $true }
        if ($ImageName) { $request['image'] = $ImageName }
        $call = @{ Cmdlet = $PSCmdlet; Method = 'multicast.receive'; Bound = $PSBoundParameters; Request = $request; Label = $folder; TypeName = 'Img.ReceivedImage' }
        if ($PSCmdlet.ShouldProcess($folder, 'Receive an image')) {
            Invoke-ImgMulticast @call
        } elseif ($WhatIfPreference) {
            Invoke-ImgMulticast @call -DryRun
        }
    }
}
