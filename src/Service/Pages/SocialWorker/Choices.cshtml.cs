using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SolidLoonfiches.Dossiers;
using SolidLoonfiches.Leefloon;
using SolidLoonfiches.Loonfiches;

namespace SolidLoonfiches.Service.Pages.SocialWorker;

/// <summary>What my OCMW chooses in the calculation where the law leaves it open, from a month on.</summary>
internal sealed class ChoicesPage(DossierDb db, SetPolicy setPolicy) : StaffPage
{
    private readonly Dictionary<ComponentKind, string> _kinds = [];

    /// <summary>Newest first.</summary>
    public IReadOnlyList<OcmwPolicy> Policies { get; private set; } = [];

    public Maand? LastChecked { get; private set; }

    [BindProperty]
    public string? From { get; set; }

    [BindProperty]
    public string? WageMonth { get; set; }

    [BindProperty]
    public string? Premiums { get; set; }

    [BindProperty]
    public string? PartMonth { get; set; }

    [BindProperty]
    public string? DayBasis { get; set; }

    [BindProperty]
    public bool Unconfirmed { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public string? KindChoice(ComponentKind kind) => _kinds.GetValueOrDefault(kind);

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        await FindAsync(cancellation);
        Show(Policies is [var newest, ..] ? newest.Policy : Beleid.Standaard);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        await FindAsync(cancellation);
        var form = new FormReader(ModelState);
        if (!Maand.TryParse(From?.Trim(), out var from))
        {
            form.Refuse(nameof(From), "Schrijf de maand als 2026-12.");
        }

        var policy = Read(form);
        var reason = form.Text(nameof(Reason), Reason, "Schrijf waarom, bijvoorbeeld de datum van het besluit van de raad.");
        if (!form.IsValid)
        {
            return Page();
        }

        if (await setPolicy.RunAsync(new(from, policy, reason, Me), cancellation) is SetPolicy.Outcome.Refused refused)
        {
            form.Refuse(FormReader.FieldOf(refused.Field), refused.Sentence);
            return Page();
        }

        Notice($"Vastgelegd. De keuze geldt vanaf {Dates.Words(from)}.");
        return RedirectToPage();
    }

    private Beleid Read(FormReader form)
    {
        var kinds = new Dictionary<ComponentKind, bool>();
        foreach (var kind in PolicyWords.Kinds)
        {
            _kinds[kind] = Request.Form["Kind" + kind].ToString();
            if (form.Choice<Treatment>("Kind" + kind, _kinds[kind], "Kies een behandeling.") is var chosen and not Treatment.Default)
            {
                kinds[kind] = chosen is Treatment.Counted;
            }
        }

        return new()
        {
            Loonmaand = form.Choice<Loonmaand>(nameof(WageMonth), WageMonth, "Kies welk loon telt."),
            Premies = form.Choice<Premietelling>(nameof(Premiums), Premiums, "Kies wanneer ze tellen."),
            Deelmaand = form.Choice<LoonDeelmaand>(nameof(PartMonth), PartMonth, "Kies hoe dat loon telt."),
            Dagbasis = form.Choice<Dagbasis>(nameof(DayBasis), DayBasis, "Kies hoeveel dagen een maand telt."),
            OnbevestigdeBedragen = Unconfirmed,
            Componenten = kinds,
        };
    }

    private void Show(Beleid policy)
    {
        WageMonth = Number(policy.Loonmaand);
        Premiums = Number(policy.Premies);
        PartMonth = Number(policy.Deelmaand);
        DayBasis = Number(policy.Dagbasis);
        Unconfirmed = policy.OnbevestigdeBedragen;
        foreach (var kind in PolicyWords.Kinds)
        {
            _kinds[kind] = Number(!policy.Componenten.TryGetValue(kind, out var counted) ? Treatment.Default : counted ? Treatment.Counted : Treatment.NotCounted);
        }

        static string Number<T>(T value)
            where T : struct, Enum => Convert.ToInt32(value, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture);
    }

    private async Task FindAsync(CancellationToken cancellation)
    {
        Policies = await db.Policies.AsNoTracking().Where(entry => entry.OcmwKbo == Me.OcmwKbo).OrderByDescending(entry => entry.From).ThenByDescending(entry => entry.RecordedAt).ToListAsync(cancellation);
        LastChecked = await setPolicy.LastCheckedAsync(Me.OcmwKbo, cancellation);
    }
}
