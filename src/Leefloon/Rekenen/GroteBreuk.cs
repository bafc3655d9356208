using System.Numerics;
using SolidLoonfiches.Loonfiches;

namespace SolidLoonfiches.Leefloon;

/// <summary>Een vereenvoudigde breuk zonder grens aan haar grootte: waar <see cref="Breuk"/> uitkomt als 64 bits niet volstaan.</summary>
internal sealed class GroteBreuk
{
    private static readonly BigInteger GrootsteDecimaal = (BigInteger)decimal.MaxValue;

    private static readonly BigInteger ZestienNullen = BigInteger.Pow(10, 16);

    private readonly BigInteger _teller;
    private readonly BigInteger _noemer;

    /// <param name="teller">Eender welk getal.</param>
    /// <param name="noemer">Minstens 1.</param>
    public GroteBreuk(BigInteger teller, BigInteger noemer)
    {
        var deler = BigInteger.GreatestCommonDivisor(teller, noemer);
        (_teller, _noemer) = (teller / deler, noemer / deler);
    }

    public decimal AlsDecimaal => BigInteger.Abs(_teller) <= GrootsteDecimaal && _noemer <= GrootsteDecimaal
        ? (decimal)_teller / (decimal)_noemer
        : (decimal)BigInteger.Divide(_teller, _noemer) + ((decimal)(BigInteger.Remainder(_teller, _noemer) * ZestienNullen / _noemer) / (decimal)ZestienNullen);

    public Euro OpDeCent
    {
        get
        {
            var cent = (long)BigInteger.Divide((BigInteger.Abs(_teller) * 200) + _noemer, _noemer * 2);
            return Euro.FromCents(_teller.Sign < 0 ? -cent : cent);
        }
    }

    public bool PastIn64Bits(out long teller, out long noemer)
    {
        var past = _noemer <= long.MaxValue && _teller >= long.MinValue && _teller <= long.MaxValue;
        (teller, noemer) = past ? ((long)_teller, (long)_noemer) : (0, 1);
        return past;
    }

    public static GroteBreuk operator +(GroteBreuk links, GroteBreuk rechts) =>
        new((links._teller * rechts._noemer) + (rechts._teller * links._noemer), links._noemer * rechts._noemer);

    public static GroteBreuk operator -(GroteBreuk waarde) => new(-waarde._teller, waarde._noemer);

    public static GroteBreuk operator *(GroteBreuk links, GroteBreuk rechts) => new(links._teller * rechts._teller, links._noemer * rechts._noemer);

    public static GroteBreuk operator /(GroteBreuk links, int deler) => new(links._teller, links._noemer * deler);

    /// <summary>Als <c>CompareTo</c>.</summary>
    public int Vergelijk(GroteBreuk andere) => (_teller * andere._noemer).CompareTo(andere._teller * _noemer);

    public int Kenmerk() => HashCode.Combine(_teller, _noemer);
}
