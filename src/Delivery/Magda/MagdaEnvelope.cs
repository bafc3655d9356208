using System.Globalization;
using System.Xml;
using System.Xml.Linq;

namespace SolidLoonfiches.Delivery;

/// <summary>The one file that knows how MAGDA writes a message: the notice of a change, and what comes back.</summary>
/// <remarks>
/// The pattern of <c>Algemeen.RegistreerMutatieNotificatie-02.01</c>: the key and the kind of change, never the data; whoever
/// listens asks for the changes with <c>GeefMutatiesNotificaties</c>. Context, Bericht, Afzender and Vraag are those of the
/// public templates of other services of version 02.01; there is no public schema of this one, and this has not met the real
/// service. What stands in <c>Inhoud</c> is our reading of it.
/// </remarks>
internal static class MagdaEnvelope
{
    public const string MediaType = "text/xml";

    private const string Operation = "RegistreerMutatieNotificatie";
    private const string Version = "02.01.0000";
    private const string NothingFound = "30001";
    private static readonly XNamespace Soap = "http://schemas.xmlsoap.org/soap/envelope/";

    /// <summary>What MAGDA made of a notice.</summary>
    internal abstract record Answer
    {
        private Answer()
        {
        }

        public sealed record Registered : Answer;

        /// <summary>30001: MAGDA works, and knows nothing under this key. Asking again does not help.</summary>
        public sealed record NoDataFound : Answer;

        /// <summary>Another code, such as 99994 (an unexpected fault at the source), or a SOAP fault: nothing is known, and it is tried again.</summary>
        /// <param name="Code">Of MAGDA, or <c>soap</c>; digits and letters alone.</param>
        public sealed record SourceBroken(string Code) : Answer;
    }

    /// <param name="reference">Our own (<c>Referte</c>): the same for each attempt.</param>
    /// <param name="key">INSZ of the person.</param>
    public static byte[] Write(MagdaOptions options, string hoedanigheid, string reference, string key, DateTimeOffset at)
    {
        XNamespace web = options.Namespace;
        var envelope = new XElement(
            Soap + "Envelope",
            new XAttribute(XNamespace.Xmlns + "soapenv", Soap.NamespaceName),
            new XAttribute(XNamespace.Xmlns + "web", web.NamespaceName),
            new XElement(Soap + "Header"),
            new XElement(Soap + "Body", new XElement(web + Operation, new XElement("Verzoek", Context(options, hoedanigheid, reference, at), Questions(options, reference, key, at)))));
        using var bytes = new MemoryStream();
        using (var xml = XmlWriter.Create(bytes, new XmlWriterSettings { Encoding = new System.Text.UTF8Encoding(encoderShouldEmitUTF8Identifier: false) }))
        {
            envelope.Save(xml);
        }

        return bytes.ToArray();
    }

    /// <exception cref="XmlException">Not XML, or more than an answer holds.</exception>
    public static Answer Read(Stream body)
    {
        // No DTD, no entities, and no more than an answer needs.
        using var xml = XmlReader.Create(body, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = 256 * 1024 });
        var root = XElement.Load(xml);
        var codes = root.Descendants().Where(e => e.Name.LocalName == "Uitzondering" && Child(e, "Type") is null or "FOUT" && e.Name.LocalName == "Uitzondering")
            .Select(e => Child(e, "Identificatie") ?? "").ToList();
        if (codes.Count > 0)
        {
            // A source that is broken is never "no data", also where both are said.
            return codes.Find(code => code != NothingFound) is { } broken ? new Answer.SourceBroken(Clean(broken)) : new Answer.NoDataFound();
        }

        return root.Descendants(Soap + "Fault").Any() ? new Answer.SourceBroken("soap")
            : root.Descendants().Any(e => e.Name.LocalName == "Antwoord") ? new Answer.Registered()
            : new Answer.SourceBroken("none");
    }

    private static XElement Context(MagdaOptions options, string hoedanigheid, string reference, DateTimeOffset at) => new(
        "Context",
        new XElement("Naam", Operation),
        new XElement("Versie", Version),
        new XElement(
            "Bericht",
            new XElement("Type", "VRAAG"),
            Moment(at),
            new XElement(
                "Afzender",
                new XElement("Identificatie", options.Identificatie),
                new XElement("Referte", reference),
                new XElement("Hoedanigheid", hoedanigheid))));

    private static XElement Questions(MagdaOptions options, string reference, string key, DateTimeOffset at) => new(
        "Vragen",
        new XElement(
            "Vraag",
            new XElement("Referte", reference),
            new XElement(
                "Inhoud",
                new XElement(
                    "MutatieNotificatie",
                    new XElement("Subject", new XElement("Type", "PERS"), new XElement("Sleutel", key)),
                    new XElement("Soort", options.KindOfChange),
                    Moment(at)))));

    private static XElement Moment(DateTimeOffset at)
    {
        var local = Loonfiches.Belgium.At(at);
        return new("Tijdstip", new XElement("Datum", local.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)), new XElement("Tijd", local.ToString("HH:mm:ss.fff", CultureInfo.InvariantCulture)));
    }

    private static string? Child(XElement element, string name) => element.Elements().FirstOrDefault(e => e.Name.LocalName == name)?.Value.Trim();

    private static string Clean(string code) => code.Length is > 0 and <= 20 && code.All(char.IsAsciiLetterOrDigit) ? code : "unreadable";
}
