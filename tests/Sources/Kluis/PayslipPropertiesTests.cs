using System.Globalization;
using System.Text;
using CsCheck;
using SolidLoonfiches.Loonfiches;

namespace SolidLoonfiches.Sources;

/// <summary>What holds for every slip and for every document, tried on many.</summary>
public sealed class PayslipPropertiesTests
{
    private static readonly Gen<Euro> Amount = Gen.Long[0, 500_000_00].Select(Euro.FromCents);

    /// <summary>Texts as payroll systems print them, and as nobody should.</summary>
    private static readonly Gen<string> Text = Gen.OneOf(
        Gen.String[Gen.Char["abc \"'\\\n\r\t<>@^.;,#é€ß\u0001\u007f\u2028\ufeff"], 1, 30],
        Gen.OneOf("Maandloon", "Vergoeding 10% \"bijzonder\"", "😀 premie", "\\u0041", "\"\"\"", "<#loon>", "a'''b"));

    private static readonly Gen<PayLine> Line = Gen.Select(
        Text, Text, Gen.Enum<ComponentKind>(), Gen.Enum<PaySection>(), Amount,
        (code, label, kind, section, amount) => new PayLine(code, label, kind, section, amount));

    /// <summary>Slips whose sums hold, since others are refused.</summary>
    internal static readonly Gen<Loonfiche> Slip = Gen.Select(
        Gen.Select(Line.List[0, 12], Text.Null(), Gen.Int[1, 19_999_999].Select(Kbo), Gen.Int[0, 999_999_999].Select(Number), Gen.Bool),
        Gen.Select(Amount, Amount, Amount, Amount, Amount),
        Gen.Select(Gen.Int[0, 8000], Gen.Int[0, 365], Gen.Int[0, 60]),
        (who, money, days) =>
        {
            var (lines, employerName, employer, worker, corrects) = who;
            var (gross, rsz, taxable, tax, deductions) = money;
            Euro SumOr(PaySection section, Euro otherwise) =>
                lines.Exists(line => line.Section == section) ? lines.Where(line => line.Section == section).Aggregate(Euro.Zero, (sum, line) => sum + line.Amount) : otherwise;
            gross = SumOr(PaySection.Gross, gross);
            taxable = SumOr(PaySection.TaxableExtras, taxable);
            var untaxed = SumOr(PaySection.UntaxedExtras, Euro.Zero);
            deductions = SumOr(PaySection.Deductions, deductions);
            var from = new DateOnly(2001, 1, 1).AddDays(days.Item1);
            var nettoloon = gross - rsz + taxable - tax;
            lines.Sort(LoonficheGraph.LineOrder);
            return new Loonfiche
            {
                Id = "https://kluis.example/anna/loonfiches/a%20b.ttl",
                Employer = employer,
                EmployerName = employerName,
                Worker = worker,
                PeriodFrom = from,
                PeriodTo = from.AddDays(days.Item2),
                PaidOn = from.AddDays(days.Item3),
                Gross = gross,
                SocialSecurity = rsz,
                TaxableExtras = taxable,
                WithholdingTax = tax,
                Nettoloon = nettoloon,
                UntaxedExtras = untaxed,
                Deductions = deductions,
                NetPaid = nettoloon + untaxed - deductions,
                Lines = lines,
                Corrects = corrects ? "https://kluis.example/anna/loonfiches/eerder.ttl" : null,
            };
        });

    [Fact]
    public void WriteAndRead_AnySlip_GiveTheSameSlip() =>
        Slip.Sample(
            slip =>
            {
                var verdict = PayslipDocument.Read(PayslipDocument.Write(slip, null), new Uri(slip.Id), slip.Worker, Examples.Today);
                TestData.AssertSame(slip, Assert.IsType<PayslipVerdict.Fits>(verdict).Loonfiche);
            },
            iter: 1_000);

    [Fact]
    public void Read_AmountMovedByACent_IsNeverUsable() =>
        Gen.Select(Slip, Gen.Int[0, 7], Gen.Bool).Sample(
            (slip, which, up) =>
            {
                var cent = Euro.FromCents(up ? 1 : -1);
                var moved = which switch
                {
                    0 => slip with { Gross = slip.Gross + cent },
                    1 => slip with { SocialSecurity = slip.SocialSecurity + cent },
                    2 => slip with { TaxableExtras = slip.TaxableExtras + cent },
                    3 => slip with { WithholdingTax = slip.WithholdingTax + cent },
                    4 => slip with { Nettoloon = slip.Nettoloon + cent },
                    5 => slip with { UntaxedExtras = slip.UntaxedExtras + cent },
                    6 => slip with { Deductions = slip.Deductions + cent },
                    _ => slip with { NetPaid = slip.NetPaid + cent },
                };
                Assert.IsType<PayslipVerdict.DoesNotFit>(PayslipDocument.Read(PayslipDocument.Write(moved, null), new Uri(slip.Id), slip.Worker, Examples.Today));
            },
            iter: 1_000);

    /// <summary>Bytes changed, cut, doubled: every document gets a verdict, and nothing is thrown.</summary>
    [Fact]
    public void Read_MutatedDocument_GetsAVerdict()
    {
        var documents = Examples.Valid.Select(row => Examples.Read("valid", row.Data)).Concat(Examples.Invalid.Select(row => Examples.Read("invalid", row.Data))).ToArray();
        Gen.Select(Gen.Int[0, documents.Length - 1], Gen.Select(Gen.Int[0, 10_000], Gen.Int[0, 4], Gen.Byte).Array[1, 6]).Sample(
            (which, changes) =>
            {
                var bytes = changes.Aggregate(documents[which], Mutate);
                var verdict = PayslipDocument.Read(bytes, Examples.Url("x"), TestData.Anna, Examples.Today);
                Assert.True(verdict is PayslipVerdict.Fits or PayslipVerdict.DoesNotFit { Problems.Count: > 0 });
            },
            iter: 5_000);
    }

    private static byte[] Mutate(byte[] bytes, (int At, int How, byte With) change)
    {
        var at = bytes.Length == 0 ? 0 : change.At % bytes.Length;
        var length = Math.Min(bytes.Length - at, change.With);
        return change.How switch
        {
            0 when bytes.Length > 0 => [.. bytes[..at], change.With, .. bytes[(at + 1)..]],
            1 => [.. bytes[..at], .. bytes[(at + length)..]],
            2 => [.. bytes[..(at + length)], .. bytes[at..]],
            3 => [.. bytes[..at], .. Encoding.ASCII.GetBytes(change.With.ToString(CultureInfo.InvariantCulture)), .. bytes[at..]],
            _ => bytes[..at],
        };
    }

    private static KboNumber Kbo(int eight) => KboNumber.Parse(string.Create(CultureInfo.InvariantCulture, $"{eight:D8}{97 - (eight % 97):D2}"));

    private static Insz Number(int nine) => Insz.Parse(string.Create(CultureInfo.InvariantCulture, $"{nine:D9}{97 - (nine % 97):D2}"));
}
