using System.Runtime.CompilerServices;
using SolidLoonfiches.Loonfiches;
using SolidLoonfiches.Rdf;

namespace SolidLoonfiches.Leefloon.Tests;

/// <summary>Wat art. 16 met een looncomponent doet staat ook in het schema dat de sociale secretariaten lezen: <c>ontology/component-kinds.ttl</c>.</summary>
public sealed class Art16SchemaTests
{
    private const string Eigen = "https://w3id.org/loonfiche#";
    private const string Soorten = "https://w3id.org/loonfiche/kind#";

    private static readonly RdfGraph Schema = Turtle.Read(File.ReadAllBytes(Bestand()), Soorten);

    public static TheoryData<ComponentKind> AlleSoorten => [.. Enum.GetValues<ComponentKind>()];

    [Theory(DisplayName = "art. 16 §1 – het schema van de loononderdelen zegt hetzelfde als de regel")]
    [MemberData(nameof(AlleSoorten))]
    public void Art16Par1_SchemaEnRegel_ZeggenHetzelfde(ComponentKind soort)
    {
        var concept = Term.Iri(Soorten + Woorden.Voor(soort));
        var regel = Art16Loon.VerandertNooit(soort) ? "neverChanges" : Art16Loon.TeltStandaardMee(soort) ? "counted" : "notCounted";

        Assert.Equal(regel, Assert.Single(Schema.Objects(concept, Term.Iri(Eigen + "treatment"))).Value);
        Assert.Equal(Art16Loon.IsOnbevestigd(soort), Schema.Objects(concept, Term.Iri(Eigen + "treatmentUnconfirmed")).Any(waarde => waarde.Value == "true"));
    }

    [Fact(DisplayName = "art. 16 §1 – alleen de soorten van de wet hebben een behandeling; de andere volgen de soort erboven")]
    public void Art16Par1_Schema_HeeftEenBehandelingVoorElkeSoortVanDeWet() =>
        Assert.Equal(Enum.GetValues<ComponentKind>().Length, Schema.WithPredicate(Term.Iri(Eigen + "treatment")).Count());

    [Theory(DisplayName = "art. 16 §1 – een loononderdeel heet in de stappen en op de pagina's zoals in het schema, in elke taal")]
    [MemberData(nameof(AlleSoorten))]
    public void Art16Par1_NaamVanElkOnderdeel_IsDieVanHetSchema(ComponentKind soort)
    {
        var namen = Schema.Objects(Term.Iri(Soorten + Woorden.Voor(soort)), Term.Iri("http://www.w3.org/2004/02/skos/core#prefLabel")).ToDictionary(naam => naam.Language!, naam => naam.Value);

        Assert.Equal(namen, Enum.GetValues<Taal>().ToDictionary(taal => Taalboek.Van(taal).Code, taal => Onderdeel.Naam(soort, taal)));
    }

    private static string Bestand([CallerFilePath] string hier = "") => Path.Combine(Path.GetDirectoryName(hier)!, "../../../ontology/component-kinds.ttl");
}
