using SolidLoonfiches.Dossiers;

namespace SolidLoonfiches.Service.Pages.SocialWorker.Facts;

/// <summary>The day on which the OCMW reviewed the file (art. 22 §1 RMI-wet).</summary>
internal sealed class ReviewPage(DossierDb db, RecordFact recordFact, TimeProvider clock) : FactPage(db, recordFact, clock)
{
    protected override Fact? ReadFact(FormReader form) => new ReviewFact();
}
