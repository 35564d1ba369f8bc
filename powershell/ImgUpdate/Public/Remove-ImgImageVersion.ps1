function Remove-ImgImageVersion {
    <#
    .SYNOPSIS
    Removes a kept version of an image.
    .DESCRIPTION
    The file that is published is never removed, and no other version is lost: an older one that is kept as what this one has
    not is kept in another way first. The question, and -WhatIf, say how many bytes come free.
    .PARAMETER InputObject
    From the pipeline: versions, images or names.
    .PARAMETER Name
    Name of a registered image.
    .PARAMETER Id
    Id of a registered image.
    .PARAMETER SourceVersion
    The version to remove; one from the pipeline names it itself.
    .PARAMETER Force
    Does not ask.
    .PARAMETER PassThru
    Outputs what was removed.
    .INPUTS
    Img.ImageVersion, Img.Image, names
    .OUTPUTS
    None; Img.RemovedVersion with -PassThru or -WhatIf
    .EXAMPLE
    Remove-ImgImageVersion 'Windows 11 Enterprise' -SourceVersion 3 -WhatIf

    Shows how many bytes come free without version 3.
    .EXAMPLE
    Get-ImgImageVersion 'Windows 11 Enterprise' | Where-Object { -not $_.Current -and $_.Published -lt (Get-Date).AddDays(-90) } |
        Remove-ImgImageVersion -Force

    Removes the earlier versions that were published more than 90 days ago.
    .LINK
    Get-ImgImageVersion
    .LINK
    Restore-ImgImage
    #>
    [CmdletBinding(SupportsShouldProcess, ConfirmImpact = 'High', DefaultParameterSetName = 'ByName')]
    [OutputType('Img.RemovedVersion')]
    param(
        [Parameter(Mandatory, ValueFromPipeline, ParameterSetName = 'ByValue')] [psobject] $InputObject,
        [Parameter(Mandatory, Position = 0, ParameterSetName = 'ByName')] [Alias('ImageName', 'OperatingSystemImageName')] [string] $Name,
        [Parameter(Mandatory, ParameterSetName = 'ById')] [Alias('ImageId', 'PackageId', 'OperatingSystemImageId')] [string] $Id,
        [Alias('Version')] [ValidateRange(1, 2147483647)] [int] $SourceVersion,
        [switch] $Force,
        [switch] $PassThru
    )

    process {
        if ($Force -and -not $PSBoundParameters.ContainsKey('Confirm')) {
            $ConfirmPreference = 'None'
        }
        $target = Get-ImgBoundTarget -Cmdlet $PSCmdlet -Bound $PSBoundParameters -ImageOnly
        if ($null -eq $target) {
            return
        }
        $request = [ordered]@{ image = $target.Value }
        if ($PSBoundParameters.ContainsKey('SourceVersion')) {
            $request['sourceVersion'] = $SourceVersion
        } elseif ($InputObject.PSObject.TypeNames -match 'Img\.ImageVersion$') {
            $request['sourceVersion'] = $InputObject.SourceVersion
        } else {
            $PSCmdlet.ThrowTerminatingError((New-ImgError -Id ImgArgumentInvalid -Message 'No version was named.' -Remedy 'Pass -SourceVersion; Get-ImgImageVersion shows which are kept.'))
        }
        $call = @{ Cmdlet = $PSCmdlet; Method = 'image-version.remove'; Request = $request; Target = $target.Label }
        $action = "Remove version $($request['sourceVersion'])"
        # What comes free is a part of what is said; it is looked up only then.
        if (Test-ImgPrompt -Impact High) {
            $result = Invoke-ImgEngine @call -DryRun
            if ($null -eq $result) {
                return
            }
            $bytes = Get-ImgSizeText -Byte ([Math]::Abs($result.FreedBytes))
            $action += if ($result.FreedBytes -lt 0) { "; $bytes more are needed" } else { "; $bytes come free" }
        }
        $isReal = $PSCmdlet.ShouldProcess($target.Label, $action)
        if ($isReal) {
            $result = Invoke-ImgEngine @call -Activity $target.Label
            if ($null -eq $result) {
                return
            }
            foreach ($file in $result.Left) {
                if ($null -ne $file) { Write-Warning -Message "$file is in use; it is removed later." }
            }
        }
        if (($PassThru -and $isReal) -or ($WhatIfPreference -and -not $isReal)) {
            ConvertTo-ImgObject -TypeName Img.RemovedVersion -InputObject $result |
                Add-ImgMember -Value @{ ImageName = $result.Image; SourceVersion = $result.Version.SourceVersion; Revision = $result.Version.Revision }
        }
    }
}
