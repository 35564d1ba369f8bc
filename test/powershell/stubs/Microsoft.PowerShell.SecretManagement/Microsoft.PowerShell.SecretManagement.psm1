# Stands for SecretManagement: two vaults that lie in the variables of the test.
function Get-Secret {
    [CmdletBinding()]
    [OutputType([string], [securestring])]
    param([string] $Name, [string] $Vault = 'usual', [switch] $AsPlainText)

    $vaults = @{ usual = @{ "it's" = 'found-in-usual' }; other = @{ "it's" = 'found-in-other' } }
    $value = $vaults[$Vault][$Name]
    if ($null -eq $value) {
        Write-Error -Message "The secret $Name was not found." -ErrorId GetSecretNotFound
        return
    }
    if ($AsPlainText) { $value } else { [securestring]::new() }
}
