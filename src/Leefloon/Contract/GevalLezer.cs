using System.Globalization;
using System.Text.Json;
using SolidLoonfiches.Loonfiches;

namespace SolidLoonfiches.Leefloon;

/// <summary>Leest één geval van het contract <c>calculate</c>.</summary>
/// <remarks>Wat enkel de wet kan zeggen (te oude maand, te vroeg knelpuntberoep, dag zonder categorie) zegt <see cref="Nazicht"/>; in de volgorde van het contract komt dat laatst.</remarks>
internal sealed class GevalLezer
{
    private static readonly Veldenlijst Gevalvelden = new(3, "month", "category", "right", "reviewedOn", "payslips", "exemption", "otherResources", "cohabitants", "equityOverride", "policy");
    private static readonly Veldenlijst Categorievelden = new(2, "from", "category");
    private static readonly Veldenlijst Rechtvelden = new(1, "from", "to");
    private static readonly Veldenlijst Periodevelden = new(2, "from", "to");
    private static readonly Veldenlijst Fichevelden = new(6, "id", "employer", "periodFrom", "periodTo", "paidOn", "nettoloon", "components");
    private static readonly Veldenlijst Componentvelden = new(2, "kind", "amount");
    private static readonly Veldenlijst Vrijstellingsvelden = new(0, "kind", "firstGranted", "used", "shortageFrom");
    private static readonly Veldenlijst Middelvelden = new(2, "kind", "perYear");
    private static readonly Veldenlijst Samenwonendevelden = new(2, "relation", "resourcesPerYear", "counted", "familyBenefitsForApplicantPerYear", "receivesLeefloon");
    private static readonly Veldenlijst Billijkheidsvelden = new(1, "reason");
    private static readonly Veldenlijst Beleidsvelden = new(0, "partMonthWage", "components");
    private static readonly Veldenlijst Componentbeleid = new(0, [.. Woorden.Componenten.Keys]);

    private readonly Lezer _lezer = new();

    /// <summary>Het geval, of de fout waarmee het geweigerd wordt.</summary>
    public static (Geval? Geval, Uitkomst.NietTeBerekenen? Fout) Lees(JsonElement json)
    {
        var lezer = new GevalLezer();
        var geval = lezer.Geval(new Waarde(json, Plek.Geval));
        return lezer._lezer.Eerste is { } fout ? (null, fout) : (geval, null);
    }

    private Geval? Geval(Waarde waarde)
    {
        if (_lezer.Object(waarde, Gevalvelden) is not { } velden)
        {
            return null;
        }

        var maand = Maand(velden["month"]);
        return new Geval
        {
            Maand = maand ?? Barema.EersteMaand, // zonder maand is er een fout, en wordt dit geval niet gebruikt
            HerzienOp = _lezer.Dag(velden["reviewedOn"]),
            Categorieen = Categorieen(velden["category"]),
            Recht = Recht(velden["right"]),
            Lonen = [.. _lezer.Lijst(velden["payslips"]).Select(Loonfiche).OfType<Loon>()],
            Vrijstelling = Vrijstelling(velden["exemption"]),
            AndereBestaansmiddelen = [.. _lezer.Lijst(velden["otherResources"]).Select(Bestaansmiddel).OfType<AnderBestaansmiddel>()],
            Samenwonenden = Samenwonenden(velden["cohabitants"]),
            Billijkheidsreden = Billijkheidsreden(velden["equityOverride"]),
            Beleid = Beleid(velden["policy"]),
        };
    }

    private Maand? Maand(Waarde? waarde)
    {
        if (_lezer.Tekst(waarde) is not { } tekst)
        {
            return null;
        }

        if (tekst.Length != 7 || !DateOnly.TryParseExact(tekst, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var dag))
        {
            _lezer.Fout(Leesfout.WrongType, waarde!.Plek, "Dit is geen maand. Schrijf ze als 2025-03.");
            return null;
        }

        if (Loonfiches.Maand.TryParse(tekst, out var maand))
        {
            return maand;
        }

        // Een Maand ligt tussen 1900 en 9998; vroeger zijn er nog geen bedragen, in 9999 houdt de kalender op.
        _lezer.Fout(dag.Year < 1900 ? Leesfout.BeforeFirstAmount : Leesfout.OutOfRange, waarde!.Plek,
            $"Deze maand kan niet berekend worden: er zijn bedragen sinds {Nl.Maand(Barema.EersteMaand)}.");
        return null;
    }

