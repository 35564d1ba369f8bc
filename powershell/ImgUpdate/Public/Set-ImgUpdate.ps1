function Set-ImgUpdate {
    <#
    .SYNOPSIS
    Hides an update here, shows it again, or writes a note on it.
    .DESCRIPTION
    A hidden update is never chosen and is left out of lists that do not ask for it. It survives imports.
    .PARAMETER InputObject
    From the pipeline: updates, uniqueIds or articles.
    .PARAMETER Id
    Identity of an update, or an article that only one update has.
    .PARAMETER Hidden
    $true hides the update, $false shows it again.
    .PARAMETER Note
    A remark; an empty one takes it away.
    .PARAMETER PassThru
    Outputs the update after the change.
    .INPUTS
    Img.Update, uniqueIds, articles
    .OUTPUTS
    None, or Img.Update with -PassThru
    .EXAMPLE
    Get-ImgUpdate -ArticleId KB5062553 | Set-ImgUpdate -Hidden $true -Note 'Breaks printing'

    Hides every record of a KB.
    .EXAMPLE
    Get-ImgUpdate -IsHidden $true | Set-ImgUpdate -Hidden $false

    Shows all hidden updates again.
    .LINK
    Get-ImgUpdate
    #>
    [CmdletBinding(SupportsShouldProcess, DefaultParameterSetName = 'ById')]
    [Alias('Set-ImgSoftwareUpdate')]
    [OutputType('Img.Update')]
    param(
        [Parameter(Mandatory, ValueFromPipeline, ParameterSetName = 'ByValue')] [Alias('SoftwareUpdate')] [psobject] $InputObject,
        [Parameter(Mandatory, Position = 0, ParameterSetName = 'ById')] [Alias('UniqueId', 'CI_UniqueID')] [string] $Id,
        [bool] $Hidden,
        [AllowEmptyString()] [string] $Note,
        [switch] $PassThru
    )

    process {
        $update = $Id
        if ($PSCmdlet.ParameterSetName -eq 'ByValue') {
            $update = Resolve-ImgUpdateReference -Cmdlet $PSCmdlet -InputObject $InputObject
        }
        if (-not $update) {
            return
        }
        $request = [ordered]@{ id = $update }
        if ($PSBoundParameters.ContainsKey('Hidden')) { $request['hidden'] = $Hidden }
        if ($PSBoundParameters.ContainsKey('Note')) { $request['note'] = $Note }
        if ($request.Count -eq 1) {
            $PSCmdlet.ThrowTerminatingError((New-ImgError -Id ImgArgumentInvalid -Message 'Nothing to set was passed.'))
        }
        if ($PSCmdlet.ShouldProcess($update, 'Set update')) {
            $result = Invoke-ImgEngine -Cmdlet $PSCmdlet -Method update.set -Request $request -Target $update
            if ($PassThru -and $null -ne $result) {
                ConvertTo-ImgObject -TypeName Img.Update -InputObject $result.Update
            }
        }
    }
}
