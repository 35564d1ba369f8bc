function Expand-ImgPath {
    <#
    .SYNOPSIS
    Outputs the absolute paths that a path with wildcards stands for; a path without wildcards need not exist.
    #>
    [CmdletBinding()]
    [OutputType([string])]
    param(
        [Parameter(Mandatory)] [string] $Path,
        [Parameter(Mandatory)] [System.Management.Automation.PSCmdlet] $Cmdlet
    )

    if (-not [System.Management.Automation.WildcardPattern]::ContainsWildcardCharacters($Path)) {
        return Resolve-ImgPath -Path $Path -Cmdlet $Cmdlet
    }
    $provider = $null
    $found = @()
    try {
        $found = @($Cmdlet.SessionState.Path.GetResolvedProviderPathFromPSPath($Path, [ref] $provider))
    } catch {
        Write-Debug -Message $_.Exception.Message
    }
    if ($found.Count -eq 0 -or $provider.Name -ne 'FileSystem') {
        Write-ImgError -Cmdlet $Cmdlet -Record (New-ImgError -Id ImgFileNotFound -Category ObjectNotFound -Message "No file fits $Path." -Target $Path)
        return
    }
    foreach ($file in $found) { $file }
}
