using System.Numerics;
using SolidLoonfiches.Loonfiches;

namespace SolidLoonfiches.Leefloon;

/// <summary>
/// Een exacte breuk. Delen door 12, door dagen van de maand en door gedekte dagen geeft getallen die decimaal niet
/// eindigen; op de grens (middelen gelijk aan het leefloon, een halve cent) beslist dan het laatste cijfer over het recht.
/// Daarom wordt gerekend met breuken, en pas aan het einde één keer afgerond.
/// </summary>
internal readonly struct Breuk : IEquatable<Breuk>, IComparable<Breuk>
{
    /// <summary>Vanaf deze grootte van de noemer wordt vereenvoudigd; vroeger kost dat meer dan het opbrengt.</summary>
    private static readonly BigInteger GroteNoemer = BigInteger.Pow(10, 18);

    private readonly BigInteger _teller;
    private readonly BigInteger _noemer;

    private Breuk(BigInteger teller, BigInteger noemer)
    {
        if (noemer > GroteNoemer)
        {
            var deler = BigInteger.GreatestCommonDivisor(teller, noemer);
            (teller, noemer) = (teller / deler, noemer / deler);
        }

        _teller = teller;
        _noemer = noemer;
    }

    public static Breuk Nul => default;

    /// <summary>Zo is default(Breuk) 0/1 en geen 0/0.</summary>
    private BigInteger Noemer => _noemer.IsZero ? BigInteger.One : _noemer;

    public bool IsNul => _teller.IsZero;

    /// <summary>De waarde met zoveel cijfers als een decimal draagt: om te tonen, niet om mee te rekenen.</summary>
    public decimal AlsDecimaal
    {
        get
        {
            var deler = BigInteger.GreatestCommonDivisor(_teller, Noemer);
            var (teller, noemer) = (_teller / deler, Noemer / deler);
            return BigInteger.Abs(teller) <= GrootsteDecimaal && noemer <= GrootsteDecimaal
                ? (decimal)teller / (decimal)noemer
                : (decimal)BigInteger.Divide(teller, noemer) + ((decimal)(BigInteger.Remainder(teller, noemer) * ZestienNullen / noemer) / (decimal)ZestienNullen);
        }
    }

    private static readonly BigInteger GrootsteDecimaal = (BigInteger)decimal.MaxValue;

    private static readonly BigInteger ZestienNullen = BigInteger.Pow(10, 16);

    /// <summary>Op de cent, helft naar boven; de bedragen van het leefloon zijn nooit negatief.</summary>
    public Euro OpDeCent
    {
        get
        {
            var dubbel = (BigInteger.Abs(_teller) * 200) + Noemer;
            var cent = (long)BigInteger.Divide(dubbel, Noemer * 2);
            return Euro.FromCents(_teller.Sign < 0 ? -cent : cent);
        }
    }

    public static Breuk Max(Breuk links, Breuk rechts) => links < rechts ? rechts : links;

    public static implicit operator Breuk(int waarde) => new(waarde, BigInteger.One);

    public static implicit operator Breuk(decimal waarde)
    {
        Span<int> delen = stackalloc int[4];
        decimal.GetBits(waarde, delen);
        var mantisse = new decimal(delen[0], delen[1], delen[2], waarde < 0, 0);
        return new Breuk((BigInteger)mantisse, MachtVanTien[(delen[3] >> 16) & 0x1F]);
    }

    private static readonly BigInteger[] MachtVanTien = [.. Enumerable.Range(0, 29).Select(n => BigInteger.Pow(10, n))];

    public static Breuk operator +(Breuk links, Breuk rechts) => links.Noemer == rechts.Noemer
        ? new Breuk(links._teller + rechts._teller, links.Noemer)
        : new Breuk((links._teller * rechts.Noemer) + (rechts._teller * links.Noemer), links.Noemer * rechts.Noemer);

    public static Breuk operator -(Breuk waarde) => new(-waarde._teller, waarde.Noemer);

    public static Breuk operator -(Breuk links, Breuk rechts) => links + -rechts;

    public static Breuk operator *(Breuk links, Breuk rechts) => new(links._teller * rechts._teller, links.Noemer * rechts.Noemer);

    public static Breuk operator /(Breuk links, int deler) =>
        deler > 0 ? new(links._teller, links.Noemer * deler) : throw new ArgumentOutOfRangeException(nameof(deler), "Delen door een aantal van minstens 1.");

    public static bool operator <(Breuk links, Breuk rechts) => links.CompareTo(rechts) < 0;

    public static bool operator >(Breuk links, Breuk rechts) => links.CompareTo(rechts) > 0;

    public static bool operator <=(Breuk links, Breuk rechts) => links.CompareTo(rechts) <= 0;

    public static bool operator >=(Breuk links, Breuk rechts) => links.CompareTo(rechts) >= 0;

    public static bool operator ==(Breuk links, Breuk rechts) => links.Equals(rechts);

    public static bool operator !=(Breuk links, Breuk rechts) => !links.Equals(rechts);

    public int CompareTo(Breuk other) => (_teller * other.Noemer).CompareTo(other._teller * Noemer);

    public bool Equals(Breuk other) => CompareTo(other) == 0;

    public override bool Equals(object? obj) => obj is Breuk other && Equals(other);

    public override int GetHashCode()
    {
        var deler = BigInteger.GreatestCommonDivisor(_teller, Noemer);
        return HashCode.Combine(_teller / deler, Noemer / deler);
    }

    public override string ToString() => AlsDecimaal.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
