function Resolve-ImgTarget {
    <#
    .SYNOPSIS
    Finds out which image an object means. Outputs Member ('image' or 'path': the member of the request), Value and Label.
    .DESCRIPTION
    Accepts our objects (images, indexes, schedules, runs, versions), files, names, and image objects of Configuration
    Manager, which are found by their source path. Writes an error and outputs nothing when it means no image.
    #>
    [CmdletBinding()]
    [OutputType([psobject])]
    param(
        [Parameter(Mandatory)] [System.Management.Automation.PSCmdlet] $Cmdlet,
        [Parameter(Mandatory)] [psobject] $InputObject
    )

    if ($InputObject -is [string]) {
        return Resolve-ImgTargetText -Cmdlet $Cmdlet -Text $InputObject
    }
    if ($InputObject.PSObject.TypeNames -match 'System\.IO\.FileInfo$') {
        return [pscustomobject]@{ Member = 'path'; Value = [string]$InputObject.FullName; Label = [string]$InputObject.Name }
    }
    $isImage = [bool]($InputObject.PSObject.TypeNames -match 'Img\.(Image|UpgradePackage|BootImage)$')
    if (-not $isImage -and ($InputObject.PkgSourcePath -or $InputObject.PSObject.TypeNames -match 'IResultObject#SMS_')) {
        return Find-ImgImageBySource -Cmdlet $Cmdlet -InputObject $InputObject
    }
    $id = $InputObject.ImageId
    if ($isImage -or -not $id) {
        $id = $InputObject.Id
    }
    $label = $InputObject.ImageName
    if ($isImage -or -not $label) {
        $label = $InputObject.Name
    }
    if (-not $id -and -not $InputObject.ImageName -and $InputObject.ImagePath) {
        # An index of a file that is not registered; its name is that of the Windows in it.
        $label = $null
    }
    if (-not $id) {
        $id = $label
    }
    if ($id) {
        if (-not $label) {
            $label = $id
        }
        return [pscustomobject]@{ Member = 'image'; Value = [string]$id; Label = [string]$label }
    }
    if ($InputObject.ImagePath) {
        return [pscustomobject]@{ Member = 'path'; Value = [string]$InputObject.ImagePath; Label = [string]$InputObject.ImagePath }
    }
    $message = "This object names no image: $InputObject"
    Write-ImgError -Cmdlet $Cmdlet -Record (New-ImgError -Id ImgArgumentInvalid -Message $message -Target $InputObject `
            -Remedy 'Pass an image, its name, its id or a file.')
}

function Resolve-ImgTargetText {
    <#
    .SYNOPSIS
    Tells whether a text names a file or an image. What looks like a path may be a name, unless such a file exists.
    #>
    [CmdletBinding()]
    [OutputType([psobject])]
    param(
        [Parameter(Mandatory)] [System.Management.Automation.PSCmdlet] $Cmdlet,
        [Parameter(Mandatory)] [string] $Text
    )

    if ($Text -match '[\\/]|\.(wim|esd|swm|ppkg|iso)$') {
        $path = Resolve-ImgPath -Path $Text -Cmdlet $Cmdlet
        if ($Text -match '^([\\/]|\.\.?[\\/]|[A-Za-z]:|~)' -or [System.IO.File]::Exists($path)) {
            return [pscustomobject]@{ Member = 'path'; Value = $path; Label = $Text }
        }
    }
    [pscustomobject]@{ Member = 'image'; Value = $Text; Label = $Text }
}

function Find-ImgImageBySource {
    <#
    .SYNOPSIS
    Finds the registered image whose file, or upgrade package whose folder, is the source of an object of Configuration Manager.
    #>
    [CmdletBinding()]
    [OutputType([psobject])]
    param(
        [Parameter(Mandatory)] [System.Management.Automation.PSCmdlet] $Cmdlet,
        [Parameter(Mandatory)] [psobject] $InputObject
    )

    $source = [string]$InputObject.PkgSourcePath
    # Both separators and a trailing one are the same place on Windows.
    if ([System.IO.Path]::DirectorySeparatorChar -eq '\') { $source = $source.Replace('/', '\') }
    $images = @(Get-ImgList -Cmdlet $Cmdlet -Method image.list -Request @{} -Member Images -TypeName Img.Image -Target $InputObject)
    foreach ($image in $images) {
        $place = $image.Path
        if ($image.Kind -eq 'UpgradePackage') {
            # The image lies in the folder sources of the package.
            $place = Split-Path -Path (Split-Path -Path $image.Path -Parent) -Parent
        }
        if ($source -and ($image.Path -eq $source -or $place -eq $source.TrimEnd('\', '/'))) {
            return [pscustomobject]@{ Member = 'image'; Value = $image.Id; Label = $image.Name }
        }
    }
    Write-ImgError -Cmdlet $Cmdlet -Record (New-ImgError -Id ImgImageNotFound -Target $InputObject `
            -Message "No registered image has the file $source of '$($InputObject.Name)'." -Remedy 'Register it: New-ImgImage.')
}
