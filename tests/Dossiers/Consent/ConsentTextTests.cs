namespace SolidLoonfiches.Dossiers.Tests;

public sealed class ConsentTextTests
{
    private static readonly ConsentTerms Terms = new("OCMW Gent", ConsentPurpose.MonthlyCalculation, new(2026, 8), new(2027, 8, 31));

    [Theory]
    [InlineData("nl", "\"loonfiches\"|OCMW Gent|augustus 2026|31 augustus 2027|op papier|geen gevolg|wet van 26 mei 2002|vroeger stoppen|elke dag herroepen")]
    [InlineData("fr", "« loonfiches »|OCMW Gent|août 2026|31 août 2027|sur papier|pas de conséquence|loi du 26 mai 2002|arrêter|y revenir")]
    [InlineData("en", "\"loonfiches\"|OCMW Gent|August 2026|31 August 2027|on paper|no effect|law of 26 May 2002|stop earlier|take it back")]
    public void Current_InEachLanguage_SaysAllThatMustBeSaidWithoutWordsOfTheTrade(string language, string said)
    {
        var text = ConsentText.Current(Terms, language);
        var all = string.Join(' ', [text.Title, .. text.Paragraphs]);

        Assert.Equal(language, text.Language);
        Assert.Equal(ConsentText.Current(Terms, "nl").Paragraphs.Count, text.Paragraphs.Count);
        foreach (var word in new[] { "pod", "webid", "rdf", "token", "solid", "url" })
        {
            Assert.DoesNotContain(word, all.Split([' ', '.', ',', ':', '?', '"', '(', ')'], StringSplitOptions.RemoveEmptyEntries), StringComparer.OrdinalIgnoreCase);
        }

        Assert.All(said.Split('|'), part => Assert.Contains(part, all, StringComparison.Ordinal));
        Assert.NotEqual(all, string.Join(' ', [text.Title, .. ConsentText.Current(Terms with { Purpose = ConsentPurpose.YearlyReview }, language).Paragraphs]));
    }

    [Theory]
    [InlineData("2026-11", "nl", "64593cce55b960b01a8b4e2694f5cd9422b4082deb37804bed50659a01e1db28")]
    [InlineData("2026-12", "nl", "8d2b714cee19a6dc037c82c69975e1c88141f551f0e53564bd85517303420c4c")]
    [InlineData("2026-12", "fr", "6b181bc8d3d4641bcbc39c5e5208f19ad3725dd05cb1240e52da8213c55ac821")]
    [InlineData("2026-12", "en", "e4c90e4a016673552c192371f0f790f16256ef82e856a027bb8e4eed009f4ff4")]
    public void Sha256_OfAShownVersion_StaysWhatItIs(string version, string language, string hash)
    {
        // Whoever changes a word of a version that people agreed to sees this fail: make a new version.
        Assert.True(hash == ConsentText.Find(version, language, Terms)!.Sha256, $"It is now {ConsentText.Find(version, language, Terms)!.Sha256}: make a new version.");
        Assert.NotEqual(hash, ConsentText.Find(version, language, Terms with { Ocmw = "OCMW Aalst" })!.Sha256);
    }

    [Fact]
    public void Find_AVersionThatNeverWas_IsNone()
    {
        Assert.Null(ConsentText.Find("2020-01", "nl", Terms));
        Assert.Null(ConsentText.Find("2026-11", "fr", Terms));
    }

    [Theory]
    [InlineData("nl", "1 augustus 2026")]
    [InlineData("fr", "1er août 2026")]
    [InlineData("en", "1 August 2026")]
    public void LanguageDates_ADay_IsWrittenAsPeopleDo(string language, string words) => Assert.Equal(words, LanguageDates.Words(new DateOnly(2026, 8, 1), language));
}
