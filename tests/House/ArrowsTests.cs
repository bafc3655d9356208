namespace SolidLoonfiches.House.Tests;

/// <summary>Who may know whom: the arrows of the plan of the house.</summary>
public sealed class ArrowsTests
{
    // Vault reads profiles and listings, which are Turtle: hence its arrow to Rdf.
    private static readonly Dictionary<string, string[]> Arrows = new(StringComparer.Ordinal)
    {
        ["Loonfiches"] = [],
        ["Rdf"] = [],
        ["Leefloon"] = ["Loonfiches"],
        ["Vault"] = ["Rdf"],
        ["Sources"] = ["Vault", "Rdf", "Loonfiches"],
        ["Dossiers"] = ["Sources", "Leefloon"],
        ["Delivery"] = ["Dossiers"],
        ["Service"] = ["Delivery"],
        ["PayrollOffice"] = ["Sources"],
    };

    public static TheoryData<string> Rooms => [.. House.Rooms];

    [Fact]
    public void Rooms_AllOfThem_HaveArrows() => Assert.Equal(Arrows.Keys.Order(StringComparer.Ordinal), House.Rooms);

    [Theory]
    [MemberData(nameof(Rooms))]
    public void References_OfARoom_FollowItsArrows(string room)
    {
        var reachable = Reachable(room);
        Assert.All(House.ReferencesOf(room), reference => Assert.True(reachable.Contains(reference), $"{room} may not know {reference}."));
    }

    [Theory]
    [InlineData("Loonfiches")]
    [InlineData("Leefloon")]
    [InlineData("Rdf")]
    public void Packages_OfAPureRoom_AreNone(string room) => Assert.Empty(House.PackagesOf(room));

    [Theory]
    [InlineData(typeof(Loonfiches.Maand))]
    [InlineData(typeof(Leefloon.AanvullendLeefloon))]
    [InlineData(typeof(Rdf.RdfGraph))]
    public void Assemblies_OfAPureRoom_KnowNoHostingLoggingOrHttp(Type inRoom)
    {
        ArgumentNullException.ThrowIfNull(inRoom);
        var known = inRoom.Assembly.GetReferencedAssemblies().Select(assembly => assembly.Name ?? "").ToList();
        Assert.NotEmpty(known);
        Assert.All(known, name => Assert.True(
            !name.StartsWith("Microsoft.", StringComparison.Ordinal) && !name.StartsWith("System.Net", StringComparison.Ordinal) && !name.StartsWith("System.Threading.Tasks", StringComparison.Ordinal),
            $"{inRoom.Assembly.GetName().Name} references {name}."));
    }

    private static HashSet<string> Reachable(string room)
    {
        var reachable = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<string>([room]);
        while (open.TryPop(out var next))
        {
            foreach (var further in Arrows[next].Where(reachable.Add))
            {
                open.Push(further);
            }
        }

        return reachable;
    }
}
