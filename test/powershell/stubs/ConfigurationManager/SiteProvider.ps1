# The provider of the drive of a site: every path is there.
if (-not ('ImgUpdate.Stub.SiteProvider' -as [type])) {
    Add-Type -TypeDefinition @'
using System.Management.Automation;
using System.Management.Automation.Provider;
namespace ImgUpdate.Stub {
    [CmdletProvider("CMSite", ProviderCapabilities.None)]
    public class SiteProvider : NavigationCmdletProvider {
        protected override bool IsValidPath(string path) { return true; }
        protected override bool ItemExists(string path) { return true; }
        protected override bool IsItemContainer(string path) { return true; }
        protected override PSDriveInfo NewDrive(PSDriveInfo drive) { return drive; }
    }
}
'@
}
