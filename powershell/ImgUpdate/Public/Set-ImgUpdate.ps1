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
    .PARAMETER Name
    Title of updates, as it is: no character is a wildcard.
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
        [Parameter(Mandatory, Position = 0, ParameterSetName = 'ById')] [Alias('UniqueId', 'CI_UniqueID', 'UpdateId')] [string] $Id,
        [Parameter(Mandatory, ParameterSetName = 'ByName')] [Alias('LocalizedDisplayName', 'Title')] [string] $Name,
        [bool] $Hidden,
        [AllowEmptyString()] [string] $Note,
        [switch] $PassThru
    )

    process {
        $request = [ordered]@{}
        if ($PSBoundParameters.ContainsKey('Hidden')) { $request['hidden'] = $Hidden }
        if ($PSBoundParameters.ContainsKey('Note')) { $request['note'] = $Note }
        if ($request.Count -eq 0) {
            $PSCmdlet.ThrowTerminatingError((New-ImgError -Id ImgArgumentInvalid -Message 'Nothing to set was passed.'))
        }
        $updates = switch ($PSCmdlet.ParameterSetName) {
            'ByValue' { Resolve-ImgUpdateReference -Cmdlet $PSCmdlet -InputObject $InputObject }
            'ByName' { Find-ImgUniqueId -Cmdlet $PSCmdlet -Name $Name }
            default { $Id }
        }
        $actions = @(
            if ($request.Contains('hidden')) { @('Show update', 'Hide update')[[int]$Hidden] }
            if ($request.Contains('note')) { 'Set note' }
        )
        $action = $actions -join ', '
        foreach ($update in $updates) {
            $request['id'] = $update
            $label = $update
            if (Test-ImgPrompt) { $label = Get-ImgUpdateText -Cmdlet $PSCmdlet -Id $update }
            if ($PSCmdlet.ShouldProcess($label, $action)) {
                $result = Invoke-ImgEngine -Cmdlet $PSCmdlet -Method update.set -Request $request -Target $update
                if ($PassThru -and $null -ne $result) {
                    ConvertTo-ImgObject -TypeName Img.Update -InputObject $result.Update
                }
            }
        }
    }
}
