function Get-ImgUpdateContent {
    <#
    .SYNOPSIS
    Gets the package files in the content library.
    .DESCRIPTION
    Outputs what is stored, for which update, how it was recognised and what vouches for it. Files that nothing vouches for
    (Verification is unverified) are used by no run.
    .PARAMETER InputObject
    From the pipeline: updates.
    .PARAMETER UniqueId
    Identities of updates.
    .PARAMETER Name
    Title of an update, as it is: no character is a wildcard.
    .PARAMETER Quarantined
    Outputs the bad files that were moved away instead.
    .PARAMETER Unfinished
    Outputs the files that did not come whole yet instead.
    .PARAMETER Save
    Outputs the saves that workers do, or did, instead.
    .INPUTS
    Img.Update
    .OUTPUTS
    Img.UpdateContent, Img.QuarantinedContent, Img.PartialContent, Img.ContentSave
    .EXAMPLE
    Get-ImgUpdateContent

    Shows everything that is stored.
    .EXAMPLE
    Get-ImgUpdate -Latest -Family 'Windows 11' | Get-ImgUpdateContent

    Shows the packages of the latest updates.
    .EXAMPLE
    Get-ImgUpdateContent -Quarantined

    Shows the files that were bad, and why.
    .LINK
    Save-ImgUpdate
    .LINK
    Add-ImgUpdateContent
    #>
    [CmdletBinding(DefaultParameterSetName = 'ById')]
    [Alias('Get-ImgSoftwareUpdateContentInfo')]
    [OutputType('Img.UpdateContent', 'Img.QuarantinedContent', 'Img.PartialContent', 'Img.ContentSave')]
    param(
        [Parameter(Mandatory, ValueFromPipeline, ParameterSetName = 'ByValue')] [Alias('SoftwareUpdate')] [psobject] $InputObject,
        [Parameter(Position = 0, ParameterSetName = 'ById')] [Alias('Id', 'CI_UniqueID', 'UpdateId')] [string[]] $UniqueId,
        [Parameter(Mandatory, ParameterSetName = 'ByName')] [Alias('LocalizedDisplayName', 'Title')] [string] $Name,
        [Parameter(Mandatory, ParameterSetName = 'Quarantined')] [switch] $Quarantined,
        [Parameter(Mandatory, ParameterSetName = 'Unfinished')] [switch] $Unfinished,
        [Parameter(Mandatory, ParameterSetName = 'Save')] [switch] $Save
    )

    process {
        $other = @{
            Quarantined = @{ Member = 'Quarantined'; TypeName = 'Img.QuarantinedContent'; IsAsked = [bool]$Quarantined }
            Unfinished  = @{ Member = 'Partial'; TypeName = 'Img.PartialContent'; IsAsked = [bool]$Unfinished }
            Save        = @{ Member = 'Saves'; TypeName = 'Img.ContentSave'; IsAsked = [bool]$Save }
        }[$PSCmdlet.ParameterSetName]
        if ($null -ne $other) {
            if (-not $other.IsAsked) {
                return
            }
            $page = Invoke-ImgEngine -Cmdlet $PSCmdlet -Method content.list -Request @{ limit = 1 }
            return ConvertTo-ImgObject -TypeName $other.TypeName -InputObject $page.($other.Member)
        }
        $request = [ordered]@{}
        if ($null -ne $InputObject) {
            $id = Resolve-ImgUniqueId -Cmdlet $PSCmdlet -InputObject $InputObject
            if (-not $id) {
                return
            }
            $request['uniqueId'] = @($id)
        } elseif ($Name) {
            $found = @(Find-ImgUniqueId -Cmdlet $PSCmdlet -Name $Name)
            if ($found.Count -eq 0) {
                return
            }
            $request['uniqueId'] = $found
        } elseif ($UniqueId) {
            $request['uniqueId'] = @($UniqueId)
        }
        Get-ImgList -Cmdlet $PSCmdlet -Method content.list -Request $request -Member Contents -TypeName Img.UpdateContent -Target $InputObject
    }
}
