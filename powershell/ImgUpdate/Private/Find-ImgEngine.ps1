function Find-ImgEngine {
    <#
    .SYNOPSIS
    Finds the engine's file: the one that the module was shipped with, else IMGUPDATE_ENGINE. Throws ImgEngineNotFound
    when there is none, ImgModuleDamaged when the shipped one is not what was built.
    #>
    [CmdletBinding()]
    [OutputType([string])]
    param()

    $folder = [System.IO.Path]::Combine($script:ModuleRoot, 'engine')
    $shipped = [System.IO.Path]::Combine($folder, 'imgupdate.cjs')
    if ([System.IO.File]::Exists($shipped)) {
        $damage = Get-ImgEngineDamage -Folder $folder
        if ($damage) {
            throw (New-ImgError -Id ImgModuleDamaged -Message "The engine of the module is not whole: $damage." -Target $folder `
                    -Remedy 'Install the module again: Install-PSResource -Name ImgUpdate -Reinstall.')
        }
        return $shipped
    }
    if ($env:IMGUPDATE_ENGINE -and [System.IO.File]::Exists($env:IMGUPDATE_ENGINE)) {
        return $env:IMGUPDATE_ENGINE
    }
    throw (New-ImgError -Id ImgEngineNotFound -Message "The engine is not there: $shipped" `
            -Remedy 'Install the module again, or set the environment variable IMGUPDATE_ENGINE to the file imgupdate.cjs.')
}

function Get-ImgEngineDamage {
    <#
    .SYNOPSIS
    Compares the programs of the engine with the digests that its build wrote down. Outputs what is wrong with the first
    that differs, or nothing. Installers do not look: a package file that was damaged on its way installs like any other.
    #>
    [CmdletBinding()]
    [OutputType([string])]
    param([Parameter(Mandatory)] [string] $Folder)

    $list = [System.IO.Path]::Combine($Folder, 'version.json')
    try {
        $built = ConvertFrom-Json -InputObject ([System.IO.File]::ReadAllText($list))
    } catch {
        return "$list cannot be read"
    }
    $hash = [System.Security.Cryptography.SHA256]::Create()
    try {
        foreach ($file in $built.files.PSObject.Properties) {
            $path = [System.IO.Path]::Combine($Folder, $file.Name)
            try {
                $digest = [System.BitConverter]::ToString($hash.ComputeHash([System.IO.File]::ReadAllBytes($path))).Replace('-', '')
            } catch {
                return "$path cannot be read"
            }
            if ($digest -ne $file.Value) {
                return "$path is not what was built"
            }
        }
    } finally {
        $hash.Dispose()
    }
}
