using System.Text;
using SolidLoonfiches.Dossiers;

namespace SolidLoonfiches.Delivery.Tests;

/// <summary>The parts of <c>src/Delivery/README.md</c> that are made from the code: each stands between two marks, and a test holds it to what the code makes.</summary>
public sealed class DeliveryDocument
{
    private static readonly string Path = System.IO.Path.Combine(ReceiverProcess.Root(), "src", "Delivery", "README.md");

    public static TheoryData<string> Parts => ["schedule", .. EventTypes.All];

    [Theory]
    [MemberData(nameof(Parts))]
    public void Readme_EachPart_SaysWhatTheCodeDoes(string part)
    {
        var text = File.ReadAllText(Path);
        var (start, end) = ($"<!-- made: {part} -->\n", "\n<!-- end -->");
        var from = text.IndexOf(start, StringComparison.Ordinal);
        Assert.True(from >= 0, $"The README has no part '{part}'.");
        var to = text.IndexOf(end, from, StringComparison.Ordinal);
        Assert.Equal(Make(part), text[(from + start.Length)..to]);
    }

    internal static string Make(string part) => part == "schedule"
        ? RetrySchedule.AsTable()
        : $"```json\n{Encoding.UTF8.GetString(CloudEvent.Write(Example(part), new Uri("https://loonfiches.example/"), indented: true))}\n```";

    internal static EventRecord Example(string type)
    {
        var at = new DateTimeOffset(2026, 11, 5, 5, 0, 12, TimeSpan.Zero);
        var dossier = new Dossier { Id = Guid.Parse("019a5296-6b00-7000-8000-000000000001"), OcmwKbo = "0207456789", Number = "2026-0001", Insz = SolidLoonfiches.Dossiers.Tests.Slips.Person(1), Name = "-", SocialWorkerId = "-", OpenedAt = at, OpenedBy = "-" };
        var about = Guid.Parse("019a5296-6b00-7000-8000-00000000000a");
        return type switch
        {
            EventTypes.PayslipFound => EventRecord.PayslipFound(dossier, new Slip { Id = about, DossierId = dossier.Id, Url = "-", Sha256 = "-", ReadAt = at, Problems = [], Notes = [] }, replaces: false, at),
            EventTypes.ConsentGiven => EventRecord.ConsentGiven(dossier.OcmwKbo, new Consent { Id = about, DossierId = dossier.Id, WebId = "-", Issuer = "-", Container = "-", GivenAt = at, TextVersion = "-", TextLanguage = "-", TextSha256 = "-" }),
            EventTypes.ConsentEnded => EventRecord.ConsentEnded(dossier.OcmwKbo, dossier.Id, about, "withdrawn", at),
            EventTypes.CheckProposed => EventRecord.CheckProposed(dossier.OcmwKbo, Check(), Proposal()),
            _ => EventRecord.CheckDecided(dossier.OcmwKbo, Check(), Proposal(), "setAside", at),
        };

        Proposal Proposal() => new() { Id = Guid.Parse("019a5296-6b00-7000-8000-00000000000b"), CheckId = about, Kind = ProposalKind.Proposed, By = "-", At = at };
        Check Check() => new() { Id = about, DossierId = dossier.Id, Month = new(2026, 10), Fingerprint = "-", Outcome = CheckOutcome.Changed, Findings = [], SlipIds = [], LawVersion = "-", CheckedAt = at };
    }
}
