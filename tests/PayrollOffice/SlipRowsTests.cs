using System.Text;
using CsCheck;
using SolidLoonfiches.Loonfiches;

namespace SolidLoonfiches.PayrollOffice;

public sealed class SlipRowsTests
{
    private const string Header = "reference;employer;worker;periodFrom;periodTo;paidOn;gross;socialSecurity;withholdingTax;nettoloon;untaxedExtras;netPaid;lineCode;lineLabel;lineKind;lineSection;lineAmount";
    private const string First = "17;0123456749;85073003328;2026-10-01;2026-10-31;2026-10-30;2500,00;326,75;245,12;1928,13;42,00;1970,13;1000;Maandloon;basePay;gross;2500,00";
    private const string Second = "17;;;;;;;;;;;;4500;Woon-werkverkeer;commuting;untaxedExtras;42,00";
    private const string Short = "18;0123456749;85073003328";

    [Fact]
    public async Task Csv_RecordsOfOneReference_AreOneSlipWithTheirLines()
    {
        var slip = Assert.Single(await CsvAsync(Header, First, Second)).Slip!.ToLoonfiche();

        Assert.Equal(Euro.Of(1970.13m), slip.NetPaid);
        Assert.Equal(
            [new PayLine("1000", "Maandloon", ComponentKind.BasePay, PaySection.Gross, Euro.Of(2500m)), new PayLine("4500", "Woon-werkverkeer", ComponentKind.Commuting, PaySection.UntaxedExtras, Euro.Of(42m))],
            slip.Lines);
    }

    [Fact]
    public async Task Csv_FurtherKindOfTheScheme_IsTheKindOfTheLawThatItCountsAs()
    {
        var slip = Assert.Single(await CsvAsync(Header, First, Second.Replace("commuting", "bicycleAllowance", StringComparison.Ordinal))).Slip!.ToLoonfiche();

        Assert.Equal(ComponentKind.Commuting, slip.Lines[1].Kind);
    }

    [Fact]
    public async Task Csv_CommasQuotesAndByteOrderMark_AreRead()
    {
        var rows = await ReadAsync("\uFEFF" + Commas(Header) + "\r\n" + Commas(First).Replace("Maandloon", "\"Loon, \"\"bijzonder\"\"\nvan\"", StringComparison.Ordinal) + "\r\n\r\n" + Commas(Second), csv: true);

        Assert.Equal(["Loon, \"bijzonder\"\nvan", "Woon-werkverkeer"], Assert.Single(rows).Slip!.Lines.Select(line => line.Label));
    }

