namespace SolidLoonfiches.Vault.Tests;

public sealed class LinkHeaderTests
{
    private static readonly Uri At = new("https://pod.example/citizen/loonfiches/");

    [Theory]
    [InlineData("<.acl>; rel=\"acl\"", "https://pod.example/citizen/loonfiches/.acl")]
    [InlineData("<.acl>; rel=acl", "https://pod.example/citizen/loonfiches/.acl")]
    [InlineData("<.acl>;rel=ACL", "https://pod.example/citizen/loonfiches/.acl")]
    [InlineData("<.acl>; REL = \"acl\"", "https://pod.example/citizen/loonfiches/.acl")]
    [InlineData("<a,b;c>; title=\"x, <y>; rel=acl\"; rel=\"type\", </.acl>; rel=\"acl\"", "https://pod.example/.acl")]
    [InlineData("<.acl>; rel=\"other acl\"", "https://pod.example/citizen/loonfiches/.acl")]
    [InlineData("<.acl>; title=\"a \\\" b\"; rel=acl", "https://pod.example/citizen/loonfiches/.acl")]
    [InlineData("<https://rules.example/1>; rel=\"acl\"; rel=\"type\"", "https://rules.example/1")]
    public void Targets_OneWithTheRelation_Resolved(string header, string expected) => Assert.Equal(new Uri(expected), Assert.Single(Targets(header)));

    [Theory]
    [InlineData("")]
    [InlineData("<.acl>")]
    [InlineData("<.acl")]
    [InlineData("<.acl>; rel")]
    [InlineData("<.acl>; rel=\"acls\"")]
    [InlineData("<.acl>; rel=\"type\"; rel=\"acl\"")]
    [InlineData("<.acl>; rel=\"acl\"; anchor=\"/other\"")]
    [InlineData("<.acl>; title=\"rel=acl")]
    public void Targets_NoneWithTheRelation_Empty(string header) => Assert.Empty(Targets(header));

    [Fact]
    public void Targets_SeveralHeaders_All() => Assert.Equal(2, Targets("<1>; rel=acl", "<2>; rel=type, <3>; rel=acl").Count);

    private static List<Uri> Targets(params string[] headers)
    {
        using var response = new HttpResponseMessage();
        foreach (var header in headers)
        {
            response.Headers.TryAddWithoutValidation("Link", header);
        }

        return [.. LinkHeader.Targets(new HttpResponseHeaderBag(response), At, "acl")];
    }
}
