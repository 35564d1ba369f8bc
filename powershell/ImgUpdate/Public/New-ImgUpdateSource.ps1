function New-ImgUpdateSource {
    <#
    .SYNOPSIS
    Adds a source of updates.
    .DESCRIPTION
    A source tells which updates there are and where their files are; Sync-ImgUpdate asks it. Several sources are merged:
    the first in their order that knows a fact is believed.
    .PARAMETER Name
    Name of the source.
    .PARAMETER Type
    Kind of the source, for example Server (Microsoft Update or a WSUS), CatalogSite (the Update Catalog website) or
    Folder (package files in a folder or share).
    .PARAMETER Url
    Address, for kinds that have one. Plain http is used only where it stands here.
    .PARAMETER Path
    Folder or file, for kinds that read one.
    .PARAMETER Setting
    Further settings of the kind, for example @{ Recurse = $false }.
    .PARAMETER Position
    Place in the order of the sources, from 1. Without it the source comes behind the others.
    .PARAMETER Enabled
    $false leaves the source out of a synchronisation that names none.
    .OUTPUTS
    Img.UpdateSource
    .EXAMPLE
    New-ImgUpdateSource -Name air-gap -Type Folder -Path D:\Packages

    Takes updates from the package files in a folder.
    .EXAMPLE
    New-ImgUpdateSource -Name packages -Type Folder -Path \\server\packages -Setting @{ Recurse = $false } -Position 1

    Believes a share before all other sources, without its subfolders.
    .LINK
    Sync-ImgUpdate
    .LINK
    Test-ImgUpdateSource
    #>
    [CmdletBinding(SupportsShouldProcess)]
    [OutputType('Img.UpdateSource')]
    param(
        [Parameter(Mandatory, Position = 0)] [string] $Name,
        [Parameter(Mandatory, Position = 1)] [string] $Type,
        [uri] $Url,
        [string] $Path,
        [System.Collections.IDictionary] $Setting,
        [ValidateRange(1, 1000)] [int] $Position,
        [bool] $Enabled = $true
    )

    process {
        $request = ConvertTo-ImgSourceRequest -Cmdlet $PSCmdlet -Bound $PSBoundParameters
        $request['name'] = $Name
        # CatalogSite is catalog-site.
        $request['type'] = ($Type -creplace '(?<=[a-z])(?=[A-Z])', '-').ToLowerInvariant()
        if ($PSCmdlet.ShouldProcess($Name, 'Add source of updates')) {
            $result = Invoke-ImgEngine -Cmdlet $PSCmdlet -Method source.add -Request $request -Target $Name
            Write-ImgAnswer -Result $result -Member Source -TypeName Img.UpdateSource
        }
    }
}
