using SolidLoonfiches.Loonfiches;

namespace SolidLoonfiches.Leefloon;

/// <summary>De namen van de loononderdelen: één keer, dezelfde als in <c>ontology/component-kinds.ttl</c>, voor de stappen en voor elke pagina.</summary>
public static class Onderdeel
{
    /// <summary>Zonder hoofdletter, bv. <c>dubbel vakantiegeld</c>.</summary>
    public static string Naam(ComponentKind soort, Taal taal) => Taalboek.Van(taal).Woord(Gegevensoort.Component, (int)soort);
}
