function Export-ImgMedia {
    <#
    .SYNOPSIS
    Writes Windows media to a new folder or a new ISO image, and reads back what was written.
    .DESCRIPTION
    An ISO image is written by oscdimg where the Windows ADK is installed, else by IMAPI on Windows, else by genisoimage. It
    starts from BIOS and UEFI, of ARM64 from UEFI alone; with the boot manager of 2023 the boot sector of 2023 is used. What
    was written is read back and compared file by file before it gets its name: else nothing stays. With -SplitSize a larger
    install.wim becomes a split set (install.swm, install2.swm), which a FAT32 stick can hold; with -CompressionType Recovery
    it becomes a smaller install.esd, which takes long to make.
    .PARAMETER Path
    Folder with Windows media. For export to a folder an ISO image too.
    .PARAMETER DestinationPath
    The ISO image (a name that ends in .iso) or the folder that is written; it must not exist.
    .PARAMETER Label
    Label of the disc; default is that of the ISO image that an upgrade package was taken out of, else the name of the folder.
    .PARAMETER SplitSize
    Bytes, for example 4000MB: a larger install.wim is split.
    .PARAMETER CompressionType
    Keep leaves the images as they are. Recovery makes sources\install.wim an install.esd (solid), which cannot be split.
    .PARAMETER NoPrompt
    The disc starts without waiting for a key.
    .PARAMETER Tool
    What writes the ISO image.
    .PARAMETER ToolPath
    Program of oscdimg or genisoimage, where it does not lie where it usually does.
    .INPUTS
    Folders, for example from Get-Item.
    .OUTPUTS
    Img.MediaExport
    .EXAMPLE
    Export-ImgMedia -Path D:\media\Win11 -DestinationPath D:\iso\Win11.iso -Label CCCOMA_X64FRE_EN-US_DV9

    Makes an ISO image with the label of the source.
    .EXAMPLE
    Export-ImgMedia -Path D:\media\Win11 -DestinationPath E:\Win11 -SplitSize 4000MB

    Writes a folder whose files FAT32 can hold.
    .EXAMPLE
    Export-ImgMedia -Path D:\media\Win11 -DestinationPath D:\iso\Win11.iso -CompressionType Recovery

    Makes a smaller ISO image, with install.esd in the place of install.wim.
    .LINK
    Update-ImgBootManager
    #>
    [CmdletBinding(SupportsShouldProcess)]
    [OutputType('Img.MediaExport')]
    param(
        [Parameter(Mandatory, Position = 0, ValueFromPipeline, ValueFromPipelineByPropertyName)] [Alias('LiteralPath', 'PSPath', 'FullName')] [string] $Path,
        [Parameter(Mandatory, Position = 1)] [Alias('To')] [string] $DestinationPath,
        [ValidatePattern('^[A-Za-z0-9_.-]{1,30}$')] [string] $Label,
        [ValidateRange(1048576, 4294967295)] [long] $SplitSize,
        [ValidateSet('Keep', 'Recovery')] [string] $CompressionType = 'Keep',
        [switch] $NoPrompt,
        [ValidateSet('Auto', 'Oscdimg', 'Imapi', 'GenIsoImage')] [string] $Tool = 'Auto',
        [string] $ToolPath
    )

    process {
        $from = Resolve-ImgPath -Path $Path -Cmdlet $PSCmdlet
        $to = Resolve-ImgPath -Path $DestinationPath -Cmdlet $PSCmdlet
        $request = [ordered]@{ path = $from; to = $to; tool = $Tool.ToLowerInvariant() }
        if ($Label) { $request['label'] = $Label }
        if ($PSBoundParameters.ContainsKey('SplitSize')) { $request['splitSize'] = $SplitSize }
        if ($CompressionType -eq 'Recovery') { $request['compression'] = 'recovery' }
        if ($NoPrompt) { $request['noPrompt'] = $true }
        if ($ToolPath) { $request['toolPath'] = Resolve-ImgPath -Path $ToolPath -Cmdlet $PSCmdlet }
        $call = @{ Cmdlet = $PSCmdlet; Method = 'media.export'; Request = $request; Target = $from; Activity = "Exporting $from" }
        $isReal = $PSCmdlet.ShouldProcess($to, "Export from $from")
        if (-not $isReal -and -not $WhatIfPreference) {
            return
        }
        $result = Invoke-ImgEngine @call -DryRun:(-not $isReal)
        foreach ($warning in $result.Warnings) {
            if ($warning) { Write-Warning -Message $warning }
        }
        ConvertTo-ImgObject -TypeName Img.MediaExport -InputObject $result
    }
}
