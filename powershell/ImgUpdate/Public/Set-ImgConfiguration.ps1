function Set-ImgConfiguration {
    <#
    .SYNOPSIS
    Changes the configuration of the site.
    .DESCRIPTION
    Sets what is named and leaves the rest as it is.
    .PARAMETER ServicingDrive
    Drive (Windows) or folder (elsewhere) where images are worked on. Automatic chooses the one with the most free space.
    .PARAMETER MinimumFreeSpace
    Bytes that must be free on the servicing drive. 0 computes it from the image, the mount, the export and the packages.
    .PARAMETER RetainVersion
    How many earlier versions of an image are kept.
    .PARAMETER RetainDays
    Days that an earlier version is kept after another one took its place. 0 is however long. The version before the current
    one stays.
    .PARAMETER RetainBytes
    Bytes that the earlier versions of one image may take on disk; the oldest go first. 0 is however many. The version before
    the current one stays.
    .PARAMETER DismPath
    The servicing tool: the program, and arguments that come before all others.
    .PARAMETER MaximumConcurrency
    How many images this machine services at the same time, where its memory and its disk hold them.
    .PARAMETER MemoryPerRun
    Bytes of memory that one of them takes. 0 is 4 GiB, and 256 MiB in a rehearsal.
    .PARAMETER DownloadContent
    $true (the default): a run that lacks content downloads it first.
    .PARAMETER MaximumDownloads
    How many files are downloaded at the same time.
    .PARAMETER BandwidthLimit
    Bytes per second that all downloads of a process take together. 0 is no limit.
    .PARAMETER BandwidthWindow
    When the limit holds, by the clock of this machine, for example 08:00-18:00. Empty is all day.
    .PARAMETER Proxy
    URL of the proxy for downloads; none goes directly, empty does as the environment says.
    .PARAMETER ContentBaseUrls
    Mirrors or connected caches that are asked first.
    .PARAMETER ContentHosts
    Hosts that a download may be redirected to.
    .PARAMETER ContentBudget
    Bytes that the content library may take. 0 is no limit.
    .PARAMETER SyncBeforeRun
    $true (the default): a due run that chooses its updates synchronises first, where there are sources.
    .PARAMETER PassThru
    Outputs the configuration after the change.
    .INPUTS
    An object with members of these names.
    .OUTPUTS
    None, or Img.Configuration with -PassThru
    .EXAMPLE
    Set-ImgConfiguration -ServicingDrive E: -RetainVersion 3

    Services images on drive E and keeps three earlier versions of each image.
    .EXAMPLE
    Set-ImgConfiguration -ServicingDrive Automatic -PassThru

    Lets ImgUpdate choose the drive, and shows the configuration.
    .LINK
    Get-ImgConfiguration
    #>
    [CmdletBinding(SupportsShouldProcess)]
    [OutputType('Img.Configuration')]
    param(
        [Parameter(ValueFromPipelineByPropertyName)] [Alias('StagingDrive')] [string] $ServicingDrive,
        [Parameter(ValueFromPipelineByPropertyName)] [long] $MinimumFreeSpace,
        [Parameter(ValueFromPipelineByPropertyName)] [int] $RetainVersion,
        [Parameter(ValueFromPipelineByPropertyName)] [int] $RetainDays,
        [Parameter(ValueFromPipelineByPropertyName)] [long] $RetainBytes,
        [Parameter(ValueFromPipelineByPropertyName)] [Alias('Dism')] [string[]] $DismPath,
        [Parameter(ValueFromPipelineByPropertyName)] [int] $MaximumConcurrency,
        [Parameter(ValueFromPipelineByPropertyName)] [long] $MemoryPerRun,
        [Parameter(ValueFromPipelineByPropertyName)] [bool] $DownloadContent,
        [Parameter(ValueFromPipelineByPropertyName)] [int] $MaximumDownloads,
        [Parameter(ValueFromPipelineByPropertyName)] [long] $BandwidthLimit,
        [Parameter(ValueFromPipelineByPropertyName)] [AllowEmptyString()] [string] $BandwidthWindow,
        [Parameter(ValueFromPipelineByPropertyName)] [AllowEmptyString()] [string] $Proxy,
        [Parameter(ValueFromPipelineByPropertyName)] [AllowEmptyCollection()] [string[]] $ContentBaseUrls,
        [Parameter(ValueFromPipelineByPropertyName)] [AllowEmptyCollection()] [string[]] $ContentHosts,
        [Parameter(ValueFromPipelineByPropertyName)] [long] $ContentBudget,
        [Parameter(ValueFromPipelineByPropertyName)] [bool] $SyncBeforeRun,
        [switch] $PassThru
    )

    process {
        $request = [ordered]@{}
        if ($PSBoundParameters.ContainsKey('ServicingDrive')) {
            # A drive is passed as it is; a folder is made absolute, for the engine stands elsewhere.
            $isFolder = $ServicingDrive -ne 'Automatic' -and $ServicingDrive -notmatch '^[A-Za-z]:?\\?$'
            $request['servicingDrive'] = $ServicingDrive
            if ($isFolder) {
                $request['servicingDrive'] = Resolve-ImgPath -Path $ServicingDrive -Cmdlet $PSCmdlet
            }
        }
        if ($PSBoundParameters.ContainsKey('MinimumFreeSpace')) { $request['minimumFreeSpace'] = $MinimumFreeSpace }
        if ($PSBoundParameters.ContainsKey('RetainVersion')) { $request['retainVersion'] = $RetainVersion }
        if ($PSBoundParameters.ContainsKey('MaximumConcurrency')) { $request['maximumConcurrency'] = $MaximumConcurrency }
        if ($PSBoundParameters.ContainsKey('DismPath')) { $request['dism'] = @($DismPath) }
        foreach ($name in 'RetainDays', 'RetainBytes', 'MemoryPerRun', 'DownloadContent', 'MaximumDownloads', 'BandwidthLimit', 'BandwidthWindow', 'ContentBudget', 'SyncBeforeRun') {
            if ($PSBoundParameters.ContainsKey($name)) {
                $request[$name.Substring(0, 1).ToLowerInvariant() + $name.Substring(1)] = $PSBoundParameters[$name]
            }
        }
        # A password is shown as asterisks: a configuration that is piped back must not make one of them.
        if ($PSBoundParameters.ContainsKey('Proxy') -and $Proxy -notmatch '://[^/@]*:\*\*\*@') { $request['proxy'] = $Proxy }
        if ($PSBoundParameters.ContainsKey('ContentBaseUrls')) { $request['contentBaseUrls'] = @($ContentBaseUrls) }
        if ($PSBoundParameters.ContainsKey('ContentHosts')) { $request['contentHosts'] = @($ContentHosts) }
        if ($request.Count -eq 0) {
            $PSCmdlet.ThrowTerminatingError((New-ImgError -Id ImgArgumentInvalid -Message 'Nothing to set was passed.'))
        }
        if ($PSCmdlet.ShouldProcess("Configuration: $(Get-ImgSettingText -Request $request)", 'Set')) {
            $result = Invoke-ImgEngine -Cmdlet $PSCmdlet -Method site.set -Request $request
            if ($PassThru -and $null -ne $result) {
                ConvertTo-ImgObject -TypeName Img.Configuration -InputObject $result
            }
        }
    }
}
