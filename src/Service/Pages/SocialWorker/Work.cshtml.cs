using Microsoft.AspNetCore.Mvc;
using SolidLoonfiches.Dossiers;

namespace SolidLoonfiches.Service.Pages.SocialWorker;

/// <summary>The worklist: one line per dossier that waits for somebody. No name and no INSZ stands in its address.</summary>
internal sealed class WorkPage(Worklist worklist, TimeProvider clock) : StaffPage
{
    public Worklist.Answer Work { get; private set; } = new([], 0);

    public DateOnly Today => Dates.Today(clock);

    /// <summary>All dossiers of my OCMW and not mine alone.</summary>
    [BindProperty(SupportsGet = true)]
    public bool All { get; set; }

    [BindProperty(SupportsGet = true)]
    public WorklistFilter Show { get; set; }

    /// <summary>From 1.</summary>
    [BindProperty(SupportsGet = true, Name = "page-number")]
    public int PageNumber { get; set; } = 1;

    public bool HasMore => Work.Total > PageNumber * Worklist.PerPage;

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        PageNumber = Math.Clamp(PageNumber, 1, 10_000);
        Show = Enum.IsDefined(Show) ? Show : WorklistFilter.All;
        Work = await worklist.RunAsync(new(Me, !All, Show, PageNumber, Today), cancellation);
    }

    /// <summary>How long a line has waited, in whole days.</summary>
    public string Waited(DateTimeOffset since) => (Today.DayNumber - Loonfiches.Belgium.DayOf(since).DayNumber) switch { <= 0 => "vandaag", 1 => "1 dag", var days => $"{days} dagen" };
}
