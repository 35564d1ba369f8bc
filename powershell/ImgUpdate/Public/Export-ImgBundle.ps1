function Export-ImgBundle {
    <#
    .SYNOPSIS
    Writes catalog, release table and content into a folder that another site can import.
    .DESCRIPTION
    The way over an air gap. The list of what is in the bundle is signed with the key of this site; the other site trusts
    it by its fingerprint, which the result shows. What lies in the folder already is not copied again, so the same folder
    serves month after month, and an export that was cut goes on where it stopped.
    .PARAMETER DestinationPath
    Folder of the bundle, for example on a removable disk. It is made when it is not there.
    .PARAMETER Update
    Only these updates: objects of Get-ImgUpdate, unique ids or KBs.
    .PARAMETER ImageName
    Only what this registered image should get.
    .PARAMETER Rule
    Only what this rule chooses.
    .PARAMETER Since
    Only updates that came or changed, and content that was stored, after this time.
    .PARAMETER For
    Inventory of the other site (Import-ImgBundle -Inventory): what it has is left out.
    .PARAMETER NoContent
    Leaves the package files out.
    .PARAMETER Inventory
    File to write: what this site holds, for a bundle in the other direction.
    .INPUTS
    Img.Update
    .OUTPUTS
    Img.Bundle: Path, Fingerprint, PublicKey, Updates, Releases, Contents, Copied, CopiedBytes, Present, LeftOut, Errors
    .EXAMPLE
    Export-ImgBundle -DestinationPath E:\updates

    Takes everything along that this site knows and has.
    .EXAMPLE
    Get-ImgUpdate -ApplicableTo 'Windows 11 Enterprise' -Latest | Export-ImgBundle -DestinationPath E:\updates -For E:\inventory.json

    Takes along what one image needs and the other site lacks.
    .LINK
    Import-ImgBundle
    #>
    [CmdletBinding(SupportsShouldProcess)]
    [OutputType('Img.Bundle')]
    param(
        [Parameter(Mandatory, Position = 0)] [Alias('Path')] [string] $DestinationPath,
        [Parameter(ValueFromPipeline)] [Alias('SoftwareUpdate')] [psobject[]] $Update,
        [string] $ImageName,
        [string] $Rule,
        [datetime] $Since,
        [string] $For,
        [switch] $NoContent,
        [string] $Inventory
    )

    begin {
        $named = New-Object -TypeName System.Collections.Generic.List[string]
        $isPiped = $MyInvocation.ExpectingInput
    }
    process {
        foreach ($one in $Update) {
            if ($one -is [string]) { $named.Add($one) } else { $named.Add([string] $one.UniqueId) }
        }
    }
    end {
        $folder = Resolve-ImgPath -Cmdlet $PSCmdlet -Path $DestinationPath
        if ($isPiped -and $named.Count -eq 0) {
            Write-ImgError -Cmdlet $PSCmdlet -Record (New-ImgError -Id ImgUpdateNotFound -Message 'No update came in, so there is nothing to write.')
            return
        }
        $request = [ordered]@{ to = $folder }
        if ($named.Count -gt 0) { $request['update'] = @($named) }
        if ($ImageName) { $request['image'] = $ImageName }
        if ($Rule) { $request['rule'] = $Rule }
        if ($PSBoundParameters.ContainsKey('Since')) { $request['since'] = ConvertTo-ImgTime $Since }
        if ($For) { $request['for'] = Resolve-ImgPath -Cmdlet $PSCmdlet -Path $For }
        if ($NoContent) { $request['content'] = $false }
        if ($Inventory) { $request['inventory'] = Resolve-ImgPath -Cmdlet $PSCmdlet -Path $Inventory }
        if (-not $PSCmdlet.ShouldProcess($folder, 'Write bundle')) {
            return
        }
        $result = Invoke-ImgEngine -Cmdlet $PSCmdlet -Method bundle.export -Request $request -Target $folder -Activity "Writing $folder"
        Write-ImgBundle -Cmdlet $PSCmdlet -Result $result
    }
}