    [Fact]
    public async Task Csv_BadRecord_IsReportedByLineAndSpoilsOnlyItsNeighbours()
    {
        var rows = await CsvAsync(Header, First, Second, Short, First.Replace("17;", "19;", StringComparison.Ordinal), First.Replace("17;", "20;", StringComparison.Ordinal), First.Replace("17;", "21;", StringComparison.Ordinal));

        Assert.Equal([(1, 2, false), (2, 4, false), (3, 5, false), (4, 6, true), (5, 7, true)], rows.Select(row => (row.Number, row.Line, row.Slip is not null)));
        Assert.Contains("3 fields", rows[1].Reason, StringComparison.Ordinal);
        Assert.Contains("line beside it", rows[0].Reason, StringComparison.Ordinal);
        Assert.Contains("line beside it", rows[2].Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2500,00;326", "2500,001;326", "$.gross")]
    [InlineData("2500,00;326", "twee;326", "$.gross")]
    [InlineData("2500,00;326", "2.500,00;326", "$.gross")]
    [InlineData("2026-10-01", "1/10/2026", "$.periodFrom")]
    [InlineData("0123456749", "123456750", "$.employer")]
    [InlineData("basePay", "salaris", "kind")]
    [InlineData("17;", ";", "missing")]
    [InlineData(";gross;", ";\"gr\"oss;", "quote")]
    public async Task Csv_BadField_IsNamedWithoutItsContent(string good, string bad, string reason)
    {
        var row = (await CsvAsync(Header, First.Replace(good, bad, StringComparison.Ordinal)))[0];

        Assert.Null(row.Slip);
        Assert.Equal(2, row.Line);
        Assert.Contains(reason, row.Reason, StringComparison.Ordinal);
        Assert.DoesNotContain("salaris", row.Reason, StringComparison.Ordinal);
        Assert.DoesNotContain("2500", row.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("17;;;;;;;;;;;;;;;;", "no pay line")]
    [InlineData("17;;;;;;2500,01;;;;;;4500;Woon-werkverkeer;commuting;untaxedExtras;42,00", "another gross")]
    public async Task Csv_RecordThatDoesNotContinueItsSlip_IsRefusedWithTheWholeSlip(string second, string reason)
    {
        var row = Assert.Single(await CsvAsync(Header, First, second));

        Assert.Null(row.Slip);
        Assert.Contains("line 3 ", row.Reason, StringComparison.Ordinal);
        Assert.Contains(reason, row.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "empty")]
    [InlineData(First, "column 1 of the header")]
    [InlineData("reference;worker", "no column employer")]
    [InlineData("reference;reference", "column 2")]
    [InlineData("\"reference", "quote")]
    public async Task Csv_BadHeader_IsReportedAndNothingRead(string header, string reason)
    {
        var row = Assert.Single(header.Length == 0 ? await CsvAsync() : await CsvAsync(header, First));

        Assert.Null(row.Slip);
        Assert.Contains(reason, row.Reason, StringComparison.Ordinal);
        Assert.DoesNotContain("850730", row.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Csv_NotUtf8OrAQuoteLeftOpen_KeepsWhatCameBeforeOnlyWhereItIsWhole()
    {
        var open = await CsvAsync(Header, First, First.Replace("17;", "18;", StringComparison.Ordinal), First.Replace("17;", "\"19;", StringComparison.Ordinal));
        Assert.Equal([true, false, false], open.Select(row => row.Slip is not null));

        var rows = new List<ReadRow>();
        await foreach (var row in SlipRows.ReadAsync(new MemoryStream([.. Encoding.UTF8.GetBytes(Header + "\n"), 0xE9, 0xFF]), csv: true, TestContext.Current.CancellationToken))
        {
            rows.Add(row);
        }

        Assert.Contains("UTF-8", Assert.Single(rows).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Csv_ColumnsAndReadme_AreTheSame()
    {
        var readme = File.ReadAllText(Path.Combine(PublishStand.SourceFolder(), "../../src/PayrollOffice/README.md"));

        Assert.All(CsvSlip.Columns, column => Assert.Contains($"`{column}`", readme, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Json_BadRows_AreReportedWithTheLineWhereTheyBegin()
    {
        var row = PublishStand.Row("1").Replace("CONTAINER", "https://kluis.example/a/", StringComparison.Ordinal);

        var rows = await ReadAsync("[\n" + row + ",\n\n  null,\n" + row + "\n]\n", csv: false);

        Assert.Equal([(1, 2, true), (2, 7, false), (3, 8, true)], rows.Select(each => (each.Number, each.Line, each.Slip is not null)));
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("{}", 0)]
    [InlineData("[] []", 0)]
    [InlineData("[ROW] [ROW]", 1)]
    [InlineData("[ROW", 1)]
    [InlineData("[ROW, {\"reference\": ", 1)]
    [InlineData("[ROW ROW]", 1)]
    public async Task Json_NotOneArray_ReadsWhatIsThereAndSaysWhereItEnds(string text, int good)
    {
        var rows = await ReadAsync(text.Replace("ROW", PublishStand.Row("1").Replace("CONTAINER", "https://kluis.example/a/", StringComparison.Ordinal), StringComparison.Ordinal), csv: false);

        Assert.Equal(good, rows.Count(row => row.Slip is not null));
        Assert.Contains("from here on", rows[^1].Reason, StringComparison.Ordinal);
        Assert.Equal(good + 1, rows.Count);
    }

    [Fact]
    public async Task Json_LongFileInSmallPieces_IsReadWhole()
    {
        var row = PublishStand.Row("1").Replace("CONTAINER", "https://kluis.example/a/", StringComparison.Ordinal);

        var rows = await ReadAsync("\uFEFF[" + string.Join(",\n", Enumerable.Repeat(row, 500)) + "]", csv: false);

        Assert.Equal(500, rows.Count(each => each.Slip is not null));
        Assert.Equal(500, rows.Count);
        Assert.Equal(1 + (499 * 4), rows[^1].Line);
    }

    /// <summary>Whatever is in the file: rows or reasons, and an end.</summary>
    [Fact]
    public void Read_AnyText_EndsWithoutAnException() =>
        Gen.Select(Gen.String[Gen.Char["17;,\"\n\r{}[]:abcé-. "], 0, 200], Gen.Bool, Gen.Bool).Sample(
            (text, csv, withHeader) => Assert.NotNull(ReadAsync(withHeader ? Header + "\n" + text : text, csv).GetAwaiter().GetResult()),
            iter: 3_000);

    private static string Commas(string line) => line.Replace(',', '.').Replace(';', ',');

    private static Task<List<ReadRow>> CsvAsync(params string[] lines) => ReadAsync(string.Join('\n', lines), csv: true);

    private static async Task<List<ReadRow>> ReadAsync(string text, bool csv)
    {
        var rows = new List<ReadRow>();
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(text));
        await foreach (var row in SlipRows.ReadAsync(stream, csv, TestContext.Current.CancellationToken))
        {
            rows.Add(row);
        }

        return rows;
    }
}
