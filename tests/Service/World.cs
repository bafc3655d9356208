using SolidLoonfiches.Dossiers;
using SolidLoonfiches.Leefloon;
using SolidLoonfiches.Loonfiches;

namespace SolidLoonfiches.Service.Tests;

/// <summary>A small world: Gent with two social workers and three citizens, Aalst with one of each.</summary>
internal sealed record World(
    Dossier An,
    Dossier Bea,
    Dossier Carl,
    Dossier Dirk,
    Check Replaced,
    Check Current,
    Check OfAalst,
    Consent Consent,
    Proposal Proposed,
    ConsentRequest Asked,
    ConsentRequest Used,
    Slip October,
    Dispute Kept,
    PaperConsent Paper,
    Question Asking)
{
    public const string Gent = "0212214125", Aalst = "0212237186";

    /// <summary>An asks nothing but is asked; Bea consented; Carl withdrew; Dirk lives in Aalst.</summary>
    public static readonly Insz AnInsz = Number("85073003328"), BeaInsz = Number("900101001"), CarlInsz = Number("780515123"), DirkInsz = Number("820222045"), Nobody = Number("910909099");

    public static readonly DateTimeOffset Then = new(2026, 11, 5, 6, 0, 0, TimeSpan.Zero);

    private static readonly Maand Month = new(2026, 10);

    public static (string, string)[] WorkerOfGent => Worker("worker-gent", "Wim Werker", Gent);

    public static (string, string)[] OtherWorkerOfGent => Worker("worker-gent-2", "Wies Werker", Gent);

    public static (string, string)[] WorkerOfAalst => Worker("worker-aalst", "Alda Aalst", Aalst);

    public static (string, string)[] AdministratorOfGent =>
        [("sub", "admin-gent"), ("name", "Bo Beheerder"), ("rrn", "85073003328"), ("vo_orgcode", Gent), ("loonfiches_rol_3d", "Beheerder:" + Gent)];

    /// <summary>Somebody of an OCMW with a role as the provider names it.</summary>
    public static (string, string)[] Of(string id, string name, string ocmw, string role) => [("sub", id), ("name", name), ("rrn", "85073003328"), ("vo_orgcode", ocmw), ("loonfiches_rol_3d", role + ":" + ocmw)];

    public static (string, string)[] Citizen(Insz insz, string? webId = null) =>
        [("sub", "citizen-" + insz.Value), ("given_name", "Bea"), ("family_name", "Burgerzoon"), ("rrn", insz.Value), .. webId is null ? [] : (ReadOnlySpan<(string, string)>)[("webid", webId)]];

    public static (string, string)[] Worker(string id, string name, string ocmw) =>
        [("sub", id), ("name", name), ("rrn", "85073003328"), ("vo_email", id + "@ocmw.test"), ("vo_orgcode", ocmw), ("loonfiches_rol_3d", "MaatschappelijkWerker:" + ocmw)];

    public static async Task<World> MakeAsync(Site site)
    {
        var an = Dossier("2026-0001", AnInsz, "Aerts, An", Gent, "worker-gent");
        var bea = Dossier("2026-0002", BeaInsz, "Burgerzoon, Bea", Gent, "worker-gent");
        var carl = Dossier("2026-0003", CarlInsz, "Claes, Carl", Gent, "worker-gent-2");
        var dirk = Dossier("2026-0004", DirkInsz, "Daems, Dirk", Aalst, "worker-aalst");
        var asked = RequestOf(an, "worker-gent", "ACDE-3467");
        var used = RequestOf(bea, "worker-gent", "FGHJ-7643");
        var consent = ConsentOf(bea);
        (consent.RequestId, consent.From, consent.Until) = (used.Id, used.From, used.Until);
        (used.EndedAt, used.Ending, used.ConsentId) = (consent.GivenAt, RequestEnding.Given, consent.Id);
        var slip = SlipOf(bea, "oktober", Loonfiche(BeaInsz, Euro.Of(1000m)));
        var keptOut = SlipOf(bea, "kapot", null);
        var replaced = Check(bea, null, Euro.Of(700m), CheckOutcome.Changed, [], Then.AddDays(-2));
        var current = Check(bea, replaced.Id, Euro.Of(503.51m), CheckOutcome.Changed, [slip.Id], Then);
        replaced.IsCurrent = false;
        var ofCarl = Check(carl, null, Euro.Of(600m), CheckOutcome.Changed, [], Then);
        var proposed = new Proposal { Id = Guid.NewGuid(), CheckId = ofCarl.Id, Kind = ProposalKind.Proposed, Amount = ofCarl.NewAmount, By = "worker-gent-2", At = Then, NextAct = DecisionAct.Decide, DueOn = new(2026, 12, 5), WaitingSince = Then };
        var ofAalst = Check(dirk, null, null, CheckOutcome.NoPayslipYet, [], Then);
        var kept = new Dispute
        {
            Id = Guid.NewGuid(), DossierId = bea.Id, SlipId = slip.Id, Month = Month, Line = 1, Label = "Ecocheques", Amount = Euro.Of(141m), Claimed = Euro.Of(41m), Reason = "Ik kreeg er minder.", RaisedAt = Then.AddHours(1),
            AnsweredAt = Then.AddHours(2), Answer = DisputeAnswer.Kept, AnsweredBy = "worker-gent", AnswerText = "Uw werkgever toonde het bewijs.",
        };
        var before = RequestOf(bea, "worker-gent", "MMMM-3333");
        (before.EndedAt, before.Ending) = (Then.AddDays(-12), RequestEnding.Given);
        var paper = new PaperConsent { Id = Guid.NewGuid(), DossierId = bea.Id, RequestId = before.Id, GivenOn = new(2026, 10, 20), RecordedAt = Then.AddDays(-12), EffectiveFrom = new(2026, 10, 21), RecordedBy = "worker-gent", HelpedBy = "Fien, haar zus", From = before.From, Until = before.Until, TextVersion = "1", TextLanguage = "nl", TextSha256 = "abc" };
        var asking = new Question { Id = Guid.NewGuid(), DossierId = bea.Id, CheckId = current.Id, Step = 1, Text = "Wat is een bestaansmiddel?", AskedAt = Then, NextAttemptAt = Then };
        await site.InDatabaseAsync(async db =>
        {
            db.Staff.AddRange(
                new StaffMember { Id = "worker-gent", OcmwKbo = Gent, Name = "Wim Werker" },
                new StaffMember { Id = "worker-gent-2", OcmwKbo = Gent, Name = "Wies Werker" },
                new StaffMember { Id = "worker-aalst", OcmwKbo = Aalst, Name = "Alda Aalst" });
            await db.SaveChangesAsync();
            db.AddRange(an, bea, carl, dirk);
            await db.SaveChangesAsync();
            db.AddRange(asked, used, before);
            await db.SaveChangesAsync();
            var withdrawn = ConsentOf(carl);
            withdrawn.WithdrawnAt = Then;
            db.AddRange(consent, withdrawn, slip, keptOut);
            db.PaperConsents.Add(paper);
            db.ConsentEvents.AddRange(EventOf(used, null, null, ConsentEventKind.Requested, "worker-gent", used.OpenedAt), EventOf(used, consent.Id, null, ConsentEventKind.Given, ConsentEvent.Citizen, consent.GivenAt), EventOf(before, null, paper.Id, ConsentEventKind.Given, "worker-gent", paper.RecordedAt));
            db.VaultReads.Add(new VaultRead { Id = Guid.NewGuid(), ConsentId = consent.Id, At = Then, Answer = "read", DocumentsFetched = 2 });
            await db.SaveChangesAsync();
            db.Checks.Add(replaced);
            await db.SaveChangesAsync();
            db.Checks.AddRange(current, ofAalst, ofCarl);
            await db.SaveChangesAsync();
            db.Proposals.Add(proposed);
            db.Disputes.Add(kept);
            db.Questions.Add(asking);
            db.Messages.AddRange(Message(replaced, "worker-gent", Then.AddDays(-2)), Message(current, "worker-gent", Then), Message(ofAalst, "worker-aalst", Then));
            db.Runs.Add(new CheckRun { Id = Guid.NewGuid(), OcmwKbo = Gent, Month = Month, StartedBy = "schedule", StartedAt = Then, Total = 12, Done = 7 });
            db.Runs.Add(new CheckRun { Id = Guid.NewGuid(), OcmwKbo = Aalst, Month = Month, StartedBy = "schedule", StartedAt = Then, Total = 99, Done = 98 });
            return await db.SaveChangesAsync();
        });
        return new(an, bea, carl, dirk, replaced, current, ofAalst, consent, proposed, asked, used, slip, kept, paper, asking);
    }

    public static Loonfiche Loonfiche(Insz worker, Euro net) => new()
    {
        Id = "http://localhost:3000/bea/loonfiches/oktober#it",
        Employer = KboNumber.Parse("0123456749"),
        EmployerName = "Bakkerij Peeters",
        Worker = worker,
        PeriodFrom = new(2026, 10, 1),
        PeriodTo = new(2026, 10, 31),
        PaidOn = new(2026, 10, 31),
        Gross = net + Euro.Of(300m),
        SocialSecurity = Euro.Of(200m),
        WithholdingTax = Euro.Of(100m),
        Nettoloon = net,
        NetPaid = net,
        Lines = [new PayLine("1000", "Maandloon", ComponentKind.BasePay, PaySection.Gross, net + Euro.Of(300m)), new PayLine("7310", "Ecocheques", ComponentKind.EcoCheque, PaySection.InKind, Euro.Of(141m))],
    };

    private static Insz Number(string digits)
    {
        var nine = long.Parse(digits.AsSpan(0, 9), System.Globalization.CultureInfo.InvariantCulture);
        return Insz.Parse(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{nine:D9}{97 - (nine % 97):D2}"));
    }

    private static Dossier Dossier(string number, Insz insz, string name, string ocmw, string worker) => new()
    {
        Id = Guid.NewGuid(),
        OcmwKbo = ocmw,
        Number = number,
        Insz = insz,
        Name = name,
        SocialWorkerId = worker,
        OpenedAt = Then.AddMonths(-1),
        OpenedBy = worker,
    };

    private static ConsentRequest RequestOf(Dossier dossier, string by, string code) => new()
    {
        Id = Guid.NewGuid(),
        DossierId = dossier.Id,
        Code = code,
        Purpose = ConsentPurpose.MonthlyCalculation,
        From = new(2026, 8),
        Until = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime).AddYears(1),
        OpenedAt = TimeProvider.System.GetUtcNow().AddDays(-20),
        OpenedBy = by,
        ExpiresAt = TimeProvider.System.GetUtcNow().AddDays(10),
    };

    private static ConsentEvent EventOf(ConsentRequest request, Guid? consent, Guid? paper, ConsentEventKind kind, string by, DateTimeOffset at) => new()
    {
        Id = Guid.NewGuid(),
        DossierId = request.DossierId,
        RequestId = request.Id,
        ConsentId = consent,
        PaperConsentId = paper,
        Kind = kind,
        At = at,
        By = by,
        TextSha256 = kind == ConsentEventKind.Requested ? null : "abc",
        From = request.From,
        Until = request.Until,
    };

    private static Consent ConsentOf(Dossier dossier) => new()
    {
        Id = Guid.NewGuid(),
        DossierId = dossier.Id,
        WebId = "http://localhost:3000/bea/profile/card#me",
        Issuer = "http://localhost:3000/",
        Container = "http://localhost:3000/bea/loonfiches/",
        GivenAt = Then.AddDays(-10),
        TextVersion = "1",
        TextLanguage = "nl",
        TextSha256 = "abc",
    };

    private static Slip SlipOf(Dossier dossier, string name, Loonfiche? fiche) => new()
    {
        Id = Guid.NewGuid(),
        DossierId = dossier.Id,
        Url = "http://localhost:3000/bea/loonfiches/" + name,
        Sha256 = name,
        ReadAt = Then.AddHours(-1),
        Loonfiche = fiche,
        Problems = fiche is null ? [new SolidLoonfiches.Sources.SlipProblem("notTurtle", "Dit document is niet te lezen: regel 3. Vraag de fiche opnieuw.")] : [],
        PeriodFrom = fiche?.PeriodFrom,
        PeriodTo = fiche?.PeriodTo,
    };

    private static Check Check(Dossier dossier, Guid? replaces, Euro? amount, CheckOutcome outcome, IReadOnlyList<Guid> slips, DateTimeOffset at) => new()
    {
        Id = Guid.NewGuid(),
        DossierId = dossier.Id,
        Month = Month,
        Fingerprint = Guid.NewGuid().ToString("N"),
        ReplacesId = replaces,
        Outcome = outcome,
        OldAmount = replaces is null ? null : Euro.Of(700m),
        NewAmount = amount,
        Findings = slips.Count == 0 ? [] : [new Finding("newSlip", "Er is een nieuwe loonfiche van Bakkerij Peeters.", "http://localhost:3000/bea/loonfiches/oktober")],
        SlipIds = slips,
        Geval = slips.Count > 0 ? Facts : null,
        Result = amount is { } euro ? Result(euro) : null,
        LawVersion = "1",
        CheckedAt = at,
    };

    private static readonly Geval Facts = new()
    {
        Maand = Month,
        Categorieen = [new CategorieVanaf(Month.FirstDay, Categorie.Alleenstaand)],
        Recht = [new Periode(Month.FirstDay, Month.LastDay)],
        Lonen = [Loon.Uit(Loonfiche(BeaInsz, Euro.Of(1000m)))],
        Vrijstelling = new Vrijstelling(Vrijstellingssoort.Gewoon, new(2026, 8, 12), [new Periode(new(2026, 8, 12), new(2026, 9, 30))], null),
    };

    private static Maandresultaat Result(Euro amount)
    {
        var wage = new Stap("loonPerMaand", "art. 22 §2 KB 11-07-2002", 1000m, "EUR/maand", "loonfiche van Bakkerij Peeters", [], Zin.Bewaard("Het nettoloon van de maand is 1.000,00 euro."));
        var means = new Stap("bestaansmiddelenPerJaar", "art. 35 §1 KB 11-07-2002", 9978.2412m, "EUR/jaar", null, [wage], Zin.Bewaard("De bestaansmiddelen zijn 9.978,24 euro per jaar."));
        return new(Month, amount, new(2026, 3, 1), [], 1014, [], [], new Stap("leefloon", "art. 14 §2 RMI-wet", amount.Amount, "EUR/maand", null, [means], Zin.Bewaard("Het leefloon van de maand.")));
    }

    private static Message Message(Check check, string staff, DateTimeOffset at) => new()
    {
        Id = Guid.NewGuid(),
        Key = check.Fingerprint,
        CheckId = check.Id,
        DossierId = check.DossierId,
        StaffId = staff,
        CreatedAt = at,
        NextAttemptAt = at,
    };
}
