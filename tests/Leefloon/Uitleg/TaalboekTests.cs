using System.Collections.Concurrent;
using System.Globalization;
using CsCheck;
using static SolidLoonfiches.Leefloon.Tests.Gevallen;

namespace SolidLoonfiches.Leefloon.Tests;

public sealed class TaalboekTests
{
    public static TheoryData<Taal> Talen => [.. Enum.GetValues<Taal>()];

    [Theory(DisplayName = "elke zin staat in elke taal, met dezelfde waarden als in het Nederlands")]
    [MemberData(nameof(Talen))]
    public void ElkeZin_InElkeTaal(Taal taal)
    {
        var boek = Taalboek.Van(taal);

        Assert.Equal(Zinnen.Alle.Keys.Order(StringComparer.Ordinal), boek.Sleutels.Order(StringComparer.Ordinal));
        Assert.All(boek.Sleutels, sleutel => Assert.Equal(Taalboek.Van(Taal.Nederlands).WaardenIn(sleutel), boek.WaardenIn(sleutel)));
        Assert.Equal(Taalboek.Van(Taal.Nederlands).Woordsleutels.Order(StringComparer.Ordinal), boek.Woordsleutels.Order(StringComparer.Ordinal));
        Assert.Equal(Taalboek.Van(Taal.Nederlands).Aantallen.Order(StringComparer.Ordinal), boek.Aantallen.Order(StringComparer.Ordinal));
        Assert.All(Zinwoorden.Soorten, soort => Assert.All(Zinwoorden.Alle(soort), woord => Assert.NotEqual("", boek.Woord($"{soort}.{woord}"))));
    }

    [Theory(DisplayName = "elke zin is een zin: hoofdletter, punt, alles ingevuld, kort, en zonder woorden van informatici")]
    [MemberData(nameof(Talen))]
    public void ElkeZin_LeestAlsEenZin(Taal taal) => Assert.All(Voorbeeldzinnen.Alle.Where(zin => zin.Sleutel != "bewaard"), zin =>
    {
        var tekst = zin.In(taal);
        Assert.Matches(@"^[\p{Lu}0-9€].*[.]$", tekst);
        Assert.DoesNotMatch(@"[{}|]|  |null|True|False", tekst);
        Assert.DoesNotMatch(@"(?i)\b(pod|webid|rdf|token|uri|json)\b", tekst);
        Assert.All(tekst.Split(". "), deel => Assert.InRange(deel.Split(' ').Count(woord => woord.Any(char.IsLetter)), 0, 33));
    });

    [Theory(DisplayName = "bedragen en dagen staan zoals men ze in die taal schrijft, ook op een machine met een andere cultuur")]
    [InlineData(Taal.Nederlands, "0,00 euro", "1.234,56 euro", "-5,00 euro", "1,00 euro", "1 maart 2026", "van 20 december 2025 tot en met 8 januari 2026", "van 1 tot en met 31 maart 2026", "1.095 dagen", "1 dag")]
    [InlineData(Taal.Frans, "0,00 euro", "1\u00a0234,56 euros", "-5,00 euros", "1,00 euro", "1er mars 2026", "du 20 décembre 2025 au 8 janvier 2026 inclus", "du 1er au 31 mars 2026 inclus", "1\u00a0095 jours", "1 jour")]
    [InlineData(Taal.Engels, "€0.00", "€1,234.56", "-€5.00", "€1.00", "1 March 2026", "from 20 December 2025 up to and including 8 January 2026", "from 1 up to and including 31 March 2026", "1,095 days", "1 day")]
    public void Schrijfwijze_PerTaal(Taal taal, string niets, string bedrag, string negatief, string een, string dag, string overHetJaar, string inDeMaand, string dagen, string eenDag)
    {
        var eerder = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("ar-SA");
        try
        {
            var boek = Taalboek.Van(taal);
            var wijze = Schrijfwijze.Van(taal);
            Assert.Equal(niets, wijze.Euro(0m));
            // Minder dan een halve cent: op de cent is dat niets, en niets is niet negatief.
            Assert.Equal(niets, wijze.Euro(-0.004m));
            Assert.Equal(bedrag, wijze.Euro(1234.555m));
            // Eén keer afgerond, niet eerst op zes decimalen.
            Assert.Equal(bedrag, wijze.Euro(1234.5649999999m));
            Assert.Equal(negatief, wijze.Euro(-5m));
            Assert.Equal(een, boek.Schrijfwijze.Euro(1m));
            Assert.Equal(dag, boek.Schrijfwijze.Datum(new(2026, 3, 1)));
            Assert.Equal(overHetJaar, boek.Tijd(new DateOnly(2025, 12, 20), new(2026, 1, 8)));
            Assert.Equal(inDeMaand, boek.Tijd(new DateOnly(2026, 3, 1), new(2026, 3, 31)));
            Assert.Equal(dagen, boek.Aantal("dagen", 1095));
            Assert.Equal(eenDag, boek.Aantal("dagen", 1));
        }
        finally
        {
            CultureInfo.CurrentCulture = eerder;
        }
    }

