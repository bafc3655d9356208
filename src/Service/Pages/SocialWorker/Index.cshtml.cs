using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SolidLoonfiches.Dossiers;

namespace SolidLoonfiches.Service.Pages.SocialWorker;

/// <summary>The inbox: what was found, newest first; mine, or that of all dossiers of my OCMW.</summary>
internal sealed class IndexPage(DossierDb db) : StaffPage
{
    private const int PerPage = 50;

    internal sealed record Row(Message Message, Check Check, Dossier Dossier);

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    /// <summary>All dossiers of my OCMW and not mine alone.</summary>
    [BindProperty(SupportsGet = true)]
    public bool All { get; set; }

    /// <summary>From 1.</summary>
    [BindProperty(SupportsGet = true, Name = "page-number")]
    public int PageNumber { get; set; } = 1;

    public bool HasOlder { get; private set; }

    public int Unseen { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        PageNumber = Math.Clamp(PageNumber, 1, 10_000);
        var messages = All ? db.Messages : db.Messages.Where(message => message.StaffId == Me.Id);
        var rows = from message in messages.AsNoTracking()
                   join dossier in db.DossiersOf(Me).AsNoTracking() on message.DossierId equals dossier.Id
                   join check in db.Checks.AsNoTracking() on message.CheckId equals check.Id
                   orderby message.CreatedAt descending, message.Id descending
                   select new { message, check, dossier };
        Unseen = await rows.CountAsync(row => row.message.SeenAt == null, cancellation);
        var found = await rows.Skip((PageNumber - 1) * PerPage).Take(PerPage + 1).ToListAsync(cancellation);
        HasOlder = found.Count > PerPage;
        Rows = [.. found.Take(PerPage).Select(row => new Row(row.message, row.check, row.dossier))];
    }
}
