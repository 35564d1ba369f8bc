function Compare-ImgImage {
    <#
    .SYNOPSIS
    Compares two images, or two versions of one image.
    .DESCRIPTION
    Reads both without mounting them and outputs one object for each difference: build, revision and other facts, packages
    and their states, features, languages, and with -Under files by their SHA-1. Indexes are compared with the index of
    the same edition, else with that of the same number.
    .PARAMETER ReferenceImage
    An image, its name or a file: what is compared against.
    .PARAMETER DifferenceImage
    The same; default is the reference, to compare two versions of it.
    .PARAMETER ReferenceIndex
    Only this index of the reference.
    .PARAMETER DifferenceIndex
    Only this index of the other image.
    .PARAMETER ReferenceVersion
    A kept version of the reference; default is the current one.
    .PARAMETER DifferenceVersion
    A kept version of the other image; default is the current one.
    .PARAMETER Under
    Also compares the files below this folder of the images; \ is everything.
    .PARAMETER IncludeEqual
    Also outputs what is equal.
    .PARAMETER Summary
    Outputs one object instead: updates that went in and out, how many files were added, removed and changed with their bytes,
    and how many bytes of the other file are new, as they are stored. Without -Under it counts all files.
    .INPUTS
    Img.Image, files, names
    .OUTPUTS
    Img.ImageDifference, or Img.ImageComparison with -Summary
    .EXAMPLE
    Compare-ImgImage -ReferenceImage 'Windows 11 Enterprise' -ReferenceVersion 1

    Shows what the last months changed in an image.
    .EXAMPLE
    Compare-ImgImage .\install.wim .\serviced.wim -Under \Windows\System32\drivers | Where-Object Area -EQ file

    Shows which drivers differ between two files.
    .EXAMPLE
    Compare-ImgImage 'Windows 11 Enterprise' -ReferenceVersion 3 -DifferenceVersion 4 -Summary

    Shows what a month was: updates, files and bytes.
    .LINK
    Get-ImgImageVersion
    #>
    [CmdletBinding()]
    [OutputType('Img.ImageDifference', 'Img.ImageComparison')]
    param(
        [Parameter(Mandatory, Position = 0)] [Alias('ReferenceObject')] [psobject] $ReferenceImage,
        [Parameter(Position = 1, ValueFromPipeline)] [Alias('DifferenceObject')] [psobject] $DifferenceImage,
        [ValidateRange(1, 2147483647)] [int] $ReferenceIndex,
        [ValidateRange(1, 2147483647)] [int] $DifferenceIndex,
        [ValidateRange(1, 2147483647)] [int] $ReferenceVersion,
        [ValidateRange(1, 2147483647)] [int] $DifferenceVersion,
        [string] $Under,
        [switch] $IncludeEqual,
        [switch] $Summary
    )

    process {
        $reference = Resolve-ImgTarget -Cmdlet $PSCmdlet -InputObject $ReferenceImage
        $difference = $reference
        if ($PSBoundParameters.ContainsKey('DifferenceImage')) {
            $difference = Resolve-ImgTarget -Cmdlet $PSCmdlet -InputObject $DifferenceImage
        }
        if ($null -eq $reference -or $null -eq $difference) {
            return
        }
        $request = [ordered]@{ reference = $reference.Value; difference = $difference.Value; includeEqual = [bool]$IncludeEqual }
        foreach ($member in 'ReferenceIndex', 'DifferenceIndex', 'ReferenceVersion', 'DifferenceVersion', 'Under') {
            if ($PSBoundParameters.ContainsKey($member)) {
                $request[$member.Substring(0, 1).ToLowerInvariant() + $member.Substring(1)] = $PSBoundParameters[$member]
            }
        }
        if ($Summary) {
            # Lines are counted, not listed.
            if (-not $request.Contains('under')) { $request['under'] = '\' }
            $request['includeEqual'] = $false
            $request['limit'] = 1
        }
        $label = "$($reference.Label) and $($difference.Label)"
        $result = Invoke-ImgEngine -Cmdlet $PSCmdlet -Method image.compare -Request $request -Target $label -Activity "Comparing $label"
        if ($null -eq $result) {
            return
        }
        foreach ($warning in $result.Warnings) {
            if ($warning) { Write-Warning -Message $warning }
        }
        if ($Summary) {
            $member = @{ ReferenceImage = $reference.Label; DifferenceImage = $difference.Label }
            return ConvertTo-ImgObject -TypeName Img.ImageComparison -InputObject $result | Add-ImgMember -Value $member
        }
        if ($result.Truncated -gt 0) { Write-Warning -Message "$($result.Truncated) more lines about files are not shown." }
        ConvertTo-ImgObject -TypeName Img.ImageDifference -InputObject $result.Differences |
            Add-ImgMember -Value @{ ReferenceImage = $reference.Label; DifferenceImage = $difference.Label }
    }
}
