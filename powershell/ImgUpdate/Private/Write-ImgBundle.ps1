function Write-ImgBundle {
    <#
    .SYNOPSIS
    Outputs what came of a bundle. What is missing in it is one error.
    #>
    [CmdletBinding()]
    [OutputType([psobject])]
    param(
        [Parameter(Mandatory)] [System.Management.Automation.PSCmdlet] $Cmdlet,
        [psobject] $Result,
        [string] $TypeName = 'Img.Bundle'
    )

    if ($null -eq $Result) {
        return
    }
    ConvertTo-ImgObject -TypeName $TypeName -InputObject $Result
    $wrong = @($Result.Errors) + @(if ($null -ne $Result.PSObject.Properties['Sync']) {
            foreach ($each in $Result.Sync.Errors) { [pscustomobject]@{ Name = $each.Key; Message = $each.Message } }
        })
    if ($wrong.Count -gt 0) {
        $message = "$($wrong.Count) parts of the bundle in $($Result.Path) were left out; the first is $($wrong[0].Name): $($wrong[0].Message)"
        Write-ImgError -Cmdlet $Cmdlet -Record (New-ImgError -Id ImgBundleIncomplete -Message $message -Target $Result `
                -Remedy 'All others went in. The members Errors and Sync.Errors of the result list them.')
    }
}
