using Microsoft.EntityFrameworkCore;
using SolidLoonfiches.Leefloon;
using SolidLoonfiches.Loonfiches;

namespace SolidLoonfiches.Dossiers.Tests;

public sealed class FactsOnSqliteTests(SqliteStore store) : FactsTests(store);

public sealed class FactsOnPostgresTests(PostgresStore store) : FactsTests(store);

/// <summary>Opening a dossier and keeping its facts.</summary>
public abstract class FactsTests(TestStore store)
{
    private static Task<OpenDossier.Outcome> OpenAsync(Desk desk, int serial, Staff? by = null, string name = "Peeters, An") =>
        desk.UseAsync<OpenDossier, OpenDossier.Outcome>(o => o.RunAsync(new(Slips.Person(serial), name, by ?? Desk.Worker), CancellationToken.None));

    [Fact]
    public async Task Open_OncePerPersonAndOcmw_NumbersOnThroughTheYear()
    {
        await using var desk = await Desk.OpenAsync(store);

        Assert.Equal(new OpenDossier.Outcome.AlreadyOpen(desk.DossierId), await OpenAsync(desk, 1));
        Assert.Equal("2025-0002", Assert.IsType<OpenDossier.Outcome.Opened>(await OpenAsync(desk, 2)).Number);
        Assert.Equal("ocmw", Assert.IsType<OpenDossier.Outcome.Refused>(await OpenAsync(desk, 3, new Staff("x", "0123456749", "X", null))).Field);
        Assert.Equal("name", Assert.IsType<OpenDossier.Outcome.Refused>(await OpenAsync(desk, 3, name: " ")).Field);

        await desk.RunAsync(async db =>
        {
            db.Ocmws.Add(new Ocmw { Kbo = "0123456749", Name = "OCMW Aalst" });
            db.Dossiers.Add(new Dossier { Id = Guid.NewGuid(), OcmwKbo = Desk.Ocmw, Number = "2025-10000", Insz = Slips.Person(9), Name = "N", SocialWorkerId = Desk.Worker.Id, OpenedAt = desk.Clock.GetUtcNow(), OpenedBy = Desk.Worker.Id });
            await db.SaveChangesAsync();
        });
        Assert.Equal("2025-10001", Assert.IsType<OpenDossier.Outcome.Opened>(await OpenAsync(desk, 1, new Staff("sub-2", "0123456749", "Jan", null))).Number);
    }

