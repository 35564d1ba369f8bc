function Add-ImgUpdateContent {
    <#
    .SYNOPSIS
    Verifies package files and stores them in the content library.
    .DESCRIPTION
    A file is matched to the catalog by its digest, or by name and size where the catalog has no digest. A run uses
    nothing that was not verified.
    .PARAMETER Path
    Package files (.msu, .cab). Wildcards are allowed.
    .PARAMETER LiteralPath
    Package files, taken exactly as written.
    .PARAMETER UniqueId
    The update that the file belongs to.
    .PARAMETER StandIn
    The file is a stand-in for rehearsals, made by `imgupdate rehearsal package`.
    .INPUTS
    Files, for example from Get-ChildItem.
    .OUTPUTS
    Img.UpdateContent
    .EXAMPLE
    Add-ImgUpdateContent -Path .\downloads\*.msu

    Stores all packages of a folder.
    .EXAMPLE
    Add-ImgUpdateContent -LiteralPath .\rehearsal.msu -UniqueId $update.UniqueId -StandIn

    Stores a stand-in for a rehearsal.
    .LINK
    Get-ImgUpdateContent
    #>
    [CmdletBinding(SupportsShouldProcess, DefaultParameterSetName = 'Path')]
    [OutputType('Img.UpdateContent')]
    param(
        [Parameter(Mandatory, Position = 0, ParameterSetName = 'Path')] [string[]] $Path,
        [Parameter(Mandatory, ValueFromPipelineByPropertyName, ParameterSetName = 'LiteralPath')] [Alias('PSPath')] [string[]] $LiteralPath,
        [Alias('CI_UniqueID')] [string] $UniqueId,
        [switch] $StandIn
    )

    process {
        $files = Get-ImgBoundFile -Cmdlet $PSCmdlet -Bound $PSBoundParameters
        foreach ($file in $files) {
            if (-not $PSCmdlet.ShouldProcess($file, 'Store package')) {
                continue
            }
            $request = [ordered]@{ path = $file }
            if ($UniqueId) { $request['uniqueId'] = $UniqueId }
            if ($StandIn) { $request['standIn'] = $true }
            $result = Invoke-ImgEngine -Cmdlet $PSCmdlet -Method content.add -Request $request -Target $file -Activity $file
            ConvertTo-ImgObject -TypeName Img.UpdateContent -InputObject $result.Content
        }
    }
}
