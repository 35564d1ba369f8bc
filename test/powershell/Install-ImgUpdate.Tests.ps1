BeforeAll {
    Import-Module "$PSScriptRoot/ImgTest.psm1"
    $site = New-ImgTestSite
}
AfterAll { Remove-ImgTestSite $site }

Describe 'Install-ImgUpdate' {
    It 'says on another system that it works on Windows alone (not run on Windows: it works there)' -Skip:([System.IO.Path]::DirectorySeparatorChar -eq '\') {
        $problem = Get-ImgTestError { Install-ImgUpdate -Target Mandatory -ScanTimeout 60 -RetryCount 0 -Confirm:$false }
        $problem.FullyQualifiedErrorId | Should -BeLike 'ImgWindowsRequired*'
        (Get-ImgTestError { Install-ImgUpdate -WhatIf }).FullyQualifiedErrorId | Should -BeLike 'ImgWindowsRequired*'
    }

    It 'takes no target, timer or number of retries that the step does not have' {
        { Install-ImgUpdate -Target Some -WhatIf } | Should -Throw -ErrorId 'ParameterArgumentValidationError,Install-ImgUpdate'
        { Install-ImgUpdate -RetryCount 6 -WhatIf } | Should -Throw -ErrorId 'ParameterArgumentValidationError,Install-ImgUpdate'
        { Install-ImgUpdate -ScanTimeout 0 -WhatIf } | Should -Throw -ErrorId 'ParameterArgumentValidationError,Install-ImgUpdate'
    }
}