    private List<CategorieVanaf> Categorieen(Waarde? waarde)
    {
        if (waarde?.Json.ValueKind is JsonValueKind.Number)
        {
            return _lezer.Categorie(waarde) is { } enige ? [CategorieVanaf.Altijd(enige)] : [];
        }

        var lijst = new List<CategorieVanaf>();
        if (waarde is { Json.ValueKind: not JsonValueKind.Array })
        {
            _lezer.Fout(Leesfout.WrongType, waarde.Plek, "Hier hoort 1, 2 of 3, of een lijst van categorieën met hun begin.");
            return lijst;
        }

        foreach (var element in _lezer.Lijst(waarde))
        {
            if (_lezer.Object(element, Categorievelden) is not { } velden || (_lezer.Dag(velden["from"]), _lezer.Categorie(velden["category"])) is not ({ } van, { } categorie))
            {
                continue;
            }

            // Twee categorieën die op dezelfde dag beginnen: het contract zegt niet welke geldt, dus is er geen antwoord.
            if (lijst.Exists(andere => andere.Van == van && andere.Categorie != categorie))
            {
                _lezer.Fout(Leesfout.OutOfRange, velden["from"]!.Plek, "Op deze dag begint er al een andere categorie. Laat er één staan.");
            }

            lijst.Add(new CategorieVanaf(van, categorie));
        }

        return lijst;
    }

    /// <summary>Eén periode, of een lijst; <c>to</c> mag ontbreken of null zijn.</summary>
    private List<Periode> Recht(Waarde? waarde)
    {
        if (waarde is null)
        {
            return [];
        }

        if (waarde.Json.ValueKind is not (JsonValueKind.Object or JsonValueKind.Array))
        {
            _lezer.Fout(Leesfout.WrongType, waarde.Plek, "Hier hoort een periode met recht op leefloon, of een lijst van perioden.");
            return [];
        }

        IEnumerable<Waarde> elementen = waarde.Json.ValueKind is JsonValueKind.Object ? [waarde] : _lezer.Lijst(waarde);
        List<Periode> perioden = [.. elementen.Select(element => Periode(element, Rechtvelden, eindeMagNull: true)).OfType<Periode>()];
        if (Nazicht.Overlapt([.. perioden.Where(periode => periode.LaatsteDag >= periode.Van)]))
        {
            _lezer.Fout(Leesfout.OutOfRange, waarde.Plek, "Twee perioden met recht op leefloon overlappen. Laat elke dag in één periode staan.");
        }

        return perioden;
    }

    private Periode? Periode(Waarde waarde, Veldenlijst lijst, bool eindeMagNull)
    {
        if (_lezer.Object(waarde, lijst) is not { } velden)
        {
            return null;
        }

        var van = _lezer.Dag(velden["from"]);
        var einde = velden["to"];
        if (eindeMagNull && einde is null or { Json.ValueKind: JsonValueKind.Null })
        {
            return van is null ? null : new Periode(van.Value, null);
        }

        var tot = _lezer.Dag(einde);
        return PeriodeVan(van, tot, einde);
    }

    private Periode? PeriodeVan(DateOnly? van, DateOnly? tot, Waarde? einde)
    {
        if (van is null || tot is null)
        {
            return null;
        }

        if (tot < van)
        {
            _lezer.Fout(Leesfout.PeriodReversed, einde!.Plek, "Dit einde ligt voor het begin. Verbeter een van beide.");
        }

        return new Periode(van.Value, tot);
    }

    private Loon? Loonfiche(Waarde waarde)
    {
        if (_lezer.Object(waarde, Fichevelden) is not { } velden)
        {
            return null;
        }

        var id = _lezer.Tekst(velden["id"]);
        var werkgever = _lezer.Tekst(velden["employer"]);
        var periode = PeriodeVan(_lezer.Dag(velden["periodFrom"]), _lezer.Dag(velden["periodTo"]), velden["periodTo"]);
        var betaaldOp = _lezer.Dag(velden["paidOn"]);
        var nettoloon = _lezer.Bedrag(velden["nettoloon"], magNegatief: true);
        List<Looncomponent> componenten = [.. _lezer.Lijst(velden["components"]).Select(Component).OfType<Looncomponent>()];
        return id is null || werkgever is null || periode is null || betaaldOp is null || nettoloon is null
            ? null
            : new Loon(id, werkgever, periode.Van, periode.LaatsteDag, betaaldOp.Value, nettoloon.Value, componenten);
    }

