using System.Text;
using SolidLoonfiches.Loonfiches;
using SolidLoonfiches.Sources;
using SolidLoonfiches.Vault;

namespace SolidLoonfiches.PayrollOffice;

public sealed class PayslipPublisherTests
{
    private static readonly DateOnly Today = new(2026, 11, 23);

    [Fact]
    public async Task Publish_NewSlip_IsPutOnceUnderItsStableNameAndNeverRead()
    {
        using var stand = new PublishStand();

        var published = Assert.IsType<PublishOutcome.Published>(await stand.PublishAsync(PublishStand.Slip("2026-10/17")));

        Assert.Matches(@"/anna/loonfiches/2026-10-0123456749-[0-9a-f]{12}\.ttl$", published.Url.AbsoluteUri);
        var (method, path, condition, body) = Assert.Single(stand.Asked);
        Assert.Equal(("PUT", published.Url.AbsolutePath, "*"), (method, path, condition));
        var fits = Assert.IsType<PayslipVerdict.Fits>(PayslipDocument.Read(Encoding.UTF8.GetBytes(body), published.Url, Insz.Parse("85073003328"), Today));
        Assert.Equal(published.Url.AbsoluteUri, fits.Loonfiche.Id);
        Assert.Equal(PublishStand.Slip("x").Lines, fits.Loonfiche.Lines);
        Assert.Equal(PublishStand.Slip("x") with { Id = "", Lines = [] }, fits.Loonfiche with { Id = "", Lines = [] });
        Assert.Contains("https://kantoor.example/#wij", body, StringComparison.Ordinal);
        Assert.Contains("2026-11-23T18:00:00Z", body, StringComparison.Ordinal);
        Assert.DoesNotContain("_:", body, StringComparison.Ordinal);
    }

    [Fact]
    public void UrlOf_SameReference_IsTheSameWhateverTheAmounts()
    {
        var container = new Uri("https://kluis.example/anna/loonfiches/");
        var slip = PublishStand.Slip("a");

        Assert.Equal(PayslipPublisher.UrlOf(container, slip, "a"), PayslipPublisher.UrlOf(container, slip with { Gross = Euro.Of(1m) }, "a"));
        Assert.NotEqual(PayslipPublisher.UrlOf(container, slip, "a"), PayslipPublisher.UrlOf(container, slip, "b"));
        Assert.Equal(new Uri(container, "x.ttl"), PayslipPublisher.UrlOf(container, slip, "https://kluis.example/anna/loonfiches/x.ttl#loon"));
        Assert.Null(PayslipPublisher.UrlOf(container, slip, "https://kluis.example/bob/loonfiches/x.ttl"));
        Assert.Null(PayslipPublisher.UrlOf(container, slip, "https://kluis.example/anna/loonfiches/../../bob/x.ttl"));
    }

    [Fact]
    public async Task Publish_Correction_NamesTheEarlierDocument()
    {
        using var stand = new PublishStand();
        var first = Assert.IsType<PublishOutcome.Published>(await stand.PublishAsync(PublishStand.Slip("17")));

        var second = Assert.IsType<PublishOutcome.Published>(await stand.PublishAsync(PublishStand.Slip("17 bis") with { Corrects = "17" }));

        Assert.NotEqual(first.Url, second.Url);
        var fits = Assert.IsType<PayslipVerdict.Fits>(PayslipDocument.Read(Encoding.UTF8.GetBytes(stand.Asked[1].Body), second.Url, null, Today));
        Assert.Equal(first.Url.AbsoluteUri, fits.Loonfiche.Corrects);
    }

    [Theory]
    [InlineData(201, typeof(PublishOutcome.Published))]
    [InlineData(412, typeof(PublishOutcome.AlreadyThere))]
    [InlineData(403, typeof(PublishOutcome.NotAllowed))]
    [InlineData(401, typeof(PublishOutcome.NotSignedIn))]
    [InlineData(404, typeof(PublishOutcome.Failed))]
    [InlineData(503, typeof(PublishOutcome.Failed))]
    public async Task Publish_AnswerOfTheVault_IsToldApart(int status, Type outcome)
    {
        using var stand = new PublishStand();
        stand.Answer(status);

        Assert.IsType(outcome, await stand.PublishAsync(PublishStand.Slip("17")));
    }

    [Fact]
    public async Task Publish_SlipThatOurShapesRefuse_IsNotSent()
    {
        using var stand = new PublishStand();

        var refused = Assert.IsType<PublishOutcome.Refused>(await stand.PublishAsync(PublishStand.Slip("17") with { Nettoloon = Euro.Of(1928.14m), NetPaid = Euro.Of(1928.14m) }));

        Assert.Equal("arithmetic:nettoloon", Assert.Single(refused.Problems).Code);
        Assert.Empty(stand.Asked);
    }

    [Fact]
    public async Task Publish_CorrectionOfADocumentOfSomebodyElse_IsNotSent()
    {
        using var stand = new PublishStand();

        var refused = Assert.IsType<PublishOutcome.Refused>(await stand.PublishAsync(PublishStand.Slip("17") with { Corrects = "https://kluis.example/bob/x.ttl" }));

        Assert.Equal("correctsElsewhere", Assert.Single(refused.Problems).Code);
        Assert.Empty(stand.Asked);
    }

    [Fact]
    public async Task Publish_NoServer_Failed()
    {
        using var stand = new PublishStand();

        var failed = Assert.IsType<PublishOutcome.Failed>(await stand.Publisher.PublishAsync(new Uri("http://localhost:9/anna/"), PublishStand.Slip("17"), stand.Office, TestContext.Current.CancellationToken));

        Assert.Equal(VaultFault.Unreachable, failed.Fault);
    }
}
