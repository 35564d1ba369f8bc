function Find-ImgEngine {
    <#
    .SYNOPSIS
    Finds the engine's file: the one that the module was shipped with, else IMGUPDATE_ENGINE.
    #>
    [CmdletBinding()]
    [OutputType([string])]
    param()

    $shipped = [System.IO.Path]::Combine($script:ModuleRoot, 'engine', 'imgupdate.cjs')
    foreach ($path in $shipped, $env:IMGUPDATE_ENGINE) {
        if ($path -and [System.IO.File]::Exists($path)) {
            return $path
        }
    }
    throw (New-ImgError -Id ImgEngineNotFound -Message "The engine is not there: $shipped" `
            -Remedy 'Install the module again, or set the environment variable IMGUPDATE_ENGINE to the file imgupdate.cjs.')
}
