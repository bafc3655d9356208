using Microsoft.Extensions.DependencyInjection;
using SolidLoonfiches.Dossiers;
using SolidLoonfiches.Leefloon;

namespace SolidLoonfiches.Load;

/// <summary>An OCMW with as many dossiers as are asked for, each with a right, a category and a consent.</summary>
public static class LoadWorld
{
    public const string Ocmw = "0207456789";

    private const string Worker = "sub-load";
    private const int Together = 1000;

    /// <summary>Long before any run: facts that are new make a check look at all.</summary>
    private static readonly DateTimeOffset _begun = new(2026, 1, 2, 8, 0, 0, TimeSpan.Zero);

    /// <param name="services">With the dossiers in it; their database is migrated.</param>
    /// <param name="dossiers">How many.</param>
    /// <param name="container">Where the payslips of a person are.</param>
    public static async Task SeedAsync(IServiceProvider services, int dossiers, Func<int, Uri> container)
    {
        await DossierServices.MigrateAsync(services, CancellationToken.None);
        for (var first = 0; first < dossiers; first += Together)
        {
            await using var scope = services.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<DossierDb>();
            if (first == 0)
            {
                db.Ocmws.Add(new Ocmw { Kbo = Ocmw, Name = "OCMW Veldegem" });
                db.Staff.Add(new StaffMember { Id = Worker, OcmwKbo = Ocmw, Name = "Els Janssens", Email = "els@ocmw.example" });
            }

            foreach (var number in Enumerable.Range(first, Math.Min(Together, dossiers - first)))
            {
                Add(db, number, container(number));
            }

            await db.SaveChangesAsync();
        }
    }

    private static void Add(DossierDb db, int number, Uri container)
    {
        var dossier = new Dossier
        {
            Id = Guid.CreateVersion7(_begun),
            OcmwKbo = Ocmw,
            Number = LoadPeople.DossierNumber(number),
            Insz = LoadPeople.Insz(number),
            Name = "Peeters, An",
            SocialWorkerId = Worker,
            OpenedAt = _begun,
            OpenedBy = Worker,
        };
        db.Dossiers.Add(dossier);
        db.Facts.AddRange(Fact(new CategoryFact(Categorie.Alleenstaand)), Fact(new RightFact(null)));
        db.Consents.Add(new Consent
        {
            Id = Guid.CreateVersion7(_begun),
            DossierId = dossier.Id,
            WebId = new Uri(container, "../profile/card#me").AbsoluteUri,
            Issuer = new Uri(container, "/").AbsoluteUri,
            Container = container.AbsoluteUri,
            GivenAt = _begun,
            TextVersion = "2026-11",
            TextLanguage = "nl",
            TextSha256 = "",
        });

        FactEntry Fact(Fact value) => new()
        {
            Id = Guid.CreateVersion7(_begun),
            DossierId = dossier.Id,
            From = new DateOnly(2026, 1, 1),
            Value = value,
            Evidence = "gezien",
            RecordedBy = Worker,
            RecordedAt = _begun,
        };
    }
}
