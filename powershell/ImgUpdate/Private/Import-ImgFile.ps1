function Import-ImgFile {
    <#
    .SYNOPSIS
    Imports one file and outputs what came of it. Records that were left out are one error.
    #>
    [CmdletBinding()]
    [OutputType([psobject])]
    param(
        [Parameter(Mandatory)] [System.Management.Automation.PSCmdlet] $Cmdlet,
        [Parameter(Mandatory)] [string] $Method,
        [Parameter(Mandatory)] [System.Collections.IDictionary] $Request
    )

    $file = $Request['path']
    $result = Invoke-ImgEngine -Cmdlet $Cmdlet -Method $Method -Request $Request -Target $file -Activity "Importing $file"
    if ($null -eq $result) {
        return
    }
    $result.PSObject.Properties.Add((New-Object -TypeName psnoteproperty -ArgumentList 'Path', $file))
    ConvertTo-ImgObject -TypeName Img.ImportResult -InputObject $result
    if ($result.Failed -gt 0) {
        $first = @($result.Errors)[0]
        $message = "$($result.Failed) records of $file were not imported; the first is in line $($first.Line): $($first.Message)"
        $others = if (($result.Added + $result.Changed + $result.Unchanged) -gt 0) { 'All others went in.' } else {
            'None went in: the file may be one of another format.'
        }
        Write-ImgError -Cmdlet $Cmdlet -Record (New-ImgError -Id ImgImportIncomplete -Message $message -Target $result `
                -Remedy "$others The member Errors of the result lists them.")
    }
}
