<#
.SYNOPSIS
Windows Deployment Services of this machine import, give back and replace an image; without them the target says so.
#>
param([Parameter(Mandatory)] [hashtable] $Context)

$name = "acceptance-$PID"
$file = New-RehearsalImage -Context $Context
# The services take real images alone.
if ($Context.Image) { $file = $Context.Image }
$null = New-ImgImage -Name $name -Path $file -AcceptEula
$path = Join-Path -Path $Context.Folder -ChildPath 'wds'
$null = New-ImgDistributionPoint -Name Pxe -Type Wds -Path $path -Setting @{ ImageGroup = $name; Attempts = 1 }
Start-ImgContentDistribution $name -DistributionPointName Pxe -ErrorAction SilentlyContinue
$status = Get-ImgContentDistributionStatus $name
if (Get-Module -ListAvailable -Name WDS) {
    if (-not $Context.Image) { Skip-Check -Reason 'the services take real images alone: name one with -Image' }
    try {
        Assert-That -Holds ($status.NumberSuccess -eq 1) -Otherwise "the image did not arrive: $($status.LastError.Detail)"
        $images = @(Get-WdsInstallImage | Where-Object { $_.ImageGroup -eq $name })
        Assert-That -Holds ($images.Count -gt 0) -Otherwise 'the group is empty'
        "$($images.Count) install images were imported, exported and compared"
    } finally {
        Remove-WdsInstallImageGroup -Name $name -ErrorAction SilentlyContinue
    }
} else {
    $told = $status.LastError.Detail
    Assert-That -Holds ($told -like '*module WDS*') -Otherwise "without the services the target says: $told"
    "without the services: $told"
}