    private Looncomponent? Component(Waarde waarde) => _lezer.Object(waarde, Componentvelden) is { } velden
        && (_lezer.Keuze(velden["kind"], Woorden.Componenten), _lezer.Bedrag(velden["amount"], magNegatief: true)) is ({ } soort, { } bedrag)
        ? new Looncomponent(soort, bedrag)
        : null;

    private Vrijstelling Vrijstelling(Waarde? waarde)
    {
        if (waarde is null || _lezer.Object(waarde, Vrijstellingsvelden) is not { } velden)
        {
            return Leefloon.Vrijstelling.Geen;
        }

        var soort = velden["kind"] is { } gekozen ? _lezer.Keuze(gekozen, Woorden.Vrijstellingen) : Vrijstellingssoort.Geen;
        var eerste = _lezer.Dag(velden["firstGranted"]);
        List<Periode> verbruikt = [.. _lezer.Lijst(velden["used"]).Select(element => Periode(element, Periodevelden, eindeMagNull: false)).OfType<Periode>()];
        var knelpuntVanaf = _lezer.Dag(velden["shortageFrom"]);
        if (soort is Vrijstellingssoort.Geen)
        {
            return Leefloon.Vrijstelling.Geen;
        }

        // Ook bij een soort die niet bestaat: het contract vraagt de eerste dag bij alles wat niet "none" is.
        VerplichtHier("firstGranted");
        if (soort is Vrijstellingssoort.Knelpuntberoep)
        {
            VerplichtHier("shortageFrom");
        }

        return new Vrijstelling(soort ?? Vrijstellingssoort.Geen, eerste, verbruikt, knelpuntVanaf);

        void VerplichtHier(string naam)
        {
            if (velden[naam] is null)
            {
                _lezer.Ontbreekt(waarde.Plek.Ontbrekend(naam, Vrijstellingsvelden.Index(naam)));
            }
        }
    }

    private AnderBestaansmiddel? Bestaansmiddel(Waarde waarde) => _lezer.Object(waarde, Middelvelden) is { } velden
        && (_lezer.Keuze(velden["kind"], Woorden.Bestaansmiddelen), _lezer.Bedrag(velden["perYear"], magNegatief: false)) is ({ } soort, { } perJaar)
        ? new AnderBestaansmiddel(soort, perJaar)
        : null;

    private List<Samenwonende> Samenwonenden(Waarde? waarde)
    {
        var samenwonenden = new List<Samenwonende>();
        var heeftPartner = false;
        foreach (var element in _lezer.Lijst(waarde))
        {
            if (_lezer.Object(element, Samenwonendevelden) is not { } velden)
            {
                continue;
            }

            var relatie = _lezer.Keuze(velden["relation"], Woorden.Relaties);
            var middelen = _lezer.Bedrag(velden["resourcesPerYear"], magNegatief: false);
            var geteld = _lezer.JaNee(velden["counted"]);
            var bijslag = _lezer.Bedrag(velden["familyBenefitsForApplicantPerYear"], magNegatief: false);
            var leefloon = _lezer.JaNee(velden["receivesLeefloon"]);
            if (relatie is Relatie.Partner && heeftPartner)
            {
                _lezer.Fout(Leesfout.OutOfRange, velden["relation"]!.Plek, "Er staat al een partner in dit geval. Laat er één staan.");
            }

            heeftPartner |= relatie is Relatie.Partner;
            samenwonenden.Add(new Samenwonende(relatie ?? Relatie.Ander, middelen ?? 0, geteld ?? false, bijslag ?? 0, leefloon ?? false));
        }

        return samenwonenden;
    }

    private string? Billijkheidsreden(Waarde? waarde) => waarde is { Json.ValueKind: not JsonValueKind.Null } && _lezer.Object(waarde, Billijkheidsvelden) is { } velden
        ? _lezer.Tekst(velden["reason"])
        : null;

    private Beleid Beleid(Waarde? waarde)
    {
        if (_lezer.Object(waarde, Beleidsvelden) is not { } velden)
        {
            return Leefloon.Beleid.Standaard;
        }

        var componenten = new Dictionary<ComponentKind, bool>();
        if (_lezer.Object(velden["components"], Componentbeleid) is { } keuzes)
        {
            foreach (var (naam, soort) in Woorden.Componenten)
            {
                if (_lezer.Keuze(keuzes[naam], Woorden.Tellen) is { } telt)
                {
                    componenten.Add(soort, telt);
                }
            }
        }

        return new Beleid { Deelmaand = _lezer.Keuze(velden["partMonthWage"], Woorden.Deelmaanden) ?? LoonDeelmaand.Extrapoleren, Componenten = componenten };
    }
}
