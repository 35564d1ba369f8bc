<#
.SYNOPSIS
.NET Framework 3.5 is enabled in a copy of the image from sources\sxs of the media; Get-WindowsOptionalFeature agrees.
#>
param([Parameter(Mandatory)] [hashtable] $Context)

$media = Assert-RealMedia -Context $Context
$run = Start-ImgServicing 'Media' -Feature NetFx3 -FeatureSource (Join-Path -Path $media -ChildPath 'sources\sxs') -Index 1 -Wait
Assert-That -Holds ($run.Status -eq 'Succeeded') -Otherwise "the run ended as $($run.Status)"
Use-Mount -Context $Context -Path (Join-Path -Path $media -ChildPath 'sources\install.wim') -Index 1 -Script {
    param($Mount)
    $state = (Get-WindowsOptionalFeature -Path $Mount -FeatureName NetFx3).State
    Assert-That -Holds ('Enabled', 'EnablePending' -contains "$state") -Otherwise "Get-WindowsOptionalFeature says $state"
    "$state"
}
