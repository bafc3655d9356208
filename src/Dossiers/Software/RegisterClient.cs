namespace SolidLoonfiches.Dossiers;

/// <summary>Registers software of an OCMW, with a secret that is shown once.</summary>
public sealed class RegisterClient(DossierDb db, TimeProvider clock)
{
    private const int LongestName = 60;

    /// <param name="Name">As the administrator calls it.</param>
    /// <param name="Scopes">Of <see cref="ApiScopes"/>; at least one.</param>
    /// <param name="By">The administrator.</param>
    public sealed record Command(string Name, IReadOnlyCollection<string> Scopes, Staff By);

    /// <summary>How it ended.</summary>
    public abstract record Outcome
    {
        private Outcome()
        {
        }

        /// <param name="Secret">For the software; not shown again.</param>
        public sealed record Registered(Guid ClientId, string Secret) : Outcome;

        /// <param name="Field"><c>name</c> or <c>scopes</c>.</param>
        /// <param name="Sentence">For the administrator.</param>
        public sealed record Refused(string Field, string Sentence) : Outcome;
    }

    public async Task<Outcome> RunAsync(Command command, CancellationToken cancellation)
    {
        var name = command.Name.Trim();
        if (name.Length is 0 or > LongestName || name.Any(char.IsControl))
        {
            return new Outcome.Refused("name", $"Geef de software een naam (hoogstens {LongestName} tekens).");
        }

        if (command.Scopes.Count == 0 || command.Scopes.Any(scope => !ApiScopes.All.Contains(scope)))
        {
            return new Outcome.Refused("scopes", "Kies minstens één recht.");
        }

        var now = clock.GetUtcNow();
        var (shown, hash) = ClientSecret.Create();
        var client = new ApiClient
        {
            Id = Guid.CreateVersion7(now),
            OcmwKbo = command.By.OcmwKbo,
            Name = name,
            SecretHash = hash,
            Scopes = string.Join(' ', ApiScopes.All.Where(command.Scopes.Contains)),
            CreatedBy = command.By.Id,
            CreatedAt = now,
        };
        db.ApiClients.Add(client);
        // What it will write names it, as what people write names them.
        await RememberStaff.PutAsync(db, new Staff(ApiClient.StaffId(client.Id), client.OcmwKbo, $"{name} (software)", null) { WorksOnDossiers = false }, cancellation);
        await db.SaveChangesAsync(cancellation);
        return new Outcome.Registered(client.Id, shown);
    }
}
