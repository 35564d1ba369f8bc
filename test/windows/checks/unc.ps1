<#
.SYNOPSIS
An image on a share (\\localhost\C$) is registered, serviced, published and restored there.
#>
param([Parameter(Mandatory)] [hashtable] $Context)

Assert-Elevated -Context $Context
$share = '\\localhost\' + $Context.Folder.Replace(':', '$')
New-RehearsalMonth -Context $Context -Path "$share\install.wim"
$run = Start-ImgServicing 'Acceptance' -Latest -Wait
Assert-That -Holds ($run.Status -eq 'Succeeded' -and $run.Published.Path -like '\\localhost\*') -Otherwise "the run ended as $($run.Status)"
$null = Restore-ImgImage 'Acceptance' -Force
