using System.Net;

namespace SolidLoonfiches.Vault.Tests;

public sealed class AddressGuardTests
{
    /// <summary>First and last of each range that IANA does not hold to be globally reachable, and forms that hide one.</summary>
    public static TheoryData<string> Refused() =>
    [
        "0.0.0.0", "0.255.255.255", "10.0.0.0", "10.255.255.255", "100.64.0.0", "100.127.255.255", "127.0.0.1", "127.255.255.255",
        "169.254.0.0", "169.254.169.254", "169.254.255.255", "172.16.0.0", "172.31.255.255", "192.0.0.0", "192.0.0.255", "192.0.2.0", "192.0.2.255",
        "192.88.99.0", "192.88.99.255", "192.168.0.0", "192.168.255.255", "198.18.0.0", "198.19.255.255", "198.51.100.0", "198.51.100.255",
        "203.0.113.0", "203.0.113.255", "224.0.0.0", "239.255.255.255", "240.0.0.0", "255.255.255.255",
        "::", "::1", "::7f00:1", "::ffff:127.0.0.1", "::ffff:10.1.2.3", "::ffff:169.254.169.254", "64:ff9b::", "64:ff9b::7f00:1", "64:ff9b:1::1",
        "100::1", "2001::1", "2001:1ff:ffff::", "2001:db8::", "2001:db8:ffff:ffff:ffff:ffff:ffff:ffff", "2002::1", "2002:7f00:1::", "3fff::1",
        "5f00::1", "fc00::", "fdff:ffff::1", "fe80::1", "febf::1", "fec0::1", "ff00::", "ff02::1", "4000::1",
    ];

    public static TheoryData<string> Allowed() =>
    [
        "1.0.0.0", "9.255.255.255", "11.0.0.0", "100.63.255.255", "100.128.0.0", "126.255.255.255", "128.0.0.0", "169.253.255.255", "169.255.0.0",
        "172.15.255.255", "172.32.0.0", "192.0.1.0", "192.167.255.255", "192.169.0.0", "198.17.255.255", "198.20.0.0", "223.255.255.255",
        "2001:200::1", "2003::1", "2a00::1", "2606:4700::1111", "::ffff:1.1.1.1",
    ];

    [Theory]
    [MemberData(nameof(Refused))]
    public void Allows_NotGloballyReachable_Refused(string address) => Assert.False(AddressGuard.Allows(IPAddress.Parse(address), allowLoopback: false));

    [Theory]
    [MemberData(nameof(Allowed))]
    public void Allows_GloballyReachable_Allowed(string address) => Assert.True(AddressGuard.Allows(IPAddress.Parse(address), allowLoopback: false));

    [Theory]
    [InlineData("127.0.0.1", true)]
    [InlineData("::1", true)]
    [InlineData("10.1.2.3", true)]
    [InlineData("::ffff:192.168.1.1", true)]
    [InlineData("fd00::1", true)]
    [InlineData("169.254.169.254", false)]
    [InlineData("::ffff:169.254.169.254", false)]
    [InlineData("fe80::1", false)]
    [InlineData("0.0.0.0", false)]
    [InlineData("64:ff9b::7f00:1", false)]
    [InlineData("224.0.0.1", false)]
    public void Allows_OnAStand_OwnNetworkButNoMetadata(string address, bool allowed) => Assert.Equal(allowed, AddressGuard.Allows(IPAddress.Parse(address), allowLoopback: true));

    [Theory]
    [InlineData("https://pod.example/x", false, true)]
    [InlineData("https://pod.example:8443/x", false, true)]
    [InlineData("http://pod.example/x", false, false)]
    [InlineData("http://localhost:3000/x", false, false)]
    [InlineData("http://localhost:3000/x", true, true)]
    [InlineData("http://citizen.localhost:3000/x", true, true)]
    [InlineData("http://127.0.0.1:3000/x", true, true)]
    [InlineData("http://pod.example/x", true, false)]
    [InlineData("http://10.0.0.1/x", true, false)]
    [InlineData("https://user@pod.example/x", false, false)]
    [InlineData("https://user:secret@pod.example/x", true, false)]
    [InlineData("https://pod.example:22/x", false, false)]
    [InlineData("https://pod.example:25/x", false, false)]
    [InlineData("ftp://pod.example/x", true, false)]
    [InlineData("file:///etc/passwd", true, false)]
    [InlineData("javascript:alert(1)", true, false)]
    [InlineData("urn:uuid:1", true, false)]
    public void Refusal_Url_OnlyHttpsOrAStand(string url, bool allowLoopback, bool allowed) =>
        Assert.Equal(allowed, AddressGuard.Refusal(new Uri(url), allowLoopback) is null);

    [Theory]
    [InlineData("https://127.0.0.1:9/x")]
    [InlineData("https://localhost:9/x")]
    [InlineData("https://[::1]:9/x")]
    [InlineData("https://[::ffff:127.0.0.1]:9/x")]
    [InlineData("https://2130706433:9/x")]
    [InlineData("https://0x7f.1:9/x")]
    [InlineData("https://169.254.169.254/latest/meta-data")]
    [InlineData("https://10.0.0.1/x")]
    public async Task GetAsync_AddressThatMayNotBeVisited_AddressRefusedBeforeConnecting(string url)
    {
        await using var harness = new Harness(o => o.AllowLoopback = false);
        using var session = new FixedSession();
        var broken = Ends.Is<VaultAnswer<VaultDocument>.Broken>(await harness.Vault.GetAsync(new Uri(url), null, session, CancellationToken.None));
        Assert.Equal(VaultFault.AddressRefused, broken.Fault);
    }

    [Theory]
    [InlineData("https://[::1]/me")]
    [InlineData("https://127.1/me")]
    public async Task ReadWebId_OwnNetwork_NotResolved(string webId)
    {
        await using var harness = new Harness(o => o.AllowLoopback = false);
        Assert.Equal(VaultFault.AddressRefused, Ends.Is<WebIdAnswer.NotResolved>(await harness.Vault.ReadWebIdAsync(webId, CancellationToken.None)).Fault);
    }
}
