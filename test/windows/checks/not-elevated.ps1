<#
.SYNOPSIS
Without elevation a run of a real image fails with ImgElevationRequired, and nothing is mounted.
#>
param([Parameter(Mandatory)] [hashtable] $Context)

if ($Context.Elevated) {
    Skip-Check -Reason 'the prompt is elevated; run this one at an ordinary prompt'
}
if (-not ($Context.Image -and $Context.Package)) {
    Skip-Check -Reason 'no -Image and -Package were named'
}
$null = New-ImgImage -Name 'Real' -Path $Context.Image -AcceptEula
$problem = $null
$null = Start-ImgServicing 'Real' -Update $Context.Package -Wait -ErrorAction SilentlyContinue -ErrorVariable problem
Assert-That -Holds ("$($problem[0].FullyQualifiedErrorId)" -like 'ImgElevationRequired*') -Otherwise "the error is $($problem[0].FullyQualifiedErrorId)"
