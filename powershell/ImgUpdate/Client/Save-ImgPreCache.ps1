<#
.SYNOPSIS
Fetches the image that fits this computer from a distribution point, ahead of its deployment.
.DESCRIPTION
For clients: it needs nothing but PowerShell (Windows PowerShell 5.1 or later), no module and no engine, and can be copied by
itself. It believes the manifest of the distribution point when a trusted site signed it, takes the images for the
architecture and the language of this computer, goes on where a fetch was cut, and gives a file its name only when the
SHA-256 of the whole is the one of the manifest. Where the module is installed Save-ImgImage does the same, and fetches only
what changed.
.PARAMETER Source
Where from: the address of the distribution point, or its folder or share.
.PARAMETER DestinationPath
Folder that is saved into; it is made where it is missing.
.PARAMETER Trust
Fingerprints of the sites whose manifests count, as 'imgupdate distribution serve' and 'imgupdate site show' print them.
.PARAMETER ImageName
Name of an image, with the wildcards * and ?; default is all that fit.
.PARAMETER Architecture
x86, x64 or arm64; default is that of this computer.
.PARAMETER Language
As in de-DE; default is that of this computer.
.PARAMETER Token
Bearer token that the server wants.
.PARAMETER Attempt
Attempts before it counts as failed.
.PARAMETER Wait
Seconds between two attempts.
.OUTPUTS
An object for each image: Name, SourceVersion, Revision, Path, Size, Sha256 and State (Saved or Present).
.EXAMPLE
powershell.exe -File Save-ImgPreCache.ps1 -Source https://images.example:8480/ -DestinationPath D:\PreCache -Trust 3f0c...9a

Fetches what fits this computer.
.EXAMPLE
./Save-ImgPreCache.ps1 -Source \\north\images -DestinationPath D:\PreCache -Trust 3f0c...9a -ImageName 'Windows 11*' -WhatIf

