namespace SolidLoonfiches.Dossiers;

/// <summary>The first text, Dutch only: without a period, so "until you stop".</summary>
internal static class November2026
{
    public static ConsentText Dutch(string ocmw) => new("2026-11", "nl", "Mag uw OCMW uw loonfiches lezen?",
    [
        $"{ocmw} vraagt u of het uw loonfiches mag lezen in uw eigen kluis op het internet. Wij lezen alleen de map \"loonfiches\". Andere mappen in uw kluis kunnen wij niet zien.",
        "Waarom vragen wij dit? U werkt en u krijgt ook leefloon. Elke maand rekenen wij uit hoeveel leefloon u krijgt. Daarvoor moeten wij weten wat u verdient. Als wij uw loonfiches zelf kunnen lezen, hoeft u ze niet meer te brengen.",
        $"Wie ziet uw loonfiches? Alleen de maatschappelijk werkers van {ocmw}. Zij bekijken de berekening en doen een voorstel. Daarna beslissen mensen, nooit een computer. U kunt zelf altijd zien wanneer wij in uw kluis hebben gekeken.",
        "Hoe lang? Tot u stopt. U kunt elke dag stoppen, op deze website. Vanaf dat moment lezen wij niets meer in uw kluis. Loonfiches die wij al gelezen hebben, blijven in uw dossier zolang de wet dat vraagt.",
        "U mag nee zeggen. Dan brengt u uw loonfiches op papier, zoals vroeger. Dat heeft geen nadeel voor u: uw leefloon wordt er niet lager of later door.",
        $"Uw toestemming dient alleen om uw kluis te openen. {ocmw} moet volgens de wet altijd nagaan wat u verdient (wet van 26 mei 2002 over het recht op maatschappelijke integratie). Dat is zo als u ja zegt, en ook als u nee zegt.",
    ]);
}
