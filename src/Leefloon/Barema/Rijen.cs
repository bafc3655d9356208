namespace SolidLoonfiches.Leefloon;

/// <summary>Hoe zeker een rij van het barema is.</summary>
internal enum BaremaStatus
{
    /// <summary>Minstens één bedrag van de rij is gepubliceerd gezien; de andere zijn als afgeleid gemerkt.</summary>
    Published,

    /// <summary>Alle bedragen zijn afgeleid uit basisbedrag en coëfficiënt.</summary>
    Derived,

    /// <summary>Of de rij bestaat is niet bevestigd; ze geldt niet tenzij ze aangezet is.</summary>
    Unconfirmed,
}

/// <summary>Eén bedrag van een rij. <paramref name="Afgeleid"/>: dit bedrag zelf is niet gepubliceerd gezien.</summary>
internal readonly record struct Baremabedrag(decimal Waarde, bool Afgeleid);

/// <summary>Wat elke rij heeft.</summary>
internal abstract record Baremarij(string Tabel, DateOnly Vanaf, decimal Coefficient, DateOnly? Bekend, BaremaStatus Status, string Bron)
{
    private readonly string _alsGepubliceerd = AlsBron(Tabel, Vanaf, Status is BaremaStatus.Unconfirmed ? "niet bevestigd" : "gepubliceerd", Bron);
    private readonly string _alsAfgeleid = AlsBron(Tabel, Vanaf, Status is BaremaStatus.Unconfirmed ? "niet bevestigd" : "afgeleid", Bron);

    /// <summary>De rij als bron van een stap: tabel, datum en waar ze vandaan komt.</summary>
    public string BronVan(Baremabedrag bedrag) => bedrag.Afgeleid ? _alsAfgeleid : _alsGepubliceerd;

    private static string AlsBron(string tabel, DateOnly vanaf, string hoe, string bron) => $"barema {tabel}, rij van {Nl.Iso(vanaf)} ({hoe}): {bron}";
}

/// <summary>De jaarbedragen van de drie categorieën sinds een datum.</summary>
internal sealed record Jaarbedragen(DateOnly Vanaf, decimal Coefficient, DateOnly? Bekend, BaremaStatus Status, string Bron,
    IReadOnlyList<Baremabedrag> Basis, IReadOnlyList<Baremabedrag> Jaar, IReadOnlyList<Baremabedrag> Maand) : Baremarij("leefloon", Vanaf, Coefficient, Bekend, Status, Bron)
{
    public Baremabedrag Voor(Categorie categorie) => Jaar[(int)categorie - 1];
}

/// <summary>De bedragen van art. 35 KB sinds een datum, per maand; kunstenaar per jaar. Null: bestaat niet op die datum.</summary>
internal sealed record Vrijstellingsbedragen(DateOnly Vanaf, decimal Coefficient, DateOnly? Bekend, BaremaStatus Status, string Bron,
    Baremabedrag Gewoon, Baremabedrag Student, Baremabedrag? StudentMetToelage, Baremabedrag? Knelpuntberoep, Baremabedrag KunstenaarPerJaar) : Baremarij("vrijstelling", Vanaf, Coefficient, Bekend, Status, Bron);
