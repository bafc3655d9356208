namespace SolidLoonfiches.Leefloon;

/// <summary>Alle zinnen die een stap kan zeggen, per stap; de woorden staan per taal in <c>nl.txt</c>, <c>fr.txt</c> en <c>en.txt</c>.</summary>
internal static class Zinnen
{
    private static readonly Dictionary<string, Zinsoort> Lijst = new(StringComparer.Ordinal);

    /// <summary>Per sleutel.</summary>
    public static IReadOnlyDictionary<string, Zinsoort> Alle => Lijst;

    public static readonly Zinsoort Bewaard = Zin("bewaard", "tekst:tekst");

    // De maand en haar tijdvakken: art. 14 §2 RMI-wet.
    public static readonly Zinsoort MaandEenTijdvak = Zin("leefloonVanDeMaand", "maand:maand bedrag:bedrag");
    public static readonly Zinsoort MaandTijdvakken = Zin("leefloonVanDeMaand.som", "maand:maand bedrag:bedrag tijdvakken:getal");
    public static readonly Zinsoort MaandNul = Zin("leefloonVanDeMaand.nul", "maand:maand");
    public static readonly Zinsoort MaandZonderRecht = Zin("leefloonVanDeMaand.zonderRecht", "maand:maand");
    public static readonly Zinsoort AandeelHeleMaand = Zin("aandeel", "perJaar:bedrag aandeel:bedrag");
    public static readonly Zinsoort AandeelDeel = Zin("aandeel.deel", "tijd:tijd perJaar:bedrag dagen:getal maanddagen:getal aandeel:bedrag");
    public static readonly Zinsoort DagenMetRecht = Zin("dagenMetRecht", "tijd:tijd dagen:getal");
    public static readonly Zinsoort DagenMetRechtGeen = Zin("dagenMetRecht.geen", "maand:maand");
    public static readonly Zinsoort LeefloonAftrek = Zin("leefloonPerJaar", "bedrag:bedrag middelen:bedrag vrijstelling:bedrag leefloon:bedrag");
    public static readonly Zinsoort LeefloonVolledig = Zin("leefloonPerJaar.volledig", "leefloon:bedrag");
    public static readonly Zinsoort LeefloonGeen = Zin("leefloonPerJaar.geen", "middelen:bedrag bedrag:bedrag");

    // De categorie en haar bedrag: art. 14 §1 RMI-wet.
    public static readonly Zinsoort CategorieAltijd = Zin("categorie", "categorie:categorie");
    public static readonly Zinsoort CategorieSinds = Zin("categorie.sinds", "van:dag categorie:categorie");
    public static readonly Zinsoort Categoriebedrag = Zin("categoriebedrag", "categorie:categorie perJaar:bedrag perMaand:bedrag");
    public static readonly Zinsoort Jaarbedrag = Zin("jaarbedrag", "vanaf:dag categorie:categorie bedrag:bedrag");
    public static readonly Zinsoort JaarbedragAfgeleid = Zin("jaarbedrag.afgeleid", "vanaf:dag categorie:categorie bedrag:bedrag");

