BeforeAll {
    Import-Module "$PSScriptRoot/ImgTest.psm1"
    $site = New-ImgTestSite -Image
    $name = $site.Image.Name
}
AfterAll { Remove-ImgTestSite $site }

Describe 'Send-ImgMulticast' {
    It 'is refused for an image that may not be sent so' {
        $record = Get-ImgTestError { Send-ImgMulticast $name }
        $record.FullyQualifiedErrorId | Should -Be 'ImgMulticastNotAllowed,Send-ImgMulticast'
    }

    It 'says with -WhatIf what would be sent, and warns that everybody can read along' {
        Set-ImgImage $name -MulticastAllow $true
        $result = Get-ImgImage $name | Send-ImgMulticast -Port 5100 -WhatIf -WarningVariable warnings -WarningAction SilentlyContinue
        $result.PSObject.TypeNames[0] | Should -Be 'Img.Multicast'
        $result.Applied | Should -BeFalse
        $result.Encrypted | Should -BeFalse
        $result.Sha256 | Should -Be $site.Image.Sha256
        $result.Port | Should -Be 5100
        "$warnings" | Should -BeLike '*read along*'
    }

    It 'says that nobody waits when the time is over' {
        Set-ImgImage $name -MulticastEncrypt $true
        $record = Get-ImgTestError { Send-ImgMulticast $name -InterfaceName 127.0.0.1 -Port 5210 -WaitMinutes 0.005 }
        $record.FullyQualifiedErrorId | Should -Be 'ImgMulticastNoReceiver,Send-ImgMulticast'
    }

    It 'is refused on an interface that is not there' {
        $record = Get-ImgTestError { Send-ImgMulticast $name -InterfaceName nowhere0 }
        $record.FullyQualifiedErrorId | Should -Be 'ImgRequestInvalid,Send-ImgMulticast'
    }
}
