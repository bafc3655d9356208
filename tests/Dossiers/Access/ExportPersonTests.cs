using System.Text.Json;

namespace SolidLoonfiches.Dossiers.Tests;

public sealed class ExportPersonOnSqliteTests(SqliteStore store) : ExportPersonTests(store);

public sealed class ExportPersonOnPostgresTests(PostgresStore store) : ExportPersonTests(store);

/// <summary>All that is kept about one person, and nothing of anybody else.</summary>
public abstract class ExportPersonTests(TestStore store)
{
    [Fact]
    public async Task Export_OfAPerson_HasEveryKindOfThingThatHappened()
    {
        await using var desk = await Desk.WithOneCaseAsync(store);
        desk.Source.Put(Slips.Usable("juli", "2025-07", 900));
        await desk.CheckAsync("2025-07");
        await desk.DecideAsync("2025-07");
        await desk.UseAsync<RecordView, int>(async view =>
        {
            await view.RunAsync(new(desk.DossierId, null, Desk.Worker, ViewReason.Dossier), CancellationToken.None);
            return 0;
        });
        await desk.UseAsync<AskQuestion, AskQuestion.Outcome>(async a => await a.RunAsync(new((await desk.CurrentAsync("2025-07")).Id, null, null, "Waarom?", Slips.Person(1)), CancellationToken.None));
        var slip = await desk.QueryAsync(db => Task.FromResult(db.Slips.Single().Id));
        await desk.UseAsync<RaiseDispute, RaiseDispute.Outcome>(o => o.RunAsync(new(slip, Slips.Person(1), null, Loonfiches.Euro.Of(800m), "Ik werkte minder uren."), CancellationToken.None));
        await desk.UseAsync<AskCitizen, AskCitizen.Outcome>(async a => await a.RunAsync(new((await desk.CurrentAsync("2025-07")).Id, "Kreeg u nog ander loon?", Desk.Worker), CancellationToken.None));
        var request = await desk.AskAsync();
        await desk.UseAsync<RefuseRequest, RefuseRequest.Outcome>(r => r.RunAsync(new(request, Slips.Person(1), "nl"), CancellationToken.None));
        await desk.UseAsync<IssueReceipt, IssueReceipt.Outcome>(i => i.RunAsync(new(request, Slips.Person(1)), CancellationToken.None));
        await desk.PersonAsync(2);

        var export = await desk.UseAsync<ExportPerson, PersonExport>(e => e.RunAsync(Slips.Person(1), CancellationToken.None));

        var mine = Assert.Single(export.Dossiers);
        Assert.Equal(
            (2, 1, 1, 2, 1, 1, 1, 1, 1, 1, 1, 1),
            (mine.Facts.Count, mine.Requests.Count, mine.Consents.Count, mine.Events.Count, mine.Texts.Count, mine.Receipts.Count, mine.Reads.Count, mine.Payslips.Count, mine.Checks.Count, mine.Decisions.Count, mine.Questions.Count, mine.Looks.Count));
        Assert.Equal((900m, 800m, "Kreeg u nog ander loon?", "Els Janssens"), (Assert.Single(mine.Disputes).Amount, mine.Disputes[0].Claimed, Assert.Single(mine.Asked).Text, mine.Asked[0].AskedBy));
        Assert.Equal("Els Janssens", mine.Looks[0].By);
        Assert.NotEmpty(mine.Decisions[0].Steps);
        using var json = JsonDocument.Parse(export.Json());
        var dossier = json.RootElement.GetProperty("dossiers")[0];
        Assert.Equal(Slips.Person(1).Value, json.RootElement.GetProperty("insz").GetString());
        Assert.Equal(900m, dossier.GetProperty("payslips")[0].GetProperty("payslip").GetProperty("nettoloon").GetDecimal());
        Assert.Equal(mine.Checks[0].NewAmount, dossier.GetProperty("checks")[0].GetProperty("newAmount").GetDecimal());
        Assert.NotEqual(JsonValueKind.Undefined, dossier.GetProperty("checks")[0].GetProperty("calculation").ValueKind);
        Assert.DoesNotContain(Slips.Person(2).Value, json.RootElement.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Export_OfWhoHasNoDossier_IsEmpty()
    {
        await using var desk = await Desk.OpenAsync(store);
        Assert.Empty((await desk.UseAsync<ExportPerson, PersonExport>(e => e.RunAsync(Slips.Person(7), CancellationToken.None))).Dossiers);
    }
}

public sealed class ExportShapeTests
{
    /// <summary>What is written down is what is given, name by name.</summary>
    [Fact]
    public void Shape_EveryMember_StandsInTheDescription()
    {
        var description = OntologyFolder.Beside("../../../src/Dossiers/Access/EXPORT.md");
        var members = ((Type[])[typeof(PersonExport), .. typeof(PersonExport).GetNestedTypes()]).SelectMany(type => type.GetConstructors()[0].GetParameters()).Select(member => JsonNamingPolicy.CamelCase.ConvertName(member.Name!)).Distinct(StringComparer.Ordinal).ToList();

        Assert.True(members.Count > 60, $"{members.Count} members found");
        Assert.All(members, member => Assert.Contains($"`{member}`", description, StringComparison.Ordinal));
    }
}
