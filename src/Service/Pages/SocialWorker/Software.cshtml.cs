using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SolidLoonfiches.Dossiers;

namespace SolidLoonfiches.Service.Pages.SocialWorker;

/// <summary>The software of my OCMW that may use the API: registered, given a new secret, shut out.</summary>
internal sealed class SoftwarePage(DossierDb db, RegisterClient register, ChangeClient change, ServiceSettings settings, TimeProvider clock) : StaffPage
{
    private const string SecretNotice = "ClientSecret", ClientNotice = "ClientId";
    private const int RejectionsShown = 5;

    /// <param name="Received">Events that it took.</param>
    /// <param name="Rejected">Events that it could do nothing with.</param>
    internal sealed record Row(ApiClient Client, int Received, int Rejected, IReadOnlyList<EventReceipt> LastRejections);

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    /// <summary>A new secret, shown this once.</summary>
    public string? Secret { get; private set; }

    /// <summary>Whose.</summary>
    public string? SecretOf { get; private set; }

    public DateTimeOffset Now => clock.GetUtcNow();

    public Uri Address => settings.At(Api.Root[1..]);

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public IReadOnlyList<string> Scopes { get; set; } = [];

    [BindProperty]
    public Guid Client { get; set; }

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        (Secret, SecretOf) = (TempData[SecretNotice] as string, TempData[ClientNotice] as string);
        await ReadAsync(cancellation);
    }

    public async Task<IActionResult> OnPostRegisterAsync(CancellationToken cancellation)
    {
        switch (await register.RunAsync(new(Name ?? "", Scopes, Me), cancellation))
        {
            case RegisterClient.Outcome.Registered registered:
                return ShowSecret(registered.ClientId, registered.Secret);
            case RegisterClient.Outcome.Refused refused:
                ModelState.AddModelError(FormReader.FieldOf(refused.Field), refused.Sentence);
                await ReadAsync(cancellation);
                return Page();
            case var other:
                throw new InvalidOperationException($"Registering software ended in {other.GetType().Name}, which nobody knows.");
        }
    }

    public Task<IActionResult> OnPostNewSecretAsync(CancellationToken cancellation) => ChangeAsync(ClientChange.NewSecret, $"Het nieuwe geheim geldt vanaf nu. Het vorige geldt nog {ChangeClient.FormerSecretHolds.Days} dagen.", cancellation);

    public Task<IActionResult> OnPostRemoveAsync(CancellationToken cancellation) => ChangeAsync(ClientChange.Remove, "De toegang is ingetrokken, ook voor wat de software nog had.", cancellation);

    private async Task<IActionResult> ChangeAsync(ClientChange what, string sentence, CancellationToken cancellation)
    {
        if (await change.RunAsync(new(Me.OcmwKbo, Client, what), cancellation) is not ChangeClient.Outcome.Changed changed)
        {
            return NotFound();
        }

        Notice(sentence);
        return changed.Secret is { } secret ? ShowSecret(Client, secret) : RedirectToPage();
    }

    private RedirectToPageResult ShowSecret(Guid client, string secret)
    {
        (TempData[SecretNotice], TempData[ClientNotice]) = (secret, client.ToString());
        return RedirectToPage();
    }

    private async Task ReadAsync(CancellationToken cancellation)
    {
        var clients = await db.ApiClients.AsNoTracking().Where(client => client.OcmwKbo == Me.OcmwKbo && client.RemovedAt == null).OrderBy(client => client.Name).ToListAsync(cancellation);
        var rows = new List<Row>();
        foreach (var client in clients)
        {
            var receipts = db.EventReceipts.AsNoTracking().Where(receipt => receipt.ClientId == client.Id);
            rows.Add(new Row(
                client,
                await receipts.CountAsync(receipt => receipt.IsReceived, cancellation),
                await receipts.CountAsync(receipt => !receipt.IsReceived, cancellation),
                await receipts.Where(receipt => !receipt.IsReceived).OrderByDescending(receipt => receipt.At).Take(RejectionsShown).ToListAsync(cancellation)));
        }

        Rows = rows;
    }
}
