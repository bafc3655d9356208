using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SolidLoonfiches.Delivery;
using SolidLoonfiches.Dossiers;
using SolidLoonfiches.Loonfiches;

namespace SolidLoonfiches.Service.Pages.SocialWorker;

/// <summary>What leaves the house for my OCMW: what waits, what could not be delivered, and the endpoints of its own software.</summary>
internal sealed class SendingPage(DossierDb db, IOptions<MagdaOptions> magda, DeadLetters letters, AddEndpoint add, ChangeEndpoint change, ReplayEvents replay, TimeProvider clock) : StaffPage
{
    private const string SecretNotice = "Secret";

    /// <param name="Waiting">Not accepted yet.</param>
    /// <param name="LastError">Of the latest attempt that failed, among what waits.</param>
    internal sealed record Row(EventEndpoint Endpoint, int Waiting, int Dead, DateTimeOffset? LastSentAt, string? LastError);

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public DeadLetters.Counts Dead { get; private set; } = new(0, 0, 0, 0);

    public int MailsWaiting { get; private set; }

    /// <summary>A new secret, shown this once.</summary>
    public string? Secret { get; private set; }

    [BindProperty]
    public string? Address { get; set; }

    [BindProperty]
    public Guid Endpoint { get; set; }

    [BindProperty]
    public string? Since { get; set; }

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Secret = TempData[SecretNotice] as string;
        await ReadAsync(cancellation);
    }

    /// <summary>The installation is connected, and my OCMW sends no notices yet.</summary>
    public bool OffersMagda => magda.Value.Url is not null && Rows.All(row => row.Endpoint.Kind != EndpointKind.Magda);

    public async Task<IActionResult> OnPostMagdaAsync(CancellationToken cancellation)
    {
        Notice(await add.RunAsync(new(Me.OcmwKbo, "", EndpointKind.Magda), cancellation) is AddEndpoint.Outcome.Refused refused ? refused.Sentence : "Bij elke nieuwe loonfiche gaat vanaf nu een melding naar MAGDA.");
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostAddAsync(CancellationToken cancellation)
    {
        switch (await add.RunAsync(new(Me.OcmwKbo, Address ?? ""), cancellation))
        {
            case AddEndpoint.Outcome.Added added:
                TempData[SecretNotice] = added.Secret;
                return RedirectToPage();
            case AddEndpoint.Outcome.Refused refused:
                ModelState.AddModelError(nameof(Address), refused.Sentence);
                await ReadAsync(cancellation);
                return Page();
            case var other:
                throw new InvalidOperationException($"Adding an endpoint ended in {other.GetType().Name}, which nobody knows.");
        }
    }

    public Task<IActionResult> OnPostNewSecretAsync(CancellationToken cancellation) => ChangeAsync(EndpointChange.NewSecret, "Het nieuwe geheim tekent vanaf nu. Het oude tekent nog een tijd mee.", cancellation);

    public Task<IActionResult> OnPostPauseAsync(CancellationToken cancellation) => ChangeAsync(EndpointChange.Pause, "Er gaat niets meer naar dit adres. Wat gebeurt, wacht.", cancellation);

    public Task<IActionResult> OnPostResumeAsync(CancellationToken cancellation) => ChangeAsync(EndpointChange.Resume, "Wat wachtte, vertrekt nu.", cancellation);

    public Task<IActionResult> OnPostRemoveAsync(CancellationToken cancellation) => ChangeAsync(EndpointChange.Remove, "Het adres is weg. Er gaat niets meer naartoe.", cancellation);

    public async Task<IActionResult> OnPostReplayAsync(CancellationToken cancellation)
    {
        var day = new FormReader(ModelState).Date(nameof(Since), Since, "Kies vanaf welke dag.");
        if (!ModelState.IsValid)
        {
            await ReadAsync(cancellation);
            return Page();
        }

        var midnight = day.ToDateTime(TimeOnly.MinValue);
        if (await replay.RunAsync(new(Me.OcmwKbo, Endpoint, new DateTimeOffset(midnight, Belgium.Zone.GetUtcOffset(midnight))), cancellation) is not { } again)
        {
            return NotFound();
        }

        Notice($"{again} {(again == 1 ? "bericht vertrekt" : "berichten vertrekken")} opnieuw, met dezelfde kenmerken.");
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostRetryAsync(CancellationToken cancellation)
    {
        Notice($"Opnieuw geprobeerd: {await letters.RetryAsync(Me.OcmwKbo, cancellation)}.");
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostClearAsync(CancellationToken cancellation)
    {
        Notice($"Te rusten gelegd: {await letters.ClearAsync(Me.OcmwKbo, cancellation)}.");
        return RedirectToPage();
    }

    private async Task<IActionResult> ChangeAsync(EndpointChange what, string sentence, CancellationToken cancellation)
    {
        if (await change.RunAsync(new(Me.OcmwKbo, Endpoint, what), cancellation) is not ChangeEndpoint.Outcome.Changed changed)
        {
            return NotFound();
        }

        if (changed.Secret is { } secret)
        {
            TempData[SecretNotice] = secret;
        }

        Notice(sentence);
        return RedirectToPage();
    }

    private async Task ReadAsync(CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        Dead = await letters.CountAsync(Me.OcmwKbo, cancellation);
        MailsWaiting = await db.Messages.CountAsync(m => m.SentAt == null && m.DeadAt == null && m.DigestId == null && db.Staff.Any(s => s.Id == m.StaffId && s.OcmwKbo == Me.OcmwKbo && s.Email != null && s.Email != ""), cancellation);
        var endpoints = await db.EventEndpoints.AsNoTracking().Where(p => p.OcmwKbo == Me.OcmwKbo && p.RemovedAt == null).OrderBy(p => p.Url).ToListAsync(cancellation);
        var rows = new List<Row>();
        foreach (var endpoint in endpoints)
        {
            var its = db.EventDeliveries.AsNoTracking().Where(d => d.EndpointId == endpoint.Id);
            var waiting = its.Where(d => d.SentAt == null && d.DeadAt == null);
            rows.Add(new Row(
                endpoint,
                await waiting.CountAsync(cancellation),
                await its.CountAsync(d => d.DeadAt != null && d.ClearedAt == null && d.SentAt == null, cancellation),
                await its.MaxAsync(d => d.SentAt, cancellation),
                await waiting.Where(d => d.LastError != null && d.NextAttemptAt > now).OrderByDescending(d => d.NextAttemptAt).Select(d => d.LastError).FirstOrDefaultAsync(cancellation)));
        }

        Rows = rows;
    }
}
