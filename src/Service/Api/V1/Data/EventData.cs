using System.Text.Json.Serialization;

namespace SolidLoonfiches.Service;

/// <summary>Events in the order of the feed.</summary>
/// <param name="Events">CloudEvents, as they are sent to endpoints.</param>
/// <param name="Next">Keep this, and give it as <c>after</c> the next time; also where nothing is new.</param>
/// <param name="More">There is more: ask again at once.</param>
internal sealed record EventPage(IReadOnlyList<CloudEventData> Events, string Next, bool More);

/// <summary>A CloudEvent 1.0: what happened and where to read it, never what it says.</summary>
/// <param name="Specversion">1.0.</param>
/// <param name="Id">Stays the same however often it is sent.</param>
/// <param name="Source">The OCMW.</param>
/// <param name="Type">What happened.</param>
/// <param name="Time">When.</param>
/// <param name="Subject">What it is about, under the root of the API.</param>
/// <param name="Datacontenttype">application/json.</param>
/// <param name="Data">References.</param>
internal sealed record CloudEventData(string Specversion, string Id, string Source, string Type, DateTimeOffset Time, string Subject, string Datacontenttype, EventReferences Data);

/// <summary>Where to read what happened.</summary>
/// <param name="Ocmw">KBO number.</param>
/// <param name="Change">A word for the kind of change.</param>
/// <param name="Dossier">The dossier.</param>
/// <param name="Payslip">Of payslip.found.</param>
/// <param name="Check">Of check.proposed and check.decided.</param>
/// <param name="Consent">Of consent.given and consent.ended.</param>
internal sealed record EventReferences(
    string Ocmw, string Change, ReferenceData Dossier,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] ReferenceData? Payslip = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] ReferenceData? Check = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] ReferenceData? Consent = null);

/// <summary>Something that can be read.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Url">Its address.</param>
internal sealed record ReferenceData(Guid Id, string Url);
