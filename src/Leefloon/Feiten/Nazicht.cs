namespace SolidLoonfiches.Leefloon;

/// <summary>Ziet na of de feiten een berekening toelaten. Van meer fouten wordt de eerste gegeven, in de volgorde van het contract.</summary>
internal static class Nazicht
{
    private static readonly DateOnly KnelpuntBestaatSinds = new(2024, 1, 1);

    private const decimal GrootsteBedrag = 1_000_000_000_000_000m;

    public static Uitkomst.NietTeBerekenen? EersteFout(Geval geval) =>
        Ontbrekend(geval) ?? BuitenBereik(geval) ?? Omgekeerd(geval) ?? VoorHetEersteBedrag(geval) ?? VoorDeRegel(geval) ?? ZonderCategorie(geval);

    private static Uitkomst.NietTeBerekenen? Ontbrekend(Geval geval)
    {
        var vrijstelling = geval.Vrijstelling;
        if (vrijstelling.Soort is not Vrijstellingssoort.Geen && vrijstelling.EersteToekenning is null)
        {
            return Fout("missingField", "/exemption/firstGranted", "Van de vrijstelling (art. 35) ontbreekt de dag van de eerste toekenning. Vul die in het dossier in.");
        }

        return vrijstelling is { Soort: Vrijstellingssoort.Knelpuntberoep, KnelpuntVanaf: null }
            ? Fout("missingField", "/exemption/shortageFrom", "Van het knelpuntberoep ontbreekt de eerste dag. Vul die in het dossier in.")
            : null;
    }

    private static Uitkomst.NietTeBerekenen? BuitenBereik(Geval geval)
    {
        if (geval.Categorieen.Any(static c => c.Categorie is < Categorie.Samenwonend or > Categorie.GezinTenLaste) || BegintTweemaal(geval.Categorieen))
        {
            return Fout("outOfRange", "/category", "Een categorie is 1, 2 of 3, en op één dag begint er maar één. Verbeter de categorie in het dossier.");
        }

        if (Overlapt(geval.Recht))
        {
            return Fout("outOfRange", "/right", "Twee perioden met recht op leefloon overlappen. Laat elke dag in één periode staan.");
        }

        return Bedragen(geval) ?? Soorten(geval) ?? TweedePartner(geval);
    }

