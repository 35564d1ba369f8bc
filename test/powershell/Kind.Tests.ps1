Describe 'the kinds of the module' {
    It 'are those of the contract' {
        Import-Module "$PSScriptRoot/ImgTest.psm1"
        $schema = Get-Content -Raw -LiteralPath "$PSScriptRoot/../../schemas/v1/kind.json" | ConvertFrom-Json

        InModuleScope ImgUpdate -Parameters @{ Kinds = $schema.enum } {
            $script:KindNames | Should -BeExactly $Kinds
            Get-ImgKindName -Name 'cumulativeUPDATE', 'no such' | Should -BeExactly 'CumulativeUpdate', 'no such'
        }
    }
}
