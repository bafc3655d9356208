using System.Numerics;
using SolidLoonfiches.Loonfiches;

namespace SolidLoonfiches.Leefloon;

/// <summary>
/// Een exacte breuk. Delen door 12, door dagen van de maand en door gedekte dagen geeft getallen die decimaal niet
/// eindigen; op de grens (middelen gelijk aan het leefloon, een halve cent) beslist dan het laatste cijfer over het recht.
/// Daarom wordt gerekend met breuken, en pas aan het einde één keer afgerond.
/// </summary>
/// <remarks>
/// Teller en noemer passen in 64 bits zolang de bedragen gewoon zijn; een product of som van twee zulke breuken past altijd in
/// 128 bits. Wat daarna niet meer in 64 bits past, ook vereenvoudigd niet, gaat verder als <see cref="GroteBreuk"/>: trager, even exact.
/// </remarks>
internal readonly struct Breuk : IEquatable<Breuk>, IComparable<Breuk>
{
    private readonly long _teller;
    private readonly long _noemerMinEen; // zo is default(Breuk) 0/1 en geen 0/0
    private readonly GroteBreuk? _groot;

    private Breuk(long teller, long noemer, GroteBreuk? groot = null)
    {
        _teller = teller;
        _noemerMinEen = noemer - 1;
        _groot = groot;
    }

    public static Breuk Nul => default;

    private long Noemer => _noemerMinEen + 1;

    private GroteBreuk Groot => _groot ?? new GroteBreuk(_teller, Noemer);

    public bool IsNul => _groot is null && _teller == 0;

    /// <summary>De waarde met zoveel cijfers als een decimal draagt: om te tonen, niet om mee te rekenen.</summary>
    public decimal AlsDecimaal => _groot is not null ? _groot.AlsDecimaal
        : Noemer == 1 ? _teller
        : Noemer == 100 ? _teller / 100m
        : (decimal)_teller / Noemer;

    /// <summary>Op de cent, helft naar boven; de bedragen van het leefloon zijn nooit negatief.</summary>
    public Euro OpDeCent
    {
        get
        {
            if (_groot is not null)
            {
                return _groot.OpDeCent;
            }

            var cent = (long)(((Int128.Abs(_teller) * 200) + Noemer) / ((Int128)Noemer * 2));
            return Euro.FromCents(_teller < 0 ? -cent : cent);
        }
    }

    public static Breuk Max(Breuk links, Breuk rechts) => links < rechts ? rechts : links;

    public static implicit operator Breuk(int waarde) => new(waarde, 1);

    public static implicit operator Breuk(decimal waarde)
    {
        Span<int> delen = stackalloc int[4];
        decimal.GetBits(waarde, delen);
        var mantisse = new Int128((uint)delen[2], ((ulong)(uint)delen[1] << 32) | (uint)delen[0]);
        return Van(waarde < 0 ? -mantisse : mantisse, MachtVanTien[(delen[3] >> 16) & 0x1F]);
    }

    private static readonly Int128[] MachtVanTien = [.. Enumerable.Range(0, 29).Select(n => (Int128)BigInteger.Pow(10, n))];

    public static Breuk operator +(Breuk links, Breuk rechts) =>
        links._groot is not null || rechts._groot is not null ? Van(links.Groot + rechts.Groot)
        : links.Noemer == rechts.Noemer ? Van((Int128)links._teller + rechts._teller, links.Noemer)
        : Van(((Int128)links._teller * rechts.Noemer) + ((Int128)rechts._teller * links.Noemer), (Int128)links.Noemer * rechts.Noemer);

    public static Breuk operator -(Breuk waarde) => waarde._groot is not null ? Van(-waarde._groot) : Van(-(Int128)waarde._teller, waarde.Noemer);

    public static Breuk operator -(Breuk links, Breuk rechts) => links + -rechts;

    public static Breuk operator *(Breuk links, Breuk rechts) => links._groot is not null || rechts._groot is not null
        ? Van(links.Groot * rechts.Groot)
        : Van((Int128)links._teller * rechts._teller, (Int128)links.Noemer * rechts.Noemer);

    public static Breuk operator /(Breuk links, int deler)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(deler, 1);
        return links._groot is not null ? Van(links._groot / deler) : Van(links._teller, (Int128)links.Noemer * deler);
    }

    public static bool operator <(Breuk links, Breuk rechts) => links.CompareTo(rechts) < 0;

    public static bool operator >(Breuk links, Breuk rechts) => links.CompareTo(rechts) > 0;

    public static bool operator <=(Breuk links, Breuk rechts) => links.CompareTo(rechts) <= 0;

    public static bool operator >=(Breuk links, Breuk rechts) => links.CompareTo(rechts) >= 0;

    public static bool operator ==(Breuk links, Breuk rechts) => links.Equals(rechts);

    public static bool operator !=(Breuk links, Breuk rechts) => !links.Equals(rechts);

    public int CompareTo(Breuk other) => _groot is not null || other._groot is not null
        ? Groot.Vergelijk(other.Groot)
        : ((Int128)_teller * other.Noemer).CompareTo((Int128)other._teller * Noemer);

    public bool Equals(Breuk other) => CompareTo(other) == 0;

    public override bool Equals(object? obj) => obj is Breuk other && Equals(other);

    public override int GetHashCode() => Groot.Kenmerk();

    public override string ToString() => AlsDecimaal.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static Breuk Van(Int128 teller, Int128 noemer) => noemer <= long.MaxValue && teller >= long.MinValue && teller <= long.MaxValue
        ? new((long)teller, (long)noemer)
        : Van(new GroteBreuk(teller, noemer));

    private static Breuk Van(GroteBreuk breuk) => breuk.PastIn64Bits(out var teller, out var noemer) ? new(teller, noemer) : new(0, 1, breuk);
}
