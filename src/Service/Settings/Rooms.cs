using SolidLoonfiches.Delivery;
using SolidLoonfiches.Dossiers;
using SolidLoonfiches.Sources;
using SolidLoonfiches.Vault;

namespace SolidLoonfiches.Service;

/// <summary>The other rooms of the house, with their settings.</summary>
internal static class Rooms
{
    /// <summary>Records, vaults, sources and delivery: what every verb needs.</summary>
    public static void AddRooms(this IHostApplicationBuilder builder)
    {
        var settings = builder.Settings();
        builder.Services.AddDossiers(settings.Storage);
        builder.Services.Configure<PayrollOfficeOptions>(offices => builder.Configuration.GetSection("PayrollOffices").Bind(offices.Known));
        builder.Services.AddVault(
            vault => builder.Configuration.GetSection("Vault").Bind(vault),
            identity =>
            {
                builder.Configuration.GetSection("Vault:Identity").Bind(identity);
                identity.BaseUrl = settings.BaseUrl;
            });
        if (builder.Configuration.GetSection("Vault:AccessRequests") is { } requests && requests.Exists())
        {
            builder.Services.AddAccessRequests(requests.Bind);
        }

        builder.Services.AddVaultMaker(maker => builder.Configuration.GetSection("Vault:Maker").Bind(maker));
        builder.Services.AddSources(signers => builder.Configuration.GetSection("Signatures").Bind(signers));
        builder.Services.AddDelivery(
            mail =>
            {
                builder.Configuration.GetSection("Mail").Bind(mail);
                mail.PagesUrl ??= settings.BaseUrl;
            },
            events =>
            {
                builder.Configuration.GetSection("Events").Bind(events);
                events.BaseUrl = settings.BaseUrl;
            },
            magda => builder.Configuration.GetSection("Magda").Bind(magda));
    }

    /// <summary>What <c>serve</c> does besides answering: the monthly check, the outbox, and noting what expired.</summary>
    public static void AddBackgroundWork(this IHostApplicationBuilder builder)
    {
        builder.Services.AddMonthlyCheck(builder.Settings().Storage);
        builder.Services.AddHints(hints =>
        {
            builder.Configuration.GetSection("Hints").Bind(hints);
            hints.BaseUrl = builder.Settings().BaseUrl;
        });
        builder.Services.AddDeliveryWorker();
    }
}
