filter Add-ImgMember {
    <#
    .SYNOPSIS
    Adds members to the objects of the pipeline and passes them on.
    #>
    param([System.Collections.IDictionary] $Value)
    foreach ($name in $Value.Keys) {
        $_.PSObject.Properties.Add((New-Object -TypeName psnoteproperty -ArgumentList $name, $Value[$name]))
    }
    $_
}
