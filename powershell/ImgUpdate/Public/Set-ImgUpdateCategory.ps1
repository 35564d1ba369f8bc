function Set-ImgUpdateCategory {
    <#
    .SYNOPSIS
    Chooses the products, classifications and languages that a synchronisation asks for.
    .DESCRIPTION
    What is not named stays as it is. Names that are given replace those of their kind, or are added with -Add. The next
    synchronisation brings what is new in the choice; nothing that is there goes away.
    .PARAMETER Product
    Names of products, with the wildcards * and ?, or GUIDs.
    .PARAMETER Classification
    Names of classifications, with wildcards, or GUIDs.
    .PARAMETER Language
    Names of languages, with wildcards, or tags, for example de. Updates for other languages are passed over; * is every
    language.
    .PARAMETER InputObject
    Categories from Get-ImgUpdateCategory; they are chosen as if they were named.
    .PARAMETER Add
    Adds to what was chosen.
    .PARAMETER Reset
    Goes back to the usual choice first: Windows 10, Windows 11 and the servers from 2016 on, with dynamic updates and
    .NET.
    .PARAMETER Source
    Names of sources, with wildcards. Default: all that have categories.
    .PARAMETER PassThru
    Outputs what is chosen after the change.
    .INPUTS
    Img.UpdateCategory
    .OUTPUTS
    None, or Img.UpdateCategory with -PassThru
    .EXAMPLE
    Set-ImgUpdateCategory -Product 'Windows 11*', 'Microsoft Server operating system-24H2'

    Asks for these products only.
    .EXAMPLE
    Get-ImgUpdateCategory 'Feature Packs' | Set-ImgUpdateCategory -Add -PassThru

    Asks for one classification more, and shows the whole choice.
    .LINK
    Get-ImgUpdateCategory
    #>
    [CmdletBinding(SupportsShouldProcess, DefaultParameterSetName = 'ByName')]
    [OutputType('Img.UpdateCategory')]
    param(
        [Parameter(Mandatory, ValueFromPipeline, ParameterSetName = 'ByValue')] [psobject] $InputObject,
        [Parameter(Position = 0, ParameterSetName = 'ByName')] [Alias('Products')] [SupportsWildcards()] [string[]] $Product,
        [Parameter(ParameterSetName = 'ByName')] [Alias('UpdateClassification', 'Classifications')] [SupportsWildcards()] [string[]] $Classification,
        [Parameter(ParameterSetName = 'ByName')] [Alias('Languages')] [SupportsWildcards()] [string[]] $Language,
        [switch] $Add,
        [switch] $Reset,
        [SupportsWildcards()] [string[]] $Source,
        [switch] $PassThru
    )

    begin {
        $named = @{ product = @($Product | Where-Object { $_ }); classification = @($Classification | Where-Object { $_ }); language = @($Language | Where-Object { $_ }) }
        # What is passed as an object is asked for by id and told by name.
        $words = @{ product = $named['product']; classification = $named['classification']; language = $named['language'] }
    }
    process {
        if ($PSCmdlet.ParameterSetName -eq 'ByValue') {
            $kind = [string]$InputObject.Kind
            if (-not $named.ContainsKey($kind)) {
                $PSCmdlet.ThrowTerminatingError((New-ImgError -Id ImgArgumentInvalid -Message "A category of the kind '$kind' cannot be chosen." -Target $InputObject))
            }
            $named[$kind] += [string]$InputObject.Id
            $words[$kind] += [string]$InputObject.Name
        }
    }
    end {
        $request = @{}
        foreach ($kind in $named.Keys) {
            if ($named[$kind].Count -gt 0) { $request[$kind] = @($named[$kind]) }
        }
        if ($request.Count -eq 0 -and -not $Reset) {
            $PSCmdlet.ThrowTerminatingError((New-ImgError -Id ImgArgumentInvalid -Message 'Nothing to choose was passed.'))
        }
        if ($Add) { $request['add'] = $true }
        if ($Reset) { $request['reset'] = $true }
        if ($Source) { $request['source'] = @($Source) }
        $target = @(foreach ($kind in 'product', 'classification', 'language') {
                if ($words[$kind].Count -gt 0) { "${kind}s $($words[$kind] -join ', ')" }
            }) -join '; '
        $action = 'Choose categories of updates'
        if ($Add) { $action = 'Add to the chosen categories of updates' }
        if ($Reset) { $action = 'Go back to the usual categories of updates' }
        if (-not $target) { $target = 'All sources that have categories' }
        if ($PSCmdlet.ShouldProcess($target, $action)) {
            $result = Invoke-ImgEngine -Cmdlet $PSCmdlet -Method category.set -Request $request
            if ($PassThru -and $null -ne $result) {
                ConvertTo-ImgObject -TypeName Img.UpdateCategory -InputObject $result.Categories
            }
        }
    }
}