    // Het loon: art. 16 §1 RMI-wet.
    public static readonly Zinsoort LoonSom = Zin("loonSom", "maand:maand som:bedrag");
    public static readonly Zinsoort LoonSomNegatief = Zin("loonSom.negatief", "maand:maand");
    public static readonly Zinsoort LoonSomGeen = Zin("loonSom.geen", "maand:maand");
    public static readonly Zinsoort Loonfiche = Zin("loonfiche", "werkgever:tekst tijd:tijd som:bedrag");
    public static readonly Zinsoort LoonficheDeel = Zin("loonfiche.deel", "werkgever:tekst tijd:tijd som:bedrag hier:getal alle:getal maand:maand deel:bedrag");
    public static readonly Zinsoort LoonficheBuiten = Zin("loonficheBuitenDeMaand", "werkgever:tekst tijd:tijd maand:maand");
    public static readonly Zinsoort Nettoloon = Zin("nettoloon", "bedrag:bedrag");
    public static readonly Zinsoort ComponentTelt = Zin("looncomponent", "soort:component bedrag:bedrag");
    public static readonly Zinsoort ComponentTeltOnbevestigd = Zin("looncomponent.onbevestigd", "soort:component bedrag:bedrag");
    public static readonly Zinsoort ComponentTeltDoorKeuze = Zin("looncomponent.keuze", "soort:component bedrag:bedrag");
    public static readonly Zinsoort ComponentInhouding = Zin("looncomponentNietMee.inhouding", "soort:component bedrag:bedrag");
    public static readonly Zinsoort ComponentKost = Zin("looncomponentNietMee.kost", "soort:component bedrag:bedrag");
    public static readonly Zinsoort ComponentNietDoorKeuze = Zin("looncomponentNietMee.keuze", "soort:component bedrag:bedrag");
    public static readonly Zinsoort ComponentNietDoorKeuzeOnbevestigd = Zin("looncomponentNietMee.keuzeOnbevestigd", "soort:component bedrag:bedrag");
    public static readonly Zinsoort LoonPerMaand = Zin("loonPerMaand", "som:bedrag");
    public static readonly Zinsoort LoonPerMaandOmgerekend = Zin("loonPerMaand.omgerekend", "som:bedrag dagen:getal gedekt:getal perMaand:bedrag");
    public static readonly Zinsoort LoonPerMaandSom = Zin("loonPerMaand.som", "som:bedrag");
    public static readonly Zinsoort LoonPerMaandGeen = Zin("loonPerMaand.geen", "");
    public static readonly Zinsoort GedekteDagen = Zin("gedekteDagen", "gedekt:getal dagen:getal");
    public static readonly Zinsoort LoonPerJaar = Zin("loonPerJaar", "perMaand:bedrag perJaar:bedrag");
    public static readonly Zinsoort LoonPerJaarGeen = Zin("loonPerJaar.geen", "");

    // Andere middelen, en alles samen: art. 16 §1 RMI-wet en art. 22 KB.
    public static readonly Zinsoort Bestaansmiddel = Zin("bestaansmiddel", "bedrag:bedrag");
    public static readonly Zinsoort VrijgesteldMiddel = Zin("vrijgesteldMiddel", "soort:middel bedrag:bedrag");
    public static readonly Zinsoort AndereBestaansmiddelen = Zin("andereBestaansmiddelen", "som:bedrag");
    public static readonly Zinsoort Bestaansmiddelen = Zin("bestaansmiddelen", "som:bedrag");
    public static readonly Zinsoort BestaansmiddelenSamen = Zin("bestaansmiddelen.samen", "som:bedrag");
    public static readonly Zinsoort AlgemeneVrijstelling = Zin("algemeneVrijstelling", "categorie:categorie vrijstelling:bedrag");
    public static readonly Zinsoort AlgemeneVrijstellingAlles = Zin("algemeneVrijstelling.alles", "vrijstelling:bedrag middelen:bedrag");
    public static readonly Zinsoort AlgemeneVrijstellingZonderMiddelen = Zin("algemeneVrijstelling.zonderMiddelen", "vrijstelling:bedrag");
    public static readonly Zinsoort AlgemeneVrijstellingNiet = Zin("algemeneVrijstelling.niet", "middelen:bedrag bedrag:bedrag");

