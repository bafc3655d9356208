using System.CommandLine;

namespace SolidLoonfiches.Service;

/// <summary><c>migrate</c>: brings the database to this version and does nothing else.</summary>
internal static class MigrateVerb
{
    public static Command Create()
    {
        var verb = new Command("migrate", "Brengt de databank naar deze versie.");
        verb.SetAction(async (_, cancellation) =>
        {
            using var host = Tool.Build();
            if (!await Database.PrepareAsync(host.Services, cancellation))
            {
                return CommandLine.Failed;
            }

            await Console.Out.WriteLineAsync("De databank is bij.");
            return CommandLine.Ok;
        });
        return verb;
    }
}
