using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SolidLoonfiches.Rdf;
using SolidLoonfiches.Vault;

namespace SolidLoonfiches.Dossiers.Tests;

public sealed class LetOfficeInOnSqliteTests(SqliteStore store) : LetOfficeInTests(store);

public sealed class LetOfficeInOnPostgresTests(PostgresStore store) : LetOfficeInTests(store);

/// <summary>The payroll office adds and does not read; on a real server in the end-to-end tests.</summary>
public abstract class LetOfficeInTests(TestStore store) : IDisposable
{
    private static readonly Uri Office = new("https://office.example/card#me");

    private readonly ScriptedVault _vault = new();
    private readonly NamedSession _citizen = new("citizen", ScriptedVault.Citizen);

    public void Dispose()
    {
        _vault.Dispose();
        _citizen.Dispose();
        GC.SuppressFinalize(this);
    }

    private async Task<(Desk Desk, Guid Consent)> OpenAsync()
    {
        var desk = await Desk.WithOneCaseAsync(store, services => services
            .Configure<PayrollOfficeOptions>(options => options.Known.Add(new PayrollOffice { Name = "Loonkantoor Voorbeeld", WebId = Office }))
            .AddHttpClient(VaultServices.HttpClientName).ConfigurePrimaryHttpMessageHandler(() => _vault));
        Assert.IsType<VaultAnswer<Uri>.Ok>(await desk.Services.GetRequiredService<SolidVault>().EnsureContainerAsync(new Uri(Slips.Container), _citizen, CancellationToken.None));
        return (desk, await desk.QueryAsync(db => db.Consents.Select(consent => consent.Id).SingleAsync()));
    }

    private Task<LetOfficeIn.Outcome> LetInAsync(Desk desk, Guid consent, Uri? office = null, int person = 1, VaultSession? session = null) =>
        desk.UseAsync<LetOfficeIn, LetOfficeIn.Outcome>(o => o.RunAsync(new LetOfficeIn.Command(consent, Slips.Person(person), office ?? Office, session ?? _citizen), CancellationToken.None));

    private Task<LetOfficeIn.Outcome> PutOutAsync(Desk desk, Guid consent, int person = 1) =>
        desk.UseAsync<LetOfficeIn, LetOfficeIn.Outcome>(o => o.RunAsync(new LetOfficeIn.PutOut(consent, Slips.Person(person), _citizen), CancellationToken.None));

    /// <summary>What the rules of the container let the office do.</summary>
    private List<string> Modes()
    {
        var rules = Turtle.Read(Encoding.UTF8.GetBytes(_vault.Rules ?? ""), Slips.Container + ".acl");
        return [.. rules.WithPredicate(Term.Iri("http://www.w3.org/ns/auth/acl#agent")).Where(t => t.Object.Value == Office.AbsoluteUri)
            .SelectMany(t => rules.Objects(t.Subject, Term.Iri("http://www.w3.org/ns/auth/acl#mode"))).Select(mode => mode.Value.Split('#')[1]).Distinct()];
    }

    [Fact]
    public async Task LetIn_ThenPutOut_AppendsInBetweenAndNeverReads()
    {
        var (desk, consent) = await OpenAsync();
        await using var _ = desk;
        Assert.Empty(Modes());

        Assert.Equal(LetOfficeIn.Outcome.Done, await LetInAsync(desk, consent));
        Assert.Equal(["Append"], Modes());
        Assert.Equal(LetOfficeIn.Outcome.Done, await LetInAsync(desk, consent));
        var letIn = await desk.QueryAsync(db => db.LetInOffices.AsNoTracking().SingleAsync());
        Assert.Equal((Office.AbsoluteUri, "Loonkantoor Voorbeeld", null), (letIn.WebId, letIn.Name, letIn.PutOutAt));

        Assert.Equal(LetOfficeIn.Outcome.Done, await PutOutAsync(desk, consent));
        Assert.Empty(Modes());
        Assert.NotNull((await desk.QueryAsync(db => db.LetInOffices.AsNoTracking().SingleAsync())).PutOutAt);
        Assert.Equal(LetOfficeIn.Outcome.NotFound, await PutOutAsync(desk, consent));
    }

    [Fact]
    public async Task LetIn_WhoIsNotOnTheListOrByWhoIsNotTheCitizen_IsNotDone()
    {
        var (desk, consent) = await OpenAsync();
        await using var _ = desk;
        Assert.Equal(LetOfficeIn.Outcome.NotFound, await LetInAsync(desk, consent, new Uri("https://office.example/card#other")));
        Assert.Equal(LetOfficeIn.Outcome.NotFound, await LetInAsync(desk, consent, person: 2));
        using var office = new NamedSession("citizen", Office.AbsoluteUri);
        Assert.Equal(LetOfficeIn.Outcome.NotFound, await LetInAsync(desk, consent, session: office));
        Assert.Equal(LetOfficeIn.Outcome.NotFound, await PutOutAsync(desk, consent));
        Assert.Null(_vault.Rules);
        Assert.Equal(0, await desk.QueryAsync(db => db.LetInOffices.CountAsync()));
    }

    [Fact]
    public async Task LetIn_WhereTheVaultRefuses_RecordsNothing()
    {
        var (desk, consent) = await OpenAsync();
        await using var _ = desk;
        _vault.Fault = (request, who) => request.Method == HttpMethod.Put ? HttpStatusCode.Forbidden : null;
        Assert.Equal(LetOfficeIn.Outcome.VaultFailed, await LetInAsync(desk, consent));
        Assert.Equal(0, await desk.QueryAsync(db => db.LetInOffices.CountAsync()));
    }

    [Fact]
    public async Task PutOut_WhereTheVaultRefuses_StillCountsAsIn()
    {
        var (desk, consent) = await OpenAsync();
        await using var _ = desk;
        await LetInAsync(desk, consent);
        _vault.Fault = (request, who) => request.Method == HttpMethod.Put ? HttpStatusCode.Forbidden : null;
        Assert.Equal(LetOfficeIn.Outcome.VaultFailed, await PutOutAsync(desk, consent));
        Assert.Equal(1, await desk.QueryAsync(db => db.LetInOffices.CountAsync(office => office.PutOutAt == null)));
    }
}
