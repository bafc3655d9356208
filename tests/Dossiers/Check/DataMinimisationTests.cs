using System.Text;
using Microsoft.Data.Sqlite;

namespace SolidLoonfiches.Dossiers.Tests;

/// <summary>What we do not need is neither stored nor logged: looked for in the database file, its journal and every log line.</summary>
public sealed class DataMinimisationTests(SqliteStore store)
{
    private static readonly string[] NotNeeded =
    [
        "BE68539007547034", "GKCCBEBB", "Veldstraat 14", "9000 Gent", "1985-07-30", "An-Sofie Vandenbroucke", "ziekte van Crohn", "ziekteverlof sinds mei", "vakbond ACV", "an.private@example.org", "+32 470 12 34 56", "gehuwd met Dirk",
    ];

    private static readonly string Stuffing = """

        <#netto> <http://purl.org/dc/terms/description> "gestort op BE68539007547034" .
        <#werknemer> <http://xmlns.com/foaf/0.1/name> "An-Sofie Vandenbroucke" ; <https://schema.org/birthDate> "1985-07-30" ; <https://schema.org/address> <#adres> ;
          <https://schema.org/email> "an.private@example.org" ; <https://schema.org/telephone> "+32 470 12 34 56" ; <https://schema.org/spouse> "gehuwd met Dirk" ;
          <https://schema.org/healthCondition> "ziekte van Crohn" ; <https://schema.org/memberOf> "vakbond ACV" .
        <#adres> <https://schema.org/streetAddress> "Veldstraat 14" ; <https://schema.org/addressLocality> "9000 Gent" .
        <#rekening> <https://schema.org/identifier> "BE68539007547034" ; <https://schema.org/bic> "GKCCBEBB" .
        <> <http://www.w3.org/2000/01/rdf-schema#comment> "ziekteverlof sinds mei" .

        """;

    [Theory]
    [InlineData(false, CheckOutcome.Changed)]
    [InlineData(true, CheckOutcome.CannotCalculate)]
    public async Task Run_SlipStuffedWithOtherData_StoresAndLogsNoneOfIt(bool keptOut, CheckOutcome outcome)
    {
        await using var desk = await FaultDesk.OpenAsync(store);
        desk.Vault.Put("maart.ttl", Slips.Fiche("maart", "2025-03", 1000m));
        var (body, modified) = desk.Vault.Documents["maart.ttl"];
        var text = Encoding.UTF8.GetString(body) + Stuffing;
        desk.Vault.Documents["maart.ttl"] = (Encoding.UTF8.GetBytes(keptOut ? text.Replace("1000.00", "1000.01", StringComparison.Ordinal) : text), modified);

        var month = Assert.Single((await desk.Desk.CheckAsync("2025-03")).Months);

        Assert.Equal(outcome, month.Outcome);
        var stored = await StoredAsync(desk);
        Assert.Contains("maart.ttl", stored, StringComparison.Ordinal);
        Assert.NotEmpty(desk.Log.Text);
        foreach (var word in NotNeeded)
        {
            Assert.DoesNotContain(word, stored, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(word, desk.Log.Text, StringComparison.OrdinalIgnoreCase);
        }
    }

    /// <summary>What is needed does not belong in a log either.</summary>
    [Fact]
    public async Task Run_SlipThatIsUsed_LeavesNoNumberNameAmountOrAddressInTheLog()
    {
        await using var desk = await FaultDesk.OpenAsync(store);
        desk.Vault.Put("maart.ttl", Slips.Fiche("maart", "2025-03", 1234.56m));

        await desk.Desk.CheckAsync("2025-03");

        Assert.Contains("1234.56", (await StoredAsync(desk)).Replace("123456", "1234.56", StringComparison.Ordinal), StringComparison.Ordinal);
        foreach (var word in (string[])[Slips.Person(1).Value, "Peeters", "1234.56", "1234,56", "maart.ttl", Slips.Bakker.Value, "Korenaar", "eyJ"])
        {
            Assert.DoesNotContain(word, desk.Log.Text, StringComparison.Ordinal);
        }
    }

    private static async Task<string> StoredAsync(FaultDesk desk)
    {
        var file = new SqliteConnectionStringBuilder(desk.Desk.Storage.ConnectionString).DataSource;
        var bytes = new StringBuilder();
        foreach (var path in Directory.GetFiles(Path.GetDirectoryName(file)!, Path.GetFileName(file) + "*"))
        {
            await using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var copy = new MemoryStream();
            await stream.CopyToAsync(copy);
            bytes.Append(Encoding.Latin1.GetString(copy.ToArray()));
        }

        return bytes.ToString();
    }
}
