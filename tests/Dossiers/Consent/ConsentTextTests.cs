namespace SolidLoonfiches.Dossiers.Tests;

public sealed class ConsentTextTests
{
    [Fact]
    public void Current_ForCitizens_HasNoWordsOfTheTrade()
    {
        var text = ConsentText.Current("OCMW Gent");
        var all = string.Join(' ', [text.Title, .. text.Paragraphs]);

        foreach (var word in new[] { "pod", "webid", "rdf", "token", "solid", "url" })
        {
            Assert.DoesNotContain(word, all.Split([' ', '.', ',', ':', '?', '"', '(', ')'], StringSplitOptions.RemoveEmptyEntries), StringComparer.OrdinalIgnoreCase);
        }

        foreach (var said in new[] { "\"loonfiches\"", "OCMW Gent", "Tot u stopt", "op papier", "geen nadeel", "wet van 26 mei 2002" })
        {
            Assert.Contains(said, all, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Sha256_OfAShownVersion_StaysWhatItIs()
    {
        // Whoever changes a word of a version that people agreed to sees this fail: make a new version.
        Assert.Equal("64593cce55b960b01a8b4e2694f5cd9422b4082deb37804bed50659a01e1db28", ConsentText.Find("2026-11", "OCMW Gent")!.Sha256);
        Assert.Null(ConsentText.Find("2020-01", "OCMW Gent"));
        Assert.NotEqual(ConsentText.Current("OCMW Gent").Sha256, ConsentText.Current("OCMW Aalst").Sha256);
    }
}
