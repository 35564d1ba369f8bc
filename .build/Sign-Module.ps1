<#
Signs the scripts, manifests and views below a folder with Set-AuthenticodeSignature. See sign.ts for the variables.
Ends with an error when a file could not be signed.
#>
param([Parameter(Mandatory)] [string] $Folder)

$ErrorActionPreference = 'Stop'
if ($env:IMGUPDATE_SIGN_PFX) {
    $flags = [System.Security.Cryptography.X509Certificates.X509KeyStorageFlags]::EphemeralKeySet
    $certificate = New-Object -TypeName System.Security.Cryptography.X509Certificates.X509Certificate2 -ArgumentList $env:IMGUPDATE_SIGN_PFX, $env:IMGUPDATE_SIGN_PASSWORD, $flags
} else {
    $places = 'Cert:\CurrentUser\My', 'Cert:\LocalMachine\My'
    $certificate = Get-ChildItem -Path $places -CodeSigningCert |
        Where-Object -Property Thumbprint -EQ $env:IMGUPDATE_SIGN_THUMBPRINT | Select-Object -First 1
    if ($null -eq $certificate) {
        throw "No code signing certificate $env:IMGUPDATE_SIGN_THUMBPRINT is in $($places -join ' or ')."
    }
}

$option = @{ Certificate = $certificate; HashAlgorithm = 'SHA256'; IncludeChain = 'NotRoot' }
if ($env:IMGUPDATE_SIGN_TIMESTAMP) {
    $option['TimestampServer'] = $env:IMGUPDATE_SIGN_TIMESTAMP
}
$files = Get-ChildItem -LiteralPath $Folder -Recurse -File -Include '*.ps1', '*.psm1', '*.psd1', '*.ps1xml'
$unsigned = foreach ($file in $files) {
    $signature = Set-AuthenticodeSignature -LiteralPath $file.FullName @option
    if ($signature.Status -ne 'Valid') { "$($file.FullName): $($signature.StatusMessage)" }
}
if ($unsigned) {
    throw ($unsigned -join [System.Environment]::NewLine)
}
Write-Output "Signed $(@($files).Count) files as $($certificate.Subject)."
