using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using SolidLoonfiches.Sources;

namespace SolidLoonfiches.PayrollOffice;

/// <summary>The verbs <c>key</c> and <c>withdraw-key</c>: the office's own keys, with which it signs slips.</summary>
/// <remarks>End with 0 where it is done and 2 where it cannot be; nothing that exists is overwritten but the public set, whole.</remarks>
internal static class KeyCommand
{
    private const int CannotRun = 2;

    public static IEnumerable<Command> Create(TimeProvider clock)
    {
        var file = new Argument<FileInfo>("file") { Description = "Where the secret key goes; must not exist." };
        var set = new Option<FileInfo>("--set") { Description = "The public key set (JWK Set) that the key is added to; made where it is absent.", Required = true };
        var key = new Command("key", "Makes a key to sign slips with, and adds its public half to a key set.") { file, set };
        key.SetAction(parsed => Make(parsed.GetRequiredValue(file), parsed.GetRequiredValue(set), parsed.InvocationConfiguration));
        yield return key;

        var name = new Argument<string>("name") { Description = "The key's name (kid)." };
        var withdraw = new Command("withdraw-key", "Marks a key in the public set as withdrawn: nothing that it signed is believed any more.") { name, set };
        withdraw.SetAction(parsed => Withdraw(parsed.GetRequiredValue(name), parsed.GetRequiredValue(set), clock, parsed.InvocationConfiguration));
        yield return withdraw;
    }

    /// <summary>The key in a file; null and why not. The reason never repeats what the file holds.</summary>
    public static SigningKey? Read(FileInfo file, out string reason)
    {
        reason = "";
        try
        {
            return SigningKey.Parse(File.ReadAllText(file.FullName));
        }
        catch (Exception error) when (error is FormatException or IOException or UnauthorizedAccessException)
        {
            reason = error is FormatException ? "The key file holds no private key on P-256; make one with the verb key." : "The key file cannot be read.";
            return null;
        }
    }

    private static int Make(FileInfo file, FileInfo set, InvocationConfiguration to)
    {
        if (file.Exists)
        {
            to.Error.WriteLine("There is a file of that name: a key is never overwritten.");
            return CannotRun;
        }

        if (ReadSet(set) is not { } keys)
        {
            to.Error.WriteLine("The key set cannot be read: it is not a JWK Set.");
            return CannotRun;
        }

        using var key = SigningKey.Create();
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using (var writer = new StreamWriter(file.FullName, options))
        {
            writer.WriteLine(key.ToPrivateJwk());
        }

        keys["keys"]!.AsArray().Add(key.ToPublicJwk());
        WriteSet(set, keys);
        to.Output.WriteLine($"""
            Key {key.KeyId}.
            Put {set.Name} where everybody can read it, and name it in the WebID document of the office:
              <#me> <https://w3id.org/loonfiche#signingKeys> <URL of {set.Name}> .
            Keep older keys in the set: what they signed is verified with them for years.
            """);
        return 0;
    }

    private static int Withdraw(string name, FileInfo set, TimeProvider clock, InvocationConfiguration to)
    {
        var keys = set.Exists ? ReadSet(set) : null;
        var found = keys?["keys"]!.AsArray().OfType<JsonObject>().Where(key => key["kid"] is JsonValue kid && kid.GetValueKind() == JsonValueKind.String && kid.GetValue<string>() == name).ToList();
        if (keys is null || found is not { Count: > 0 })
        {
            to.Error.WriteLine("There is no key of that name in the set.");
            return CannotRun;
        }

        foreach (var key in found)
        {
            key["revoked"] ??= new JsonObject { ["revoked_at"] = clock.GetUtcNow().ToUnixTimeSeconds() };
        }

        WriteSet(set, keys);
        to.Output.WriteLine($"Withdrawn. Put {set.Name} in its place now, and publish the slips of that key anew.");
        return 0;
    }

    /// <summary>An empty one where the file is absent; null where it is no set.</summary>
    private static JsonObject? ReadSet(FileInfo set)
    {
        if (!set.Exists)
        {
            return new JsonObject { ["keys"] = new JsonArray() };
        }

        try
        {
            return JsonNode.Parse(File.ReadAllText(set.FullName)) is JsonObject keys && keys["keys"] is JsonArray ? keys : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static void WriteSet(FileInfo set, JsonObject keys)
    {
        // Whole or not at all: half a set would withdraw every key in it.
        var beside = set.FullName + ".new";
        File.WriteAllText(beside, keys.ToJsonString(new JsonSerializerOptions { WriteIndented = true }) + "\n");
        File.Move(beside, set.FullName, overwrite: true);
    }
}
