#pragma warning disable
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SolidLoonfiches.Leefloon;
using SolidLoonfiches.Loonfiches;
using SolidLoonfiches.Sources;
using SolidLoonfiches.Vault;

namespace SolidLoonfiches.Dossiers;

// ================= operations: one file each; each is a scoped service that takes DossierDb ===============================

public static partial class DossierServices
{
    /// <summary>Quartz with its persistent store, one trigger per OCMW kept in step with <see cref="Ocmw.CheckCron"/> (looked at every 5 seconds).</summary>
    public static IServiceCollection AddMonthlyCheck(this IServiceCollection services, StorageOptions storage) => throw new NotImplementedException();
}
