using Microsoft.EntityFrameworkCore;
using Quartz;
using SolidLoonfiches.Dossiers;
using SolidLoonfiches.Loonfiches;

namespace SolidLoonfiches.Service;

/// <summary>The OCMWs that the operator lists: <c>Ocmws:[{Kbo,Name,CheckCron}]</c>.</summary>
internal sealed record OcmwSettings(IReadOnlyList<Ocmw> Ocmws)
{
    /// <exception cref="SettingsException">A KBO number, name or cron expression cannot be.</exception>
    public static IReadOnlyList<Ocmw> Read(IConfiguration configuration) =>
        [.. configuration.GetSection("Ocmws").GetChildren().Select(Read)];

    /// <summary>Adds new OCMWs and keeps names in step. The moment of the check is taken for a new OCMW only: afterwards it is the OCMW's own setting.</summary>
    public static async Task UpsertAsync(IServiceProvider services, CancellationToken cancellation)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<DossierDb>();
        foreach (var listed in scope.ServiceProvider.GetRequiredService<OcmwSettings>().Ocmws)
        {
            if (await db.Ocmws.FirstOrDefaultAsync(ocmw => ocmw.Kbo == listed.Kbo, cancellation) is { } known)
            {
                known.Name = listed.Name;
            }
            else
            {
                db.Ocmws.Add(new Ocmw { Kbo = listed.Kbo, Name = listed.Name, CheckCron = listed.CheckCron });
            }
        }

        await db.SaveChangesAsync(cancellation);
    }

    private static Ocmw Read(IConfigurationSection section)
    {
        var kbo = KboNumber.TryParse(section["Kbo"]) ?? throw new SettingsException(section.Path + ":Kbo", "is geen KBO-nummer (tien cijfers)");
        var name = section["Name"] is { Length: > 0 } given ? given : throw new SettingsException(section.Path + ":Name", "ontbreekt");
        var ocmw = new Ocmw { Kbo = kbo.Value, Name = name };
        if (section["CheckCron"] is { Length: > 0 } cron)
        {
            ocmw.CheckCron = CronExpression.TryParse(cron, out _) ? cron : throw new SettingsException(section.Path + ":CheckCron", "is geen Quartz-cronuitdrukking, zoals 0 0 6 5 * ?");
        }

        return ocmw;
    }
}
