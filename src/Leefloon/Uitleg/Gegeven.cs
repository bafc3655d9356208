using System.Runtime.InteropServices;
using SolidLoonfiches.Loonfiches;

namespace SolidLoonfiches.Leefloon;

/// <summary>Wat voor waarde op een plaats in een zin staat: het bepaalt hoe ze geschreven en bewaard wordt.</summary>
internal enum Gegevensoort { Bedrag, Getal, Dag, Maand, Tijd, Tijden, Tekst, Categorie, Component, Relatie, Middel, Vrijstelling }

/// <summary>Een waarde in een zin, zo klein als ze is: pas wie de zin leest maakt er woorden van.</summary>
/// <remarks>Dagen en maanden zijn hun dagnummer, woorden van de wet hun nummer in de opsomming; welke het zijn weet de <see cref="Zinsoort"/>.</remarks>
[StructLayout(LayoutKind.Auto)]
internal readonly struct Gegeven : IEquatable<Gegeven>
{
    private readonly object? _ander;

    private Gegeven(Breuk getal, object? ander = null) => (Getal, _ander) = (getal, ander);

    public Breuk Getal { get; }

    public int Geheel => (int)Getal.AlsDecimaal;

    public DateOnly Dag => DateOnly.FromDayNumber(Geheel);

    public string Tekst => (string)_ander!;

    public IReadOnlyList<Periode> Tijden => _ander as IReadOnlyList<Periode> ?? [(Periode)_ander!];

    public static implicit operator Gegeven(Breuk bedrag) => new(bedrag);

    public static implicit operator Gegeven(decimal bedrag) => new(bedrag);

    public static implicit operator Gegeven(int getal) => new(getal);

    public static implicit operator Gegeven(DateOnly dag) => new(dag.DayNumber);

    public static implicit operator Gegeven(Maand maand) => new(maand.FirstDay.DayNumber);

    public static implicit operator Gegeven(string tekst) => new(Breuk.Nul, tekst);

    public static implicit operator Gegeven(Periode tijd) => new(Breuk.Nul, tijd);

    public static implicit operator Gegeven(Categorie categorie) => new((int)categorie);

    public static implicit operator Gegeven(ComponentKind soort) => new((int)soort);

    public static implicit operator Gegeven(Relatie relatie) => new((int)relatie);

    public static implicit operator Gegeven(Bestaansmiddelsoort soort) => new((int)soort);

    public static implicit operator Gegeven(Vrijstellingssoort soort) => new((int)soort);

    public static Gegeven Van(IReadOnlyList<Periode> tijden) => new(Breuk.Nul, tijden);

    /// <summary>Gelijk als ze zich gelijk laten lezen: een bewaard bedrag is de decimaal van de breuk die het was.</summary>
    public bool Equals(Gegeven other) => Getal.AlsDecimaal == other.Getal.AlsDecimaal
        && (_ander is IReadOnlyList<Periode> tijden ? other._ander is IReadOnlyList<Periode> andere && tijden.SequenceEqual(andere) : Equals(_ander, other._ander));

    public override bool Equals(object? obj) => obj is Gegeven ander && Equals(ander);

    public override int GetHashCode() => Getal.AlsDecimaal.GetHashCode();
}