Shows what would be fetched from a share.
#>
[Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSReviewUnusedParameter', '', Justification = 'Functions of this file read them.')]
[CmdletBinding(SupportsShouldProcess)]
[OutputType([pscustomobject])]
param(
    [Parameter(Mandatory, Position = 0)] [string] $Source,
    [Parameter(Mandatory, Position = 1)] [string] $DestinationPath,
    [Parameter(Mandatory)] [string[]] $Trust,
    [SupportsWildcards()] [string] $ImageName = '*',
    [ValidateSet('x86', 'x64', 'arm64')] [string] $Architecture,
    [string] $Language,
    [securestring] $Token,
    [ValidateRange(1, 100)] [int] $Attempt = 5,
    [ValidateRange(0, 3600)] [int] $Wait = 10
)

Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'

function Test-Ed25519Signature {
    # Whether a signature of Ed25519 (RFC 8032) fits: .NET Framework has no such thing. Everything here is public: it need
    # not take the same time.
    [OutputType([bool])]
    param([byte[]] $Message, [byte[]] $Signature, [byte[]] $PublicKey)

    if ($Signature.Length -ne 64 -or $PublicKey.Length -ne 32) { return $false }
    $one = [bigint]::One
    $p = [bigint]::Pow(2, 255) - 19
    $order = [bigint]::Pow(2, 252) + [bigint]::Parse('27742317777372353535851937790883648493')
    function Get-Residue([bigint] $Value, [bigint] $Modulus) {
        $rest = [bigint]::Remainder($Value, $Modulus)
        if ($rest.Sign -lt 0) { $rest + $Modulus } else { $rest }
    }
    # Little-endian, without a sign.
    function Get-Number([byte[]] $Bytes) { [bigint]::new([byte[]]($Bytes + 0)) }
    $d = Get-Residue ([bigint]::Negate(121665) * [bigint]::ModPow(121666, $p - 2, $p)) $p
    $root = [bigint]::ModPow(2, ($p - 1) / 4, $p)

    # A point as X, Y, Z, T with x = X/Z, y = Y/Z, x*y = T/Z. This sum holds for equal points too.
    function Add-Point($A, $B) {
        $e = [bigint]::Remainder(($A[1] - $A[0]) * ($B[1] - $B[0]), $p)
        $f = [bigint]::Remainder(($A[1] + $A[0]) * ($B[1] + $B[0]), $p)
        $g = [bigint]::Remainder([bigint]::Remainder(2 * $A[3] * $B[3], $p) * $d, $p)
        $h = [bigint]::Remainder(2 * $A[2] * $B[2], $p)
        $w, $x, $y, $z = ($f - $e), ($h - $g), ($h + $g), ($f + $e)
        , @([bigint]::Remainder($w * $x, $p), [bigint]::Remainder($y * $z, $p), [bigint]::Remainder($x * $y, $p), [bigint]::Remainder($w * $z, $p))
    }
    function Get-Point([byte[]] $Bytes) {
        $own = [byte[]]$Bytes.Clone()
        $sign = $own[31] -shr 7
        $own[31] = $own[31] -band 0x7f
        $y = Get-Number $own
        if ($y -ge $p) { return $null }
        $u = Get-Residue ($y * $y - $one) $p
        $v = Get-Residue ($d * $y * $y + $one) $p
        $v3 = [bigint]::ModPow($v, 3, $p)
        $x = Get-Residue ($u * $v3 * [bigint]::ModPow($u * $v3 * $v3 * $v, ($p - 5) / 8, $p)) $p
        $check = Get-Residue ($v * $x * $x) $p
        if ($check -ne $u) {
            if ($check -ne (Get-Residue ([bigint]::Negate($u)) $p)) { return $null }
            $x = Get-Residue ($x * $root) $p
        }
        if ($x.IsZero -and $sign -eq 1) { return $null }
        if (($x.IsEven -and $sign -eq 1) -or (-not $x.IsEven -and $sign -eq 0)) { $x = $p - $x }
        , @($x, $y, $one, (Get-Residue ($x * $y) $p))
    }

    $key = Get-Point $PublicKey
    $s = Get-Number ([byte[]]$Signature[32..63])
    if ($null -eq $key -or $s -ge $order) { return $false }
    $sha = [System.Security.Cryptography.SHA512]::Create()
    try {
        $k = Get-Residue (Get-Number $sha.ComputeHash([byte[]]($Signature[0..31] + $PublicKey + $Message))) $order
    } finally {
        $sha.Dispose()
    }
    $base = Get-Point ([byte[]](, 0x58 + (, 0x66 * 31)))
    # R must be s * base - k * key: both products in one walk over the bits.
    $minusKey = @(($p - $key[0]), $key[1], $key[2], ($p - $key[3]))
    $both = Add-Point $base $minusKey
    $sum = @([bigint]::Zero, $one, $one, [bigint]::Zero)
    for ($bit = 255; $bit -ge 0; $bit--) {
        $sum = Add-Point $sum $sum
        $mask = [bigint]::Pow(2, $bit)
        $ofBase = -not ([bigint]::Divide($s, $mask)).IsEven
        $ofKey = -not ([bigint]::Divide($k, $mask)).IsEven
        if ($ofBase -and $ofKey) { $sum = Add-Point $sum $both }
        elseif ($ofBase) { $sum = Add-Point $sum $base }
        elseif ($ofKey) { $sum = Add-Point $sum $minusKey }
    }
    $inverse = [bigint]::ModPow((Get-Residue $sum[2] $p), $p - 2, $p)
    $x = Get-Residue ($sum[0] * $inverse) $p
    $y = Get-Residue ($sum[1] * $inverse) $p
    $bytes = [byte[]]::new(32)
    $own = $y.ToByteArray()
    [Array]::Copy($own, $bytes, [Math]::Min(32, $own.Length))
    if (-not $x.IsEven) { $bytes[31] = $bytes[31] -bor 0x80 }
    [System.BitConverter]::ToString($bytes) -eq [System.BitConverter]::ToString([byte[]]$Signature[0..31])
}

function Read-Manifest {
    # What a manifest says, when its signature fits: an object with Fingerprint and Manifest.
    [OutputType([pscustomobject])]
    param([string] $Text, [string] $From)

    $prefix = '30-2A-30-05-06-03-2B-65-70-03-21-00'
    try {
        $file = ConvertFrom-Json -InputObject $Text
        $key = [Convert]::FromBase64String($file.publicKey)
        $signature = [Convert]::FromBase64String($file.signature)
        $inner = [System.Text.Encoding]::UTF8.GetBytes($file.manifest)
    } catch {
        throw "$From is no manifest of a distribution point."
    }
    if ($key.Length -ne 44 -or [System.BitConverter]::ToString($key, 0, 12) -ne $prefix) { throw "$From is signed with no key of Ed25519." }
    if (-not (Test-Ed25519Signature -Message $inner -Signature $signature -PublicKey ([byte[]]$key[12..43]))) {
        throw "The signature of $From does not fit: it was changed, or no site made it."
    }
    $sha = [System.Security.Cryptography.SHA256]::Create()
    try {
        $fingerprint = [System.BitConverter]::ToString($sha.ComputeHash($key)).Replace('-', '').ToLowerInvariant()
    } finally {
        $sha.Dispose()
    }
    [pscustomobject]@{ Fingerprint = $fingerprint; Manifest = ConvertFrom-Json -InputObject $file.manifest }
}

function Open-Place {
    # Opens what lies at an address or a path, from a place on: an object with Stream, From (where it begins) and Close.
    [OutputType([pscustomobject])]
    param([string] $Place, [long] $From, [string] $Tag)

    if ($Place -notmatch '^https?://') {
        $stream = [System.IO.File]::Open($Place, 'Open', 'Read', 'ReadWrite, Delete')
        $null = $stream.Seek($From, 'Begin')
        return [pscustomobject]@{ Stream = $stream; From = $From; Owner = $stream }
    }
    $request = [System.Net.WebRequest]::Create($Place)
    $request.UserAgent = 'ImgUpdate'
    $request.AllowAutoRedirect = $false
    $request.ReadWriteTimeout = 120000
    if ($Token -and ([uri]$Place).Authority -eq ([uri]$Source).Authority) {
        $request.Headers.Add('Authorization', "Bearer $([System.Net.NetworkCredential]::new('', $Token).Password)")
    }
    if ($From -gt 0) {
        $request.AddRange($From)
        $request.Headers.Add('If-Range', "`"$Tag`"")
    }
    $answer = $request.GetResponse()
    $status = [int]$answer.StatusCode
    if ($status -ne 200 -and $status -ne 206) {
        $answer.Dispose()
        throw "$Place answered $status."
    }
    $begin = if ($status -eq 206) { $From } else { 0 }
    if ($status -eq 206 -and $answer.Headers['Content-Range'] -notlike "bytes $From-*") {
        $answer.Dispose()
        throw "$Place gives another part than was asked for."
    }
    [pscustomobject]@{ Stream = $answer.GetResponseStream(); From = $begin; Owner = $answer }
}

function Get-ManifestText {
    [OutputType([string])]
    param([string] $Place)

    $longest = 32MB
    $opened = Open-Place -Place $Place -From 0 -Tag ''
    try {
        $memory = [System.IO.MemoryStream]::new()
        $buffer = [byte[]]::new(65536)
        while (($count = $opened.Stream.Read($buffer, 0, $buffer.Length)) -gt 0) {
            $memory.Write($buffer, 0, $count)
            if ($memory.Length -gt $longest) { throw "$Place is too long." }
        }
        [System.Text.Encoding]::UTF8.GetString($memory.ToArray())
    } finally {
        $opened.Owner.Dispose()
    }
}

function Save-Part {
    # Brings the rest of a file; what is there already stays.
    param([string] $Place, [string] $Part, [psobject] $Version, [string] $Activity)

    $have = 0
    if (Test-Path -LiteralPath $Part) { $have = (Get-Item -LiteralPath $Part).Length }
    if ($have -gt $Version.size) {
        Remove-Item -LiteralPath $Part
        $have = 0
    }
    if ($have -eq $Version.size -and $have -gt 0) { return }
    $opened = Open-Place -Place $Place -From $have -Tag $Version.sha256
    try {
        $file = [System.IO.File]::Open($Part, 'OpenOrCreate', 'Write', 'None')
        try {
            $file.SetLength($opened.From)
            $null = $file.Seek($opened.From, 'Begin')
            $buffer = [byte[]]::new(1048576)
            $shown = [System.Diagnostics.Stopwatch]::StartNew()
            while (($count = $opened.Stream.Read($buffer, 0, $buffer.Length)) -gt 0) {
                if ($file.Position + $count -gt $Version.size) { throw "$Place is longer than its manifest says." }
                $file.Write($buffer, 0, $count)
                if ($shown.ElapsedMilliseconds -gt 500) {
                    Write-Progress -Activity $Activity -Status $Place -PercentComplete (100 * $file.Position / $Version.size)
                    $shown.Restart()
                }
            }
            $file.Flush($true)
            if ($file.Position -lt $Version.size) { throw "$Place ended early." }
        } finally {
            $file.Dispose()
        }
    } finally {
        $opened.Owner.Dispose()
        Write-Progress -Activity $Activity -Completed
    }
}

function Get-Sha256 {
    [OutputType([string])]
    param([string] $Path)
    (Get-FileHash -LiteralPath $Path -Algorithm SHA256).Hash.ToLowerInvariant()
}

function Test-Fit {
    # Whether an image is for an architecture and a language: as it was set to be, else as its indexes are.
    [OutputType([bool])]
    param([psobject] $Image)

    $architectures = @(if ($null -ne $Image.architecture) { $Image.architecture } else { $Image.indexes | ForEach-Object { $_.architecture } })
    $languages = @(if ($null -ne $Image.language) { $Image.language } else { $Image.indexes | ForEach-Object { $_.defaultLanguage; $_.languages } })
    $sameLanguage = @($languages | Where-Object { $_ -and ($_ -eq $Language -or "$_".StartsWith("$Language-", 'OrdinalIgnoreCase') -or $Language.StartsWith("$_-", 'OrdinalIgnoreCase')) })
    ($Image.name -like $ImageName) -and ($architectures -contains $Architecture) -and $sameLanguage.Count -gt 0
}

if (-not $Architecture) {
    $said = $env:PROCESSOR_ARCHITEW6432, $env:PROCESSOR_ARCHITECTURE, 'AMD64' | Where-Object { $_ } | Select-Object -First 1
    $Architecture = @{ AMD64 = 'x64'; ARM64 = 'arm64'; X86 = 'x86' }[$said.ToUpperInvariant()]
}
if (-not $Language) { $Language = [cultureinfo]::InstalledUICulture.Name }
$trusted = @($Trust | ForEach-Object { ($_ -replace '[\s:-]', '').ToLowerInvariant() })
$folder = $ExecutionContext.SessionState.Path.GetUnresolvedProviderPathFromPSPath($DestinationPath)
$isWeb = $Source -match '^https?://'
if ($isWeb) {
    # Windows PowerShell does not offer it by itself everywhere.
    [System.Net.ServicePointManager]::SecurityProtocol = [System.Net.ServicePointManager]::SecurityProtocol -bor [System.Net.SecurityProtocolType]::Tls12
    $Source = ($Source -replace 'manifest\.json$', '').TrimEnd('/') + '/'
} else {
    $Source = $ExecutionContext.SessionState.Path.GetUnresolvedProviderPathFromPSPath($Source)
}

function Join-Place([string] $Name) { if ($isWeb) { $Source + $Name } else { Join-Path -Path $Source -ChildPath $Name } }

function Invoke-Persistently([scriptblock] $Work) {
    for ($count = 1; ; $count++) {
        try {
            return & $Work
        } catch [System.Net.WebException], [System.IO.IOException], [System.Management.Automation.MethodInvocationException] {
            if ($count -ge $Attempt) { throw }
            Write-Warning -Message "$($_.Exception.Message) The next attempt is in $Wait s."
            Start-Sleep -Seconds $Wait
        }
    }
}

$known = Join-Path -Path $folder -ChildPath 'manifest.json'
$before = $null
if (Test-Path -LiteralPath $known) { $before = Read-Manifest -Text ([System.IO.File]::ReadAllText($known)) -From $known }
$place = Join-Place 'manifest.json'
$text = Invoke-Persistently { Get-ManifestText -Place $place }
$read = Read-Manifest -Text $text -From $place
if ($trusted -notcontains $read.Fingerprint) { throw "$place is signed with the key $($read.Fingerprint), which is not trusted." }
if ($null -ne $before -and $before.Fingerprint -eq $read.Fingerprint -and [datetime]$before.Manifest.created -gt [datetime]$read.Manifest.created) {
    throw "$place is older than the manifest of the fetch before ($known): somebody may offer an old version again."
}
$images = @($read.Manifest.images | Where-Object { Test-Fit $_ })
if ($images.Count -eq 0) { throw "$Source has no image like '$ImageName' for $Architecture and $Language." }

foreach ($image in $images) {
    $version = $image.versions[0]
    $name = [string]$image.fixedName
    if ($version.file -cnotmatch '^images/[0-9A-Za-z-]+/[0-9]+\.wim$' -or $name -match '[\\/:*?"<>|]|^\.' -or $name -notlike '*.wim' -or $version.sha256 -cnotmatch '^[0-9a-f]{64}$') {
        throw "$place names a file in a way that is not known."
    }
    $target = Join-Path -Path $folder -ChildPath $name
    $state = 'Present'
    $isThere = (Test-Path -LiteralPath $target) -and (Get-Item -LiteralPath $target).Length -eq $version.size -and (Get-Sha256 $target) -eq $version.sha256
    if (-not $isThere) {
        $isOurs = $null -ne $before -and @($before.Manifest.images | Where-Object { $_.fixedName -eq $name }).Count -gt 0
        if ((Test-Path -LiteralPath $target) -and -not $isOurs) { throw "$target was not fetched by this script, and is not replaced." }
        if (-not $PSCmdlet.ShouldProcess($target, "Fetch version $($version.sourceVersion) of $($image.name)")) { continue }
        $null = New-Item -Path $folder -ItemType Directory -Force
        $part = Join-Path -Path $folder -ChildPath "$($version.sha256).part"
        $others = @()
        if ($version.PSObject.Properties['urls']) { $others = @($version.urls | Where-Object { $_ -match '^https?://' }) }
        $places = @(Join-Place $version.file) + $others
        $round = [pscustomobject]@{ Number = 0 }
        Invoke-Persistently {
            $from = $places[$round.Number % $places.Count]
            $round.Number++
            Save-Part -Place $from -Part $part -Version $version -Activity "Fetching $($image.name)"
            if ((Get-Sha256 $part) -ne $version.sha256) {
                Remove-Item -LiteralPath $part
                throw [System.IO.IOException]::new("What came from $from is not what the manifest says. It was removed.")
            }
        }
        if (Test-Path -LiteralPath $target) { [System.IO.File]::Replace($part, $target, [NullString]::Value) }
        else { [System.IO.File]::Move($part, $target) }
        $state = 'Saved'
    }
    [pscustomobject]@{
        Name = $image.name; SourceVersion = $version.sourceVersion; Revision = $version.revision
        Path = $target; Size = $version.size; Sha256 = $version.sha256; State = $state
    }
}
if (-not $WhatIfPreference) {
    [System.IO.File]::WriteAllText($known, $text)
    # Parts of versions that are not offered any more.
    $wanted = @($images | ForEach-Object { "$($_.versions[0].sha256).part" })
    Get-ChildItem -LiteralPath $folder -Filter '*.part' | Where-Object { $_.Name -match '^[0-9a-f]{64}\.part$' -and $wanted -notcontains $_.Name } | Remove-Item
}
