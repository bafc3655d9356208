using System.Collections.Immutable;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace SolidLoonfiches.Leefloon.Tests;

/// <summary>In de wet wordt niet met vlottende komma gerekend: geen veld, variabele, methode of aanroep in het assembly kent er een.</summary>
public sealed class GeenVlottendeKommaTests
{
    private static readonly VlottendeKomma Zoeker = new();

    [Fact]
    public void Assembly_GeenHandtekening_HeeftEenVlottendeKomma()
    {
        using var bestand = new PEReader(File.OpenRead(typeof(AanvullendLeefloon).Assembly.Location));
        var lezer = bestand.GetMetadataReader();
        var fout = new List<string>();

        foreach (var veld in lezer.FieldDefinitions.Select(lezer.GetFieldDefinition).Where(v => v.DecodeSignature(Zoeker, null)))
        {
            fout.Add($"veld {lezer.GetString(veld.Name)}");
        }

        foreach (var methode in lezer.MethodDefinitions.Select(lezer.GetMethodDefinition))
        {
            var variabelen = methode.RelativeVirtualAddress == 0 ? default : bestand.GetMethodBody(methode.RelativeVirtualAddress).LocalSignature;
            if (Heeft(methode.DecodeSignature(Zoeker, null)) || (!variabelen.IsNil && lezer.GetStandaloneSignature(variabelen).DecodeLocalSignature(Zoeker, null).Any(v => v)))
            {
                fout.Add($"methode {lezer.GetString(methode.Name)}");
            }
        }

        // Wat van buiten aangeroepen wordt: decimal.ToDouble, Math.Sqrt, TimeSpan.TotalDays, …
        foreach (var lid in lezer.MemberReferences.Select(lezer.GetMemberReference))
        {
            if (lid.GetKind() is MemberReferenceKind.Method ? Heeft(lid.DecodeMethodSignature(Zoeker, null)) : lid.DecodeFieldSignature(Zoeker, null))
            {
                fout.Add($"aanroep {lezer.GetString(lid.Name)}");
            }
        }

        Assert.True(lezer.MemberReferences.Count > 50);
        Assert.Empty(fout);
    }

    [Fact]
    public void Zoeker_DezeTest_VindtHaarEigenVlottendeKomma()
    {
        using var bestand = new PEReader(File.OpenRead(typeof(GeenVlottendeKommaTests).Assembly.Location));
        var lezer = bestand.GetMetadataReader();

        Assert.Contains(lezer.MethodDefinitions.Select(lezer.GetMethodDefinition), m => lezer.GetString(m.Name) == nameof(Vlottend) && Heeft(m.DecodeSignature(Zoeker, null)));
    }

    private static double Vlottend(decimal waarde) => (double)waarde;

    private static bool Heeft(MethodSignature<bool> handtekening) => handtekening.ReturnType || handtekening.ParameterTypes.Any(p => p);

    /// <summary>Waar voor een type waarin ergens een vlottende komma zit.</summary>
    private sealed class VlottendeKomma : ISignatureTypeProvider<bool, object?>
    {
        public bool GetPrimitiveType(PrimitiveTypeCode typeCode) => typeCode is PrimitiveTypeCode.Double or PrimitiveTypeCode.Single;

        public bool GetTypeFromReference(MetadataReader reader, TypeReferenceHandle handle, byte rawTypeKind) => reader.GetString(reader.GetTypeReference(handle).Name) is "Half" or "Double" or "Single";

        public bool GetTypeFromDefinition(MetadataReader reader, TypeDefinitionHandle handle, byte rawTypeKind) => false;

        public bool GetTypeFromSpecification(MetadataReader reader, object? genericContext, TypeSpecificationHandle handle, byte rawTypeKind) => reader.GetTypeSpecification(handle).DecodeSignature(this, genericContext);

        public bool GetGenericInstantiation(bool genericType, ImmutableArray<bool> typeArguments) => genericType || typeArguments.Any(t => t);

        public bool GetFunctionPointerType(MethodSignature<bool> signature) => Heeft(signature);

        public bool GetArrayType(bool elementType, ArrayShape shape) => elementType;

        public bool GetSZArrayType(bool elementType) => elementType;

        public bool GetByReferenceType(bool elementType) => elementType;

        public bool GetPointerType(bool elementType) => elementType;

        public bool GetPinnedType(bool elementType) => elementType;

        public bool GetModifiedType(bool modifier, bool unmodifiedType, bool isRequired) => unmodifiedType;

        public bool GetGenericMethodParameter(object? genericContext, int index) => false;

        public bool GetGenericTypeParameter(object? genericContext, int index) => false;
    }
}
