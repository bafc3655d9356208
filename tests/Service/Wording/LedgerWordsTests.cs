using SolidLoonfiches.Leefloon;

namespace SolidLoonfiches.Service.Tests.Wording;

public sealed class LedgerWordsTests
{
    private static readonly DateOnly SixYears = new(2030, 1, 9);

    private static Vrijstellingsboek Ledger(int left, DateOnly? last, Vrijstellingseinde why, Vrijstellingsritme? rhythm) => new(new(2026, 10, 31), 1095 - left, left, SixYears, rhythm, last, why);

    [Theory]
    [InlineData(true, "Werkt u verder zoals nu, dan eindigt ze op 5 juni 2027. Dan zijn de dagen op.")]
    [InlineData(false, "5 juni 2027, als er gewerkt wordt zoals in de laatste maanden met werk (60 van de 92 dagen). De zes jaar eindigen op 9 januari 2030.")]
    public void Ends_DaysRunOut(bool forCitizen, string sentence) =>
        Assert.Equal(sentence, LedgerWords.Ends(Ledger(100, new(2027, 6, 5), Vrijstellingseinde.DagenOp, new(60, 92)), forCitizen));

    [Theory]
    [InlineData(true, true, "Ze eindigt op 9 januari 2030, want dan zijn de zes jaar voorbij.")]
    [InlineData(false, true, "9 januari 2030, met het einde van de zes jaar; in het huidige ritme zijn de dagen dan nog niet op.")]
    [InlineData(false, false, "9 januari 2030, met het einde van de zes jaar.")]
    public void Ends_SixYears(bool forCitizen, bool works, string sentence) =>
        Assert.Equal(sentence, LedgerWords.Ends(Ledger(100, SixYears, Vrijstellingseinde.ZesJaarVoorbij, works ? new(1, 92) : null), forCitizen));

    [Theory]
    [InlineData(true, Vrijstellingseinde.DagenOp, "Uw vrijstelling is voorbij: u gebruikte alle dagen. Uw loon telt nu helemaal mee.")]
    [InlineData(true, Vrijstellingseinde.ZesJaarVoorbij, "Uw vrijstelling is voorbij: ze duurde zes jaar. Uw loon telt nu helemaal mee.")]
    [InlineData(false, Vrijstellingseinde.DagenOp, "Voorbij: alle dagen zijn verbruikt.")]
    [InlineData(false, Vrijstellingseinde.ZesJaarVoorbij, "Voorbij: de zes jaar eindigden op 9 januari 2030.")]
    public void Ends_IsOver(bool forCitizen, Vrijstellingseinde why, string sentence) => Assert.Equal(sentence, LedgerWords.Ends(Ledger(0, null, why, null), forCitizen));
}
