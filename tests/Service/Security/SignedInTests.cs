using System.Security.Claims;

namespace SolidLoonfiches.Service.Tests.Security;

public sealed class SignedInTests
{
    [Fact]
    public void FromProvider_RoleOfAnotherOrganisation_DoesNotCount()
    {
        var person = Read(("sub", "x"), ("name", "Wim"), ("rrn", World.AnInsz.Value), ("vo_orgcode", World.Gent), ("loonfiches_rol_3d", "MaatschappelijkWerker:" + World.Aalst));
        Assert.Equal(World.AnInsz, Assert.IsType<SignedIn.Citizen>(person).Insz);
    }

    [Fact]
    public void FromProvider_RoleWithoutOrganisation_DoesNotCount() =>
        Assert.IsType<SignedIn.Nobody>(Read(("sub", "x"), ("name", "Wim"), ("vo_orgcode", World.Gent), ("loonfiches_rol_3d", "MaatschappelijkWerker")));

    [Fact]
    public void FromProvider_OrganisationWithoutRole_IsACitizen() =>
        Assert.IsType<SignedIn.Citizen>(Read(("sub", "x"), ("name", "Wim"), ("rrn", World.AnInsz.Value), ("vo_orgcode", World.Gent)));

    [Fact]
    public void FromProvider_BothRoles_HasBoth()
    {
        var person = Assert.IsType<SignedIn.OfOcmw>(Read(("sub", "x"), ("name", "Wim"), ("vo_orgcode", "BE 0212.214.125"), ("loonfiches_rol_3d", "MaatschappelijkWerker:" + World.Gent), ("loonfiches_rol_3d", "Beheerder:0212.214.125")));
        Assert.Equal(Roles.SocialWorker | Roles.Administrator, person.Roles);
        Assert.Equal(World.Gent, person.Staff.OcmwKbo);
    }

    [Theory]
    [InlineData("MaatschappelijkWerker", "SocialWorker")]
    [InlineData("Diensthoofd", "Head")]
    [InlineData("Beheerder", "Administrator")]
    [InlineData("Auditor", "Auditor")]
    [InlineData("FunctionarisGegevensbescherming", "DataProtectionOfficer")]
    public void FromProvider_EachRole_IsItsOwnAndLastsThroughTheSession(string claim, string role)
    {
        var person = Read(World.Of("x", "Wim", World.Gent, claim));
        Assert.Equal(Enum.Parse<Roles>(role), person.Roles);
        Assert.Equal(person, SignedIn.From(person.ToPrincipal("test")));
    }

    [Fact]
    public void FromProvider_WithoutSubject_IsNobody() => Assert.IsType<SignedIn.Nobody>(Read(("rrn", World.AnInsz.Value)));

    [Fact]
    public void FromProvider_NumberThatIsNoInsz_IsNobody() => Assert.IsType<SignedIn.Nobody>(Read(("sub", "x"), ("rrn", "12345678901")));

    [Fact]
    public void FromProvider_WorkAddress_GoesBeforeTheOther()
    {
        var person = Assert.IsType<SignedIn.OfOcmw>(Read([.. World.WorkerOfGent, ("email", "thuis@home.test")]));
        Assert.Equal("worker-gent@ocmw.test", person.Staff.Email);
    }

    [Fact]
    public void ToPrincipal_ThereAndBack_IsTheSamePerson()
    {
        foreach (var person in (SignedIn[])[Read(World.Citizen(World.BeaInsz, "https://vault.test/bea#me")), Read(World.WorkerOfGent), Read(World.AdministratorOfGent)])
        {
            Assert.Equal(person, SignedIn.From(person.ToPrincipal("test")));
        }
    }

    [Fact]
    public void ToPrincipal_OfOcmw_KeepsNoInsz() =>
        Assert.DoesNotContain(Read(World.WorkerOfGent).ToPrincipal("test").Claims, claim => claim.Value == "85073003328");

    private static SignedIn Read(params (string Type, string Value)[] claims) =>
        SignedIn.FromProvider(new ClaimsPrincipal(new ClaimsIdentity(claims.Select(claim => new Claim(claim.Type, claim.Value)), "test")), new ClaimNames());
}
