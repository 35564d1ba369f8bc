<#
.SYNOPSIS
Windows Deployment Services of this machine import, give back and replace an image, and make and end its multicast transmission;
without them the target says so.
#>
param([Parameter(Mandatory)] [hashtable] $Context)

$name = "acceptance-$PID"
$file = New-RehearsalImage -Context $Context
# The services take real images alone.
if ($Context.Image) { $file = $Context.Image }
$null = New-ImgImage -Name $name -Path $file -AcceptEula
$path = Join-Path -Path $Context.Folder -ChildPath 'wds'
$null = Set-ImgImage $name -MulticastAllow $true
$setting = @{ ImageGroup = $name; Attempts = 1; Multicast = @{ Start = 'Manual'; Name = $name } }
$null = New-ImgDistributionPoint -Name Pxe -Type Wds -Path $path -Setting $setting
Start-ImgContentDistribution $name -DistributionPointName Pxe -ErrorAction SilentlyContinue
$status = Get-ImgContentDistributionStatus $name
if (Get-Module -ListAvailable -Name WDS) {
    if (-not $Context.Image) { Skip-Check -Reason 'the services take real images alone: name one with -Image' }
    try {
        Assert-That -Holds ($status.NumberSuccess -eq 1) -Otherwise "the image did not arrive: $($status.LastError.Detail)"
        $images = @(Get-WdsInstallImage | Where-Object { $_.ImageGroup -eq $name })
        Assert-That -Holds ($images.Count -gt 0) -Otherwise 'the group is empty'
        # The module shows no transmissions; the older tool does.
        $target = $status.Targets[0]
        $shown = & wdsutil.exe /Get-AllMulticastTransmissions | Out-String
        Assert-That -Holds ($target.Transmission -eq 'by hand') -Otherwise "there is no transmission: $($target.Warnings -join ' ')"
        Assert-That -Holds ($shown -like "*$name*") -Otherwise "the server shows no transmission: $shown"
        Start-ImgContentDistribution $name -DistributionPointName Pxe -WarningVariable warnings -WarningAction SilentlyContinue
        Assert-That -Holds ($warnings.Count -eq 0) -Otherwise "sent again: $($warnings -join ' ')"
        $null = Set-ImgDistributionPoint Pxe -Setting @{ Multicast = $null }
        Start-ImgContentDistribution $name -DistributionPointName Pxe -WarningVariable warnings -WarningAction SilentlyContinue
        Assert-That -Holds ($warnings.Count -eq 0) -Otherwise "the transmission was not ended: $($warnings -join ' ')"
        $shown = & wdsutil.exe /Get-AllMulticastTransmissions | Out-String
        Assert-That -Holds ($shown -notlike "*$name*") -Otherwise "the server still shows a transmission: $shown"
        "$($images.Count) install images were imported, exported and compared, offered in a transmission, and taken out of it"
    } finally {
        Get-WdsInstallImage | Where-Object { $_.ImageGroup -eq $name } |
            Set-WdsInstallImage -StopMulticastTransmission -Force -ErrorAction SilentlyContinue
        Remove-WdsInstallImageGroup -Name $name -ErrorAction SilentlyContinue
    }
} else {
    $told = $status.LastError.Detail
    Assert-That -Holds ($told -like '*module WDS*') -Otherwise "without the services the target says: $told"
    "without the services: $told"
}