    [Fact]
    public async Task Open_ManyAtTheSameMoment_GivesEachANumberOfItsOwn()
    {
        await using var desk = await Desk.OpenAsync(store);

        var outcomes = await Task.WhenAll(Enumerable.Range(2, 8).Select(serial => Task.Run(() => OpenAsync(desk, serial))));

        Assert.Equal(Enumerable.Range(2, 8).Select(n => $"2025-000{n}"), outcomes.Cast<OpenDossier.Outcome.Opened>().Select(o => o.Number).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Record_EveryKindOfFact_ComesBackAsItWas()
    {
        await using var desk = await Desk.OpenAsync(store);
        Fact[] facts =
        [
            new CategoryFact(Categorie.GezinTenLaste),
            new RightFact(Desk.Day("2025-12-31")),
            new CohabitantFact("partner", Relatie.Partner, Euro.Of(12345.67m), false, Euro.Zero, false, true),
            new OtherMeansFact("onderhoudsgeld", Bestaansmiddelsoort.OnderhoudsgeldVoorKinderen, Euro.Of(1200m)),
            new ExemptionFact(Vrijstellingssoort.Knelpuntberoep, Desk.Day("2024-05-01"), [new Periode(Desk.Day("2024-05-01"), Desk.Day("2024-06-30"))], Desk.Day("2024-05-01")),
            new EmploymentFact(Slips.Bakker, "Bakkerij De Korenaar", null),
            new ReviewFact(),
        ];
        foreach (var fact in facts)
        {
            await desk.RecordAsync("2025-01-01", fact);
        }

        var stored = await desk.QueryAsync(db => db.Facts.AsNoTracking().OrderBy(f => f.RecordedAt).ToListAsync());
        Assert.Equal(facts.Select(f => System.Text.Json.JsonSerializer.Serialize(f)), stored.Select(f => System.Text.Json.JsonSerializer.Serialize(f.Value)));
        Assert.All(stored, f => Assert.Equal((Desk.Worker.Id, "gezien in het gesprek", Desk.Day("2025-01-01")), (f.RecordedBy, f.Evidence, f.From)));
    }

    [Fact]
    public async Task Record_DossierOfAnotherOcmw_IsNotFound()
    {
        await using var desk = await Desk.OpenAsync(store);

        Assert.IsType<RecordFact.Outcome.NotFound>(await desk.TryRecordAsync("2025-01-01", new RightFact(null), by: Desk.Worker with { OcmwKbo = "0123456749" }));
        Assert.IsType<RecordFact.Outcome.NotFound>(await desk.TryRecordAsync("2025-01-01", new RightFact(null), dossier: Guid.NewGuid()));
    }

    [Fact]
    public async Task Record_WhatTheLawCannotUse_IsRefusedByField()
    {
        await using var desk = await Desk.OpenAsync(store);
        await desk.RecordAsync("2025-01-01", new RightFact(Desk.Day("2025-06-30")));
        await desk.RecordAsync("2025-01-01", new CohabitantFact("partner", Relatie.Partner, Euro.Zero, false, Euro.Zero, false, true));

        (string From, Fact Fact, string Field)[] refused =
        [
            ("1850-01-01", new CategoryFact(Categorie.Alleenstaand), "from"),
            ("2025-01-01", new CategoryFact((Categorie)4), "category"),
            ("2025-06-30", new RightFact(null), "from"),
            ("2024-01-01", new RightFact(null), "from"),
            ("2025-08-01", new RightFact(Desk.Day("2025-07-30")), "to"),
            ("2025-05-01", new CohabitantFact("andere", Relatie.Partner, Euro.Zero, false, Euro.Zero, false, true), "relation"),
            ("2025-05-01", new CohabitantFact("moeder", Relatie.Ouder, Euro.Of(-1m), true, Euro.Zero, false, true), "resourcesPerYear"),
            ("2025-05-01", new CohabitantFact("", Relatie.Ouder, Euro.Zero, true, Euro.Zero, false, true), "person"),
            ("2025-05-01", new OtherMeansFact("huur", Bestaansmiddelsoort.Ander, Euro.Of(-0.01m)), "perYear"),
            ("2025-05-01", new ExemptionFact(Vrijstellingssoort.Gewoon, null, [], null), "firstGranted"),
            ("2025-05-01", new ExemptionFact(Vrijstellingssoort.Knelpuntberoep, Desk.Day("2025-05-01"), [], null), "shortageFrom"),
            ("2025-05-01", new ExemptionFact(Vrijstellingssoort.Knelpuntberoep, Desk.Day("2023-05-01"), [], Desk.Day("2023-12-31")), "shortageFrom"),
            ("2025-05-01", new ExemptionFact(Vrijstellingssoort.Gewoon, Desk.Day("2025-05-01"), [new Periode(Desk.Day("2025-05-01"), null)], null), "usedBefore"),
        ];
        foreach (var (from, fact, field) in refused)
        {
            var outcome = Assert.IsType<RecordFact.Outcome.Refused>(await desk.TryRecordAsync(from, fact));
            Assert.Equal((fact.Subject, field), (fact.Subject, outcome.Field));
        }

        Assert.Equal(2, await desk.QueryAsync(db => db.Facts.CountAsync()));
        await desk.RecordAsync("2025-07-01", new RightFact(null));
    }
}

public sealed class DossierFactsTests
{
    private static int _recorded;

    private static FactEntry Entry(string from, Fact fact) => new()
    {
        Id = Guid.NewGuid(),
        DossierId = Guid.Empty,
        From = Desk.Day(from),
        Value = fact,
        Evidence = "e",
        RecordedBy = "b",
        RecordedAt = new DateTimeOffset(2025, 1, 1, 0, 0, 0, TimeSpan.Zero).AddMinutes(_recorded++),
    };

    [Fact]
    public void On_EntriesOfOneSubject_TheLatestDateCountsAndOfOneDateTheOneRecordedLast()
    {
        var facts = DossierFacts.From(
        [
            Entry("2025-03-01", new CategoryFact(Categorie.Samenwonend)),
            Entry("2025-01-01", new CategoryFact(Categorie.GezinTenLaste)),
            Entry("2025-01-01", new CategoryFact(Categorie.Alleenstaand)),
        ]);

        Assert.Empty(facts.On(Desk.Day("2024-12-31")));
        Assert.Equal(new CategoryFact(Categorie.Alleenstaand), Assert.Single(facts.On(Desk.Day("2025-02-28"))).Value);
        Assert.Equal(new CategoryFact(Categorie.Samenwonend), Assert.Single(facts.On(Desk.Day("2025-03-01"))).Value);
    }

    [Fact]
    public void On_WhatHasEnded_DoesNotHold()
    {
        var facts = DossierFacts.From(
        [
            Entry("2025-01-01", new RightFact(Desk.Day("2025-01-31"))),
            Entry("2025-01-01", new EmploymentFact(Slips.Bakker, "B", Desk.Day("2025-01-31"))),
            Entry("2025-01-01", new CohabitantFact("zus", Relatie.Ander, Euro.Zero, false, Euro.Zero, false, true)),
            Entry("2025-02-01", new CohabitantFact("zus", Relatie.Ander, Euro.Zero, false, Euro.Zero, false, false)),
        ]);

        Assert.Equal(3, facts.On(Desk.Day("2025-01-31")).Count);
        Assert.Empty(facts.On(Desk.Day("2025-02-01")));
    }

    [Fact]
    public void MonthFacts_StatesThatChangeInTheMonth_AreCutToTheirDays()
    {
        var facts = DossierFacts.From(
        [
            Entry("2024-06-01", new RightFact(Desk.Day("2025-03-10"))),
            Entry("2025-03-20", new RightFact(null)),
            Entry("2025-05-01", new RightFact(Desk.Day("2025-04-30"))),
            Entry("2024-06-01", new CategoryFact(Categorie.Alleenstaand)),
            Entry("2025-03-15", new CategoryFact(Categorie.Samenwonend)),
            Entry("2025-03-15", new CohabitantFact("partner", Relatie.Partner, Euro.Of(6000m), false, Euro.Zero, false, true)),
            Entry("2025-03-25", new CohabitantFact("partner", Relatie.Partner, Euro.Of(9000m), false, Euro.Zero, false, true)),
            Entry("2025-04-01", new CohabitantFact("partner", Relatie.Partner, Euro.Of(9000m), false, Euro.Zero, false, false)),
            Entry("2025-01-01", new OtherMeansFact("huur", Bestaansmiddelsoort.Ander, Euro.Of(600m))),
            Entry("2025-01-01", new OtherMeansFact("oud", Bestaansmiddelsoort.Ander, Euro.Zero)),
            Entry("2025-01-01", new ExemptionFact(Vrijstellingssoort.Gewoon, Desk.Day("2025-01-01"), [new Periode(Desk.Day("2025-01-01"), Desk.Day("2025-01-31"))], null)),
        ]);

        var (march, missing) = MonthFacts.Of(facts, Maand.Parse("2025-03"), [new Periode(Desk.Day("2025-02-01"), Desk.Day("2025-02-28"))], [], Beleid.Standaard);

        Assert.Null(missing);
        Assert.Equal([Days("2025-03-01", "2025-03-10"), Days("2025-03-20", "2025-03-31")], march!.Recht);
        Assert.Equal([new CategorieVanaf(Desk.Day("2025-03-01"), Categorie.Alleenstaand), new CategorieVanaf(Desk.Day("2025-03-15"), Categorie.Samenwonend)], march.Categorieen);
        Assert.Equal([(6000m, Days("2025-03-15", "2025-03-24")), (9000m, Days("2025-03-25", "2025-03-31"))], march.Samenwonenden.Select(s => (s.BestaansmiddelenPerJaar, s.Geldig!)));
        Assert.Equal(new AnderBestaansmiddel(Bestaansmiddelsoort.Ander, 600m), Assert.Single(march.AndereBestaansmiddelen));
        Assert.Equal([Days("2025-01-01", "2025-01-31"), Days("2025-02-01", "2025-02-28")], march.Vrijstelling.Verbruikt);
        Assert.IsType<Uitkomst.Berekend>(AanvullendLeefloon.Bereken(march));

        var (may, _) = MonthFacts.Of(facts, Maand.Parse("2025-05"), [], [], Beleid.Standaard);
        Assert.Empty(may!.Samenwonenden);
        Assert.Equal(Days("2025-05-01", "2025-05-31"), Assert.Single(may.Recht));

        static Periode Days(string from, string to) => new(Desk.Day(from), Desk.Day(to));
    }
}
