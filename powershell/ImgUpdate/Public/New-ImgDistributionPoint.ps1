function New-ImgDistributionPoint {
    <#
    .SYNOPSIS
    Adds a distribution point.
    .DESCRIPTION
    A distribution point is where published images are sent, for example a share that clients read. Its folder is made where
    it is missing, and marked as this site's: one that is not marked is never written to. Start-ImgContentDistribution sends
    an image there for the first time.
    .PARAMETER Name
    Name of the distribution point.
    .PARAMETER Type
    Kind of the distribution point; default is Folder (a folder, a share or any mount). Http is a folder that
    'imgupdate distribution serve' offers over HTTP. Configmgr is a site of Configuration Manager, which is told to update
    its own distribution points. S3 is a bucket of Amazon S3 or of a service that speaks its protocol.
    Wds is an image group of Windows Deployment Services.
    .PARAMETER Path
    Folder or share. Of a site of Configuration Manager: the folder that the sources of its packages lie in, where that is not
    the registered image itself. Of Windows Deployment Services: the folder that the server imports from.
    .PARAMETER Group
    Groups that it belongs to.
    .PARAMETER Setting
    Further settings of the kind, for example @{ KeepPrevious = 2; BandwidthLimit = 5MB; BandwidthWindow = '08:00-18:00' }.
    Multicast of the kind Wds offers images that allow it (Set-ImgImage -MulticastAllow $true) as multicast transmissions:
    Start is FirstClient (the default), Scheduled (with Clients, At or both: so many clients that wait, or a time of day such
    as '22:00', whichever comes first) or Manual; Name names the transmission.
    .PARAMETER Enabled
    $false leaves it out of everything that does not name it.
    .OUTPUTS
    Img.DistributionPoint
    .EXAMPLE
    New-ImgDistributionPoint -Name North -Path \\north\images -Group Schools

    Adds a share to the group Schools.
    .EXAMPLE
    New-ImgDistributionPoint South -Path \\south\images -Setting @{ BandwidthLimit = 5MB; BandwidthWindow = '08:00-18:00' }

    Adds a share behind a slow link, which takes at most 5 MB a second during the day.
    .EXAMPLE
    New-ImgDistributionPoint Campus -Type Configmgr -Setting @{ SiteCode = 'P01'; SiteServer = 'cm1.example' }

    Adds a site of Configuration Manager: its distribution points fetch what is sent there.
    .EXAMPLE
    New-ImgDistributionPoint Cloud -Type S3 -Setting @{ Bucket = 'images'; Endpoint = 'https://storage.example' }

    Adds a bucket. Credentials come from the environment or from a profile (AWS_ACCESS_KEY_ID, AWS_PROFILE) and are never stored.
    .EXAMPLE
    New-ImgDistributionPoint Pxe -Type Wds -Path \\wds1\sources -Setting @{ Server = 'wds1'; ImageGroup = 'Windows 11' }

    Adds an image group of Windows Deployment Services.
    .EXAMPLE
    New-ImgDistributionPoint Lab -Type Wds -Path \\wds1\sources -Setting @{
        Server = 'wds1'; ImageGroup = 'Lab'; Multicast = @{ Start = 'Scheduled'; Clients = 30; At = '22:00' }
    }

    Adds one that offers each version as a multicast transmission, which starts when 30 clients wait or at ten in the evening.
    .LINK
    Start-ImgContentDistribution
    #>
    [CmdletBinding(SupportsShouldProcess)]
    [Alias('Add-ImgDistributionPoint')]
    [OutputType('Img.DistributionPoint')]
    param(
        [Parameter(Mandatory, Position = 0)] [Alias('DistributionPointName', 'SiteSystemServerName')] [string] $Name,
        [string] $Type = 'Folder',
        [string] $Path,
        [Alias('DistributionPointGroupName')] [string[]] $Group,
        [System.Collections.IDictionary] $Setting,
        [bool] $Enabled = $true
    )

    process {
        $request = ConvertTo-ImgPointRequest -Cmdlet $PSCmdlet -Bound $PSBoundParameters
        $request['name'] = $Name
        $request['type'] = $Type.ToLowerInvariant()
        if ($PSCmdlet.ShouldProcess($Name, 'Add distribution point')) {
            $result = Invoke-ImgEngine -Cmdlet $PSCmdlet -Method distribution.add -Request $request -Target $Name
            if ($null -ne $result) { ConvertTo-ImgObject -TypeName Img.DistributionPoint -InputObject $result.Point }
        }
    }
}
