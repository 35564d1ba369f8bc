function Set-ImgUpdateSource {
    <#
    .SYNOPSIS
    Changes a source of updates.
    .DESCRIPTION
    What is not named stays. A source with other settings is asked for everything again at the next synchronisation.
    .PARAMETER InputObject
    From the pipeline: sources or names.
    .PARAMETER Name
    Name of the source.
    .PARAMETER NewName
    Another name.
    .PARAMETER Url
    Another address.
    .PARAMETER Path
    Another folder or file.
    .PARAMETER Setting
    Further settings of the kind; those that are not named stay.
    .PARAMETER Position
    Place in the order of the sources, from 1.
    .PARAMETER Enabled
    $false leaves the source out of a synchronisation that names none.
    .INPUTS
    Img.UpdateSource, names
    .OUTPUTS
    Img.UpdateSource
    .EXAMPLE
    Set-ImgUpdateSource air-gap -Path E:\Packages

    Looks in another folder.
    .EXAMPLE
    Get-ImgUpdateSource test* | Set-ImgUpdateSource -Enabled $false

    Leaves sources out of the monthly synchronisation.
    .LINK
    Get-ImgUpdateSource
    #>
    [CmdletBinding(SupportsShouldProcess, DefaultParameterSetName = 'ByName')]
    [OutputType('Img.UpdateSource')]
    param(
        [Parameter(Mandatory, ValueFromPipeline, ParameterSetName = 'ByValue')] [psobject] $InputObject,
        [Parameter(Mandatory, Position = 0, ParameterSetName = 'ByName')] [string] $Name,
        [string] $NewName,
        [uri] $Url,
        [string] $Path,
        [System.Collections.IDictionary] $Setting,
        [ValidateRange(1, 1000)] [int] $Position,
        [bool] $Enabled
    )

    process {
        $source = $Name
        if ($PSCmdlet.ParameterSetName -eq 'ByValue') { $source = Get-ImgName -InputObject $InputObject }
        $request = ConvertTo-ImgSourceRequest -Cmdlet $PSCmdlet -Bound $PSBoundParameters
        $request['name'] = $source
        if ($NewName) { $request['newName'] = $NewName }
        if ($PSCmdlet.ShouldProcess($source, 'Change source of updates')) {
            $result = Invoke-ImgEngine -Cmdlet $PSCmdlet -Method source.set -Request $request -Target $source
            Write-ImgAnswer -Result $result -Member Source -TypeName Img.UpdateSource
        }
    }
}