    [Fact(DisplayName = "elke zin die er is wordt ook gezegd: er staat geen dode zin in de taalbestanden")]
    public void ElkeZin_WordtGezegd()
    {
        // Een oude controle, en een geval van het contract zonder begin van de categorie: die maakt de generator niet.
        var gezegd = new ConcurrentDictionary<string, bool> { ["bewaard"] = true, ["categorie"] = true };
        Gevalgenerator.EenGevalMetBeleid.Sample(
            geval =>
            {
                foreach (var stap in Bereken(geval).Stap.Alle())
                {
                    gezegd.TryAdd(stap.Zin.Sleutel, true);
                }
            },
            iter: 20_000);

        Assert.Empty(Zinnen.Alle.Keys.Except(gezegd.Keys));
    }

    [Fact(DisplayName = "een zin noemt een waarde die hij niet heeft, of een vorm die niet bestaat: het programma start niet")]
    public void Ontleed_OnbekendeWaardeOfVorm_Fout()
    {
        var aantallen = System.Collections.Frozen.FrozenDictionary<string, (string, string)>.Empty;
        Assert.Throws<FormatException>(() => Zinsdeel.Ontleed("{loon}", Zinnen.LoonSom, aantallen));
        Assert.Throws<FormatException>(() => Zinsdeel.Ontleed("{som:mooi}", Zinnen.LoonSom, aantallen));
        Assert.Throws<FormatException>(() => Zinsdeel.Ontleed("{maand:kaal}", Zinnen.LoonSom, aantallen));
        Assert.Throws<ArgumentException>(() => Zinnen.LoonSom.Met(1m));
    }

    private static Taalboek Boek(string regels) => new(Taal.Nederlands, "proef", new StringReader(regels));

    [Fact(DisplayName = "een taalbestand: commentaar en lege regels tellen niet; een zin wordt ingevuld, met een hoofdletter")]
    public void Bestand_ZinWoordEnAantal()
    {
        var boek = Boek(
            """
            # commentaar

            woord groet | Dag
            aantal dagen | één dag | {n} dagen
            zin vrijstellingsdagenVoorheen | {dagen:dagen} van de {alle}, voor {maand}.
            zin loonSom | de som van {maand} is {som:kaal}.
            """);

        Assert.Equal((Taal.Nederlands, "proef", "Dag"), (boek.Taal, boek.Code, boek.Woord("groet")));
        Assert.Equal(("één dag", "1.095 dagen"), (boek.Aantal("dagen", 1), boek.Aantal("dagen", 1095)));
        Assert.Equal(["alle", "dagen", "maand"], boek.WaardenIn("vrijstellingsdagenVoorheen"));
        var maart = Loonfiches.Maand.Parse("2025-03");
        Assert.Equal("De som van maart 2025 is 5,00.", boek.Schrijf(Zinnen.LoonSom.Met(maart, 5m)));
        Assert.Equal("12 dagen van de 1.095, voor maart 2025.", boek.Schrijf(Zinnen.DagenVoorheen.Met(maart, 12, 1095)));
        Assert.Equal("", Taalboek.Hoofdletter(""));
    }

    [Theory(DisplayName = "een taalbestand met een regel die niet klopt: het programma start niet")]
    [InlineData("zin | tekst")]
    [InlineData("woord groet | Dag | Hallo")]
    [InlineData("woord groet")]
    [InlineData("aantal dagen | {n} dagen")]
    [InlineData("aantal dagen | één | {n} | meer")]
    public void Bestand_RegelDieNietKlopt_Fout(string regel) => Assert.Throws<FormatException>(() => Boek(regel));

    [Theory]
    [InlineData("{loon}", "De zin loonSom kan {loon} niet invullen.")]
    [InlineData("{som:mooi}", "De zin loonSom kan {som:mooi} niet invullen.")]
    [InlineData("{maand:kaal}", "De zin loonSom kan {maand:kaal} niet invullen.")]
    public void Ontleed_OnbekendeWaardeOfVorm_ZegtWelke(string tekst, string fout) =>
        Assert.Equal(fout, Assert.Throws<FormatException>(() => Zinsdeel.Ontleed(tekst, Zinnen.LoonSom, System.Collections.Frozen.FrozenDictionary<string, (string, string)>.Empty)).Message);

    [Fact]
    public void Zinsoort_NamenEnSoorten_InVolgorde()
    {
        var soort = new Zinsoort("proef.variant", "som:bedrag maand:maand");

        Assert.Equal("proef", soort.Stapnaam);
        Assert.Equal(["som", "maand"], soort.Namen);
        Assert.Equal([Gegevensoort.Bedrag, Gegevensoort.Maand], soort.Soorten);
    }
}
