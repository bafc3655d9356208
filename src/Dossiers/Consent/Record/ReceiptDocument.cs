using System.Globalization;
using System.Text;
using SolidLoonfiches.Rdf;

namespace SolidLoonfiches.Dossiers;

/// <summary>A receipt as a document: the triples as they were issued, with the code beside them.</summary>
public static class ReceiptDocument
{
    /// <param name="receipt">As it was issued.</param>
    /// <param name="code">Of <see cref="ReceiptCodes"/>.</param>
    public static RdfGraph Graph(ConsentReceipt receipt, string code)
    {
        ArgumentNullException.ThrowIfNull(receipt);
        var issued = Read(receipt);
        var node = issued.Subjects(Dpv.Type, Dpv.ConsentReceipt).Single();
        return RdfGraph.Create([.. issued.Triples, new(node, Dpv.CheckCode, Term.Literal(code))]);
    }

    public static string Turtle(ConsentReceipt receipt, string code) => Rdf.Turtle.Write(Graph(receipt, code), Dpv.Prefixes);

    /// <summary>What a receipt says, without the person: to hold a paper against it.</summary>
    /// <param name="Ocmw">Who asked.</param>
    /// <param name="IssuedAt">When it was handed out.</param>
    /// <param name="Sha256">Of the document without its code, as canonical N-Triples.</param>
    /// <param name="Lines">What happened, oldest first.</param>
    public sealed record Contents(string Ocmw, DateTimeOffset IssuedAt, string Sha256, IReadOnlyList<Line> Lines);

    /// <param name="Kind">What happened.</param>
    /// <param name="On">The day in Belgium.</param>
    /// <param name="From">Payslips from this day on, where it says so.</param>
    /// <param name="Until">Read up to and including, where it says so.</param>
    public sealed record Line(ConsentEventKind Kind, DateOnly On, DateOnly? From, DateOnly? Until);

    /// <summary>Reads them from the triples that were issued.</summary>
    public static Contents ContentsOf(ConsentReceipt receipt)
    {
        ArgumentNullException.ThrowIfNull(receipt);
        var graph = Read(receipt);
        var record = graph.Subjects(Dpv.Type, Dpv.ConsentRecord).Single();
        var lines = graph.Objects(record, Dpv.HasConsentStatus).Select(node => LineOf(graph, node)).OrderBy(line => line.At).ThenBy(line => line.Line.Kind).Select(line => line.Line);
        return new(graph.Objects(graph.Subjects(Dpv.Type, Dpv.DataController).Single(), Dpv.HasName).Single().Value, receipt.IssuedAt, receipt.Sha256, [.. lines]);
    }

    private static (string At, Line Line) LineOf(RdfGraph graph, Term node)
    {
        var types = graph.Objects(node, Dpv.Type).ToHashSet();
        var kind = types switch
        {
            _ when types.Contains(Dpv.ConsentNarrowed) => ConsentEventKind.Narrowed,
            _ when types.Contains(Dpv.RenewedConsentGiven) => ConsentEventKind.Renewed,
            _ when types.Contains(Dpv.ConsentGiven) => ConsentEventKind.Given,
            _ when types.Contains(Dpv.ConsentRequested) => ConsentEventKind.Requested,
            _ when types.Contains(Dpv.ConsentRefused) => ConsentEventKind.Refused,
            _ when types.Contains(Dpv.ClosedAtVault) => ConsentEventKind.ClosedAtVault,
            _ when types.Contains(Dpv.ConsentExpired) || types.Contains(Dpv.RequestExpired) => ConsentEventKind.Expired,
            _ => ConsentEventKind.Withdrawn,
        };
        var at = graph.Objects(node, Dpv.IsIndicatedAtTime).Single().Value;
        return (at, new(kind, DayOf(at), Inside(graph, node, Dpv.Temporal, Dpv.StartTime), Inside(graph, node, Dpv.HasDuration, Dpv.Value)));
    }

    private static DateOnly? Inside(RdfGraph graph, Term node, Term part, Term value) =>
        graph.Objects(node, part).Select(inner => (DateOnly?)DayOf(graph.Objects(inner, value).Single().Value)).SingleOrDefault();

    private static DateOnly DayOf(string text) => text.Contains('T', StringComparison.Ordinal)
        ? Loonfiches.Belgium.DayOf(DateTimeOffset.Parse(text, CultureInfo.InvariantCulture))
        : DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static RdfGraph Read(ConsentReceipt receipt) => NTriples.Read(Encoding.UTF8.GetBytes(receipt.Triples));
}
