/**
 * Who signs the boot files of rehearsals: authorities with the names of the real ones, so that whoever tells them apart
 * has something to tell apart, and with the organisation "ImgUpdate Rehearsal", so that nobody takes them for the real
 * ones. No firmware trusts them. The key is no secret: it is here so that one spec always gives the same bytes.
 */
export type BootAuthority = '2011' | '2023';

export interface RehearsalAuthority {
  /** DER in base64. */
  authority: string;
  signer: string;
}

/** PKCS #1, DER in base64. */
export const rehearsalKey: string =
  'MIIEowIBAAKCAQEAs50U3YnjHCKtnSuyhUNESwlPmGmuonNKi97itzi/UV7GYOPH+xBCzGh6fXtucsnPBnbI8MV/2SRpZdcPiEgQdG8P' +
  'HyfQuNNPg88Xa/j0tHerjNmfpenIb4A80EsiPFYOY2dBnZp2YNcjjubP4bnpoo6tB/Bgp/8QEFPA7ZgP9/gHjU9Mvxibxz53bvyYHsyo' +
  'YAcJe5/NnIAcauIJMJ/QWYszdHN/EB2TRhgxhjG5p1gGJ5VoBRZh3+YXnlvLFKBiqIWonEO0SvpioUTvC76gBW/lcjSc6vbc9v/x6KIj' +
  'v12qFh12/KVOvVRyJDokZui35sYYYzbELAP6B+ogjcCGpQIDAQABAoIBAAfF7Ux+JmxGCu3xoW73f4ngzAdMUZC5vRjrCzRDOjJnD95L' +
  'FVFF/aIThnOORzQkDDfbJayX24XV99K+uS8ccUvcr5KZWkTZbkhFyt1zH4H86Nl2ZJydTr2WlusryT5Duikuo44SzHs57FHHpuj9rwEI' +
  'PDBLBJ/Yn8UZHtEZgt1oFbUIXDYool0IMBGwRAtSv6erkAHE7mUxtNxtzsq18UUBSv8nkVwiWGtZ6mTMc1Wu5FqOOlB8b+Mkq5ayqmGw' +
  'aiC86lFUjjGtqo0B1Tc6kl3nQ0OcMclzTSWorI9ycD5hpD7m219iAy6jga7gWK8DYYPbP2otPnZgDwFJWzo6CykCgYEA4J/kIGHIEzmy' +
  'frYEr3ihSG657Oq3FR78NM2HKKzdBlrasjkaVGOSN1iYrM9Qexl6A7pTTEfwQU0Uo2jxBO8gGX+dWB2uPU9VSfToACzFCRVo1fJMWFyc' +
  'pRQagvIUzqPkiqBZJ1O7lkhXeyKJKL7ZdkVte5GSRXLwpAjJD57DCE0CgYEAzLOw96akZ9GTXSAa+fLL2+wL58GteQDsttbnMFkXhb2P' +
  'rC2CmEEGsdChOyIT5AirCCP1sUIC9bcevZ/g30B8FSgAQDm6Fejn75EXqTUOnI78gfAxyzvHclsX9ZMyzpdMNQF1INxk5aQcAgGe+IKS' +
  'wz6rEC2UpE40rN0ANdHhI7kCgYBpK9PnKYFBJymg1F57PhLd1CIvgHI6bGiP3I9lBxLxr8Zn3f6q9nf2e//4IZVAHdyYNDxeIeym1o1M' +
  'OY1nzwKLjcnBARyczjFT0Fx0AII8z45nZexDDxG05SXIm8oMOoZ+Nbeohzb0lWiIWdI4hqtRCg7J5Y3EAJ4VX5usOZx9nQKBgQDGo6ia' +
  '6U6ooCqMN9d1rTI92zVCVCNuRINweeImfI3i7iw5PIB6Fr/UVUvgAhWjNvYhFCQbOp98qZJfGIIyonTGYua7bEkzcauAQh/fxujC684E' +
  'mXz4Zq4IPnVljM3Ew/TjiuKKXNRcM4AqQkBtjue0J2AAdvrC5lEfXeYSU/RRoQKBgBp2QEoGnisRV5l2YXddJfpVb+4UrRJ/i35IG7yj' +
  'j4RFgwBR7ELSJr8s3NCJ6aeO+5Rhcxhy5aKlOMnER75FpmhVHq/55kA6aBk33eQGG7oI590ZxWA64aTPjlGZ+5de3YxrL9BihdMBqGRc' +
  'Kp2ADHh2E8ALKI9eIDjEcyYfhfmu';

