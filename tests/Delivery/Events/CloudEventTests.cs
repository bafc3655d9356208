using System.Text;
using CloudNative.CloudEvents.SystemTextJson;
using SolidLoonfiches.Dossiers;

namespace SolidLoonfiches.Delivery.Tests;

public sealed class CloudEventTests
{
    private static readonly Uri Root = new("https://loonfiches.example/");

    public static TheoryData<string> Types => [.. EventTypes.All];

    [Theory]
    [MemberData(nameof(Types))]
    public void Write_EachType_IsReadByTheCloudEventsLibrary(string type)
    {
        var record = DeliveryDocument.Example(type);
        var read = new JsonEventFormatter().DecodeStructuredModeMessage(CloudEvent.Write(record, Root), new("application/cloudevents+json"), null);

        Assert.True(read.IsValid);
        Assert.Equal((record.Id, type, record.At), (read.Id, read.Type, read.Time));
        Assert.Equal("https://loonfiches.example/api/v1/ocmw/0207456789", read.Source!.AbsoluteUri);
    }

    [Theory]
    [MemberData(nameof(Types))]
    public void Write_EachType_HoldsReferencesAlone(string type)
    {
        using var json = System.Text.Json.JsonDocument.Parse(CloudEvent.Write(DeliveryDocument.Example(type), Root));
        var data = json.RootElement.GetProperty("data").EnumerateObject().ToList();
        Assert.Equal(4, data.Count);
        Assert.All(data.Where(p => p.Name is not ("ocmw" or "change")), p => Assert.Equal(["id", "url"], p.Value.EnumerateObject().Select(v => v.Name)));
    }

    [Fact]
    public void Id_OfTheSameThing_IsTheSame()
    {
        var (one, other) = (DeliveryDocument.Example(EventTypes.ConsentEnded), DeliveryDocument.Example(EventTypes.ConsentEnded));
        Assert.Equal(one.Id, other.Id);
        Assert.NotEqual(one.Id, DeliveryDocument.Example(EventTypes.ConsentGiven).Id);
    }

    /// <summary>The example that the Standard Webhooks libraries test themselves with.</summary>
    [Fact]
    public void Signature_OfThePublishedExample_IsThePublishedOne() => Assert.Equal(
        "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
        WebhookSignature.Of("msg_p5jXN8AQM9LWM0D4loKWxJek", DateTimeOffset.FromUnixTimeSeconds(1614265330), Encoding.UTF8.GetBytes("{\"test\": 2432232314}"), ["whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"]));
}
