function Update-ImgBootManager {
    <#
    .SYNOPSIS
    Puts the boot files of 2023 onto Windows media, so that the media starts where the authority of 2011 is revoked.
    .DESCRIPTION
    Takes boot manager, fonts, boot sector of discs and the list of revoked files (boot.stl) from boot.wim of the media
    itself, which must be serviced first. The boot manager must be signed under Windows UEFI CA 2023: the name of its folder
    proves nothing. Each file is read back, and all are replaced or none. No policy file (SkuSiPolicy.p7b) and no firmware is
    touched. Media of 2023 does not start on machines that trust only 2011.
    .PARAMETER Path
    Folder with Windows media.
    .PARAMETER Authority
    Whose boot files; 2023 is the only one.
    .PARAMETER MinimumTable
    A file with a newer table of minimums of the secure version number.
    .INPUTS
    Folders, for example from Get-Item.
    .OUTPUTS
    Img.BootManagerUpdate
    .EXAMPLE
    Update-ImgBootManager -Path D:\media\Win11

    Shows the verdict before and after.
    .EXAMPLE
    (Update-ImgBootManager -Path D:\media\Win11 -WhatIf).Files

    Shows which files would be put into place, and changes nothing.
    .LINK
    Get-ImgBootTrust
    #>
    [CmdletBinding(SupportsShouldProcess)]
    [OutputType('Img.BootManagerUpdate')]
    param(
        [Parameter(Mandatory, Position = 0, ValueFromPipeline, ValueFromPipelineByPropertyName)] [Alias('LiteralPath', 'PSPath', 'FullName')] [string] $Path,
        [Alias('UpdateBootManager')] [ValidateSet('2023')] [string] $Authority = '2023',
        [string] $MinimumTable
    )

    process {
        $folder = Resolve-ImgPath -Path $Path -Cmdlet $PSCmdlet
        $request = [ordered]@{ path = $folder; authority = $Authority }
        if ($MinimumTable) { $request['minimums'] = Resolve-ImgPath -Path $MinimumTable -Cmdlet $PSCmdlet }
        $call = @{ Cmdlet = $PSCmdlet; Method = 'media.update-boot-manager'; Request = $request; Target = $folder; Activity = $folder }
        $isReal = $PSCmdlet.ShouldProcess($folder, "Put the boot files of $Authority into place")
        if (-not $isReal -and -not $WhatIfPreference) {
            return
        }
        $result = Invoke-ImgEngine @call -DryRun:(-not $isReal)
        foreach ($warning in $result.Warnings) {
            if ($warning) { Write-Warning -Message "${folder}: $warning" }
        }
        ConvertTo-ImgObject -TypeName Img.BootManagerUpdate -InputObject $result
    }
}
