using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using SolidLoonfiches.Dossiers;

namespace SolidLoonfiches.Service;

/// <summary>The database before anything is done with it.</summary>
internal static class Database
{
    /// <summary>Applies the migrations and the list of OCMWs.</summary>
    /// <returns>False, with a sentence on standard error, where the database cannot be reached or changed.</returns>
    public static async Task<bool> PrepareAsync(IServiceProvider services, CancellationToken cancellation)
    {
        try
        {
            await DossierServices.MigrateAsync(services, cancellation);
            await OcmwSettings.UpsertAsync(services, cancellation);
            return true;
        }
        catch (Exception broken) when (broken is DbException or DbUpdateException)
        {
            await SayAsync(services, $"kan niet bijgewerkt worden ({broken.GetBaseException().Message})");
            return false;
        }
    }

    /// <returns>False, with a sentence on standard error, where the database is not of this version.</returns>
    public static async Task<bool> IsReadyAsync(IServiceProvider services, CancellationToken cancellation)
    {
        try
        {
            await using var scope = services.CreateAsyncScope();
            if (!(await scope.ServiceProvider.GetRequiredService<DossierDb>().Database.GetPendingMigrationsAsync(cancellation)).Any())
            {
                return true;
            }

            await SayAsync(services, "is nog niet van deze versie: draai eerst het werkwoord migrate, of start de dienst");
        }
        catch (DbException broken)
        {
            await SayAsync(services, $"kan niet gelezen worden ({broken.Message})");
        }

        return false;
    }

    // Provider and folder, never the connection string: it may hold a password.
    private static Task SayAsync(IServiceProvider services, string problem)
    {
        var settings = services.GetRequiredService<ServiceSettings>();
        var where = settings.Storage.Provider == "Sqlite" ? $"SQLite, gegevensmap {settings.Data}" : "PostgreSQL";
        return Console.Error.WriteLineAsync($"De databank ({where}) {problem}.");
    }
}
