<#
.SYNOPSIS
A site of Configuration Manager answers as a distribution point; without its console the target says so.
#>
param([Parameter(Mandatory)] [hashtable] $Context)

$name = "acceptance-$PID"
$null = New-ImgImage -Name $name -Path (New-RehearsalImage -Context $Context) -AcceptEula
$known = Get-ItemProperty -Path 'HKLM:\SOFTWARE\Microsoft\SMS\Identification' -ErrorAction SilentlyContinue
$setting = @{ SiteCode = 'P01'; SiteServer = 'localhost'; Attempts = 1 }
if ($known) {
    $setting.SiteCode = $known.'Site Code'
    $setting.SiteServer = $known.'Site Server'
}
$null = New-ImgDistributionPoint -Name Campus -Type Configmgr -Setting $setting
Start-ImgContentDistribution $name -DistributionPointName Campus -ErrorAction SilentlyContinue
$problem = (Get-ImgContentDistributionStatus $name).LastError
if ($env:SMS_ADMIN_UI_PATH) {
    # The site has no image of this name: that it says so shows that it was asked.
    Assert-That -Holds ($problem.Id -eq 'ImgPointInvalid') -Otherwise "with the console the site says: $($problem.Detail)"
    "with the console: $($problem.Detail)"
} else {
    Assert-That -Holds ($problem.Detail -like '*console*') -Otherwise "without the console the target says: $($problem.Detail)"
    "without the console: $($problem.Detail)"
}
