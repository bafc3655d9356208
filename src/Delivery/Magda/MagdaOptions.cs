namespace SolidLoonfiches.Delivery;

/// <summary>The connection with MAGDA, as Digitaal Vlaanderen gives it to who is connected. Empty: no notices. <c>Magda:*</c>.</summary>
public sealed class MagdaOptions
{
    /// <summary>Address of <c>RegistreerMutatieNotificatie</c>.</summary>
    public Uri? Url { get; set; }

    /// <summary>URI by which MAGDA knows us.</summary>
    public string Identificatie { get; set; } = "";

    /// <summary>Code of the capacity in which we send; an OCMW may have one of its own (<see cref="HoedanigheidPerOcmw"/>).</summary>
    public string Hoedanigheid { get; set; } = "";

    /// <summary>By KBO number.</summary>
    public Dictionary<string, string> HoedanigheidPerOcmw { get; } = new(StringComparer.Ordinal);

    /// <summary>Namespace of the operation. The default follows how the published services of version 02.01 are named; it was not seen in a contract.</summary>
    public string Namespace { get; set; } = "http://webservice.registreermutatienotificatiedienst-02_01.algemeen-02_01.vip.vlaanderen.be";

    /// <summary>What the notice says happened.</summary>
    public string KindOfChange { get; set; } = "LOONFICHE_BESCHIKBAAR";

    /// <summary>PKCS#12 file of the certificate that MAGDA knows us by (mutual TLS); null: none is shown.</summary>
    public string? Certificate { get; set; }

    public string? CertificatePassword { get; set; }

    internal bool IsConnected => Url is not null;

    internal IEnumerable<string> Problems()
    {
        if (Url is { } url && (!url.IsAbsoluteUri || (url.Scheme != Uri.UriSchemeHttps && !url.IsLoopback)))
        {
            yield return "Magda:Url is an https URL.";
        }

        if (IsConnected && (Identificatie.Length == 0 || Hoedanigheid.Length == 0))
        {
            yield return "Magda:Identificatie and Magda:Hoedanigheid are needed beside Magda:Url.";
        }
    }
}