    private static bool BegintTweemaal(IReadOnlyList<CategorieVanaf> categorieen)
    {
        for (var i = 1; i < categorieen.Count; i++)
        {
            for (var j = 0; j < i; j++)
            {
                if (categorieen[i].Van == categorieen[j].Van && categorieen[i].Categorie != categorieen[j].Categorie)
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static Uitkomst.NietTeBerekenen? Bedragen(Geval geval)
    {
        for (var i = 0; i < geval.Lonen.Count; i++)
        {
            if (!IsBedrag(geval.Lonen[i].Nettoloon) || geval.Lonen[i].Componenten.Any(static c => !IsBedrag(c.Bedrag)))
            {
                return Fout("outOfRange", $"/payslips/{i}", "Een bedrag op een loonfiche heeft hoogstens twee decimalen. Vraag een verbeterde loonfiche.");
            }
        }

        for (var i = 0; i < geval.AndereBestaansmiddelen.Count; i++)
        {
            if (!IsPositiefBedrag(geval.AndereBestaansmiddelen[i].PerJaar))
            {
                return Fout("outOfRange", $"/otherResources/{i}/perYear", "Een ander bestaansmiddel is nul of meer, met hoogstens twee decimalen. Verbeter het bedrag in het dossier.");
            }
        }

        for (var i = 0; i < geval.Samenwonenden.Count; i++)
        {
            if (!IsPositiefBedrag(geval.Samenwonenden[i].BestaansmiddelenPerJaar) || !IsPositiefBedrag(geval.Samenwonenden[i].KinderbijslagVoorAanvragerPerJaar))
            {
                return Fout("outOfRange", $"/cohabitants/{i}", "Een bedrag van een samenwonende is nul of meer, met hoogstens twee decimalen. Verbeter het bedrag in het dossier.");
            }
        }

        return null;
    }

    private static Uitkomst.NietTeBerekenen? Soorten(Geval geval) =>
        !Enum.IsDefined(geval.Vrijstelling.Soort) ? Fout("outOfRange", "/exemption/kind", "De soort vrijstelling bestaat niet. Kies ze opnieuw in het dossier.")
        : geval.AndereBestaansmiddelen.Any(static m => !Enum.IsDefined(m.Soort)) ? Fout("outOfRange", "/otherResources", "De soort van een ander bestaansmiddel bestaat niet. Kies ze opnieuw in het dossier.")
        : geval.Samenwonenden.Any(static p => !Enum.IsDefined(p.Relatie)) ? Fout("outOfRange", "/cohabitants", "De relatie van een samenwonende bestaat niet. Kies ze opnieuw in het dossier.")
        : null;

    private static Uitkomst.NietTeBerekenen? TweedePartner(Geval geval)
    {
        if (geval.Samenwonenden.Count(static p => p.Relatie is Relatie.Partner) <= 1)
        {
            return null;
        }

        var maand = new Periode(geval.Maand.FirstDay, geval.Maand.LastDay);
        var perioden = geval.Samenwonenden.Where(p => p.Relatie is Relatie.Partner).Select(p => p.Geldig ?? maand).Where(p => p.Overlapt(maand)).ToList();
        return Overlapt(perioden)
            ? Fout("outOfRange", "/cohabitants", "Er staan twee partners op dezelfde dag in het dossier. Laat er één staan, of geef aan van wanneer tot wanneer elk samenwoont.")
            : null;
    }

    private static Uitkomst.NietTeBerekenen? Omgekeerd(Geval geval)
    {
        if (geval.Recht.Any(IsOmgekeerd))
        {
            return Fout("periodReversed", "/right", "Een periode met recht op leefloon eindigt voor ze begint. Verbeter de datums in het dossier.");
        }

        for (var i = 0; i < geval.Lonen.Count; i++)
        {
            if (geval.Lonen[i].Tot < geval.Lonen[i].Van)
            {
                return Fout("periodReversed", $"/payslips/{i}/periodTo", "De loonperiode van een loonfiche eindigt voor ze begint. Vraag een verbeterde loonfiche.");
            }
        }

        return geval.Vrijstelling.Verbruikt.Any(IsOmgekeerd)
            ? Fout("periodReversed", "/exemption/used", "Een periode van verbruikte vrijstelling eindigt voor ze begint. Verbeter de datums in het dossier.")
            : geval.AndereBestaansmiddelen.Any(static m => m.Geldig is { } periode && IsOmgekeerd(periode))
            ? Fout("periodReversed", "/otherResources", "De periode van een ander bestaansmiddel eindigt voor ze begint. Verbeter de datums in het dossier.")
            : geval.Samenwonenden.Any(static p => p.Geldig is { } periode && IsOmgekeerd(periode))
            ? Fout("periodReversed", "/cohabitants", "De periode van een samenwonende eindigt voor ze begint. Verbeter de datums in het dossier.")
            : null;
    }

    private static Uitkomst.NietTeBerekenen? VoorHetEersteBedrag(Geval geval) => geval.Maand < Barema.EersteMaand
        ? Fout("beforeFirstAmount", "/month", $"Voor {Nl.Maand(geval.Maand)} zijn er geen bedragen: de oudste zijn van {Nl.Maand(Barema.EersteMaand)}. Bereken deze maand met de hand.")
        : null;

    private static Uitkomst.NietTeBerekenen? VoorDeRegel(Geval geval) =>
        geval.Vrijstelling is { Soort: Vrijstellingssoort.Knelpuntberoep, KnelpuntVanaf: { } vanaf } && vanaf < KnelpuntBestaatSinds
            ? Fout("beforeRule", "/exemption/shortageFrom", $"De hogere vrijstelling voor een knelpuntberoep bestaat pas sinds {Nl.Datum(KnelpuntBestaatSinds)}; in het dossier begint ze op {Nl.Datum(vanaf)}. Verbeter de datum, of kies de gewone vrijstelling.")
            : null;

    private static Uitkomst.NietTeBerekenen? ZonderCategorie(Geval geval)
    {
        var recht = Maanddagen.Van(geval.Maand, geval.Recht);
        for (var nummer = 1; nummer <= geval.Maand.Days; nummer++)
        {
            var dag = geval.Maand.FirstDay.AddDays(nummer - 1);
            if (recht.Bevat(nummer) && Art14Par1Categorie.Op(geval.Categorieen, dag) is null)
            {
                return Fout("categoryGap", "/category", $"Op {Nl.Datum(dag)} is er recht op leefloon, maar geen categorie. Vul in het dossier in welke categorie op die dag geldt.");
            }
        }

        return null;
    }

    public static bool Overlapt(IReadOnlyList<Periode> perioden)
    {
        for (var i = 0; i < perioden.Count; i++)
        {
            for (var j = 0; j < i; j++)
            {
                if (perioden[i].Overlapt(perioden[j]))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static bool IsOmgekeerd(Periode periode) => periode.LaatsteDag < periode.Van;

    private static bool IsBedrag(decimal bedrag) => Math.Abs(bedrag) <= GrootsteBedrag && decimal.Round(bedrag, 2) == bedrag;

    private static bool IsPositiefBedrag(decimal bedrag) => bedrag >= 0 && IsBedrag(bedrag);

    private static Uitkomst.NietTeBerekenen Fout(string code, string pad, string zin) => new(code, zin) { Pad = pad };
}
