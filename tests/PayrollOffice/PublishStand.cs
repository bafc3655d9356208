using System.Runtime.CompilerServices;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using SolidLoonfiches.Loonfiches;
using SolidLoonfiches.Sources;
using SolidLoonfiches.Vault;
using WireMock.RequestBuilders;
using WireMock.ResponseBuilders;
using WireMock.Server;

namespace SolidLoonfiches.PayrollOffice;

/// <summary>A vault that only takes: every read is refused, a PUT is answered as told.</summary>
internal sealed class PublishStand : IDisposable
{
    private readonly WireMockServer _server = WireMockServer.Start();
    private readonly ServiceProvider _services = new ServiceCollection().AddSolidVault(options => options.AllowLoopback = true).BuildServiceProvider();

    public PublishStand()
    {
        _server.Given(Request.Create()).AtPriority(100).RespondWith(Response.Create().WithStatusCode(403));
        Answer(201);
    }

    public Uri Container => new($"http://localhost:{_server.Port}/anna/loonfiches/");

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 11, 23, 18, 0, 0, TimeSpan.Zero));

    public VaultSession Office { get; } = new OfficeSession();

    public PayslipPublisher Publisher => new(_services.GetRequiredService<SolidVault>(), Clock);

    public string Journal { get; } = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());

    public StringWriter Errors { get; } = new();

    public IReadOnlyList<(string Method, string Path, string? IfNoneMatch, string Body)> Asked =>
        [.. _server.LogEntries.Select(entry => entry.RequestMessage!).Select(request => (request.Method, request.Path, request.Headers!.TryGetValue("If-None-Match", out var tag) ? tag[0] : null, request.Body ?? ""))];

    public void Answer(int status)
    {
        _server.Given(Request.Create().WithPath("/anna/*").UsingPut()).AtPriority(--_priority).RespondWith(Response.Create().WithStatusCode(status));
    }

    private int _priority;

    public Task<PublishOutcome> PublishAsync(Loonfiche slip, SigningKey? key = null) =>
        new PayslipPublisher(_services.GetRequiredService<SolidVault>(), Clock, key).PublishAsync(Container, slip, Office, TestContext.Current.CancellationToken);

    public async Task<PublishResult> RunAsync(string slips, bool csv = false)
    {
        using var journal = PublishJournal.Open(Journal);
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(slips.Replace("CONTAINER", Container.AbsoluteUri, StringComparison.Ordinal)));
        return await new PublishSlips(Publisher, Office, journal, new PublishProgress(TextWriter.Null, Errors, null, bar: false, Clock)).RunAsync(stream, csv, null, TestContext.Current.CancellationToken);
    }

    public static Loonfiche Slip(string reference) => new()
    {
        Id = reference,
        Employer = KboNumber.Parse("0123456749"),
        EmployerName = "Bakkerij De Korenaar BV",
        Worker = Insz.Parse("85073003328"),
        PeriodFrom = new DateOnly(2026, 10, 1),
        PeriodTo = new DateOnly(2026, 10, 31),
        PaidOn = new DateOnly(2026, 10, 30),
        Gross = Euro.Of(2500.00m),
        SocialSecurity = Euro.Of(326.75m),
        WithholdingTax = Euro.Of(245.12m),
        Nettoloon = Euro.Of(1928.13m),
        NetPaid = Euro.Of(1928.13m),
        Lines = [new PayLine("1000", "Maandloon", ComponentKind.BasePay, PaySection.Gross, Euro.Of(2500m))],
    };

    public static string Row(string reference, string gross = "2500.00", string more = "") => $$"""
        { "container": "CONTAINER", "reference": "{{reference}}", "employer": "0123456749", "worker": "85073003328",
          "periodFrom": "2026-10-01", "periodTo": "2026-10-31", "paidOn": "2026-10-30", "gross": {{gross}}, "socialSecurity": 326.75,
          "withholdingTax": 245.12, "nettoloon": 1928.13, "netPaid": 1928.13{{more}},
          "lines": [ { "code": "1000", "label": "Maandloon", "kind": "basePay", "section": "gross", "amount": {{gross}} } ] }
        """;

    public static string SourceFolder([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;

    public void Dispose()
    {
        Office.Dispose();
        Errors.Dispose();
        _services.Dispose();
        _server.Dispose();
        File.Delete(Journal);
    }

    private sealed class OfficeSession : VaultSession
    {
        private readonly DPoPKey _key = DPoPKey.Create(TimeProvider.System);

        public override Uri WebId => new("https://kantoor.example/#wij");

        public override ValueTask<VaultToken> TokenAsync(CancellationToken cancellation) => ValueTask.FromResult(new VaultToken("a-token", _key));

        protected override void Dispose(bool disposing)
        {
            _key.Dispose();
            base.Dispose(disposing);
        }
    }
}
