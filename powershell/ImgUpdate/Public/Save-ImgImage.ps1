function Save-ImgImage {
    <#
    .SYNOPSIS
    Fetches images from a distribution point into a folder.
    .DESCRIPTION
    Takes the images that fit architecture and language of this machine, or those that are named, by the signed manifest of
    the distribution point. Of an earlier version that is there only what changed travels; what was cut goes on where it was;
    a file gets its name when its digest is right, never before. -WhatIf outputs the images that would be fetched.
    .PARAMETER ImageName
    Names or ids of images at the distribution point, with the wildcards * and ?; default is all that fit this machine.
    .PARAMETER Source
    Where from: an address (http or https), a folder or share, or the name of a distribution point of this site.
    .PARAMETER DestinationPath
    Folder that the images are saved into; it is made where it is missing.
    .PARAMETER Architecture
    x86, x64, arm64 or Any; default is that of this machine, or Any where images are named.
    .PARAMETER Language
    As in de-DE; de stands for all of it, Any takes all. Default is that of this machine, or Any where images are named.
    .PARAMETER Trust
    Fingerprints or public keys of sites whose manifests count. Default is this site's own for one of its distribution points,
    else the one of the save before.
    .PARAMETER Token
    Bearer token that the server wants: @{ Environment = 'NAME' } or @{ Secret = 'name'; Vault = 'vault' }.
    .PARAMETER RootCertificate
    File with root certificates (PEM) that are trusted besides those of the system.
    .PARAMETER KeepSpare
    Keeps a copy that the next version is made of in place: it takes the room of one image. Default is to keep one where the
    volume has ten times the size of the image free; -KeepSpare:$false does without.
    .PARAMETER BandwidthLimit
    Bytes a second that may travel.
    .OUTPUTS
    Img.SavedImage
    .EXAMPLE
    Save-ImgImage -Source https://images.example:8480/ -DestinationPath D:\Images -Trust 3f0c...9a

    Fetches what fits this machine; the fingerprint is the one that the serving site shows.
    .EXAMPLE
    Save-ImgImage 'Windows 11 Enterprise' -Source \\north\images -DestinationPath D:\Images

    Fetches an image from a share, the second month: the key of the first month is known, and only what changed travels.
    .LINK
    Start-ImgContentDistribution
    .LINK
    New-ImgDistributionPoint
    #>
    [CmdletBinding(SupportsShouldProcess)]
    [OutputType('Img.SavedImage')]
    param(
        [Parameter(Position = 0)] [Alias('Name', 'ImageId')] [SupportsWildcards()] [string[]] $ImageName,
        [Parameter(Mandatory)] [Alias('From', 'DistributionPoint')] [string] $Source,
        [Parameter(Mandatory)] [Alias('Destination')] [string] $DestinationPath,
        [ValidateSet('x86', 'x64', 'arm64', 'Any')] [string] $Architecture,
        [string] $Language,
        [string[]] $Trust,
        [System.Collections.IDictionary] $Token,
        [string] $RootCertificate,
        [switch] $KeepSpare,
        [ValidateRange(0, 9223372036854775807)] [long] $BandwidthLimit
    )

    process {
        $from = $Source
        # An address and a name stay as they are; a path is that of the caller.
        if ($Source -notmatch '^https?://' -and $Source -match '[\\/]') { $from = Resolve-ImgPath -Path $Source -Cmdlet $PSCmdlet }
        $request = [ordered]@{ from = $from; to = Resolve-ImgPath -Path $DestinationPath -Cmdlet $PSCmdlet }
        if ($ImageName) { $request['image'] = @($ImageName) }
        if ($Architecture) { $request['architecture'] = $Architecture.ToLowerInvariant() }
        if ($Language) { $request['language'] = if ($Language -eq 'Any') { 'any' } else { $Language } }
        if ($Trust) { $request['trust'] = @($Trust) }
        if ($Token) { $request['token'] = ConvertTo-ImgSettingMember -Value $Token }
        if ($RootCertificate) { $request['rootCertificate'] = Resolve-ImgPath -Path $RootCertificate -Cmdlet $PSCmdlet }
        if ($PSBoundParameters.ContainsKey('KeepSpare')) { $request['spare'] = [bool]$KeepSpare }
        if ($PSBoundParameters.ContainsKey('BandwidthLimit')) { $request['bandwidthLimit'] = $BandwidthLimit }
        $call = @{ Cmdlet = $PSCmdlet; Method = 'image.save'; Request = $request; Target = $Source; Activity = "Saving images from $Source" }
        if (-not $PSCmdlet.ShouldProcess($request['to'], "Save images from $Source")) {
            if (-not $WhatIfPreference) { return }
            $call['DryRun'] = $true
        }
        $result = Invoke-ImgEngine @call
        if ($null -ne $result) { ConvertTo-ImgObject -TypeName Img.SavedImage -InputObject $result.Saved }
    }
}
