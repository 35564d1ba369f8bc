function Resolve-ImgPath {
    <#
    .SYNOPSIS
    Turns a path as it was typed into an absolute path of the file system, whatever drive the caller stands on.
    The path need not exist. Wildcards are taken literally.
    #>
    [CmdletBinding()]
    [OutputType([string])]
    param(
        [Parameter(Mandatory)] [string] $Path,
        [Parameter(Mandatory)] [System.Management.Automation.PSCmdlet] $Cmdlet
    )

    # On a drive of another provider (ABC:\ of Configuration Manager) such a path would go to that provider.
    $isRooted = $Path.StartsWith('\\') -or ($Path.StartsWith('/') -and [System.IO.Path]::DirectorySeparatorChar -eq '/')
    if ($isRooted -and $Cmdlet.SessionState.Path.CurrentLocation.Provider.Name -ne 'FileSystem') {
        return $Path
    }
    try {
        $provider = $null
        $drive = $null
        $full = $Cmdlet.SessionState.Path.GetUnresolvedProviderPathFromPSPath($Path, [ref] $provider, [ref] $drive)
    } catch {
        $Cmdlet.ThrowTerminatingError((New-ImgError -Id ImgPathInvalid -Message "$Path : $($_.Exception.Message)" -Target $Path))
    }
    if ($provider.Name -ne 'FileSystem') {
        $Cmdlet.ThrowTerminatingError((New-ImgError -Id ImgPathInvalid -Message "$Path is not a path of the file system." -Target $Path))
    }
    $full
}
