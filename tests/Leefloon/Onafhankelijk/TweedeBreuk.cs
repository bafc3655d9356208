using System.Globalization;
using System.Numerics;

namespace SolidLoonfiches.Leefloon.Tests;

/// <summary>An exact fraction in lowest terms: nothing is ever rounded until it is printed.</summary>
internal readonly struct TweedeBreuk : IComparable<TweedeBreuk>, IEquatable<TweedeBreuk>
{
    public static readonly TweedeBreuk Nul = new(0, 1);

    private readonly BigInteger _boven;
    private readonly BigInteger _onder;

    public TweedeBreuk(BigInteger boven, BigInteger onder)
    {
        var deler = BigInteger.GreatestCommonDivisor(boven, onder);
        if (onder.Sign < 0)
        {
            deler = -deler;
        }

        _boven = boven / deler;
        _onder = onder / deler;
    }

    public static implicit operator TweedeBreuk(int heel) => new(heel, 1);

    public static TweedeBreuk operator +(TweedeBreuk a, TweedeBreuk b) => new((a._boven * b._onder) + (b._boven * a._onder), a._onder * b._onder);

    public static TweedeBreuk operator -(TweedeBreuk a, TweedeBreuk b) => new((a._boven * b._onder) - (b._boven * a._onder), a._onder * b._onder);

    public static TweedeBreuk operator *(TweedeBreuk a, TweedeBreuk b) => new(a._boven * b._boven, a._onder * b._onder);

    public static TweedeBreuk operator /(TweedeBreuk a, TweedeBreuk b) => new(a._boven * b._onder, a._onder * b._boven);

    public static bool operator <(TweedeBreuk a, TweedeBreuk b) => a.CompareTo(b) < 0;

    public static bool operator >(TweedeBreuk a, TweedeBreuk b) => a.CompareTo(b) > 0;

    public static bool operator <=(TweedeBreuk a, TweedeBreuk b) => a.CompareTo(b) <= 0;

    public static bool operator >=(TweedeBreuk a, TweedeBreuk b) => a.CompareTo(b) >= 0;

    public static bool operator ==(TweedeBreuk a, TweedeBreuk b) => a.CompareTo(b) == 0;

    public static bool operator !=(TweedeBreuk a, TweedeBreuk b) => a.CompareTo(b) != 0;

    public static TweedeBreuk NietOnderNul(TweedeBreuk a) => a < Nul ? Nul : a;

    /// <summary>Reads a JSON number such as <c>-1000.25</c> or <c>1e3</c>.</summary>
    public static TweedeBreuk Lees(string cijfers)
    {
        var macht = cijfers.IndexOfAny(['e', 'E']);
        if (macht >= 0)
        {
            var tien = int.Parse(cijfers[(macht + 1)..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
            var keer = BigInteger.Pow(10, Math.Abs(tien));
            return Lees(cijfers[..macht]) * (tien < 0 ? new TweedeBreuk(1, keer) : new TweedeBreuk(keer, 1));
        }

        var punt = cijfers.IndexOf('.', StringComparison.Ordinal);
        if (punt < 0)
        {
            return new TweedeBreuk(BigInteger.Parse(cijfers, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture), 1);
        }

        var zonderPunt = cijfers.Remove(punt, 1);
        return new TweedeBreuk(
            BigInteger.Parse(zonderPunt, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture),
            BigInteger.Pow(10, cijfers.Length - punt - 1));
    }

    /// <summary>Prints with exactly so many decimals, half up.</summary>
    public string Druk(int decimalen)
    {
        var schaal = BigInteger.Pow(10, decimalen);
        var teller = (_boven * schaal * 2) + _onder;
        var geheel = BigInteger.DivRem(teller, _onder * 2, out var rest);
        if (rest.Sign < 0)
        {
            geheel--;
        }

        var cijfers = BigInteger.Abs(geheel).ToString(CultureInfo.InvariantCulture).PadLeft(decimalen + 1, '0');
        return (geheel.Sign < 0 ? "-" : "") + cijfers[..^decimalen] + "." + cijfers[^decimalen..];
    }

    /// <summary>Whether it can be written with two decimals without loss.</summary>
    public bool IsInCenten => (_boven * 100 % _onder).IsZero;

    public int CompareTo(TweedeBreuk other) => (_boven * other._onder).CompareTo(other._boven * _onder);

    public bool Equals(TweedeBreuk other) => CompareTo(other) == 0;

    public override bool Equals(object? obj) => obj is TweedeBreuk andere && Equals(andere);

    public override int GetHashCode() => HashCode.Combine(_boven, _onder);
}
