using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace SolidLoonfiches.Vault;

/// <summary>Registers the Solid client.</summary>
public static class VaultServices
{
    /// <summary>The named client whose addresses are checked; for <see cref="ClientCredentialsSession"/>.</summary>
    public const string HttpClientName = "vault";

    /// <summary>SolidVault, AccessGrants, VaultSignIn, ServiceIdentity. Needs an <see cref="ISigningKeyStore"/>.</summary>
    public static IServiceCollection AddVault(this IServiceCollection services, Action<VaultOptions> vault, Action<ServiceIdentityOptions> identity)
    {
        services.AddSolidVault(vault);
        services.AddOptions<ServiceIdentityOptions>().Configure(identity).ValidateOnStart();
        services.AddSingleton<IValidateOptions<ServiceIdentityOptions>, ServiceIdentityOptionsCheck>();
        services.AddSingleton(sp => new ServiceIdentity(
            sp.GetRequiredService<IOptions<ServiceIdentityOptions>>().Value,
            sp.GetRequiredService<ISigningKeyStore>(),
            sp.GetRequiredService<VaultHttp>(),
            sp.GetRequiredService<TimeProvider>()));
        services.AddSingleton(sp => new AccessGrants(sp.GetRequiredService<VaultHttp>(), sp.GetRequiredService<ServiceIdentity>()));
        services.AddSingleton(sp => new VaultSignIn(
            sp.GetRequiredService<VaultHttp>(),
            sp.GetRequiredService<SolidVault>(),
            sp.GetRequiredService<ServiceIdentity>().ClientId,
            sp.GetRequiredService<TimeProvider>()));
        return services;
    }

    /// <summary>SolidVault alone, for a tool that brings its own session and has no identity to serve.</summary>
    public static IServiceCollection AddSolidVault(this IServiceCollection services, Action<VaultOptions> vault)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddOptions<VaultOptions>().Configure(vault).ValidateOnStart();
        services.AddSingleton<IValidateOptions<VaultOptions>, VaultOptionsCheck>();
        services.AddGuardedClient(HttpClientName, sp => Options(sp).AllowLoopback);
        services.AddSingleton(sp => new VaultHttp(
            sp.GetRequiredService<IHttpClientFactory>().CreateClient(HttpClientName),
            Options(sp).MaxBodyBytes,
            Options(sp).Timeout,
            sp.GetRequiredService<TimeProvider>()));
        services.AddSingleton(sp => new NotificationChannels(sp.GetRequiredService<VaultHttp>()));
        services.AddSingleton(sp => new NotificationGate(sp.GetRequiredService<VaultHttp>(), sp.GetRequiredService<TimeProvider>()));
        services.AddSingleton(sp => new NotificationSocket(Options(sp).AllowLoopback));
        services.AddSingleton(sp => new SolidVault(sp.GetRequiredService<VaultHttp>(), Options(sp).MaxListingBytes, Options(sp).AllowLoopback, sp.GetRequiredService<TimeProvider>()));
        return services;
    }

    private static VaultOptions Options(IServiceProvider services) => services.GetRequiredService<IOptions<VaultOptions>>().Value;
}

internal sealed class VaultOptionsCheck : IValidateOptions<VaultOptions>
{
    public ValidateOptionsResult Validate(string? name, VaultOptions options) => options switch
    {
        { MaxBodyBytes: < 1024 or > 64 * 1024 * 1024 } => ValidateOptionsResult.Fail("MaxBodyBytes lies from 1 KiB to 64 MiB."),
        { MaxListingBytes: < 1024 or > 64 * 1024 * 1024 } => ValidateOptionsResult.Fail("MaxListingBytes lies from 1 KiB to 64 MiB."),
        _ when options.Timeout <= TimeSpan.Zero || options.Timeout > TimeSpan.FromMinutes(10) => ValidateOptionsResult.Fail("Timeout is more than zero and at most 10 minutes."),
        _ => ValidateOptionsResult.Success,
    };
}

internal sealed class ServiceIdentityOptionsCheck : IValidateOptions<ServiceIdentityOptions>
{
    public ValidateOptionsResult Validate(string? name, ServiceIdentityOptions options)
    {
        var failures = new List<string>();
        if (options.BaseUrl is not { } url || !MayBeIdentity(url) || url.Query.Length > 0 || url.Fragment.Length > 0)
        {
            failures.Add("BaseUrl is an https URL (http only for localhost), without query or fragment.");
        }

        if (string.IsNullOrWhiteSpace(options.ClientName))
        {
            failures.Add("ClientName is empty.");
        }

        if (options.RotateKeyAfter < TimeSpan.FromHours(1))
        {
            failures.Add("RotateKeyAfter is at least one hour.");
        }

        if (options.Foreign is { } foreign
            && (foreign.WebId is not { } webId || !MayBeIdentity(webId) || foreign.Issuer is not { } issuer || !MayBeIdentity(issuer)
                || foreign.ClientId.Length == 0 || foreign.ClientSecret.Length == 0))
        {
            failures.Add("Foreign needs WebId and Issuer (https URLs), ClientId and ClientSecret; leave Foreign out for the self-hosted identity.");
        }

        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    /// <summary>As Community Solid Server has it: https, or http for the name localhost.</summary>
    private static bool MayBeIdentity(Uri url) =>
        url.IsAbsoluteUri && url.UserInfo.Length == 0
        && (url.Scheme == Uri.UriSchemeHttps
            || (url.Scheme == Uri.UriSchemeHttp && (url.Host == "localhost" || url.Host.EndsWith(".localhost", StringComparison.Ordinal))));
}
