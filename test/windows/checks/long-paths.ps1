<#
.SYNOPSIS
An image below a path of more than 260 characters is registered, serviced and restored.
#>
param([Parameter(Mandatory)] [hashtable] $Context)

$folder = $Context.Folder
while ($folder.Length -lt 280) {
    $folder = $folder + '\a folder with a long name'
}
$null = [System.IO.Directory]::CreateDirectory("\\?\$folder")
New-RehearsalMonth -Context $Context -Path "$folder\install.wim"
$run = Start-ImgServicing 'Acceptance' -Latest -Wait
Assert-That -Holds ($run.Status -eq 'Succeeded') -Otherwise "the run ended as $($run.Status)"
$null = Restore-ImgImage 'Acceptance' -Force
& (Get-Module -Name ImgUpdate) { Disconnect-ImgEngine }
& cmd.exe /d /c rmdir /s /q "\\?\$($Context.Folder)\a folder with a long name"
"$($folder.Length) characters"
