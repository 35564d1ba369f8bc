function Import-ImgBundle {
    <#
    .SYNOPSIS
    Takes a bundle of another site: its updates, its release table and its content.
    .DESCRIPTION
    The signature of the bundle is checked first, and whose it is: only keys that somebody named with -Trust are trusted,
    and the own one. Then every file is compared with its digest while it is copied. What is not good is named and left
    out, and the rest goes in; importing again takes only what is missing.
    .PARAMETER Path
    Folder of the bundle.
    .PARAMETER Trust
    Keys to trust from now on: the fingerprint that Export-ImgBundle showed at the other site, or the public key itself.
    They are kept with the source that the import makes; Remove-ImgUpdateSource withdraws the trust.
    .PARAMETER NoContent
    Leaves the package files out.
    .PARAMETER Inventory
    File to write: what this site then holds. Export-ImgBundle -For leaves that out of the next bundle.
    .INPUTS
    Folders, for example from Get-Item.
    .OUTPUTS
    Img.BundleImport: Path, Fingerprint, Made, Source, Sync, Copied, CopiedBytes, Present, Errors
    .EXAMPLE
    Import-ImgBundle -Path E:\updates -Trust 5f0c6a...e1

    Takes the first bundle of a site whose fingerprint was compared.
    .EXAMPLE
    Import-ImgBundle -Path E:\updates -Inventory E:\inventory.json

    Takes a further one, and writes down what the next one need not bring.
    .LINK
    Export-ImgBundle
    #>
    [CmdletBinding(SupportsShouldProcess)]
    [OutputType('Img.BundleImport')]
    param(
        [Parameter(Mandatory, Position = 0, ValueFromPipelineByPropertyName)] [Alias('PSPath', 'FullName')] [string] $Path,
        [string[]] $Trust,
        [switch] $NoContent,
        [string] $Inventory
    )

    process {
        $folder = Resolve-ImgPath -Cmdlet $PSCmdlet -Path $Path
        $request = [ordered]@{ path = $folder }
        if ($Trust) { $request['trust'] = @($Trust) }
        if ($NoContent) { $request['content'] = $false }
        if ($Inventory) { $request['inventory'] = Resolve-ImgPath -Cmdlet $PSCmdlet -Path $Inventory }
        if (-not $PSCmdlet.ShouldProcess($folder, 'Import bundle')) {
            return
        }
        $result = Invoke-ImgEngine -Cmdlet $PSCmdlet -Method bundle.import -Request $request -Target $folder -Activity "Importing $folder"
        Write-ImgBundle -Cmdlet $PSCmdlet -Result $result -TypeName Img.BundleImport
    }
}
