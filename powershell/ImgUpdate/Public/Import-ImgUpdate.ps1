function Import-ImgUpdate {
    <#
    .SYNOPSIS
    Imports updates into the catalog.
    .DESCRIPTION
    Reads a catalog file and adds what is new, changes what has changed, and leaves the rest: importing the same file
    again does no harm. A record that cannot be read is reported with its line, and the others go in. Files that end
    with .gz are expanded.
    .PARAMETER Path
    Files to import. Wildcards are allowed.
    .PARAMETER LiteralPath
    Files to import, taken exactly as written.
    .PARAMETER Format
    Form of the file: ImgUpdate (JSON lines, one update each) or WsusExport (records of the WSUS API).
    .INPUTS
    Files, for example from Get-ChildItem.
    .OUTPUTS
    Img.ImportResult: Path, Added, Changed, Unchanged, Failed, Errors
    .EXAMPLE
    Import-ImgUpdate -Path .\updates.jsonl.gz -Format WsusExport

    Imports an export of WSUS.
    .EXAMPLE
    Get-ChildItem .\catalog\*.jsonl | Import-ImgUpdate

    Imports several files.
    .LINK
    Import-ImgRelease
    .LINK
    Get-ImgUpdate
    #>
    [CmdletBinding(SupportsShouldProcess, DefaultParameterSetName = 'Path')]
    [Alias('Import-ImgSoftwareUpdate')]
    [OutputType('Img.ImportResult')]
    param(
        [Parameter(Mandatory, Position = 0, ParameterSetName = 'Path')] [string[]] $Path,
        [Parameter(Mandatory, ValueFromPipelineByPropertyName, ParameterSetName = 'LiteralPath')] [Alias('PSPath')] [string[]] $LiteralPath,
        [ValidateSet('ImgUpdate', 'WsusExport')] [string] $Format = 'ImgUpdate'
    )

    process {
        $files = Get-ImgBoundFile -Cmdlet $PSCmdlet -Bound $PSBoundParameters
        $names = @{ ImgUpdate = 'imgupdate'; WsusExport = 'wsus-export' }
        foreach ($file in $files) {
            if (-not $PSCmdlet.ShouldProcess($file, 'Import updates')) {
                continue
            }
            $request = [ordered]@{ path = $file; format = $names[$Format] }
            Import-ImgFile -Cmdlet $PSCmdlet -Method update.import -Request $request
        }
    }
}
