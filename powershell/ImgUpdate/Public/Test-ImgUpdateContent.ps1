function Test-ImgUpdateContent {
    <#
    .SYNOPSIS
    Tests whether the files in the content library are what was stored: reads them and compares every digest.
    .DESCRIPTION
    What is bad is moved into quarantine and never used. Outputs $true or $false; -Detailed shows what was found. Files that
    nothing vouches for are not bad; they are listed apart.
    .PARAMETER InputObject
    From the pipeline: updates, or content.
    .PARAMETER UniqueId
    Identities of updates; default is everything that is stored.
    .PARAMETER ReportOnly
    Leaves what is bad where it is.
    .PARAMETER Detailed
    Outputs the result with counts, what is bad, and what nothing vouches for.
    .INPUTS
    Img.Update, Img.UpdateContent
    .OUTPUTS
    System.Boolean, or Img.ContentTest with -Detailed
    .EXAMPLE
    Test-ImgUpdateContent

    Is $true when nothing in the library is damaged.
    .EXAMPLE
    (Get-ImgUpdate -ArticleId 5060842 | Test-ImgUpdateContent -Detailed).Bad

    Shows what is wrong with the files of an update.
    .LINK
    Get-ImgUpdateContent
    #>
    [CmdletBinding(DefaultParameterSetName = 'ById')]
    [OutputType('System.Boolean', 'Img.ContentTest')]
    param(
        [Parameter(Mandatory, ValueFromPipeline, ParameterSetName = 'ByValue')] [Alias('SoftwareUpdate')] [psobject] $InputObject,
        [Parameter(Position = 0, ParameterSetName = 'ById')] [Alias('Id', 'CI_UniqueID')] [string[]] $UniqueId,
        [switch] $ReportOnly,
        [switch] $Detailed
    )

    begin {
        $ids = [System.Collections.Generic.List[string]]::new()
    }

    process {
        if ($PSCmdlet.ParameterSetName -eq 'ByValue') {
            foreach ($id in @(Resolve-ImgUniqueId -Cmdlet $PSCmdlet -InputObject $InputObject)) {
                if ($id) { $ids.Add($id) }
            }
        }
    }

    end {
        $request = [ordered]@{}
        if ($PSCmdlet.ParameterSetName -eq 'ByValue') {
            if ($ids.Count -eq 0) {
                return
            }
            $request['uniqueId'] = @($ids | Select-Object -Unique)
        } elseif ($UniqueId) {
            $request['uniqueId'] = @($UniqueId)
        }
        $result = Invoke-ImgEngine -Cmdlet $PSCmdlet -Method content.verify -Request $request -Activity 'Content library' -DryRun:$ReportOnly
        if ($null -eq $result) {
            return
        }
        if (-not $Detailed) {
            return [bool]$result.Ok
        }
        ConvertTo-ImgObject -TypeName Img.ContentTest -InputObject $result
    }
}
