using System.Text.Json;
using System.Text.Json.Serialization;
using SolidLoonfiches.Loonfiches;
using SolidLoonfiches.Sources;

namespace SolidLoonfiches.PayrollOffice;

/// <summary>The kind of a pay line by any name of <c>ontology/component-kinds.ttl</c>; it becomes what that is for the law.</summary>
internal sealed class LineKindConverter : JsonConverter<ComponentKind>
{
    public override ComponentKind Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && ComponentScheme.KindOf(reader.GetString()!) is { } kind ? kind : throw new JsonException();

    public override void Write(Utf8JsonWriter writer, ComponentKind value, JsonSerializerOptions options) =>
        writer.WriteStringValue(JsonNamingPolicy.CamelCase.ConvertName(value.ToString()));
}
