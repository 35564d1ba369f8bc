function Get-ImgUpdateSyncStatus {
    <#
    .SYNOPSIS
    Gets the history of synchronisations, or what came with them.
    .DESCRIPTION
    Outputs the last synchronisation of each source; with -All every one. Imports of files are told as those of the source import. With -Change it outputs the updates that came,
    changed or were withdrawn, since a month ago or since -Since; with -ImageName only those that these images need, image by
    image, with the indexes that need them and why. An update that two images need is output for each.
    .PARAMETER Source
    Names of sources, with wildcards.
    .PARAMETER All
    Every synchronisation, newest first.
    .PARAMETER Change
    What came, changed or was withdrawn.
    .PARAMETER SyncId
    What came with one synchronisation.
    .PARAMETER Since
    Moment after which something came. Default: a month ago.
    .PARAMETER ImageName
    Names of registered images, with wildcards; * is all of them: only what they need.
    .OUTPUTS
    Img.UpdateSync; with -Change Img.UpdateChange, with -ImageName Img.ImageChange
    .EXAMPLE
    Get-ImgUpdateSyncStatus

    Shows when each source was asked last, and what came of it.
    .EXAMPLE
    Get-ImgUpdateSyncStatus -Change -ImageName 'Windows 11 Enterprise'

    Shows what is new for an image since last month.
    .EXAMPLE
    Get-ImgUpdateSyncStatus -Change -ImageName *

    Shows what is new since last month for all registered images, each under its name.
    .LINK
    Sync-ImgUpdate
    #>
    [CmdletBinding(DefaultParameterSetName = 'History')]
    [Alias('Get-ImgSoftwareUpdateSyncStatus')]
    [OutputType('Img.UpdateSync', 'Img.UpdateChange', 'Img.ImageChange')]
    param(
        [Parameter(Position = 0, ParameterSetName = 'History')] [SupportsWildcards()] [string[]] $Source,
        [Parameter(ParameterSetName = 'History')] [switch] $All,
        [Parameter(Mandatory, ParameterSetName = 'Change')] [switch] $Change,
        [Parameter(ParameterSetName = 'Change', ValueFromPipelineByPropertyName)] [string] $SyncId,
        [Parameter(ParameterSetName = 'Change')] [datetime] $Since,
        [Parameter(ParameterSetName = 'Change')] [Alias('OperatingSystemImageName')] [SupportsWildcards()] [string[]] $ImageName
    )

    process {
        if ($Change) {
            $request = [ordered]@{ limit = 100000 }
            if ($SyncId) { $request['syncId'] = $SyncId }
            if ($PSBoundParameters.ContainsKey('Since')) { $request['since'] = ConvertTo-ImgTime -Time $Since }
            if ($ImageName) { $request['image'] = @($ImageName) }
            $result = Invoke-ImgEngine -Cmdlet $PSCmdlet -Method sync.show -Request $request -Target $SyncId
            if ($ImageName) { return ConvertTo-ImgImageChange -Result $result }
            return ConvertTo-ImgObject -TypeName Img.UpdateChange -InputObject @($result.Changes)
        }
        $request = [ordered]@{ limit = 100000 }
        if ($Source) { $request['source'] = @($Source) }
        $result = Invoke-ImgEngine -Cmdlet $PSCmdlet -Method sync.list -Request $request
        $syncs = @($result.Syncs)
        if (-not $All) {
            $syncs = @($syncs | Group-Object -Property Source | ForEach-Object -Process { $_.Group[0] })
        }
        ConvertTo-ImgObject -TypeName Img.UpdateSync -InputObject $syncs
    }
}