    // Wie samenwoont: art. 34 KB.
    public static readonly Zinsoort SamenwonendenNieuw = Zin("samenwonenden", "som:bedrag");
    public static readonly Zinsoort SamenwonendenOud = Zin("samenwonenden.oud", "som:bedrag");
    public static readonly Zinsoort SamenwonendenTotHerziening = Zin("samenwonenden.totHerziening", "som:bedrag herziening:dag");
    public static readonly Zinsoort PartnerVolledig = Zin("deelPartner.volledig", "categorie:categorie middelen:bedrag");
    public static readonly Zinsoort PartnerOnder = Zin("deelPartner.onder", "middelen:bedrag drempel:bedrag");
    public static readonly Zinsoort PartnerBoven = Zin("deelPartner", "middelen:bedrag drempel:bedrag deel:bedrag");
    public static readonly Zinsoort FamilieOnder = Zin("deelFamilie.onder", "aantal:getal middelen:bedrag drempel:bedrag");
    public static readonly Zinsoort FamilieOnderMetBijslag = Zin("deelFamilie.onderMetBijslag", "aantal:getal middelen:bedrag drempel:bedrag bijslag:bedrag");
    public static readonly Zinsoort FamilieBoven = Zin("deelFamilie", "aantal:getal middelen:bedrag drempel:bedrag deel:bedrag");
    public static readonly Zinsoort FamilieBovenMetBijslag = Zin("deelFamilie.metBijslag", "aantal:getal middelen:bedrag drempel:bedrag teveel:bedrag bijslag:bedrag deel:bedrag");
    public static readonly Zinsoort FamilieBillijkheid = Zin("deelFamilie.billijkheid", "aantal:getal reden:tekst");
    public static readonly Zinsoort FamilieBillijkheidZonderReden = Zin("deelFamilie.billijkheidZonderReden", "aantal:getal");
    public static readonly Zinsoort MiddelenSamenwonende = Zin("middelenSamenwonende", "relatie:relatie bedrag:bedrag");
    public static readonly Zinsoort GezinsbijslagVoorAanvrager = Zin("gezinsbijslagVoorAanvrager", "relatie:relatie bedrag:bedrag");
    public static readonly Zinsoort NietMeeAnder = Zin("samenwonendeNietMee.ander", "relatie:relatie");
    public static readonly Zinsoort NietMeeLeefloon = Zin("samenwonendeNietMee.leefloon", "relatie:relatie");
    public static readonly Zinsoort NietMeeOudeRegels = Zin("samenwonendeNietMee.oudeRegels", "relatie:relatie");
    public static readonly Zinsoort NietMeeKeuze = Zin("samenwonendeNietMee.keuze", "relatie:relatie");

    // De vrijstelling voor wie werkt en haar teller: art. 35 KB.
    public static readonly Zinsoort NaVrijstelling = Zin("loonNaVrijstelling", "loon:bedrag vrijstelling:bedrag over:bedrag");
    public static readonly Zinsoort NaVrijstellingAlles = Zin("loonNaVrijstelling.alles", "vrijstelling:bedrag loon:bedrag");
    public static readonly Zinsoort NaVrijstellingNiets = Zin("loonNaVrijstelling.niets", "loon:bedrag");
    public static readonly Zinsoort Vrijstelling = Zin("vrijstelling", "perMaand:bedrag soort:vrijstelling");
    public static readonly Zinsoort VrijstellingNogNiet = Zin("vrijstelling.nogNiet", "vanaf:dag");
    public static readonly Zinsoort VrijstellingZesJaar = Zin("vrijstelling.zesJaar", "eerste:dag");
    public static readonly Zinsoort VrijstellingVerbruikt = Zin("vrijstelling.verbruikt", "alle:getal");
    public static readonly Zinsoort VrijstellingNietToegekend = Zin("vrijstelling.nietToegekend", "");
    public static readonly Zinsoort VrijstellingGeenDag = Zin("vrijstelling.geenDag", "");
    public static readonly Zinsoort Vrijstellingsbedrag = Zin("vrijstellingsbedrag", "vanaf:dag soort:vrijstelling bedrag:bedrag");
    public static readonly Zinsoort VrijstellingsbedragAfgeleid = Zin("vrijstellingsbedrag.afgeleid", "vanaf:dag soort:vrijstelling bedrag:bedrag");
    public static readonly Zinsoort VrijstellingsbedragPerJaar = Zin("vrijstellingsbedrag.perJaar", "vanaf:dag soort:vrijstelling bedrag:bedrag");
    public static readonly Zinsoort VrijstellingsbedragPerJaarAfgeleid = Zin("vrijstellingsbedrag.perJaarAfgeleid", "vanaf:dag soort:vrijstelling bedrag:bedrag");
    public static readonly Zinsoort VrijstellingsdagenOver = Zin("vrijstellingsdagenOver", "over:getal alle:getal tot:dag");
    public static readonly Zinsoort Teller = Zin("vrijstellingsteller", "maand:maand over:getal tot:dag");
    public static readonly Zinsoort TellerVoorbij = Zin("vrijstellingsteller.voorbij", "laatste:dag");
    public static readonly Zinsoort DagenVoorheen = Zin("vrijstellingsdagenVoorheen", "maand:maand dagen:getal alle:getal");
    public static readonly Zinsoort DagenDezeMaand = Zin("vrijstellingsdagenDezeMaand", "maand:maand dagen:getal perioden:tijden");
    public static readonly Zinsoort DagenDezeMaandGeenLeefloon = Zin("vrijstellingsdagenDezeMaand.geenLeefloon", "maand:maand");
    public static readonly Zinsoort DagenDezeMaandGeenDag = Zin("vrijstellingsdagenDezeMaand.geenDag", "maand:maand");

