BeforeAll {
    Import-Module "$PSScriptRoot/ImgTest.psm1"
    $site = New-ImgTestSite
    $folder = Join-Path -Path $site.Folder -ChildPath 'received'
    $key = 'ab' * 32
}
AfterAll { Remove-ImgTestSite $site }

Describe 'Receive-ImgMulticast' {
    It 'says with -WhatIf where it would be kept, and makes nothing' {
        $result = Receive-ImgMulticast $folder -TrustedKey $key -WhatIf
        $result.PSObject.TypeNames[0] | Should -Be 'Img.ReceivedImage'
        $result.Applied | Should -BeFalse
        $folder | Should -Not -Exist
    }

    It 'is refused without a key that is trusted' {
        $record = Get-ImgTestError { Receive-ImgMulticast $folder }
        $record.FullyQualifiedErrorId | Should -Be 'ImgRequestInvalid,Receive-ImgMulticast'
        $record.Exception.Message | Should -BeLike '*key of the site that sends*'
    }

    It 'is refused with something that is no key' {
        (Get-ImgTestError { Receive-ImgMulticast $folder -TrustedKey me }).FullyQualifiedErrorId |
            Should -Be 'ImgRequestInvalid,Receive-ImgMulticast'
    }

    It 'says in one sentence what is missing, or that nobody sent, and leaves nothing behind' {
        $record = Get-ImgTestError { Receive-ImgMulticast $folder -TrustedKey $key -InterfaceName 127.0.0.1 -Port 5220 -WaitMinutes 0.005 }
        # Without UFTP on this machine it is missing; with it, nobody sends.
        $record.FullyQualifiedErrorId | Should -BeIn 'ImgMulticastToolMissing,Receive-ImgMulticast', 'ImgMulticastNoSender,Receive-ImgMulticast'
        @(Get-ChildItem -LiteralPath $folder -Force).Count | Should -Be 0
    }
}
