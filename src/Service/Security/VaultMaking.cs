using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.Extensions.Options;
using SolidLoonfiches.Vault;

namespace SolidLoonfiches.Service;

/// <summary>A vault for a citizen who has none: they sign in once more, and the fresh ID token of that sign-in says to the keeper of vaults who they are. It is used there and kept nowhere.</summary>
internal sealed class VaultMaking(IOptions<VaultMakerOptions> options, IServiceProvider services, ITempDataDictionaryFactory notes, ILogger<VaultMaking> log)
{
    public const string Email = "VaultEmail", Password = "VaultPassword";

    private const string For = "make-vault-for";

    /// <summary>Whether somebody makes vaults here.</summary>
    public bool IsOffered => options.Value.Kind != "None";

    /// <summary>Of the sign-in in which the vault is made.</summary>
    public static AuthenticationProperties Begin(SignedIn.Citizen citizen) => new() { RedirectUri = "/citizen/vaultmade", Items = { [For] = citizen.Id } };

    /// <summary>The person who signed in, with the vault that was made for them if this sign-in was for that.</summary>
    public async Task<SignedIn> FinishAsync(TokenValidatedContext context, SignedIn person)
    {
        if (context.Properties is not { } properties || !properties.Items.TryGetValue(For, out var asked))
        {
            return person;
        }

        properties.Items.Remove(For);
        if (!IsOffered || person is not SignedIn.Citizen { WebId: null } citizen || citizen.Id != asked)
        {
            // Somebody else signed in, or a vault was found after all: nobody asked for one for this person.
            properties.RedirectUri = "/start";
            return person;
        }

        var idToken = context.TokenEndpointResponse?.IdToken ?? throw new InvalidOperationException("The code flow gives an ID token.");
        switch (await services.GetRequiredService<IVaultMaker>().MakeAsync(idToken, context.HttpContext.RequestAborted))
        {
            case MadeVault.Made made:
                if (made.Login is { } login)
                {
                    var note = notes.GetTempData(context.HttpContext);
                    (note[Email], note[Password]) = (login.Email, login.Password);
                    note.Save();
                }

                return citizen with { WebId = made.WebId.OriginalString };
            case MadeVault.Failed failed:
                log.LogWarning("No vault was made: {Detail}", failed.Detail);
                properties.RedirectUri = "/citizen/vaultnotmade";
                return person;
            default:
                throw new InvalidOperationException("A vault is made or not.");
        }
    }
}
