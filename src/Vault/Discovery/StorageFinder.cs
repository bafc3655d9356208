using System.Net;

namespace SolidLoonfiches.Vault;

/// <summary>Where a person's storage begins (Solid Protocol 0.11, section 4.1).</summary>
internal static class StorageFinder
{
    /// <summary>Levels that are looked at: no server nests profiles deeper, and a URL may be made long on purpose.</summary>
    private const int MaxLevels = 16;

    public static async Task<VaultAnswer<Uri>> FindAsync(VaultHttp http, WebIdProfile profile, VaultSession session, CancellationToken cancellation)
    {
        if (profile.Storages is [var named, ..])
        {
            return new VaultAnswer<Uri>.Ok(named);
        }

        // Community Solid Server does not name the storage in the profile: it marks the root itself.
        var refused = false;
        foreach (var level in Levels(profile.WebId))
        {
            var reply = await http.SendAsync(new(HttpMethod.Head, level), session, cancellation);
            switch (reply)
            {
                case VaultReply.Answered { IsSuccess: true } answer:
                    if (LinkHeader.Targets(answer.Headers, level, "type").Any(type => type.AbsoluteUri == Vocabulary.StorageClass))
                    {
                        return new VaultAnswer<Uri>.Ok(level);
                    }

                    break;
                case VaultReply.Answered { Status: HttpStatusCode.Forbidden }:
                    refused = true;
                    break;
                case VaultReply.Answered { Status: HttpStatusCode.NotFound or HttpStatusCode.Gone or HttpStatusCode.MethodNotAllowed }:
                    break;
                default:
                    return Refusal.Of<Uri>(reply);
            }
        }

        return refused ? new VaultAnswer<Uri>.NoGrant() : new VaultAnswer<Uri>.Absent();
    }

    /// <summary>The document itself, then every container above it up to the root of the server.</summary>
    private static IEnumerable<Uri> Levels(Uri webId)
    {
        var level = new Uri(Urls.WithoutFragment(webId));
        for (var i = 0; i < MaxLevels; i++)
        {
            yield return level;
            if (level.AbsolutePath == "/")
            {
                yield break;
            }

            level = level.AbsolutePath.EndsWith('/') ? new Uri(level, "..") : new Uri(level, ".");
        }
    }
}
