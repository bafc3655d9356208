namespace SolidLoonfiches.Leefloon;

/// <summary>Zet de boom van stappen in de volgorde waarin men een brief leest: eerst waaruit iets volgt, dan wat eruit volgt.</summary>
internal sealed class Briefschrijver(Taalboek boek)
{
    /// <summary>Bij welk hoofdstuk een stap hoort; een stap die hier niet staat hoort bij het hoofdstuk van de stap die eruit volgt.</summary>
    private static readonly Dictionary<string, string> Hoofdstukken = new(StringComparer.Ordinal)
    {
        ["categoriebedrag"] = "volledig",
        ["loonSom"] = "loon",
        ["loonPerMaand"] = "loon",
        ["vrijstelling"] = "vrijstelling",
        ["loonNaVrijstelling"] = "vrijstelling",
        ["loonPerJaar"] = "vrijstelling",
        ["andereBestaansmiddelen"] = "ander",
        ["samenwonenden"] = "samen",
        ["bestaansmiddelen"] = "alles",
        ["leefloonPerJaar"] = "alles",
        ["aandeel"] = "alles",
        ["vrijstellingsteller"] = "teller",
    };

    /// <summary>Stappen die men voor hun onderdelen leest: eerst de loonfiche, dan haar lijnen.</summary>
    private static readonly HashSet<string> EerstZelf = new(StringComparer.Ordinal) { "loonfiche" };

    public IReadOnlyList<Briefdeel> Delen(Stap maand)
    {
        var tijdvakken = maand.Uit.Where(static stap => stap.Naam == Stap.Aandeel).ToList();
        if (tijdvakken.Count <= 1)
        {
            return [.. maand.Uit.SelectMany(stap => Hoofdstuk(stap, 2, []))];
        }

        // Het loon is van de hele maand: het staat één keer voor de delen van de maand.
        var lonen = tijdvakken.SelectMany(Alle).Where(static stap => stap.Naam == "loonSom").Distinct().ToList();
        return
        [
            .. lonen.SelectMany(loon => Hoofdstuk(loon, 2, [])),
            .. tijdvakken.SelectMany(tijdvak => Hoofdstuk(tijdvak, 3, lonen).Prepend(Kop(tijdvak))),
            .. maand.Uit.Where(stap => !tijdvakken.Contains(stap)).SelectMany(stap => Hoofdstuk(stap, 2, [])),
        ];
    }

    private Briefdeel Kop(Stap tijdvak)
    {
        var dagen = tijdvak.Uit.FirstOrDefault(static stap => stap.Naam == "dagenMetRecht")?.Zin;
        return new(dagen is { Soort: { } soort } && soort == Zinnen.DagenMetRecht ? Taalboek.Hoofdletter(boek.Tijd(dagen.Waarden[0].Tijden[0])) : tijdvak.Zin.In(boek.Taal), 2, [], []);
    }

    private List<Briefdeel> Hoofdstuk(Stap stap, int niveau, IReadOnlyList<Stap> alGezegd)
    {
        var delen = new List<(string Naam, List<Briefregel> Regels, List<string> Artikels)>();
        Zeg(stap, "alles", onderdeel: false);
        return [.. delen.Select(deel => new Briefdeel(boek.Woord("brief.kop." + deel.Naam), niveau, deel.Regels, [.. deel.Artikels.Distinct()]))];

        void Zeg(Stap dit, string erboven, bool onderdeel)
        {
            if (alGezegd.Contains(dit))
            {
                return;
            }

            var naam = Hoofdstukken.GetValueOrDefault(dit.Naam, erboven);
            var eerst = EerstZelf.Contains(dit.Naam);
            if (eerst)
            {
                Schrijf(dit, naam, onderdeel);
            }

            foreach (var uit in dit.Uit)
            {
                Zeg(uit, naam, onderdeel || eerst);
            }

            if (!eerst)
            {
                Schrijf(dit, naam, onderdeel);
            }
        }

        void Schrijf(Stap dit, string naam, bool onderdeel)
        {
            if (delen.Count == 0 || delen[^1].Naam != naam)
            {
                delen.Add((naam, [], []));
            }

            delen[^1].Regels.Add(new(dit.Zin.In(boek.Taal), onderdeel));
            delen[^1].Artikels.Add(Wetsartikel.In(dit.Artikel, boek));
        }
    }

    private static IEnumerable<Stap> Alle(Stap stap) => stap.Uit.SelectMany(Alle).Prepend(stap);
}
