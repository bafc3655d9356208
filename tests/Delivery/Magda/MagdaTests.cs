using System.Text;
using System.Xml;
using System.Xml.Linq;
using Microsoft.EntityFrameworkCore;
using SolidLoonfiches.Dossiers;
using SolidLoonfiches.Dossiers.Tests;

namespace SolidLoonfiches.Delivery.Tests;

public sealed class MagdaEnvelopeTests
{
    private static readonly MagdaOptions Options = new() { Url = new Uri("https://magda.example/"), Identificatie = "ocmw.example/loonfiches", Hoedanigheid = "1300" };

    [Fact]
    public void Write_ANotice_HoldsTheKeyAndTheKindAndNothingElseOfThePerson()
    {
        var at = new DateTimeOffset(2026, 11, 5, 5, 0, 12, TimeSpan.Zero);
        var root = XElement.Load(new MemoryStream(MagdaEnvelope.Write(Options, "1300", "evt_1", Slips.Person(1).Value, at)));
        string Text(params string[] path) => path.Aggregate(root.Descendants().Where(e => e.Name.LocalName == path[0]), (found, name) => name == path[0] ? found : found.Elements(name)).Single().Value;

        Assert.Equal("RegistreerMutatieNotificatie", Text("Context", "Naam"));
        Assert.Equal("VRAAG", Text("Bericht", "Type"));
        Assert.Equal(("ocmw.example/loonfiches", "evt_1", "1300"), (Text("Afzender", "Identificatie"), Text("Afzender", "Referte"), Text("Afzender", "Hoedanigheid")));
        Assert.Equal("2026-11-05", Text("Bericht", "Tijdstip", "Datum"));
        Assert.Equal("06:00:12.000", Text("Bericht", "Tijdstip", "Tijd"));
        Assert.Equal("evt_1", Text("Vraag", "Referte"));
        Assert.Equal(["PERS", Slips.Person(1).Value, "LOONFICHE_BESCHIKBAAR", "2026-11-05", "06:00:12.000"], root.Descendants("Inhoud").Single().Descendants().Where(e => !e.HasElements).Select(e => e.Value));
    }

    [Fact]
    public void Read_EachAnswer_KeepsNoDataAndABrokenSourceApart()
    {
        Assert.IsType<MagdaEnvelope.Answer.Registered>(Read(Answered("")));
        Assert.IsType<MagdaEnvelope.Answer.NoDataFound>(Read(Answered(Exception("30001"))));
        Assert.Equal(new MagdaEnvelope.Answer.SourceBroken("99994"), Read(Answered(Exception("99994"))));
        Assert.Equal(new MagdaEnvelope.Answer.SourceBroken("99994"), Read(Answered(Exception("30001") + Exception("99994"))));
        Assert.Equal(new MagdaEnvelope.Answer.SourceBroken("unreadable"), Read(Answered(Exception("a b"))));
        Assert.IsType<MagdaEnvelope.Answer.Registered>(Read(Answered(Exception("10001", "WAARSCHUWING"))));
        Assert.Equal(new MagdaEnvelope.Answer.SourceBroken("soap"), Read("<s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\"><s:Body><s:Fault><faultcode>x</faultcode></s:Fault></s:Body></s:Envelope>"));
        Assert.Equal(new MagdaEnvelope.Answer.SourceBroken("none"), Read("<html/>"));
    }

    [Theory]
    [InlineData("<!DOCTYPE a [<!ENTITY x \"y\">]><a>&x;</a>")]
    [InlineData("not xml")]
    public void Read_WhatIsNoAnswer_IsRefused(string body) => Assert.ThrowsAny<XmlException>(() => Read(body));

    internal static string Answered(string exceptions) => $"<a><Repliek><Antwoorden><Antwoord><Referte>evt_1</Referte><Uitzonderingen>{exceptions}</Uitzonderingen></Antwoord></Antwoorden></Repliek></a>";

    internal static string Exception(string code, string type = "FOUT") => $"<Uitzondering><Identificatie>{code}</Identificatie><Oorsprong>MAGDA</Oorsprong><Type>{type}</Type><Diagnose>-</Diagnose></Uitzondering>";

    private static MagdaEnvelope.Answer Read(string body) => MagdaEnvelope.Read(new MemoryStream(Encoding.UTF8.GetBytes(body)));
}

public sealed class MagdaNoticesTests(SqliteStore store)
{
    [Fact]
    public async Task Notice_OfEachNewPayslip_GoesThroughTheOutboxAndNoDataIsADeadLetterAtOnce()
    {
        var answers = new Queue<string>([MagdaEnvelopeTests.Answered(MagdaEnvelopeTests.Exception("99994")), MagdaEnvelopeTests.Answered(""), MagdaEnvelopeTests.Answered(MagdaEnvelopeTests.Exception("30001"))]);
        await using var magda = new Answering { Answer = http => http.Response.Body.Write(Encoding.UTF8.GetBytes(answers.Dequeue())) };
        await using var desk = await Desk.WithOneCaseAsync(store, services => services.AddEvents(
            events => events.BaseUrl = new Uri("https://loonfiches.example/"),
            options => (options.Url, options.Identificatie, options.Hoedanigheid) = (new Uri(magda.Url), "ocmw.example/loonfiches", "1300")));
        Assert.IsType<AddEndpoint.Outcome.Added>(await desk.UseAsync<AddEndpoint, AddEndpoint.Outcome>(a => a.RunAsync(new(Desk.Ocmw, "", EndpointKind.Magda), CancellationToken.None)));
        desk.Source.Put(Slips.Usable("a", "2025-06", 900m));
        await desk.CheckAsync("2025-06");
        await desk.RunAsync(async db =>
        {
            var consent = await db.Consents.SingleAsync();
            db.Events.Add(EventRecord.ConsentGiven(Desk.Ocmw, consent));
            await db.SaveChangesAsync();
        });

        Assert.Equal((0, 1), await SendAsync(desk));
        Assert.Equal("magda 99994", (await DeliveryAsync(desk)).LastError);
        desk.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal((1, 0), await SendAsync(desk));
        Assert.Contains(Slips.Person(1).Value, Encoding.UTF8.GetString(magda.Bodies[0]), StringComparison.Ordinal);
        Assert.DoesNotContain("900", Encoding.UTF8.GetString(magda.Bodies[0]), StringComparison.Ordinal);

        desk.Source.Put(Slips.Usable("b", "2025-05", 900m));
        await desk.CheckAsync("2025-06");
        Assert.Equal((0, 1), await SendAsync(desk));
        var dead = await desk.QueryAsync(db => db.EventDeliveries.AsNoTracking().SingleAsync(d => d.SentAt == null));
        Assert.Equal(("magda 30001", 1), (dead.LastError, dead.Attempts));
        Assert.NotNull(dead.DeadAt);
        Assert.Equal(3, magda.Requests);
    }

    private static Task<EventDelivery> DeliveryAsync(Desk desk) => desk.QueryAsync(db => db.EventDeliveries.AsNoTracking().SingleAsync());

    private static async Task<(int Sent, int Failed)> SendAsync(Desk desk)
    {
        await desk.UseAsync<SpreadEvents, int>(s => s.RunAsync(CancellationToken.None));
        return await desk.UseAsync<SendEvents, (int, int)>(s => s.RunAsync(CancellationToken.None));
    }
}
