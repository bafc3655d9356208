using SolidLoonfiches.Dossiers;

namespace SolidLoonfiches.Service;

/// <summary>How a citizen learns of a request: on paper or by text message, without anything to click. A false one cannot know the code.</summary>
internal sealed record RequestLetter(string Language, string Ocmw, string Title, IReadOnlyList<string> Paragraphs, string Code, string Sms)
{
    public static RequestLetter Of(ConsentRequest request, string ocmw, string language)
    {
        var until = LanguageDates.Words(Loonfiches.Belgium.DayOf(request.ExpiresAt.AddMinutes(-1)), language);
        var code = request.Code;
        return language switch
        {
            "fr" => new("fr", ocmw, "Une question sur vos fiches de paie",
                [
                    $"{ocmw} vous pose une question sur vos fiches de paie. Vous la lisez en ligne, et vous répondez oui ou non.",
                    "Allez vous-même sur Mijn Burgerprofiel (votre profil citoyen flamand) et connectez-vous avec itsme ou votre carte d'identité. Il n'y a exprès ni lien ni code QR dans cette lettre. Si quelqu'un vous envoie un lien, ce n'est pas nous.",
                    $"Vous avez le temps jusqu'au {until}. Si vous ne répondez pas, nous ne lisons rien.",
                    "Vous préférez le papier ? C'est toujours possible. Apportez vos fiches de paie, ou envoyez-les par la poste. Cela ne change rien à votre revenu d'intégration.",
                    "Un doute ? Appelez-nous au numéro que vous connaissez déjà, et comparez ce code avec nous. Vous le voyez aussi à l'écran. Ce n'est pas un mot de passe : il n'ouvre rien.",
                ],
                code,
                $"{ocmw} a une question pour vous. Allez vous-meme sur Mijn Burgerprofiel : jamais par un lien. Code a comparer : {code}. Un doute ? Appelez-nous."),
            "en" => new("en", ocmw, "A question about your payslips",
                [
                    $"{ocmw} asks you a question about your payslips. You read it online, and you answer yes or no.",
                    "Go to Mijn Burgerprofiel (your Flemish citizen profile) yourself and sign in with itsme or your identity card. There is no link and no QR code in this letter, on purpose. Whoever sends you a link is not us.",
                    $"You have until {until}. If you do not answer, we read nothing.",
                    "Rather on paper? That is always possible. Bring your payslips, or send them by post. It changes nothing about your living wage.",
                    "In doubt? Call us on the number that you already know, and compare this code with us. You also see it on the screen. It is not a password: it opens nothing.",
                ],
                code,
                $"{ocmw} has a question for you. Go to Mijn Burgerprofiel yourself: we never send a link. Code to compare: {code}. In doubt? Call us."),
            _ => new("nl", ocmw, "Een vraag over uw loonfiches",
                [
                    $"{ocmw} stelt u een vraag over uw loonfiches. U leest ze op het internet, en u zegt ja of nee.",
                    "Ga zelf naar Mijn Burgerprofiel en meld u aan met itsme of uw identiteitskaart. In deze brief staat met opzet geen link en geen QR-code. Stuurt iemand u een link? Dan zijn wij dat niet.",
                    $"U hebt tijd tot en met {until}. Antwoordt u niet, dan lezen wij niets.",
                    "Liever op papier? Dat mag altijd. Breng uw loonfiches binnen, of stuur ze met de post. Dat verandert niets aan uw leefloon.",
                    "Twijfelt u? Bel ons op het nummer dat u al kent, en vergelijk samen met ons deze code. U ziet ze ook op het scherm. Het is geen wachtwoord: ze opent niets.",
                ],
                code,
                $"{ocmw} heeft een vraag voor u. Ga zelf naar Mijn Burgerprofiel: wij sturen nooit een link. Code om te vergelijken: {code}. Twijfelt u? Bel ons."),
        };
    }
}
