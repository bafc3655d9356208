// Art. 22 §1 RMI-wet (strekking): het OCMW herziet zijn beslissing bij gewijzigde omstandigheden die het recht beïnvloeden, bij een
// wijziging van het recht door een wet of besluit, bij een juridische of materiële vergissing van het OCMW, en bij verzuim of
// onvolledige of onjuiste verklaringen van de persoon. Gelezen bij primabook.mi-is.be (De terugvordering).
// Is het recht door een vergissing van het OCMW lager dan eerst toegekend, en kon de persoon dat niet weten, dan werkt de
// herziening vanaf de eerste dag van de maand na de kennisgeving; het OCMW kan ook afzien (zelfde bron).
//
// Twijfel: welke grond een verbeterde loonfiche is, zegt die bron niet. Hier: gewijzigde omstandigheden, en misschien een onjuiste
// verklaring; een mens kiest.
using SolidLoonfiches.Loonfiches;

namespace SolidLoonfiches.Leefloon;

internal static class Art22RmiHerziening
{
    /// <summary>De gronden die bij een aanleiding kunnen passen. Meer dan één: wie beslist, kiest en motiveert.</summary>
    public static IReadOnlyList<Herzieningsgrond> Gronden(Aanleiding aanleiding) => aanleiding switch
    {
        Aanleiding.GewijzigdeWet => [Herzieningsgrond.GewijzigdeWetgeving],
        Aanleiding.VerbeterdFeit => [Herzieningsgrond.GewijzigdeOmstandigheden, Herzieningsgrond.VergissingVanHetOcmw, Herzieningsgrond.OnvolledigeVerklaring],
        Aanleiding.VerdwenenLoonfiche or Aanleiding.VroegereMaand => [Herzieningsgrond.GewijzigdeOmstandigheden],
        _ => [Herzieningsgrond.GewijzigdeOmstandigheden, Herzieningsgrond.OnvolledigeVerklaring],
    };

    /// <summary>Vanaf wanneer een herziening werkt die het gevolg is van een vergissing van het OCMW die de persoon niet kon kennen.</summary>
    public static DateOnly WerktVanaf(DateOnly kennisgeving) => Maand.Of(kennisgeving).Next.FirstDay;
}
