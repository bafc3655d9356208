using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SolidLoonfiches.Dossiers;
using SolidLoonfiches.Vault;

namespace SolidLoonfiches.Service.Pages.Citizen;

/// <summary>What an OCMW asks, in plain words, and how the question stands. A no is given here; before a yes comes the preview.</summary>
internal sealed class RequestPage(DossierDb db, SolidVault vault, VaultJourney journey, VaultMaking making, RefuseRequest refuseRequest, ChangeConsent changeConsent, TimeProvider clock) : CitizenPage
{
    private readonly DossierDb _db = db;

    /// <summary>Set before the page is drawn; there is no page without a request.</summary>
    public OwnRequests.Own Own { get; private set; } = null!;

    public ConsentText Text { get; private set; } = null!;

    public AskWords Words => AskWords.In(Text.Language);

    /// <summary>Null while the question waits for an answer.</summary>
    public RequestEnding? Ending => Own.Request.EndingAt(clock.GetUtcNow());

    public bool CanBeGiven => Own.Request.CanBeGiven(clock.GetUtcNow());

    /// <summary>The consent that stands for this dossier, if any.</summary>
    public Consent? Standing { get; private set; }

    /// <summary>The yes on paper to this question that stands, if any.</summary>
    public PaperConsent? OnPaper { get; private set; }

    /// <summary>The vault's address is known from the sign-in, so it need not be typed.</summary>
    public string? KnownAddress => Me.WebId;

    /// <summary>The vaults that go with the address, where there are several to choose from.</summary>
    public IReadOnlyList<(string Value, string Words)> Storages { get; private set; } = [];

    /// <summary>Somebody makes vaults here, for who has none.</summary>
    public bool OffersVault => making.IsOffered;

    /// <summary>Also where one is known: people may have another vault.</summary>
    [BindProperty]
    public string? VaultAddress { get; set; }

    /// <summary>One of <see cref="Storages"/>.</summary>
    [BindProperty]
    public string? Storage { get; set; }

    public async Task<IActionResult> OnGetAsync(Guid request, string? language, CancellationToken cancellation) => await FindAsync(request, language, cancellation) ? Page() : NotFound();

    public async Task<IActionResult> OnPostLookAsync(Guid request, string? language, CancellationToken cancellation)
    {
        if (!await FindAsync(request, language, cancellation))
        {
            return NotFound();
        }

        if (!CanBeGiven || Standing is not null)
        {
            return RedirectToPage(new { request, language });
        }

        var address = VaultAddress?.Trim() is { Length: > 0 } typed ? typed : KnownAddress ?? "";
        if (address.Length == 0)
        {
            ModelState.AddModelError(nameof(VaultAddress), Words.VaultMissing);
        }

        if (!ModelState.IsValid || await ReadProfileAsync(address, cancellation) is not { } profile || !HasChosen(profile, out var storage))
        {
            return Page();
        }

        try
        {
            await journey.BeginPreviewAsync(HttpContext, Me, profile, new VaultJourney.Aim.Preview(request, Text.Language, Text.Sha256, storage), Own.Request.Until, cancellation);
            return RedirectToPage("/Citizen/ToVault");
        }
        catch (VaultSignInException)
        {
            ModelState.AddModelError(nameof(VaultAddress), "Bij deze kluis kunt u zich nu niet aanmelden. Probeer het later opnieuw, of vraag hulp aan wie uw kluis beheert.");
            return Page();
        }
    }

    public async Task<IActionResult> OnPostRefuseAsync(Guid request, string? language, CancellationToken cancellation)
    {
        if (!await FindAsync(request, language, cancellation))
        {
            return NotFound();
        }

        await refuseRequest.RunAsync(new(request, Me.Insz, Text.Language), cancellation);
        return RedirectToPage(new { request, language });
    }

    /// <summary>A consent stands, and a newer question asks for another period: the vault need not be opened again.</summary>
    public async Task<IActionResult> OnPostRenewAsync(Guid request, string? language, string? textSha256, CancellationToken cancellation)
    {
        if (!await FindAsync(request, language, cancellation))
        {
            return NotFound();
        }

        if (textSha256 != Text.Sha256)
        {
            return RedirectToPage("/Citizen/VaultFailed", new { code = "text-changed" });
        }

        await changeConsent.RunAsync(new ChangeConsent.Renew(request, Me.Insz, ConsentAnswer.Yes(Own.Terms, Text.Language)), cancellation);
        return RedirectToPage(new { request, language });
    }

    private async Task<bool> FindAsync(Guid id, string? language, CancellationToken cancellation)
    {
        if ((language is not null && !ConsentText.Languages.Contains(language)) || await _db.RequestOfAsync(id, Me.Insz, cancellation) is not { } own)
        {
            return false;
        }

        Own = own;
        Text = ConsentText.Current(own.Terms, language ?? ConsentText.Languages[0]);
        Standing = await _db.Consents.AsNoTracking().SingleOrDefaultAsync(consent => consent.DossierId == own.Request.DossierId && consent.WithdrawnAt == null && consent.VaultRefusedAt == null && consent.ExpiredAt == null, cancellation);
        OnPaper = await _db.PaperConsents.AsNoTracking().SingleOrDefaultAsync(paper => paper.RequestId == id, cancellation) is { } paper && paper.IsStanding(clock.GetUtcNow()) ? paper : null;
        return true;
    }

    /// <summary>Where the profile names several vaults the citizen says which: the first may be an old one.</summary>
    private bool HasChosen(WebIdProfile profile, out Uri? storage)
    {
        storage = null;
        if (profile.Storages.Count < 2)
        {
            return true;
        }

        Storages = [.. profile.Storages.Select(one => (one.AbsoluteUri, one.AbsoluteUri))];
        if ((storage = profile.Storages.FirstOrDefault(one => one.AbsoluteUri == Storage)) is null)
        {
            ModelState.AddModelError(nameof(Storage), Words.StorageMissing);
        }

        return storage is not null;
    }

    private async Task<WebIdProfile?> ReadProfileAsync(string address, CancellationToken cancellation)
    {
        var answer = await vault.ReadWebIdAsync(address, cancellation);
        if (answer is WebIdAnswer.Found found)
        {
            return found.Profile;
        }

        ModelState.AddModelError(nameof(VaultAddress), VaultWords.Problem(answer));
        return null;
    }
}