export const rehearsalAuthorities: Record<BootAuthority, RehearsalAuthority> = {
  2011: {
    authority:
      'MIIDbDCCAlSgAwIBAgIBAzANBgkqhkiG9w0BAQsFADBOMRwwGgYDVQQKDBNJbWdVcGRhdGUgUmVoZWFyc2FsMS4wLAYDVQQDDCVNaWNy' +
      'b3NvZnQgV2luZG93cyBQcm9kdWN0aW9uIFBDQSAyMDExMCAXDTI2MTEyOTA3Mzg1NVoYDzIxMjYxMTA1MDczODU1WjBOMRwwGgYDVQQK' +
      'DBNJbWdVcGRhdGUgUmVoZWFyc2FsMS4wLAYDVQQDDCVNaWNyb3NvZnQgV2luZG93cyBQcm9kdWN0aW9uIFBDQSAyMDExMIIBIjANBgkq' +
      'hkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAs50U3YnjHCKtnSuyhUNESwlPmGmuonNKi97itzi/UV7GYOPH+xBCzGh6fXtucsnPBnbI8MV/' +
      '2SRpZdcPiEgQdG8PHyfQuNNPg88Xa/j0tHerjNmfpenIb4A80EsiPFYOY2dBnZp2YNcjjubP4bnpoo6tB/Bgp/8QEFPA7ZgP9/gHjU9M' +
      'vxibxz53bvyYHsyoYAcJe5/NnIAcauIJMJ/QWYszdHN/EB2TRhgxhjG5p1gGJ5VoBRZh3+YXnlvLFKBiqIWonEO0SvpioUTvC76gBW/l' +
      'cjSc6vbc9v/x6KIjv12qFh12/KVOvVRyJDokZui35sYYYzbELAP6B+ogjcCGpQIDAQABo1MwUTAdBgNVHQ4EFgQUtqn5ANbo7bYUPX9z' +
      'd8FORxUk8YMwHwYDVR0jBBgwFoAUtqn5ANbo7bYUPX9zd8FORxUk8YMwDwYDVR0TAQH/BAUwAwEB/zANBgkqhkiG9w0BAQsFAAOCAQEA' +
      'hooZHq/5oFKcGo1rK8IAH3JiToaLcnrshLf9uc6EGL/17cH47/i4BcRezamJAAY+ws5BT8+bx+TRme2KH0V3L9DMKNT+p3MfX840zLsN' +
      'N6XvMrMoaukw+KRolrlgsk7Rk/bWPNTyM11spjlUYjhE1wNLMNW21YiD5GPzmSnMp1ChmEb1pkG77wJLnbQQVdmgqYO27tSHtpRZNwlx' +
      'TqP0f48QfSMl/dgq8rCUHFnfXmLSy6J9AvWu46x8iimLxOquDeiQvExo264bzv2TwUMd7DEWbtwj3pHBluEJXOcsYom22RVyrwqzSWXL' +
      'oIsp+/XNyEzZg69pHRNGGToIzUUwug==',
    signer:
      'MIIDSDCCAjCgAwIBAgIBBDANBgkqhkiG9w0BAQsFADBOMRwwGgYDVQQKDBNJbWdVcGRhdGUgUmVoZWFyc2FsMS4wLAYDVQQDDCVNaWNy' +
      'b3NvZnQgV2luZG93cyBQcm9kdWN0aW9uIFBDQSAyMDExMCAXDTI2MTEyOTA3Mzg1NVoYDzIxMjYxMTA1MDczODU1WjA8MRwwGgYDVQQK' +
      'DBNJbWdVcGRhdGUgUmVoZWFyc2FsMRwwGgYDVQQDDBNJbWdVcGRhdGUgUmVoZWFyc2FsMIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIB' +
      'CgKCAQEAs50U3YnjHCKtnSuyhUNESwlPmGmuonNKi97itzi/UV7GYOPH+xBCzGh6fXtucsnPBnbI8MV/2SRpZdcPiEgQdG8PHyfQuNNP' +
      'g88Xa/j0tHerjNmfpenIb4A80EsiPFYOY2dBnZp2YNcjjubP4bnpoo6tB/Bgp/8QEFPA7ZgP9/gHjU9Mvxibxz53bvyYHsyoYAcJe5/N' +
      'nIAcauIJMJ/QWYszdHN/EB2TRhgxhjG5p1gGJ5VoBRZh3+YXnlvLFKBiqIWonEO0SvpioUTvC76gBW/lcjSc6vbc9v/x6KIjv12qFh12' +
      '/KVOvVRyJDokZui35sYYYzbELAP6B+ogjcCGpQIDAQABo0EwPzATBgNVHSUEDDAKBggrBgEFBQcDAzAJBgNVHRMEAjAAMB0GA1UdDgQW' +
      'BBS2qfkA1ujtthQ9f3N3wU5HFSTxgzANBgkqhkiG9w0BAQsFAAOCAQEAkRfrgkYgrOunDRg9JwMQAY7iS1GSyXItbNcCndjEokyzURmC' +
      'O7/T0e4grhklxUdW0s2WzrrOfBziW1OINDk7HXlQ1fsy4eoTsWKuXTK485rQmpfrcuCKqdC/V1Uy3aVWgCoVG+4CBKme4QjOwJpi1GyS' +
      'vEEWDVqjZh4VpHGq1IXayOmfQovRwt0ln9H6+KR1DM5//mCCL7PTprteQfQXs5WIJNHjGkXiYSSVgjKBYmBN/VegruBmWB0jZDFfoWn+' +
      'ZX/7fe7tFCYFjUqNYDM1XIyyjOL4A9zFfB828l7Y3jnspKYZrtX/5HgIER8K4eOaLsDT/Vd5/FwJzrhwVPgcMg==',
  },
  2023: {
    authority:
      'MIIDSjCCAjKgAwIBAgIBATANBgkqhkiG9w0BAQsFADA9MRwwGgYDVQQKDBNJbWdVcGRhdGUgUmVoZWFyc2FsMR0wGwYDVQQDDBRXaW5k' +
      'b3dzIFVFRkkgQ0EgMjAyMzAgFw0yNjExMjkwNzM4NTVaGA8yMTI2MTEwNTA3Mzg1NVowPTEcMBoGA1UECgwTSW1nVXBkYXRlIFJlaGVh' +
      'cnNhbDEdMBsGA1UEAwwUV2luZG93cyBVRUZJIENBIDIwMjMwggEiMA0GCSqGSIb3DQEBAQUAA4IBDwAwggEKAoIBAQCznRTdieMcIq2d' +
      'K7KFQ0RLCU+Yaa6ic0qL3uK3OL9RXsZg48f7EELMaHp9e25yyc8GdsjwxX/ZJGll1w+ISBB0bw8fJ9C400+Dzxdr+PS0d6uM2Z+l6chv' +
      'gDzQSyI8Vg5jZ0GdmnZg1yOO5s/huemijq0H8GCn/xAQU8DtmA/3+AeNT0y/GJvHPndu/JgezKhgBwl7n82cgBxq4gkwn9BZizN0c38Q' +
      'HZNGGDGGMbmnWAYnlWgFFmHf5heeW8sUoGKohaicQ7RK+mKhRO8LvqAFb+VyNJzq9tz2//HooiO/XaoWHXb8pU69VHIkOiRm6Lfmxhhj' +
      'NsQsA/oH6iCNwIalAgMBAAGjUzBRMB0GA1UdDgQWBBS2qfkA1ujtthQ9f3N3wU5HFSTxgzAfBgNVHSMEGDAWgBS2qfkA1ujtthQ9f3N3' +
      'wU5HFSTxgzAPBgNVHRMBAf8EBTADAQH/MA0GCSqGSIb3DQEBCwUAA4IBAQA2GPIjKXS7bc7fg+pj43vxEht9u3t1gmwqdejhqtC4BV3/' +
      'GPNLS8oXnxoM8UNuufexno5u51DYxAnK1/boUOZMOzz7Tl+n/jNia+j8jrSxvRSiREyVVvu3DGGcWDdKF+Mm4Y6Cm+hmhgtNRaJaJWHN' +
      'CjwJqNsQXmQNYtT9Hxzv9O8Vin2YVVPMnD2v2Hz/y2hzQDG1FmygapXJjluFnR2n+zRGVlFR4V8afSvqLp222Sa60Fj6czsWvmltd3xj' +
      'LaCo3CtD+C+ztknpAkokH1zxD3vgHzsDRX+4Ezk1MbdPy4/dGtaKacxrGwbbqz2JxMsNfKhXqocJLyW8xs0tfYZI',
    signer:
      'MIIDNzCCAh+gAwIBAgIBAjANBgkqhkiG9w0BAQsFADA9MRwwGgYDVQQKDBNJbWdVcGRhdGUgUmVoZWFyc2FsMR0wGwYDVQQDDBRXaW5k' +
      'b3dzIFVFRkkgQ0EgMjAyMzAgFw0yNjExMjkwNzM4NTVaGA8yMTI2MTEwNTA3Mzg1NVowPDEcMBoGA1UECgwTSW1nVXBkYXRlIFJlaGVh' +
      'cnNhbDEcMBoGA1UEAwwTSW1nVXBkYXRlIFJlaGVhcnNhbDCCASIwDQYJKoZIhvcNAQEBBQADggEPADCCAQoCggEBALOdFN2J4xwirZ0r' +
      'soVDREsJT5hprqJzSove4rc4v1FexmDjx/sQQsxoen17bnLJzwZ2yPDFf9kkaWXXD4hIEHRvDx8n0LjTT4PPF2v49LR3q4zZn6XpyG+A' +
      'PNBLIjxWDmNnQZ2admDXI47mz+G56aKOrQfwYKf/EBBTwO2YD/f4B41PTL8Ym8c+d278mB7MqGAHCXufzZyAHGriCTCf0FmLM3RzfxAd' +
      'k0YYMYYxuadYBieVaAUWYd/mF55byxSgYqiFqJxDtEr6YqFE7wu+oAVv5XI0nOr23Pb/8eiiI79dqhYddvylTr1UciQ6JGbot+bGGGM2' +
      'xCwD+gfqII3AhqUCAwEAAaNBMD8wEwYDVR0lBAwwCgYIKwYBBQUHAwMwCQYDVR0TBAIwADAdBgNVHQ4EFgQUtqn5ANbo7bYUPX9zd8FO' +
      'RxUk8YMwDQYJKoZIhvcNAQELBQADggEBACHn0l9kPrs5yiPUQ4vIGJ0AMh+O4/2XGgBfT3st+mxFoJc/0W2tY5svW5Wh4wcvWqfhnmRp' +
      'cvYNoy+3PGOKX3KLgbEX7MRnIvrwfAVwL+xg/2Zx/M6gL68V+as+psdwCH2+WOCt2nLfN+RpKIIw7YGJOrLkJ3Ur/VyDTOl4iPro9r4y' +
      'vwtyjt+E5yHzJeRyVG6sR8oJFmcGonimGWLWwDfeWyHJ6LgB6EozZ/o/JnVFhBp3gWktoCkt9Tp8YNMvHIPYyw86xoNvIkWPDH1Hq5of' +
      'lgvLsAMArXOtOo0RS3IEB9bmQ6iCSoA9VopGpQXtmOmWVXDAHicIu5jUaBaup9U=',
  },
};
