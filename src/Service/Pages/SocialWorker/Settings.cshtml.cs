using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Quartz;
using SolidLoonfiches.Dossiers;
using SolidLoonfiches.Loonfiches;

namespace SolidLoonfiches.Service.Pages.SocialWorker;

/// <summary>When the monthly check of my OCMW runs (a day and an hour, or a cron expression for what those cannot say), and what it does with slips by who wrote them.</summary>
internal sealed class SettingsPage(DossierDb db, TimeProvider clock) : StaffPage
{
    /// <summary>Up to the 28th, which every month has.</summary>
    private const int LastDay = 28;

    private const string Planned = "Bewaard. De planning volgt binnen enkele seconden.";

    /// <summary>More than this a month is no small difference to somebody who lives of a leefloon; our own choice.</summary>
    private static readonly Euro MostTellFrom = Euro.Of(25m);

    public Ocmw Ocmw { get; private set; } = null!;

    /// <summary>In words; null where the expression never comes.</summary>
    public string? NextCheck { get; private set; }

    [BindProperty]
    public string? Day { get; set; }

    [BindProperty]
    public string? Hour { get; set; }

    [BindProperty]
    public string? Cron { get; set; }

    [BindProperty]
    public string? Unsigned { get; set; }

    [BindProperty]
    public string? Altered { get; set; }

    [BindProperty]
    public string? UnknownSigner { get; set; }

    [BindProperty]
    public string? KeyWithdrawn { get; set; }

    [BindProperty]
    public string? TellFrom { get; set; }

    [BindProperty]
    public string? OfficerEmail { get; set; }

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        await FindAsync(cancellation);
        (Cron, OfficerEmail) = (Ocmw.CheckCron, Ocmw.OfficerEmail);
        if (Ocmw.CheckCron.Split(' ') is ["0", "0", var hour, var day, "*", "?"])
        {
            (Day, Hour) = (day, hour);
        }
    }

    public Task<IActionResult> OnPostMonthlyAsync(CancellationToken cancellation)
    {
        var day = Between(nameof(Day), Day, 1, LastDay, "Kies een dag van 1 tot 28: die heeft elke maand.");
        var hour = Between(nameof(Hour), Hour, 0, 23, "Kies een uur van 0 tot 23.");
        return SaveAsync(ocmw => ocmw.CheckCron = string.Create(CultureInfo.InvariantCulture, $"0 0 {hour} {day} * ?"), Planned, cancellation);
    }

    public Task<IActionResult> OnPostCronAsync(CancellationToken cancellation)
    {
        var cron = Cron?.Trim() ?? "";
        if (!CronExpression.TryParse(cron, out _) || cron.Length > 120)
        {
            ModelState.AddModelError(nameof(Cron), "Dit is geen cronuitdrukking van Quartz: seconde, minuut, uur, dag, maand, weekdag, zoals 0 0 6 5 * ?");
        }

        return SaveAsync(ocmw => ocmw.CheckCron = cron, Planned, cancellation);
    }

    public Task<IActionResult> OnPostSignaturesAsync(CancellationToken cancellation)
    {
        var policy = new SignaturePolicy(
            Choice(nameof(Unsigned), Unsigned, SignatureWords.Uses),
            Choice(nameof(Altered), Altered, SignatureWords.UsesNeverSilently),
            Choice(nameof(UnknownSigner), UnknownSigner, SignatureWords.UsesNeverSilently),
            Choice(nameof(KeyWithdrawn), KeyWithdrawn, SignatureWords.UsesNeverSilently));
        return SaveAsync(ocmw => ocmw.Signatures = policy, "Bewaard. De keuzes gelden voor loonfiches die vanaf nu gelezen worden.", cancellation);
    }

    public Task<IActionResult> OnPostTellFromAsync(CancellationToken cancellation)
    {
        var from = new FormReader(ModelState).Amount(nameof(TellFrom), TellFrom);
        if (from < Euro.Zero || from > MostTellFrom)
        {
            ModelState.AddModelError(nameof(TellFrom), $"Kies een bedrag van 0 tot {MostTellFrom}.");
        }

        return SaveAsync(ocmw => ocmw.TellFrom = from, "De drempel is bewaard.", cancellation);
    }

    public Task<IActionResult> OnPostOfficerAsync(CancellationToken cancellation)
    {
        var address = OfficerEmail?.Trim() ?? "";
        if (address.Length > 0 && (address.Length > 254 || !System.Net.Mail.MailAddress.TryCreate(address, out var read) || read.Address != address))
        {
            ModelState.AddModelError(nameof(OfficerEmail), "Dit is geen mailadres. Schrijf het als naam@ocmw.be, of laat het leeg.");
        }

        return SaveAsync(ocmw => ocmw.OfficerEmail = address.Length > 0 ? address : null, "Het adres is bewaard.", cancellation);
    }

    private async Task<IActionResult> SaveAsync(Action<Ocmw> change, string notice, CancellationToken cancellation)
    {
        await FindAsync(cancellation);
        if (!ModelState.IsValid)
        {
            return Page();
        }

        change(Ocmw);
        await db.SaveChangesAsync(cancellation);
        Notice(notice);
        return RedirectToPage();
    }

    private async Task FindAsync(CancellationToken cancellation)
    {
        Ocmw = await db.Ocmws.SingleAsync(ocmw => ocmw.Kbo == Me.OcmwKbo, cancellation);
        TellFrom ??= Ocmw.TellFrom.ToString();
        var policy = Ocmw.Signatures ?? SignaturePolicy.Default;
        (Unsigned, Altered) = (Unsigned ?? $"{policy.Unsigned}", Altered ?? $"{policy.Altered}");
        (UnknownSigner, KeyWithdrawn) = (UnknownSigner ?? $"{policy.UnknownSigner}", KeyWithdrawn ?? $"{policy.KeyWithdrawn}");
        NextCheck = CronExpression.TryParse(Ocmw.CheckCron, out var cron) && new CronExpression(cron.CronExpressionString, Belgium.Zone).GetNextValidTimeAfter(clock.GetUtcNow()) is { } next ? Dates.Words(next) : null;
    }

    private SignatureUse Choice(string field, string? text, IReadOnlyList<(SignatureUse Value, string Words)> choices)
    {
        foreach (var (value, _) in choices.Where(choice => choice.Value.ToString() == text))
        {
            return value;
        }

        ModelState.AddModelError(field, "Kies wat de controle doet.");
        return SignatureUse.KeepOut;
    }

    private int Between(string field, string? text, int least, int most, string sentence)
    {
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
        {
            return number;
        }

        ModelState.AddModelError(field, sentence);
        return least;
    }
}
