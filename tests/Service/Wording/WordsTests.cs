using SolidLoonfiches.Dossiers;
using SolidLoonfiches.Leefloon;
using SolidLoonfiches.Loonfiches;

namespace SolidLoonfiches.Service.Tests.Wording;

public sealed class WordsTests
{
    [Theory]
    [InlineData("1.234,56", 123456)]
    [InlineData("1234,56", 123456)]
    [InlineData("1234.56", 123456)]
    [InlineData("1.234", 123400)]
    [InlineData("€ 12", 1200)]
    [InlineData("0", 0)]
    [InlineData("-5,5", -550)]
    [InlineData("1.234.567,8", 123456780)]
    public void Amounts_WhatPeopleType_IsRead(string typed, long cents) => Assert.Equal(Euro.FromCents(cents), Amounts.Read(typed));

    [Theory]
    [InlineData("nl", 102572, "1.025,72 euro")]
    [InlineData("fr", 102572, "1\u00a0025,72 euros")]
    [InlineData("fr", 199, "1,99 euro")]
    [InlineData("en", 102572, "€1,025.72")]
    [InlineData("en", -5, "-€0.05")]
    [InlineData("de", 102572, "1.025,72 euro")]
    public void Amounts_InALanguage_AreWrittenAsItsReadersDo(string language, long cents, string words) => Assert.Equal(words, Amounts.Words(Euro.FromCents(cents), language));

    [Theory]
    [InlineData("")]
    [InlineData("twaalf")]
    [InlineData("12,345")]
    [InlineData("12.34,5")]
    [InlineData("1,2,3")]
    [InlineData("1.2.3")]
    [InlineData("5-")]
    [InlineData("99999999999999999")]
    public void Amounts_WhatIsNoAmount_IsNotRead(string typed) => Assert.Null(Amounts.Read(typed));

    [Theory]
    [InlineData("503.514167", "EUR/maand", "503,514167 euro per maand")]
    [InlineData("15770.41", "EUR/jaar", "15.770,41 euro per jaar")]
    [InlineData("1014", "dagen", "1.014 dagen")]
    [InlineData("0.5", "-", "0,5")]
    [InlineData("12", "EUR", "12,00 euro")]
    public void Amounts_OfAStep_KeepWhatIsNotRounded(string value, string unit, string words) =>
        Assert.Equal(words, Amounts.Words(decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture), unit));

    [Fact]
    public void Dates_AreOnTheClockOfBrussels()
    {
        Assert.Equal("5 november 2026 om 7.05 uur", Dates.Words(new DateTimeOffset(2026, 11, 5, 6, 5, 0, TimeSpan.Zero)));
        Assert.Equal("1 juli 2026 om 0.30 uur", Dates.Words(new DateTimeOffset(2026, 6, 30, 22, 30, 0, TimeSpan.Zero)));
        Assert.Equal("oktober 2026", Dates.Words(new Maand(2026, 10)));
    }

    [Fact]
    public void Words_EveryValueOfEveryList_HasSome()
    {
        Assert.All(Enum.GetValues<CheckOutcome>(), outcome => Assert.NotEmpty(CheckWords.Outcome(outcome) + CheckWords.OutcomeForCitizen(outcome) + CheckWords.Tone(outcome)));
        Assert.All(FindingKinds.All.Where(kind => !kind.Code.EndsWith('*')), kind => Assert.NotEqual(kind.Code, CheckWords.Finding(kind.Code)));
        Assert.All(Enum.GetValues<ComponentKind>(), kind => Assert.NotEmpty(SlipWords.Kind(kind)));
        Assert.All(["signed", "unsigned", "altered", "unknownSigner", "keyWithdrawn"], code => Assert.NotEmpty(SignatureWords.State(code) + SignatureWords.Tone(code)));
        Assert.Equal(Enum.GetValues<SignatureUse>(), SignatureWords.Uses.Select(pair => pair.Value));
        Assert.All(Enum.GetValues<PaySection>(), section => Assert.NotEmpty(SlipWords.Section(section)));
        Assert.Equal(Enum.GetValues<Categorie>(), FactWords.Categories.Select(pair => pair.Value));
        Assert.Equal(Enum.GetValues<Relatie>().Order(), FactWords.Relations.Select(pair => pair.Value).Order());
        Assert.Equal(Enum.GetValues<Vrijstellingssoort>().Order(), FactWords.Exemptions.Select(pair => pair.Value).Order());
        Assert.Equal(Enum.GetValues<Bestaansmiddelsoort>().Order(), FactWords.Means.Select(pair => pair.Value).Order());
    }

    [Theory]
    [InlineData("warning:unconfirmed:commuting", "na te kijken: woon-werkverkeer")]
    [InlineData("warning:policyApplied:components.ecoCheque", "anders behandeld: ecocheque")]
    public void Finding_OfAComponent_NamesItInDutch(string code, string words) => Assert.Equal(words, CheckWords.Finding(code));

    [Fact]
    public void ForCitizen_EachSentenceOnceAndNothingOfWhatIsNoBusinessOfTheirs() =>
        Assert.Equal(["De loonfiche van deze maand is te laat. Vraag ze aan uw werkgever, of zeg het aan uw maatschappelijk werker als u niet werkte."],
            CheckWords.ForCitizen([new("slipLate", "…"), new("factMissing", "…"), new("slipLate", "…"), new("warning:amountUnconfirmed", "…")]));

    [Fact]
    public void Finding_OfAnUnknownCode_IsShownAsItIs() => Assert.Equal("law:brandnew", CheckWords.Finding("law:brandnew"));
}