    // Wat het OCMW koos, en vakantiegeld en premies die daardoor in een andere maand tellen.
    public static readonly Zinsoort BeleidDezelfdeMaand = Zin("beleidLoonmaand", "maand:maand");
    public static readonly Zinsoort BeleidMaandErvoor = Zin("beleidLoonmaand.ervoor", "loonmaand:maand maand:maand");
    public static readonly Zinsoort BeleidPremiesLoonperiode = Zin("beleidPremies", "");
    public static readonly Zinsoort BeleidPremiesBetaald = Zin("beleidPremies.betaald", "");
    public static readonly Zinsoort BeleidPremiesGespreid = Zin("beleidPremies.gespreid", "");
    public static readonly Zinsoort BeleidDeelmaandOmgerekend = Zin("beleidDeelmaand", "");
    public static readonly Zinsoort BeleidDeelmaandSom = Zin("beleidDeelmaand.som", "");
    public static readonly Zinsoort BeleidKalenderdagen = Zin("beleidDagen", "");
    public static readonly Zinsoort BeleidDertigDagen = Zin("beleidDagen.dertig", "");
    public static readonly Zinsoort BeleidOnbevestigd = Zin("beleidBedragen", "");
    public static readonly Zinsoort ComponentElders = Zin("looncomponentElders", "soort:component bedrag:bedrag");
    public static readonly Zinsoort ComponentEldersUitNettoloon = Zin("looncomponentElders.uitNettoloon", "soort:component bedrag:bedrag");
    public static readonly Zinsoort VerschovenLoon = Zin("verschovenLoon", "som:bedrag");
    public static readonly Zinsoort VerschovenBetaald = Zin("verschovenLoondeel.betaald", "soort:component werkgever:tekst bedrag:bedrag betaald:dag");
    public static readonly Zinsoort VerschovenBetaaldGeschat = Zin("verschovenLoondeel.betaaldGeschat", "soort:component werkgever:tekst bedrag:bedrag betaald:dag");
    public static readonly Zinsoort VerschovenGespreid = Zin("verschovenLoondeel.gespreid", "soort:component werkgever:tekst bedrag:bedrag betaald:dag deel:bedrag");
    public static readonly Zinsoort VerschovenGespreidGeschat = Zin("verschovenLoondeel.gespreidGeschat", "soort:component werkgever:tekst bedrag:bedrag betaald:dag deel:bedrag");
    public static readonly Zinsoort LoonPerMaandMetVerschoven = Zin("loonPerMaand.metVerschoven", "loon:bedrag verschoven:bedrag samen:bedrag");

    private static Zinsoort Zin(string sleutel, string waarden)
    {
        var soort = new Zinsoort(sleutel, waarden);
        Lijst.Add(sleutel, soort);
        return soort;
    }
}
