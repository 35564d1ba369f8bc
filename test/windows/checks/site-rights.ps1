<#
.SYNOPSIS
A site and its work folders are made for administrators alone; a site that others may write is refused, and mended.
#>
[Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSAvoidUsingInvokeExpression', '', Justification = 'The command is run as it is told to a person.')]
param([Parameter(Mandatory)] [hashtable] $Context)

Assert-Elevated -Context $Context
$site = Join-Path -Path $env:ProgramData -ChildPath "imgupdate-acceptance-$PID"
$env:IMGUPDATE_SITE = $site
$show = { $problem = $null; try { $null = Invoke-Engine -Command site, show } catch { $problem = $_.Exception.Message }; $problem }
try {
    # One that a user made first: it inherits that every user may create files.
    $null = New-Item -Path $site -ItemType Directory
    $refused = & $show
    Assert-That -Holds ("$refused" -like '*ended with 5*ImgSiteInsecure*') -Otherwise "a planted site: $refused"
    Remove-Item -LiteralPath $site -Recurse

    $first = (Measure-Command { Assert-That -Holds ($null -eq (& $show)) -Otherwise 'a new site is refused' }).TotalMilliseconds
    $second = (Measure-Command { Assert-That -Holds ($null -eq (& $show)) -Otherwise 'a site of administrators is refused' }).TotalMilliseconds
    $third = (Measure-Command { Assert-That -Holds ($null -eq (& $show)) -Otherwise 'a proved site is refused' }).TotalMilliseconds
    $list = (Get-Acl -LiteralPath $site).Sddl
    Assert-That -Holds ($list -match '^O:BA' -and $list -match 'D:PAI\(A;OICI;FA;;;SY\)\(A;OICI;FA;;;BA\)$') -Otherwise "the list of a new site is $list"

    $null = & icacls.exe $site /grant '*S-1-5-32-545:(OI)(CI)M'
    $refused = & $show
    Assert-That -Holds ("$refused" -like '*ended with 5*ImgSiteInsecure*') -Otherwise "a site that users may write: $refused"
    $mending = [regex]::Match("$refused", "icacls '.*? /reset /T /C").Value
    Assert-That -Holds ($mending -ne '') -Otherwise "no command is named: $refused"
    $null = Invoke-Expression -Command $mending
    Assert-That -Holds ($null -eq (& $show)) -Otherwise 'a site that was mended is refused'
    "first opening $([int]$first) ms, second $([int]$second) ms, proved $([int]$third) ms"
} finally {
    Remove-Item -LiteralPath $site -Recurse -Force -ErrorAction Ignore
}
