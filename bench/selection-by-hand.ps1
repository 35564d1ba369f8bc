<#
The way in which updates are chosen by hand: filter by the text of the title, sort by KB, take the first. -Questions is a
JSON file with objects (LocalizedDisplayName, ArticleID, DatePosted) and questions (like, day, truth). Prints JSON: how
many answers were wrong, and the milliseconds of the median question.
#>
param([Parameter(Mandatory)] [string] $Questions)

$ErrorActionPreference = 'Stop'
$work = [System.IO.File]::ReadAllText($Questions) | ConvertFrom-Json
$updates = foreach ($each in $work.updates) {
    [pscustomobject]@{ LocalizedDisplayName = $each.title; ArticleID = $each.articleId; DatePosted = [datetime]$each.posted }
}
$wrong = 0
$times = foreach ($question in $work.questions) {
    $day = ([datetime]$question.day).AddDays(1)
    $watch = [System.Diagnostics.Stopwatch]::StartNew()
    $chosen = $updates | Where-Object {
        $_.LocalizedDisplayName -like $question.like -and $_.LocalizedDisplayName -notlike '*Preview*' -and
        $_.LocalizedDisplayName -notlike '*Dynamic*' -and $_.DatePosted -lt $day
    } | Sort-Object -Property ArticleID -Descending | Select-Object -First 1
    $watch.Elapsed.TotalMilliseconds
    if ($chosen.ArticleID -ne $question.truth) { $wrong++ }
}
$sorted = @($times | Sort-Object)
ConvertTo-Json -Compress -InputObject @{ wrong = $wrong; milliseconds = $sorted[[int][math]::Floor($sorted.Count / 2)] }
