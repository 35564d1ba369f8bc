function Get-ImgUpdatePackage {
    <#
    .SYNOPSIS
    Gets what an update package is, from the file itself.
    .DESCRIPTION
    Reads .msu and .cab files without installing or expanding them: kind, KB article, identity, the revision that it
    brings, what it needs, whether DISM can put it into an image and why not, and whether Microsoft signed it.
    .PARAMETER Path
    Package files. Wildcards are allowed.
    .PARAMETER LiteralPath
    Package files, taken exactly as written.
    .PARAMETER SkipSignature
    Does not check the signature, for which all of the file is read.
    .INPUTS
    Files, for example from Get-ChildItem.
    .OUTPUTS
    Img.UpdatePackage
    .EXAMPLE
    Get-ImgUpdatePackage -Path .\downloads\*.msu

    Shows what lies in a folder of downloads.
    .EXAMPLE
    Get-ChildItem D:\updates -Recurse -Include *.msu, *.cab | Get-ImgUpdatePackage | Where-Object -Property IsOfflineServiceable -EQ $false

    Finds the files that no image can take, with the reason.
    .LINK
    Add-ImgUpdateContent
    #>
    [CmdletBinding(DefaultParameterSetName = 'Path')]
    [OutputType('Img.UpdatePackage')]
    param(
        [Parameter(Mandatory, Position = 0, ParameterSetName = 'Path')] [string[]] $Path,
        [Parameter(Mandatory, ValueFromPipelineByPropertyName, ParameterSetName = 'LiteralPath')] [Alias('PSPath')] [string[]] $LiteralPath,
        [switch] $SkipSignature
    )

    process {
        $files = Get-ImgBoundFile -Cmdlet $PSCmdlet -Bound $PSBoundParameters
        foreach ($file in $files) {
            $request = [ordered]@{ path = $file; signature = -not $SkipSignature }
            $result = Invoke-ImgEngine -Cmdlet $PSCmdlet -Method package.inspect -Request $request -Target $file -Activity $file
            foreach ($warning in $result.Warnings) {
                if ($warning) { Write-Warning -Message "${file}: $warning" }
            }
            ConvertTo-ImgObject -TypeName Img.UpdatePackage -InputObject $result |
                Add-ImgMember -Value @{ FileName = [System.IO.Path]::GetFileName($file) }
        }
    }
}
