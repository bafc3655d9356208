// Art. 24 §1 RMI-wet (strekking): wat als leefloon is uitbetaald, wordt alleen teruggevorderd (1°) als de beslissing met terugwerkende
// kracht wordt herzien, of (2°) als de persoon inkomsten krijgt krachtens rechten die hij bezat tijdens de periode waarover
// leefloon is betaald. Gelezen bij primabook.mi-is.be (De terugvordering). Worden later inkomsten gevonden, dan wordt het
// leefloon opnieuw berekend en alleen het teveel teruggevorderd (helderrecht.be).
//
// Twijfel: dat het OCMW om billijkheid kan afzien en dat de beslissing bedragen, perioden en redenen opsomt (art. 25), is niet
// in een bron gelezen; daarom staat dat artikel niet in de tekst. De verjaring (art. 29) evenmin.
namespace SolidLoonfiches.Leefloon;

internal static class Art24RmiTerugvordering
{
    /// <summary>De gronden die terugvordering mogelijk kunnen maken, als het nieuwe bedrag lager is.</summary>
    public static IEnumerable<Herzieningsgrond> Gronden(IEnumerable<Aanleiding> aanleidingen) =>
        aanleidingen.Any(a => a is Aanleiding.LaatkomendeLoonfiche or Aanleiding.VerbeterdeLoonfiche or Aanleiding.GewijzigdeLoonfiche)
            ? [Herzieningsgrond.InkomstenKrachtensRechten]
            : [];
}
