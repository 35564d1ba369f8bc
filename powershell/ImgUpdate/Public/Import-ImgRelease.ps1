function Import-ImgRelease {
    <#
    .SYNOPSIS
    Imports a release table: which update brought which revision to which release.
    .DESCRIPTION
    The table gives revision and channel (standard, preview, out-of-band) where the titles of updates have none. It has
    the columns product, release, date, build, kb and kind, separated by tabs, or is JSON lines with these members. Rows
    that are there already are left; a row that cannot be read is reported with its line, and the others go in.
    .PARAMETER Path
    Files to import. Wildcards are allowed.
    .PARAMETER LiteralPath
    Files to import, taken exactly as written.
    .INPUTS
    Files, for example from Get-ChildItem.
    .OUTPUTS
    Img.ImportResult: Path, Added, Changed, Unchanged, Failed, Errors
    .EXAMPLE
    Import-ImgRelease .\releases.tsv

    Imports a table.
    .EXAMPLE
    Get-ChildItem .\tables\*.tsv | Import-ImgRelease

    Imports several tables.
    .LINK
    Get-ImgRelease
    #>
    [CmdletBinding(SupportsShouldProcess, DefaultParameterSetName = 'Path')]
    [OutputType('Img.ImportResult')]
    param(
        [Parameter(Mandatory, Position = 0, ParameterSetName = 'Path')] [string[]] $Path,
        [Parameter(Mandatory, ValueFromPipelineByPropertyName, ParameterSetName = 'LiteralPath')] [Alias('PSPath')] [string[]] $LiteralPath
    )

    process {
        $files = Get-ImgBoundFile -Cmdlet $PSCmdlet -Bound $PSBoundParameters
        foreach ($file in $files) {
            if ($PSCmdlet.ShouldProcess($file, 'Import release table')) {
                Import-ImgFile -Cmdlet $PSCmdlet -Method release.import -Request ([ordered]@{ path = $file })
            }
        }
    }
}
