function Get-ImgUpdateContent {
    <#
    .SYNOPSIS
    Gets the package files in the content library.
    .DESCRIPTION
    Outputs what is stored, for which update, and how it was recognised.
    .PARAMETER InputObject
    From the pipeline: updates.
    .PARAMETER UniqueId
    Identities of updates.
    .PARAMETER Name
    Title of an update, as it is: no character is a wildcard.
    .INPUTS
    Img.Update
    .OUTPUTS
    Img.UpdateContent
    .EXAMPLE
    Get-ImgUpdateContent

    Shows everything that is stored.
    .EXAMPLE
    Get-ImgUpdate -Latest -Family 'Windows 11' | Get-ImgUpdateContent

    Shows the packages of the latest updates.
    .LINK
    Add-ImgUpdateContent
    #>
    [CmdletBinding(DefaultParameterSetName = 'ById')]
    [Alias('Get-ImgSoftwareUpdateContentInfo')]
    [OutputType('Img.UpdateContent')]
    param(
        [Parameter(Mandatory, ValueFromPipeline, ParameterSetName = 'ByValue')] [Alias('SoftwareUpdate')] [psobject] $InputObject,
        [Parameter(Position = 0, ParameterSetName = 'ById')] [Alias('Id', 'CI_UniqueID', 'UpdateId')] [string[]] $UniqueId,
        [Parameter(Mandatory, ParameterSetName = 'ByName')] [Alias('LocalizedDisplayName', 'Title')] [string] $Name
    )

    process {
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
