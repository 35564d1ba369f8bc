BeforeAll {
    Import-Module "$PSScriptRoot/ImgTest.psm1"
    $site = New-ImgTestSite
    $mail = @{ Host = 'smtp.contoso.com'; From = 'a@contoso.com'; To = 'b@contoso.com' }
}
AfterAll { Remove-ImgTestSite $site }

Describe 'New-ImgNotification' {
    It 'says who is told of what, and names a secret' {
        $made = New-ImgNotification admins Mail -Setting ($mail + @{ User = 'me'; Password = @{ Secret = 'Smtp'; Vault = 'V' } }) -EventType RunFailed, ImageOld -ImageAge 60 -ImageName 'Win*'

        $made.PSObject.TypeNames[0] | Should -Be 'Img.Notification'
        $made.Channel | Should -Be mail
        $made.Event | Should -Be 'RunFailed', 'ImageOld'
        $made.ImageAge | Should -Be 60
        $made.Settings.Password.Secret | Should -Be Smtp
        $made.State | Should -Be never
        $made.Created | Should -BeOfType datetime
    }

    It 'takes the event log with no settings, and all events' {
        (New-ImgNotification log EventLog).Event.Count | Should -Be 11
    }

    It 'warns of what can be read on the way' {
        $null = New-ImgNotification hook Webhook -Setting @{ Url = 'http://contoso.com/hook' } -WarningVariable warned -WarningAction SilentlyContinue
        "$warned" | Should -Match 'plain http'
    }

    It 'adds nothing for -WhatIf' {
        New-ImgNotification later Mail -Setting $mail -WhatIf
        Get-ImgNotification 'l?ter' | Should -BeNullOrEmpty
    }

    It 'is refused: <Name>' -ForEach @(
        @{ Name = 'no settings'; Id = 'ImgNotificationInvalid'; Block = { New-ImgNotification x Mail } }
        @{ Name = 'a password as text'; Id = 'ImgNotificationInvalid'; Block = { New-ImgNotification x Mail -Setting ($mail + @{ User = 'a'; Password = 'hush' }) } }
        @{ Name = 'a name that is there'; Id = 'ImgNotificationExists'; Block = { New-ImgNotification ADMINS Mail -Setting $mail } }
    ) {
        (Get-ImgTestError $Block).FullyQualifiedErrorId | Should -Be "$Id,New-ImgNotification"
    }
}
