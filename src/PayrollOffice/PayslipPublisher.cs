using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using SolidLoonfiches.Loonfiches;
using SolidLoonfiches.Sources;
using SolidLoonfiches.Vault;

namespace SolidLoonfiches.PayrollOffice;

/// <summary>How publishing one slip ended. Closed.</summary>
public abstract record PublishOutcome
{
    private PublishOutcome() { }

    /// <summary>It is in the vault now.</summary>
    public sealed record Published(Uri Url) : PublishOutcome;

    /// <summary>A slip of this name was there before; nothing was written, and nothing compared: an office need not read.</summary>
    public sealed record AlreadyThere(Uri Url) : PublishOutcome;

    /// <summary>Our own shapes or rules do not accept it; nothing was sent.</summary>
    public sealed record Refused(IReadOnlyList<SlipProblem> Problems) : PublishOutcome;

    /// <summary>
    /// 403: the citizen has not given this office the right to add slips, or has taken it back; or a slip of this name is
    /// there already. For somebody who may only append, Community Solid Server does not tell these apart (it looks at the
    /// rules before the condition), so whoever publishes keeps a <see cref="PublishJournal"/>.
    /// </summary>
    public sealed record NotAllowed : PublishOutcome;

    /// <summary>The office's own identity was not accepted, or gave no token.</summary>
    /// <param name="Detail">In English; no personal data, no URL.</param>
    public sealed record NotSignedIn(string Detail) : PublishOutcome;

    /// <summary>Anything else; another try is safe.</summary>
    /// <param name="Fault">What kind of break.</param>
    /// <param name="Detail">In English; no personal data, no URL.</param>
    public sealed record Failed(VaultFault Fault, string Detail) : PublishOutcome;
}

/// <summary>Puts payslips into vaults. The right to append on the container is enough: nothing is read, nothing overwritten.</summary>
/// <param name="vault">Puts.</param>
/// <param name="clock">The moment of publication.</param>
/// <param name="key">The office's own key, with which every slip is signed; null to publish unsigned slips.</param>
public sealed class PayslipPublisher(SolidVault vault, TimeProvider clock, SigningKey? key = null)
{
    private const int HexDigitsOfName = 12;

    /// <summary>Where a slip of this name stands or will stand: the same for the same reference, whenever it is asked.</summary>
    /// <param name="container">The container for payslips in the worker's vault; ends in a slash.</param>
    /// <param name="slip">Its employer and the first day of its period are in the name.</param>
    /// <param name="name">A reference of the payroll office, or the URL of a document in the container.</param>
    /// <returns>Null where <paramref name="name"/> is a URL outside the container.</returns>
    public static Uri? UrlOf(Uri container, Loonfiche slip, string name)
    {
        if (name.Contains("://", StringComparison.Ordinal))
        {
            var url = Uri.TryCreate(name.Split('#')[0], UriKind.Absolute, out var absolute) ? absolute : null;
            var inside = url is not null && url.AbsoluteUri.Length > container.AbsoluteUri.Length && url.AbsoluteUri.StartsWith(container.AbsoluteUri, StringComparison.Ordinal)
                && url.AbsoluteUri.AsSpan(container.AbsoluteUri.Length).IndexOfAny("/?") < 0;
            return inside ? url : null;
        }

        // The reference itself stays out of the URL: an office may have put a name or a number of the person into it.
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{slip.Employer.Value}\n{name}")))[..HexDigitsOfName];
        return new Uri(container, string.Create(CultureInfo.InvariantCulture, $"{slip.PeriodFrom:yyyy-MM}-{slip.Employer.Value}-{hash}.ttl"));
    }

    /// <summary>
    /// Writes a slip as Turtle under its stable URL, unless one is there. <see cref="Loonfiche.Id"/> is the payroll office's
    /// own reference (or the URL in the container); <see cref="Loonfiche.Corrects"/> names the earlier slip in the same way,
    /// where a reference means one of the same employer and the same first month.
    /// </summary>
    /// <param name="container">The container for payslips in the worker's vault; ends in a slash.</param>
    /// <param name="slip">What to publish.</param>
    /// <param name="office">The payroll office's own identity.</param>
    /// <param name="cancellation">Stops; a slip that was sent may have arrived, and publishing it again is safe.</param>
    /// <exception cref="ArgumentException">The container does not end in a slash.</exception>
    public async Task<PublishOutcome> PublishAsync(Uri container, Loonfiche slip, VaultSession office, CancellationToken cancellation)
    {
        if (!container.IsAbsoluteUri || !container.AbsolutePath.EndsWith('/'))
        {
            throw new ArgumentException("A container's URL is absolute and ends in a slash.", nameof(container));
        }

        var url = UrlOf(container, slip, slip.Id);
        var corrects = slip.Corrects is null ? null : UrlOf(container, slip, slip.Corrects);
        if (url is null || (slip.Corrects is not null && corrects is null))
        {
            return new PublishOutcome.Refused([url is null ? Elsewhere : CorrectsElsewhere]);
        }

        var publication = new Publication(office.WebId, clock.GetUtcNow(), slip.Id.Contains("://", StringComparison.Ordinal) ? null : slip.Id);
        var turtle = PayslipDocument.Write(slip with { Id = url.AbsoluteUri, Corrects = corrects?.AbsoluteUri }, publication, key);
        if (PayslipDocument.Read(turtle, url, slip.Worker, PayslipDocument.Today(clock), cancellation) is PayslipVerdict.DoesNotFit(var problems, _, _))
        {
            return new PublishOutcome.Refused(problems);
        }

        return await PutAsync(url, turtle, office, cancellation);
    }

    private static readonly SlipProblem Elsewhere = new("elsewhere",
        "De loonfiche heeft een adres buiten de map van deze persoon. Geef een kenmerk of een adres in die map.");

    private static readonly SlipProblem CorrectsElsewhere = new("correctsElsewhere",
        "De loonfiche verbetert een document buiten de map van deze persoon. Geef het kenmerk of het adres van de eerdere loonfiche in die map.");

    private async Task<PublishOutcome> PutAsync(Uri url, byte[] turtle, VaultSession office, CancellationToken cancellation)
    {
        try
        {
            return await vault.PutNewAsync(url, turtle, office, cancellation) switch
            {
                VaultAnswer<Uri>.Ok => new PublishOutcome.Published(url),
                VaultAnswer<Uri>.AlreadyThere => new PublishOutcome.AlreadyThere(url),
                VaultAnswer<Uri>.NoGrant => new PublishOutcome.NotAllowed(),
                VaultAnswer<Uri>.TokenRejected(var detail) => new PublishOutcome.NotSignedIn(detail),
                VaultAnswer<Uri>.Absent => new PublishOutcome.Failed(VaultFault.Unexpected, "404: there is no such vault."),
                VaultAnswer<Uri>.Broken(var fault, var detail) => new PublishOutcome.Failed(fault, detail),
                _ => throw new UnreachableException("A PUT without a tag ends in no other way."),
            };
        }
        catch (VaultSignInException error)
        {
            return new PublishOutcome.NotSignedIn(error.Message);
        }
    }
}
